import LeadModel
import StageKit
import Store

/// A run of a pipeline from the workspace's lock to the summary that a person reads.
struct PipelineProgram {
  /// What a command has to say about its run besides what every run has.
  struct Supplement: Sendable {
    let lines: @Sendable (Database, String) throws -> [String]
    let members: @Sendable (Database, String) throws -> [(key: String, value: JSONValue)]
  }

  let plan: RunPlan
  private let supplement: Supplement?
  private let log: Log

  init(_ plan: RunPlan, supplement: Supplement? = nil) {
    self.plan = plan
    self.supplement = supplement
    let isJSON = plan.commonOptions.contains("--log=json")
    log = Log(program: "leadmill", format: isJSON ? .json : .text)
  }

  func perform() throws -> Outcome {
    let programs = try StagePrograms()
    try programs.require(plan.pipeline.steps.map(\.stage))
    try plan.workspace.create()
    // `leadmill import` runs a pipeline of its own name.
    let command = plan.words.first ?? ""
    let words = command == plan.pipeline.name ? [command] : [command, plan.pipeline.name]
    let lock = try WorkspaceLock.acquire(
      plan.workspace, purpose: "leadmill \(words.joined(separator: " "))")
    let database = try Database(path: plan.workspace.databasePath, mode: .readWrite)
    let runID = try startRun(in: database)
    let signals = SignalInbox()
    let run = PipelineRun(
      plan: plan, runID: runID, database: database, lock: lock, programs: programs,
      signals: signals, log: log)
    let started = Clock.milliseconds()
    let ending = try perform(run, in: database)
    switch ending {
    case .outcome(let outcome):
      try summarise(
        runID, outcome, milliseconds: Clock.milliseconds() - started, in: database)
      return outcome
    case .interrupted(let signal):
      if plan.isJSON { try printFacts(runID, in: database) }
      guard signal > 0 else { return .internalFault }
      log.error("", "\(runID) interrupted; continue with 'leadmill run --resume'")
      signals.die(by: signal)
      return .internalFault
    }
  }

  /// Runs the pipeline; when the driver itself fails, the run is marked as failed if it can be.
  private func perform(_ run: PipelineRun, in database: Database) throws -> PipelineRun.Ending {
    do {
      return try run.perform()
    } catch {
      let outcome = StageFailure(error).outcome
      if !plan.isDryRun {
        try? RunLedger.endRun(
          id: run.runID, state: .failed, exitCode: outcome.rawValue, in: database)
      }
      throw error
    }
  }

  private func startRun(in database: Database) throws -> String {
    let name = plan.pipeline.name
    let id =
      try plan.resumed ?? RunLedger.nextID(pipeline: name, asOf: plan.asOf, in: database)
    // A rehearsal leaves no trace; its stages make an entry that they undo.
    if !plan.isDryRun {
      try RunLedger.startRun(
        id: id, pipeline: name, asOf: plan.asOf, arguments: plan.words, in: database)
    }
    let verb = plan.resumed == nil ? "begins" : "goes on"
    log.info("", "run \(id) \(verb)\(plan.isDryRun ? " as a rehearsal" : ""), as of \(plan.asOf)")
    return id
  }

  // MARK: Summary

  private func summarise(
    _ runID: String, _ outcome: Outcome, milliseconds: Int64, in database: Database
  ) throws {
    if plan.isJSON { return try printFacts(runID, in: database) }
    let seconds = "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
    Output.line("")
    Output.line("run \(runID): \(outcome.meaning), \(seconds)")
    guard outcome == .done || outcome == .rejectedRows, !plan.isDryRun else { return }
    for line in try supplement?.lines(database, runID) ?? [] { Output.line(line) }
    if let facts = try RunFacts(id: runID, in: database), facts.isNothingNew {
      Output.line("nothing new")
    }
    // A rehearsal's workbook says what would have happened.
    let workbooks = FilePaths.files(in: plan.workspace.outputFolder, suffix: ".xlsx")
    list("workbooks:", workbooks.filter { !$0.hasSuffix(ImportRehearsal.workbookName) })
    list(
      "rejected rows, to be corrected and imported again:",
      FilePaths.files(in: plan.workspace.rejectsFolder, suffix: ".xlsx"))
  }

  private func list(_ title: String, _ paths: [String]) {
    guard !paths.isEmpty else { return }
    Output.line(title)
    for path in paths { Output.line("  \(path)") }
  }

  private func printFacts(_ runID: String, in database: Database) throws {
    guard let facts = try RunFacts(id: runID, in: database),
      case .object(let members) = facts.json
    else { return }
    let workbooks = FilePaths.files(in: plan.workspace.outputFolder, suffix: ".xlsx")
    let more = try supplement?.members(database, runID) ?? []
    Output.line(
      JSONValue.object(
        members + more + [("workbooks", .array(workbooks.map { .string($0) }))]
      )
      .text(indented: true))
  }
}
