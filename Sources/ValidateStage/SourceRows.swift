import Bytes
import LeadModel
import StageKit
import Store

/// The new source rows of one kind, in the order of their arrival.
struct SourceRows {
  /// Rows a batch: large enough that handing it over costs nothing, small enough to keep memory low.
  static let batchRows = 4096

  let plan: TablePlan
  let layouts: [SheetLayout]
  private let layoutOfSheet: [Int64: Int]
  /// Intervals of ids that hold rows of the kind, ascending and apart.
  private var intervals: [ClosedRange<Int64>]
  private let statement: Statement
  /// Rows that were read and belong to the kind.
  private(set) var rowsRead = 0

  /// The layouts are those of the kind's sheets, the intervals where their rows stand.
  init(
    plan: TablePlan, layouts: [SheetLayout], intervals: [ClosedRange<Int64>], database: Database
  ) throws {
    self.plan = plan
    self.layouts = layouts
    layoutOfSheet = Dictionary(
      uniqueKeysWithValues: layouts.enumerated().map { ($1.sheetID, $0) })
    self.intervals = Self.merged(intervals)
    statement = try database.query("validate-rows")
  }

  /// The next rows; nil when there are no more. Rows that ingest could not take are passed over.
  mutating func next() throws -> RawBatch? {
    while let interval = intervals.first {
      var batch = RawBatch(plan: plan, layouts: layouts)
      batch.rows.reserveCapacity(Self.batchRows)
      var seen = 0
      var last = interval.lowerBound
      try statement.rows(
        .int(interval.lowerBound - 1), .int(interval.upperBound), .int(Int64(Self.batchRows))
      ) { row in
        seen += 1
        last = row.int(0)
        guard let layout = layoutOfSheet[row.int(1)], row.int(3) == 0 else { return }
        let start = batch.bytes.count
        row.withTextBytes(4) { batch.bytes.append(contentsOf: $0) }
        batch.rows.append(
          RawBatch.Row(
            id: row.int(0), recordID: row.int(2), sheet: layout, json: start..<batch.bytes.count))
      }
      if seen < Self.batchRows || last >= interval.upperBound {
        intervals.removeFirst()
      } else {
        intervals[0] = (last + 1)...interval.upperBound
      }
      if !batch.rows.isEmpty {
        rowsRead += batch.rows.count
        return batch
      }
    }
    return nil
  }

  /// Overlapping intervals as one.
  static func merged(_ intervals: [ClosedRange<Int64>]) -> [ClosedRange<Int64>] {
    var merged: [ClosedRange<Int64>] = []
    for interval in intervals.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, interval.lowerBound <= last.upperBound {
        merged[merged.count - 1] =
          last.lowerBound...max(last.upperBound, interval.upperBound)
      } else {
        merged.append(interval)
      }
    }
    return merged
  }
}
