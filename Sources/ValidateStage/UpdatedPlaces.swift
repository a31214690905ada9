import LeadModel
import Store
import Validation

/// Judges the postcodes of updates that state no country that could be read, by the country that is
/// known of the record.
struct UpdatedPlaces {
  private let plan: TablePlan
  private let layouts: [SheetLayout]
  private let select: Statement
  private let country: Int
  private let postcode: Int
  /// Nil where records have none.
  private let region: Int?
  private var postcodes = PostcodeCheck()

  /// Nil for kinds whose records have no postcode of their own.
  init?(database: Database, plan: TablePlan, layouts: [SheetLayout]) throws {
    guard [.lead, .contact, .account].contains(plan.kind) else { return nil }
    self.plan = plan
    self.layouts = layouts
    country = plan.column("country")
    postcode = plan.column("postcode")
    region = plan.columns.firstIndex { $0.name == "region" }
    select = try database.statement(.select, on: plan.table, columns: ["country"])
  }

  /// Adds findings to rows; call it in the transaction that writes the batch, once the rows have their
  /// records.
  mutating func check(_ batch: inout ConformedBatch) throws {
    let open = batch.rows.indices.filter { isOpen(batch, index: $0) }
    if open.isEmpty { return }
    var coming: [Int64: CountryCode] = [:]
    var next = 0
    for index in open {
      // What earlier rows of the batch say is not in the table yet.
      for earlier in next..<index where batch.rows[earlier].fate == .conform {
        if let code = text(batch, earlier, country).flatMap({ CountryCode($0) }) {
          coming[batch.rows[earlier].recordID] = code
        }
      }
      next = index
      let row = batch.rows[index]
      guard let known = try coming[row.recordID] ?? stored(row.recordID, before: row.id),
        let finding = finding(batch, index: index, country: known)
      else { continue }
      batch.insert(finding, row: index)
    }
  }

  private func isOpen(_ batch: ConformedBatch, index: Int) -> Bool {
    let row = batch.rows[index]
    return row.id != row.recordID && row.fate == .conform
      && batch.value(row: index, column: country).isNull
      && !batch.value(row: index, column: postcode).isNull
      && (row.unread.contains(country) || !layouts[row.sheet].ownsColumn[country])
  }

  /// The country of a record; nil where it has none, and where a later row has spoken for it.
  private func stored(_ record: Int64, before row: Int64) throws -> CountryCode? {
    try select.first(.int(record)) { found in
      found.int(0) <= row ? CountryCode(found.text(1)) : nil
    } ?? nil
  }

  private func text(_ batch: ConformedBatch, _ row: Int, _ column: Int) -> String? {
    batch.string(batch.value(row: row, column: column))
  }

  private mutating func finding(
    _ batch: ConformedBatch, index: Int, country: CountryCode
  ) -> Finding? {
    batch.withBytes(of: batch.value(row: index, column: postcode)) { code in
      batch.withBytes(of: region.map { batch.value(row: index, column: $0) } ?? .null) { region in
        PostcodeFinding.of(
          code, cell: code, field: "postcode", region: region, country: country,
          origin: ", which is the country that is known of it", &postcodes)
      }
    }
  }
}
