import LeadModel
import Store

/// Finds the rejected rows that a later row of their record put right, so that they leave their
/// rejects workbook.
struct ResolvedRejects {
  private let database: Database
  /// Records with rejected rows; not known until it is worth asking for all of them.
  private var records: Set<Int64>?

  /// So many records are looked up one by one, at about 3 µs each.
  private static let fewRecords = 1_000

  init(_ database: Database) {
    self.database = database
  }

  /// Marks the sheets of rejected rows for their workbooks to be written again; call it in the
  /// transaction that changed the records.
  mutating func mark(_ changed: [Int64]) throws {
    var changed = changed
    if changed.count > Self.fewRecords {
      let known = try records ?? all()
      records = known
      changed.removeAll { !known.contains($0) }
    }
    if changed.isEmpty { return }
    let list = "[" + changed.map(String.init).joined(separator: ",") + "]"
    try database.query("validate-rejects-resolved").run(.text(list))
  }

  private func all() throws -> Set<Int64> {
    var found: Set<Int64> = []
    try database.query("validate-rejects-records").rows { found.insert($0.int(0)) }
    return found
  }
}
