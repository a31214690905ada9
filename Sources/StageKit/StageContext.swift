package import CommandLineKit
package import LeadModel
package import Store

/// What a stage works with: its arguments, the workspace, and the ledger that it writes.
///
/// Not Sendable: it belongs to the main thread, like the database.
package final class StageContext {
  package let arguments: ParsedArguments
  package let workspace: Workspace
  package let configuration: ConfigurationFolder
  package let database: Database
  /// The date that the work is done for; the only "now" there is.
  package let asOf: Timestamp
  /// Whether all work will be undone at the end.
  package let isDryRun: Bool
  /// Whether stages before this one have written what no other connection sees.
  package let isPartOfRehearsal: Bool
  /// Threads to work with, at least 1.
  package let workers: Int
  package let log: Log
  package let runID: String
  package let stageRunID: Int64
  /// Version of the stage's logic, part of every configuration hash.
  let stageName: String
  let stageVersion: Int
  let isJSON: Bool
  let reporter: ProgressReporter

  /// The conservation equation of this stage run. Add to `rowsIn` where rows are read; `record`
  /// counts the other side.
  package var counts = RowCounts()

  var dispositions = DispositionBuffer()
  var results: [(key: String, value: JSONValue)] = []
  /// Milliseconds of the steps of the work.
  private(set) var steps: [(key: String, value: JSONValue)] = []
  private(set) var hasWorked = false

  init(
    arguments: ParsedArguments, workspace: Workspace, configuration: ConfigurationFolder,
    database: Database, asOf: Timestamp, workers: Int, log: Log, runID: String, stageRunID: Int64,
    declaration: StageDeclaration, reporter: ProgressReporter, isPartOfRehearsal: Bool = false
  ) {
    self.arguments = arguments
    self.workspace = workspace
    self.configuration = configuration
    self.database = database
    self.asOf = asOf
    self.workers = workers
    self.log = log
    self.runID = runID
    self.stageRunID = stageRunID
    self.reporter = reporter
    self.isPartOfRehearsal = isPartOfRehearsal
    isDryRun = arguments.flag(StageOptions.dryRun.name)
    isJSON = arguments.flag(StageOptions.json.name)
    stageName = declaration.name
    stageVersion = declaration.version
  }

  // MARK: Work

  /// One bounded step: the work, its counts, its row outcomes and its high-water marks take effect
  /// together or not at all.
  package func transaction<R>(_ body: () throws -> R) throws -> R {
    let before = counts
    do {
      return try database.inTransaction {
        let result = try body()
        try flush()
        return result
      }
    } catch {
      counts = before
      dispositions.removeAll()
      throw error
    }
  }

  /// Says that the stage did something even though it took up no row.
  package func didWork() { hasWorked = true }

  // MARK: Results

  /// Shows how far the work is, on standard error and not too often.
  package func progress(done: Int, of total: Int?, unit: String) {
    reporter.update(done: done, of: total, unit: unit)
  }

  /// A figure of the result: a line for a person, a member of the object under `--json`.
  package func result(_ key: String, _ value: JSONValue) {
    results.append((key, value))
    guard !isJSON else { return }
    let label = String(key.map { $0 == "_" ? " " : $0 })
    switch value {
    case .string(let text): say("\(label): \(text)")
    case .array(let values):
      say("\(label):")
      for case .string(let text) in values { say("  \(text)") }
    default: say("\(label): \(value.text())")
    }
  }

  /// A figure for `--json` alone.
  package func figure(_ key: String, _ value: JSONValue) { results.append((key, value)) }

  /// Does a step of the work and notes how long it took, for `--json`.
  package func timed<R>(_ step: String, _ work: () throws -> R) rethrows -> R {
    let started = Clock.milliseconds()
    defer { note(milliseconds: Clock.milliseconds() - started, of: step) }
    return try work()
  }

  /// Notes how long a step took that was done beside others.
  package func note(milliseconds: Int64, of step: String) {
    steps.append((step, .int(milliseconds)))
  }

  /// A line of the result for a person; nothing under `--json`.
  package func say(_ line: String) {
    guard !isJSON else { return }
    reporter.finish()
    Output.line(line)
  }
}
