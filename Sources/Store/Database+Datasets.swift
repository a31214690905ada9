internal import CSQLite

extension Database {
  /// Keeps the result of a query that a user wrote as a temporary table of this connection, so that
  /// several queries of a report can build on one pass over a large table. Works on a read-only
  /// connection too: temporary tables never touch the file.
  ///
  /// - Parameters:
  ///   - sql: one query that only reads.
  ///   - name: lower-case letters, digits and underscores; the name of no table of the schema.
  ///   - origin: what error messages call the query.
  ///   - values: values of the query's named parameters; those it does not use are left out.
  /// - Throws: `DatabaseError`.
  package func materialise(
    _ sql: String, as name: String, origin: String, values: [String: SQLValue]
  ) throws {
    guard Self.isPlainName(name) else {
      throw DatabaseError(
        .other,
        "'\(name)' is no name for a dataset; use lower-case letters, digits and underscores",
        action: origin)
    }
    let taken = try prepare("SELECT 1 FROM sqlite_schema WHERE name = ?1")
      .first(.text(name)) { _ in true }
    guard taken == nil else {
      throw DatabaseError(
        .other, "'\(name)' is the name of a table of the store; give the dataset another name",
        action: origin)
    }
    // Refuses everything but one statement that reads, before the text goes into another.
    _ = try prepareDefinition(sql, origin: origin)
    let statement = try prepare("CREATE TEMP TABLE \(name) AS\n\(sql)", label: origin)
    for (parameter, value) in values {
      let index = statement.index(of: parameter)
      if index > 0 { statement.bind(index, value) }
    }
    while try statement.step() {}
  }

  static func isPlainName(_ name: String) -> Bool {
    guard let first = name.utf8.first, (97...122).contains(first), name.utf8.count <= 64 else {
      return false
    }
    return name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
  }
}
