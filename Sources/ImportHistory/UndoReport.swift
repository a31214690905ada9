package import LeadModel
package import Store

/// What an undo did, or would do: read from the ledger.
package struct UndoReport: Sendable {
  package struct Undone: Sendable {
    package let number: Int64
    package let file: String
    package let asOf: Timestamp
    package let rows: Int64
    package let kept: [Kept]
  }

  /// What stayed as it was.
  package struct Kept: Sendable {
    package enum Reason: String, Sendable {
      /// A later import brought the value.
      case laterImport = "later_import"
      /// Another file has the row too.
      case again
      /// An opt-out, which is never taken back.
      case right
    }

    package let reason: Reason
    package let kind: String
    package let record: Int64
    /// Empty when the whole record stays.
    package let field: String
    package let byImport: Int64?
    package let rows: Int64
  }

  package let imports: [Undone]
  /// Records that went, by table.
  package let removed: [(table: String, count: Int64)]
  /// Records that are what the remaining rows make of them.
  package let restored: [RecordChange]
  package let cancelledMessages: Int64
  package let sentMessages: Int64

  /// Where the history ended before the undo began.
  package static func start(_ database: Database) throws -> Int64 {
    try database.query("history-last-change").first { $0.int(0) } ?? 0
  }

  /// Where the history ended before a run of which an earlier pass was interrupted.
  package static func start(ofRun id: String, in database: Database) throws -> Int64 {
    try database.query("history-run-start").first(.text(id)) { $0.int(0) } ?? 0
  }

  package init(run: String, since start: Int64, in database: Database) throws {
    var imports: [(number: Int64, file: String, asOf: Timestamp, rows: Int64)] = []
    try database.query("history-undone-by").rows(.text(run)) { row in
      imports.append((row.int(0), row.text(1), Timestamp(seconds: row.int(2)), row.int(3)))
    }
    self.imports = try imports.map { entry in
      var kept: [Kept] = []
      try database.query("history-kept").rows(.int(entry.number)) { row in
        guard let reason = Kept.Reason(rawValue: row.text(0)),
          !RecordChange.derived.contains(row.text(3))
        else { return }
        kept.append(
          Kept(
            reason: reason, kind: row.text(1), record: row.int(2), field: row.text(3),
            byImport: row.optionalInt(4), rows: row.int(5)))
      }
      return Undone(
        number: entry.number, file: entry.file, asOf: entry.asOf, rows: entry.rows, kept: kept)
    }
    var removed: [(table: String, count: Int64)] = []
    try database.query("history-removed").rows(.int(start)) {
      removed.append(($0.text(0), $0.int(1)))
    }
    self.removed = removed
    restored = try ChangeReader.changes(since: start, reason: "import undone", in: database)
    cancelledMessages =
      try database.query("history-cancelled").first(.int(start)) { $0.int(0) } ?? 0
    sentMessages = try database.query("history-sent").first(.int(start)) { $0.int(0) } ?? 0
  }

  package var json: JSONValue {
    .object([
      ("imports", .array(imports.map(\.json))),
      ("removed", .object(removed.map { (key: $0.table, value: JSONValue.int($0.count)) })),
      ("restored", .array(restored.map(\.json))),
      ("messages_cancelled", .int(cancelledMessages)), ("messages_sent", .int(sentMessages)),
    ])
  }
}

extension UndoReport.Undone {
  fileprivate var json: JSONValue {
    .object([
      ("import", .int(number)), ("file", .string(file)), ("as_of", .string(asOf.description)),
      ("rows", .int(rows)),
      (
        "kept",
        .array(
          kept.map { kept in
            .object([
              ("reason", .string(kept.reason.rawValue)), ("kind", .string(kept.kind)),
              ("record", kept.reason == .again ? .null : .int(kept.record)),
              ("field", .string(kept.field)),
              ("by_import", kept.byImport.map { .int($0) } ?? .null), ("rows", .int(kept.rows)),
            ])
          })
      ),
    ])
  }
}

extension RecordChange {
  package var json: JSONValue {
    .object([
      ("kind", .string(kind)), ("record", .int(id)), ("file", JSONValue(place?.file)),
      ("sheet", JSONValue(place?.sheet)), ("row", place.map { .int($0.row) } ?? .null),
      (
        "fields",
        .array(
          fields.map {
            ["field": .string($0.name), "old": JSONValue($0.old), "new": JSONValue($0.new)]
          })
      ),
    ])
  }
}
