internal import Bytes
package import LeadModel
package import StageKit
package import Store

/// What an import would do: read from a rehearsal of ingest and validate.
package struct ImportPreview: Sendable {
  package struct NewRecord: Sendable {
    package let kind: String
    package let place: RowPlace
    /// The first cells of the row that carry a field, as they came.
    package let text: String
  }

  package struct Rejection: Sendable {
    package let place: RowPlace
    package let code: String
    package let field: String
    package let value: String
    package let message: String
    package let suggestion: String?
  }

  /// Where ledger and findings ended before the rehearsal.
  package struct Start: Sendable {
    let change: Int64
    let finding: Int64

    package init(_ database: Database) throws {
      change = try database.query("history-last-change").first { $0.int(0) } ?? 0
      finding = try Doubt.end(of: database)
    }
  }

  /// Rows, and what would become of each.
  package let counts: RowCounts
  /// New records and rejections are listed up to a limit; the counts are whole.
  package let new: [NewRecord]
  package let changes: [RecordChange]
  package let rejections: [Rejection]
  package let doubts: [Doubt]
  package let risks: [RiskRanking.Risk]

  /// Entries of a list that are kept: as many as somebody can look through.
  package static let listLimit = 10_000

  package init(
    since start: Start, _ results: [StageRehearsal.Result], in database: Database
  ) throws {
    var counts = RowCounts()
    for result in results where result.stage == "validate" {
      for disposition in Disposition.allCases {
        counts[disposition] += result.counts[disposition]
      }
    }
    for result in results where result.stage == "ingest" {
      counts.rowsIn += result.counts.rowsIn
      counts.unchanged += result.counts.unchanged
      counts.duplicate += result.counts.duplicate
      counts.rejected += result.counts.rejected
    }
    self.counts = counts
    new = Array(
      try results.filter { $0.stage == "validate" }
        .flatMap { try Self.new($0.stageRunID, in: database) }.prefix(Self.listLimit))
    changes = try ChangeReader.changes(
      since: start.change, reason: "supplier update", in: database)
    rejections = try Self.rejections(since: start.finding, in: database)
    doubts = try Doubt.all(since: start.finding, in: database)
    risks = RiskRanking.riskiest(changes)
  }

  private static func new(_ stageRun: Int64, in database: Database) throws -> [NewRecord] {
    var records: [NewRecord] = []
    try database.query("history-new-rows").rows(.int(stageRun), .int(Int64(listLimit))) { row in
      let fields = try CellJSON.decode(row.text(5))
      let cells = try CellJSON.decode(row.text(6))
      let known = zip(fields, cells).filter { !$0.isEmpty && !$1.isEmpty }.map(\.1)
      records.append(
        NewRecord(
          kind: row.text(0),
          place: RowPlace(file: row.text(2), sheet: row.text(3), row: row.int(4)),
          text: known.prefix(4).joined(separator: " | ")))
    }
    return records
  }

  private static func rejections(since start: Int64, in database: Database) throws -> [Rejection] {
    var found: [Rejection] = []
    try database.query("history-rejections").rows(.int(start), .int(Int64(listLimit))) { row in
      found.append(
        Rejection(
          place: RowPlace(file: row.text(0), sheet: row.text(1), row: row.int(2)),
          code: row.text(3), field: row.text(4), value: row.text(5), message: row.text(6),
          suggestion: row.optionalText(7)))
    }
    return found
  }
}

/// Reads changes of records from the history.
enum ChangeReader {
  /// Changes since a point of the history for one reason, a record each, in their order.
  static func changes(
    since start: Int64, reason: String, in database: Database
  ) throws -> [RecordChange] {
    var changes: [RecordChange] = []
    var positions: [String: Int] = [:]
    try database.query("history-changes").rows(.int(start), .text(reason)) { row in
      let field = row.text(2)
      guard !RecordChange.derived.contains(field), field != "id" else { return }
      let change = RecordChange.Field(
        field, old: row.optionalText(3), new: row.optionalText(4))
      let key = "\(row.text(0)) \(row.int(1))"
      if let position = positions[key] {
        changes[position].add(change)
      } else {
        positions[key] = changes.count
        let place = row.optionalText(5).map {
          RowPlace(file: $0, sheet: row.text(6), row: row.int(7))
        }
        changes.append(
          RecordChange(kind: row.text(0), id: row.int(1), place: place, fields: [change]))
      }
    }
    for index in changes.indices where changes[index].kind == "lead" {
      changes[index].isInActiveSequence =
        try database.query("history-active-sequence").first(.int(changes[index].id)) { _ in
          true
        } ?? false
    }
    return changes.filter { !$0.fields.isEmpty }
  }
}

extension RecordChange {
  /// Takes in a later change of a field: from what it was first to what it is last.
  fileprivate mutating func add(_ field: Field) {
    guard let index = fields.firstIndex(where: { $0.name == field.name }) else {
      fields.append(field)
      return
    }
    let joined = Field(field.name, old: fields[index].old, new: field.new)
    if joined.old == joined.new { fields.remove(at: index) } else { fields[index] = joined }
  }
}
