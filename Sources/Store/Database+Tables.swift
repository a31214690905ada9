extension Database {
  /// What is done with a table of conformed records.
  package enum TableStatement: String, Sendable {
    /// A record as it stands by id: `source_row_id` and the columns.
    case select
    /// Id, source row, supplier, then the columns.
    case insert
    /// Everything but the id, which is the first parameter.
    case update
    /// The columns alone, of every record, in the order of the ids.
    case values
    /// The highest id, 0 for an empty table.
    case last
    /// How many records have a higher id.
    case countAbove
    /// Everything, in the order of the ids.
    case all
    /// Which of the ids in a JSON array are there.
    case present
    /// Takes out the records whose ids are in a JSON array.
    case delete
  }

  /// A statement on a table that is declared with its columns, prepared once: a new kind of record
  /// needs a table and a declaration, no queries.
  ///
  /// One statement serves all callers: finish with it before asking for it again.
  ///
  /// - Throws: `DatabaseError` for names that are no plain ones, or that the schema does not have.
  package func statement(
    _ kind: TableStatement, on table: String, columns: [String] = []
  ) throws -> Statement {
    try cached(([kind.rawValue, table] + columns).joined(separator: " ")) {
      for name in [table] + columns where !Self.isPlainName(name) {
        throw DatabaseError(.other, "'\(name)' is no name of a table or column", action: table)
      }
      return Self.text(of: kind, on: table, columns: columns)
    }
  }

  private static func text(
    of kind: TableStatement, on table: String, columns: [String]
  ) -> String {
    let all = ["source_row_id", "supplier"] + columns
    switch kind {
    case .select:
      let list = (["source_row_id"] + columns).joined(separator: ", ")
      return "SELECT \(list) FROM \(table) WHERE id = ?1"
    case .insert:
      let places = (1...(all.count + 1)).map { "?\($0)" }.joined(separator: ", ")
      return "INSERT INTO \(table) (id, \(all.joined(separator: ", "))) VALUES (\(places))"
    case .update:
      let settings = all.enumerated().map { "\($1) = ?\($0 + 2)" }.joined(separator: ", ")
      return "UPDATE \(table) SET \(settings) WHERE id = ?1"
    case .values: return "SELECT \(columns.joined(separator: ", ")) FROM \(table) ORDER BY id"
    case .last: return "SELECT coalesce(max(id), 0) FROM \(table)"
    case .countAbove: return "SELECT count(*) FROM \(table) WHERE id > ?1"
    case .all: return "SELECT * FROM \(table) ORDER BY id"
    case .present:
      return "SELECT id FROM \(table) WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY id"
    case .delete: return "DELETE FROM \(table) WHERE id IN (SELECT value FROM json_each(?1))"
    }
  }
}
