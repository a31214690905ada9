package import LeadModel
package import Store

/// What was loaded into a workspace, in the order of the numbers.
package struct ImportList: Sendable {
  package struct Entry: Sendable {
    package let number: Int64
    package let asOf: Timestamp
    package let file: String
    package let kind: String
    package let supplier: String
    /// Empty for what was loaded before mappings were noted.
    package let mapping: String
    /// What its rows may do, as `upsert` or `update by email, only empty fields`.
    package let rules: String
    /// loading, loaded, failed, undoing, undone.
    package let state: String
    package let rows: Int64
    /// What became of its rows in the end.
    package let outcomes: [(disposition: Disposition, rows: Int64)]
    /// Rows that were rejected and not put right since: its rejects workbook has them.
    package let open: Int64
    package let run: String?
    package let undoneAsOf: Timestamp?
    package let undoneBy: String?

    package func count(_ disposition: Disposition) -> Int64 {
      outcomes.first { $0.disposition == disposition }?.rows ?? 0
    }

    /// Rows that ingest has taken and validate has not looked at yet.
    package var waiting: Int64 {
      max(0, rows - outcomes.reduce(0) { $0 + $1.rows })
    }
  }

  package let entries: [Entry]

  package init(_ database: Database) throws {
    let rejected = try Self.rejected(in: database)
    var entries: [Entry] = []
    try database.query("history-imports").rows { row in
      let outcomes = Disposition.allCases.enumerated().map {
        (disposition: $1, rows: row.int(11 + $0))
      }
      entries.append(
        Entry(
          number: row.int(0), asOf: Timestamp(seconds: row.int(1)), file: row.text(2),
          kind: row.text(3), supplier: row.text(4), mapping: row.text(5),
          rules: Self.rules(mode: row.text(6), key: row.text(7), fillsOnlyEmpty: row.int(8) != 0),
          state: row.text(9), rows: row.int(10), outcomes: outcomes,
          open: rejected[row.int(0)] ?? 0, run: row.optionalText(17),
          undoneAsOf: row.optionalInt(18).map(Timestamp.init(seconds:)),
          undoneBy: row.optionalText(19)))
    }
    self.entries = entries
  }

  /// How many rows of each import are rejected still.
  private static func rejected(in database: Database) throws -> [Int64: Int64] {
    var rows: [(file: Int64, id: Int64)] = []
    try database.query("history-rejected-rows").rows { rows.append(($0.int(0), $0.int(1))) }
    let isRejected = try database.query("ingest-row-is-rejected")
    var counts: [Int64: Int64] = [:]
    for (file, row) in rows where try isRejected.first(.int(row), read: { _ in true }) ?? false {
      counts[file, default: 0] += 1
    }
    return counts
  }

  private static func rules(mode: String, key: String, fillsOnlyEmpty: Bool) -> String {
    let by = key.isEmpty ? "" : " by \(key)"
    return "\(mode)\(by)\(fillsOnlyEmpty ? ", only empty fields" : "")"
  }

  package var json: JSONValue {
    .array(
      entries.map { entry in
        var members: [(key: String, value: JSONValue)] = [
          ("import", .int(entry.number)), ("as_of", .string(entry.asOf.description)),
          ("file", .string(entry.file)), ("kind", .string(entry.kind)),
          ("supplier", .string(entry.supplier)), ("mapping", .string(entry.mapping)),
          ("rules", .string(entry.rules)), ("state", .string(entry.state)),
          ("rows", .int(entry.rows)),
        ]
        members += entry.outcomes.map { ($0.disposition.rawValue, .int($0.rows)) }
        members += [
          ("open", .int(entry.open)), ("waiting", .int(entry.waiting)),
          ("run", JSONValue(entry.run)),
          ("undone_as_of", JSONValue(entry.undoneAsOf?.description)),
          ("undone_by", JSONValue(entry.undoneBy)),
        ]
        return .object(members)
      })
  }
}
