import Bytes
import LeadModel
import Store

/// The source rows of one kind, which stand among those of other kinds.
struct SourceRows: Sendable {
  let plan: TablePlan
  let layouts: [SheetLayout]
  private let layoutOfSheet: [Int64: Int]

  /// The layouts are those of the kind's sheets.
  init(plan: TablePlan, layouts: [SheetLayout]) {
    self.plan = plan
    self.layouts = layouts
    layoutOfSheet = Dictionary(
      uniqueKeysWithValues: layouts.enumerated().map { ($1.sheetID, $0) })
  }

  /// The rows of the kind in a range of ids, in the order of their arrival. Rows that ingest could
  /// not take are passed over.
  func read(_ ids: ClosedRange<Int64>, from database: Database) throws -> RawBatch {
    var batch = RawBatch(plan: plan, layouts: layouts)
    batch.rows.reserveCapacity(ids.count)
    try database.query("validate-rows").rows(.int(ids.lowerBound), .int(ids.upperBound)) { row in
      guard let layout = layoutOfSheet[row.int(1)], row.int(3) == 0 else { return }
      let start = batch.bytes.count
      row.withTextBytes(4) { batch.bytes.append(contentsOf: $0) }
      batch.rows.append(
        RawBatch.Row(
          id: row.int(0), recordID: row.int(2), sheet: layout, json: start..<batch.bytes.count))
    }
    return batch
  }
}
