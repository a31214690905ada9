package import Store

/// Values of an import that were not taken, or are doubtful, though their rows were: all that one
/// rule found in one field.
package struct Doubt: Sendable, Equatable {
  package let code: String
  /// Empty when it concerns a row or a file.
  package let field: String
  package let count: Int
  /// What the first finding says.
  package let message: String

  /// Where the list of findings ends.
  package static func end(of database: Database) throws -> Int64 {
    try database.query("history-last-finding").first { $0.int(0) } ?? 0
  }

  /// What was found since a point of the list of findings, the most frequent first.
  package static func all(since start: Int64, in database: Database) throws -> [Doubt] {
    var doubts: [Doubt] = []
    try database.query("history-doubts").rows(.int(start)) { row in
      doubts.append(
        Doubt(
          code: row.text(0), field: row.text(1), count: Int(row.int(2)), message: row.text(4)))
    }
    return doubts
  }
}
