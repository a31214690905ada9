import Bytes
import LeadModel
import StageKit
import Store

/// The driver's view of one child's entry in the ledger, which the child itself writes.
struct StageRecord {
  let runID: String
  let stage: String
  let arguments: [String]
  let asOf: Timestamp
  let startedAt: Timestamp
  let milliseconds: Int64
  /// The last stage run that was there before the child began.
  let lastKnownID: Int64

  /// What the child counted; nil when it wrote no entry.
  func counts(in database: Database) throws -> RowCounts? {
    try Self.counts(runID: runID, stage: stage, after: lastKnownID, in: database)
  }

  /// The counts of a stage over all passes after a known stage run; nil when there is none.
  static func counts(
    runID: String, stage: String, after: Int64, in database: Database
  ) throws -> RowCounts? {
    try database.query("driver-stage-run-counts").first(.text(runID), .text(stage), .int(after)) {
      $0.int(0) > 0 ? RowCounts(row: $0, firstColumn: 1) : nil
    } ?? nil
  }

  /// Marks the child's entry as interrupted, or makes one for a child that left none.
  func markInterrupted(_ reason: String, in database: Database) throws {
    guard try counts(in: database) != nil else {
      try write(state: .interrupted, exitCode: nil, error: reason, in: database)
      return
    }
    try database.query("driver-stage-runs-interrupted").run(
      .int(Clock.now().seconds), .text(reason))
  }

  /// Writes an entry for a child that left none.
  func write(
    state: RunLedger.State, exitCode: Int32?, error: String?, in database: Database
  ) throws {
    try database.query("driver-stage-run-insert").run(named: [
      ":run_id": .text(runID), ":stage": .text(stage),
      ":arguments": .text(CellJSON.encode(arguments)), ":as_of": .int(asOf.seconds),
      ":state": .text(state.rawValue), ":exit_code": SQLValue(exitCode.map { Int64($0) }),
      ":started_at": .int(startedAt.seconds), ":now": .int(Clock.now().seconds),
      ":milliseconds": .int(milliseconds), ":error": SQLValue(error),
    ])
  }
}
