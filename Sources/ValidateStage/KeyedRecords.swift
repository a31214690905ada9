import Bytes
import Definitions
import LeadModel
import Store

/// Finds the record that a row is about by the key that its import has chosen: normalised values,
/// without regard to case. Of several records the supplier's own comes first, then the oldest.
struct KeyedRecords {
  private let database: Database
  private let plan: TablePlan
  private let layouts: [SheetLayout]
  /// For each key: hash of the values, with and without the supplier, to the first record.
  private var indexes: [[Int]: [UInt64: Int64]] = [:]
  /// Key values of records that are not in the table yet.
  private var coming: [Int64: [String]] = [:]

  /// Nil when all imports go by the supplier's own id.
  init?(database: Database, plan: TablePlan, layouts: [SheetLayout]) {
    guard layouts.contains(where: { !$0.keyColumns.isEmpty }) else { return nil }
    self.database = database
    self.plan = plan
    self.layouts = layouts
  }

  /// Gives each row its record; call it in the transaction that writes the batch.
  mutating func resolve(_ batch: inout ConformedBatch) throws {
    coming = [:]
    for index in batch.rows.indices {
      let row = batch.rows[index]
      let layout = layouts[row.sheet]
      guard !layout.keyColumns.isEmpty, row.fate == .conform, row.id == row.recordID,
        let key = values(of: layout.keyColumns, in: batch, index: index)
      else { continue }
      if let record = try record(key, layout, besides: row.id) {
        batch.setRecord(record, row: index)
        try RecordHistory.replaceLatest(of: record, before: row.id, in: database)
        try database.query("validate-row-record").run(.int(record), .int(row.id))
      } else if RefusingRow(plan: plan).mode(batch, index: index, layout) != .update {
        coming[row.id] = key
        indexes[layout.keyColumns]?.note(key, supplier: layout.supplier, record: row.id)
      }
    }
  }

  private func values(
    of columns: [Int], in batch: ConformedBatch, index: Int
  ) -> [String]? {
    let values = columns.compactMap { batch.string(batch.value(row: index, column: $0)) }
    return values.count == columns.count ? values.map { $0.lowercased() } : nil
  }

  private mutating func record(
    _ key: [String], _ layout: SheetLayout, besides row: Int64
  ) throws -> Int64? {
    if indexes[layout.keyColumns] == nil {
      indexes[layout.keyColumns] = try Self.index(layout.keyColumns, of: plan, in: database)
    }
    let index = indexes[layout.keyColumns] ?? [:]
    for hash in [KeyValues.hash(key, supplier: layout.supplier), KeyValues.hash(key)] {
      guard let record = index[hash], record != row else { continue }
      if try values(of: record, layout.keyColumns) == key { return record }
    }
    return nil
  }

  /// The key of a record as it is now.
  private func values(of record: Int64, _ columns: [Int]) throws -> [String]? {
    if let key = coming[record] { return key }
    let statement = try database.statement(
      .select, on: plan.table, columns: columns.map { plan.columns[$0].name })
    return try statement.first(.int(record)) { row in
      columns.indices.map { row.text($0 + 1).lowercased() }
    }
  }

  private static func index(
    _ columns: [Int], of plan: TablePlan, in database: Database
  ) throws -> [UInt64: Int64] {
    var index: [UInt64: Int64] = [:]
    let names = ["id", "supplier"] + columns.map { plan.columns[$0].name }
    try database.statement(.values, on: plan.table, columns: names).rows { row in
      if columns.indices.contains(where: { row.isNull($0 + 2) }) { return }
      index.note(
        columns.indices.map { row.text($0 + 2).lowercased() }, supplier: row.text(1),
        record: row.int(0))
    }
    return index
  }
}

/// What was said of a record before.
enum RecordHistory {
  /// Has ingest forget what the supplier said of the record before: sent again, it is a change.
  static func replaceLatest(of record: Int64, before row: Int64, in database: Database) throws {
    let latest = try database.query("validate-record-latest").first(.int(record), .int(row)) {
      $0.int(0)
    }
    guard let latest else { return }
    try database.query("ledger-revisit-add").run(
      .text("ingest"), .text("source_row_replaced"), .int(latest))
  }
}

/// Hashes of the values of a key.
private enum KeyValues {
  static func hash(_ key: [String], supplier: String? = nil) -> UInt64 {
    let owner = supplier.map { "s\($0)" } ?? "a"
    return Hash64.of("\(owner)\u{0}\(key.joined(separator: "\u{0}"))")
  }
}

extension [UInt64: Int64] {
  /// Notes a record under a key, unless an older one is there.
  fileprivate mutating func note(_ key: [String], supplier: String, record: Int64) {
    for hash in [KeyValues.hash(key, supplier: supplier), KeyValues.hash(key)]
    where self[hash] == nil {
      self[hash] = record
    }
  }
}
