import Bytes
import LeadModel
import Store
import Validation

/// Keeps people apart who have one id in files of different senders.
///
/// Files that no mapping claims count as one supplier's, and the ids of small lists are running
/// numbers: what has the id of a record there, but neither its e-mail address nor its telephone
/// number nor its name, is about somebody else. Such a row begins a record of its own, or goes to
/// the record with this id that it does agree with.
struct NamesakeRecords {
  private let database: Database
  private let plan: TablePlan
  private let layouts: [SheetLayout]
  /// Columns of address, number and name; what they tell of a person.
  private let columns: [Int]
  private let externalID: Int
  /// Records by supplier and id; nil until somebody asks.
  private var records: [String: [Int64]]?
  /// The people of records that the batch begins or changes.
  private var coming: [Int64: [String?]] = [:]

  /// Nil when no sheet was read by a proposed mapping, and for kinds that are not about people.
  init?(database: Database, plan: TablePlan, layouts: [SheetLayout]) {
    guard [.lead, .contact].contains(plan.kind),
      layouts.contains(where: { $0.isProposed && $0.keyColumns.isEmpty })
    else { return nil }
    self.database = database
    self.plan = plan
    self.layouts = layouts
    columns = ["email", "phone", "full_name"].map(plan.column)
    externalID = plan.column("external_id")
  }

  /// Gives each row the record of its person; call it in the transaction that writes the batch.
  mutating func resolve(_ batch: inout ConformedBatch) throws {
    coming = [:]
    // Nearly all rows are about a record that nobody else speaks of: they are not looked at.
    let updated = Set(batch.rows.lazy.filter { $0.id != $0.recordID }.map(\.recordID))
    if updated.isEmpty { return }
    for index in batch.rows.indices {
      let row = batch.rows[index]
      let layout = layouts[row.sheet]
      guard updated.contains(row.recordID), layout.isProposed, layout.keyColumns.isEmpty,
        row.fate == .conform, let id = batch.string(batch.value(row: index, column: externalID))
      else { continue }
      let person = columns.map { batch.string(batch.value(row: index, column: $0)) }
      var record = row.recordID
      if row.id != record, let known = try self.person(of: record), Self.differ(known, person) {
        record = try other(than: record, id: id, supplier: layout.supplier, person) ?? row.id
        batch.setRecord(record, row: index)
        if record != row.id {
          try database.query("validate-row-record").run(.int(record), .int(row.id))
          try RecordHistory.replaceLatest(of: record, before: row.id, in: database)
        } else {
          try database.query("validate-row-record").run(.int(row.id), .int(row.id))
          records?["\(layout.supplier)\u{0}\(id)", default: []].append(row.id)
          batch.insert(finding(id), row: index)
        }
      }
      coming[record] = person
    }
  }

  private func finding(_ id: String) -> Finding {
    ValidationRule.idOfAnother.finding(
      field: "external_id",
      message: "another person has the id '\(Excerpt.of(id))' in files that no mapping claims; "
        + "kept as a record of its own. Give each sender a mapping: leadmill inspect FILE --save NAME",
      value: Excerpt.of(id))
  }

  /// Whether two have nothing in common of what both have, and have anything to compare.
  private static func differ(_ one: [String?], _ other: [String?]) -> Bool {
    var isComparable = false
    for (one, other) in zip(one, other) {
      guard let one, let other else { continue }
      if TextFold.words(of: one) == TextFold.words(of: other) { return false }
      isComparable = true
    }
    return isComparable
  }

  /// Another record with the id that is about the person.
  private mutating func other(
    than record: Int64, id: String, supplier: String, _ person: [String?]
  ) throws -> Int64? {
    if records == nil { records = try stored() }
    for candidate in records?["\(supplier)\u{0}\(id)"] ?? [] where candidate != record {
      if let known = try self.person(of: candidate), !Self.differ(known, person) {
        return candidate
      }
    }
    return nil
  }

  private func stored() throws -> [String: [Int64]] {
    var records: [String: [Int64]] = [:]
    try database.statement(.values, on: plan.table, columns: ["id", "supplier", "external_id"])
      .rows { row in
        if row.isNull(2) { return }
        records["\(row.text(1))\u{0}\(row.text(2))", default: []].append(row.int(0))
      }
    return records
  }

  private func person(of record: Int64) throws -> [String?]? {
    if let person = coming[record] { return person }
    return try database.statement(
      .select, on: plan.table, columns: columns.map { plan.columns[$0].name }
    ).first(.int(record)) { row in
      columns.indices.map { row.isNull($0 + 1) ? nil : row.text($0 + 1) }
    }
  }
}
