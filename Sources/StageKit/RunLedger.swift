package import LeadModel
package import Store

/// Entries of the ledger about runs and stage runs. Times in them are wall-clock times.
package enum RunLedger {
  /// How a run or stage run stands.
  package enum State: String, Sendable {
    case running, done, failed, interrupted

    /// The state that an exit code stands for.
    package init(_ outcome: Outcome) {
      self =
        switch outcome {
        case .done, .rejectedRows, .nothingToDo: .done
        default: .failed
        }
    }
  }

  /// An id that says pipeline, date and how many runs of it the workspace has seen, as
  /// `nightly-2026-11-02-1`: the same in two workspaces that did the same.
  package static func nextID(
    pipeline: String, asOf: Timestamp, in database: Database
  ) throws -> String {
    let stem = "\(pipeline)-\(asOf.date)"
    let number = try database.query("ledger-run-next-number").first(.text(stem)) { $0.int(0) }
    return "\(stem)-\(number ?? 1)"
  }

  /// Begins a run, or goes on with one; the caller holds the workspace's lock, so whatever else
  /// is marked as running has died and is marked as interrupted.
  package static func startRun(
    id: String, pipeline: String, asOf: Timestamp, arguments: [String], in database: Database
  ) throws {
    try database.inTransaction {
      try database.query("ledger-interrupt-runs").run(.text(id))
      try database.query("ledger-interrupt-stages").run()
      try database.query("ledger-run-start").run(
        .text(id), .text(pipeline), .int(asOf.seconds),
        .text(JSONValue.array(arguments.map { .string($0) }).text()), .int(Clock.now().seconds))
    }
  }

  package static func endRun(
    id: String, state: State, exitCode: Int32?, in database: Database
  ) throws {
    try database.query("ledger-run-end").run(
      .text(id), .text(state.rawValue), SQLValue(exitCode.map { Int64($0) }),
      .int(Clock.now().seconds))
  }

  /// Begins a stage run and says its id.
  static func startStage(
    _ stage: String, runID: String, asOf: Timestamp, arguments: [String], in database: Database
  ) throws -> Int64 {
    try database.inTransaction {
      try database.query("ledger-interrupt-stages").run()
      try database.query("ledger-stage-start").run(
        .text(runID), .text(stage),
        .text(JSONValue.array(arguments.map { .string($0) }).text()), .int(asOf.seconds),
        .int(Clock.now().seconds))
      return database.lastInsertID
    }
  }

  static func endStage(
    _ id: Int64, outcome: Outcome, milliseconds: Int64, error: String?, in database: Database
  ) throws {
    try database.query("ledger-stage-end").run(
      .int(id), .text(State(outcome).rawValue), .int(Int64(outcome.rawValue)),
      .int(Clock.now().seconds), .int(milliseconds), SQLValue(error))
  }
}
