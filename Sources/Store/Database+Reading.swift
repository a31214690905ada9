internal import CSQLite

extension Database {
  /// Begins to read the state of one moment, unless that has been begun: until `endReading` no query
  /// sees what others write, and none takes the file's locks for itself.
  ///
  /// While it lasts the log of a writer cannot begin anew: end it before waiting for anything.
  ///
  /// - Returns: a number that is another one when others have written since it was last given.
  /// - Throws: `DatabaseError`.
  /// - Source: SQLite documentation, PRAGMA data_version.
  package func beginReading() throws -> Int64 {
    if !isReading { try cached("BEGIN") { "BEGIN" }.run() }
    return try cached("PRAGMA data_version") { "PRAGMA data_version" }.first { $0.int(0) } ?? 0
  }

  /// Ends what `beginReading` has begun, if anything.
  package func endReading() throws {
    if isReading { try cached("COMMIT") { "COMMIT" }.run() }
  }

  /// Whether a transaction is open.
  package var isReading: Bool { sqlite3_get_autocommit(handle) == 0 }
}
