import Bytes
import LeadModel
import Store

/// The content of a workspace as hashes: one a table, and one over all of them.
struct WorkspaceDigest {
  struct Table {
    let name: String
    let rowCount: Int
    let digest: String
  }

  /// In the order of their names.
  let tables: [Table]
  let digest: String

  private static let queryPrefix = "driver-digest-"

  /// Tables of what was done rather than of what is there: the ledger, imports, and what was begun
  /// with people or handed over to them.
  static let historyTables: Set<String> = [
    "field_change", "finding", "mapping_version", "measure", "row_disposition", "import",
    "import_kept", "enrolment",
    "message", "task_event", "violation", "entity_redirect", "erased_entity", "company_redirect",
  ]

  /// Tables with a digest query of their own, and those of conformed records; sorted.
  static var tableNames: [String] {
    let named = Database.queryNames.filter { $0.hasPrefix(queryPrefix) }
      .map { String($0.dropFirst(queryPrefix.count)) }
    return Set(named + RecordKind.allCases.map(\.rawValue)).sorted()
  }

  private static func query(_ table: String, _ database: Database) throws -> Statement {
    let name = queryPrefix + table
    return Database.queryNames.contains(name)
      ? try database.query(name) : try database.statement(.all, on: table)
  }

  /// Reads every table once, in one consistent view, without keeping rows.
  ///
  /// - Parameters:
  ///   - database: the workspace's.
  ///   - isContentOnly: whether to leave out what was done.
  /// - Throws: `DatabaseError`.
  init(_ database: Database, isContentOnly: Bool = false) throws {
    // One transaction: a stage that writes meanwhile is seen in all tables or in none.
    try database.execute("BEGIN")
    defer { try? database.execute("COMMIT") }
    let names = Self.tableNames.filter { !isContentOnly || !Self.historyTables.contains($0) }
    tables = try names.map { name in
      let query = try Self.query(name, database)
      return name == "row_disposition"
        ? try Self.dispositions(query) : try Self.table(name, query)
    }
    var stream = SHA256Stream()
    for table in tables { stream.update("\(table.name) \(table.rowCount) \(table.digest)\n") }
    digest = stream.hex()
  }

  private static func table(_ name: String, _ query: Statement) throws -> Table {
    var hasher = RowHasher()
    let columns = query.columnCount
    while try query.step() {
      for column in 0..<columns {
        if query.isNull(column) {
          hasher.addNull()
        } else {
          query.withTextBytes(column) { hasher.add($0) }
        }
      }
      hasher.endRow()
    }
    return Table(name: name, rowCount: hasher.rowCount, digest: hasher.hex())
  }

  private static func dispositions(_ query: Statement) throws -> Table {
    var joiner = RangeJoiner()
    while try query.step() {
      joiner.add(
        .init(
          stage: query.text(0), scope: query.int(1), disposition: query.text(2),
          first: query.int(3), last: query.int(4)))
    }
    let joined = joiner.finish()
    return Table(name: "row_disposition", rowCount: joined.rowCount, digest: joined.digest)
  }
}
