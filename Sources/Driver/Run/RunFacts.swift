import Bytes
import LeadModel
import StageKit
import Store

/// The facts of a run as the ledger has them, for `runs/<id>/run.json` and for summaries.
struct RunFacts {
  struct StageFacts {
    let stage: String
    let arguments: String
    let asOf: Timestamp
    let state: String
    let exitCode: Int64?
    let counts: RowCounts
    let startedAt: Timestamp
    let endedAt: Timestamp?
    let milliseconds: Int64?
    let error: String?
  }

  let id: String
  let pipeline: String
  let asOf: Timestamp
  let state: String
  let exitCode: Int64?
  let arguments: String
  let startedAt: Timestamp
  let endedAt: Timestamp?
  /// In the order in which they ran; a stage that was resumed is there once a pass.
  let stages: [StageFacts]

  /// - Returns: nil when the ledger knows no such run.
  init?(id: String, in database: Database) throws {
    let header = try database.query("driver-run-facts").first(.text(id)) { row in
      (
        pipeline: row.text(1), asOf: row.int(2), state: row.text(3), exitCode: row.optionalInt(4),
        arguments: row.text(5), startedAt: row.int(6), endedAt: row.optionalInt(7)
      )
    }
    guard let header else { return nil }
    self.id = id
    pipeline = header.pipeline
    asOf = Timestamp(seconds: header.asOf)
    state = header.state
    exitCode = header.exitCode
    arguments = header.arguments
    startedAt = Timestamp(seconds: header.startedAt)
    endedAt = header.endedAt.map { Timestamp(seconds: $0) }
    var stages: [StageFacts] = []
    try database.query("driver-run-stage-facts").rows(.text(id)) { row in
      stages.append(
        StageFacts(
          stage: row.text(1), arguments: row.text(2), asOf: Timestamp(seconds: row.int(3)),
          state: row.text(4), exitCode: row.optionalInt(5),
          counts: RowCounts(row: row, firstColumn: 6), startedAt: Timestamp(seconds: row.int(13)),
          endedAt: row.optionalInt(14).map { Timestamp(seconds: $0) },
          milliseconds: row.optionalInt(15), error: row.optionalText(16)))
    }
    self.stages = stages
  }

  /// Whether no stage changed anything: all rows that were taken up were as they had been. The rows
  /// of report are workbooks, which show the run and so are new with every run.
  var isNothingNew: Bool {
    stages.allSatisfy { $0.stage == "report" || $0.counts.rowsOut == $0.counts.unchanged }
  }

  var json: JSONValue {
    .object([
      ("run", .string(id)), ("pipeline", .string(pipeline)), ("as_of", .string("\(asOf)")),
      ("state", .string(state)), ("exit", exitCode.map { .int($0) } ?? .null),
      ("arguments", Self.words(arguments)), ("started_at", .string("\(startedAt)")),
      ("ended_at", JSONValue(endedAt.map { "\($0)" })),
      ("stages", .array(stages.map { Self.json($0) })),
    ])
  }

  private static func json(_ stage: StageFacts) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("stage", .string(stage.stage)), ("arguments", words(stage.arguments)),
      ("as_of", .string("\(stage.asOf)")), ("state", .string(stage.state)),
      ("exit", stage.exitCode.map { .int($0) } ?? .null), ("in", .int(Int64(stage.counts.rowsIn))),
    ]
    for disposition in Disposition.allCases {
      members.append((disposition.rawValue, .int(Int64(stage.counts[disposition]))))
    }
    members += [
      ("foots", .bool(stage.counts.foots)), ("started_at", .string("\(stage.startedAt)")),
      ("ended_at", JSONValue(stage.endedAt.map { "\($0)" })),
      ("milliseconds", stage.milliseconds.map { .int($0) } ?? .null),
      ("error", JSONValue(stage.error)),
    ]
    return .object(members)
  }

  /// A JSON array of strings as the ledger keeps command lines.
  private static func words(_ text: String) -> JSONValue {
    .array(((try? CellJSON.decode(text)) ?? []).map { .string($0) })
  }
}

extension RowCounts {
  /// Reads rows in and the dispositions in their order from consecutive columns.
  init(row: Statement, firstColumn: Int) {
    self.init(rowsIn: Int(row.int(firstColumn)))
    for (offset, disposition) in Disposition.allCases.enumerated() {
      self[disposition] = Int(row.int(firstColumn + 1 + offset))
    }
  }
}
