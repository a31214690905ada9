import Glibc
import LeadModel
import StageKit
import Store

/// One run of a pipeline: stage after stage as child processes, until the end or the first failure.
struct PipelineRun {
  /// How a run ended.
  enum Ending: Equatable {
    case outcome(Outcome)
    /// Somebody asked this program to stop; it has stopped.
    case interrupted(signal: Int32)
  }

  let plan: RunPlan
  let runID: String
  let database: Database
  let lock: WorkspaceLock
  let programs: StagePrograms
  let signals: SignalInbox
  let log: Log

  /// Runs the stages that are still to be run and keeps the ledger of it.
  func perform() throws -> Ending {
    let completed = try completedStages()
    var hasRejectedRows = try hasRejectedRows()
    for step in plan.pipeline.steps {
      if !completed.contains(step.stage), let ending = try take(step, &hasRejectedRows) {
        return try end(ending)
      }
      if step.stage == "ingest", let ending = try takeTurns(step, &hasRejectedRows) {
        return try end(ending)
      }
    }
    return try end(.outcome(hasRejectedRows ? .rejectedRows : .done))
  }

  /// Runs one stage.
  ///
  /// - Returns: how the run ends with it, nil when it goes on.
  private func take(
    _ step: PipelineDefinition.Step, _ hasRejectedRows: inout Bool
  ) throws -> Ending? {
    if plan.showsProgress {
      let number = 1 + (plan.pipeline.steps.firstIndex { $0.stage == step.stage } ?? 0)
      log.info("", "\(step.stage) (\(number) of \(plan.pipeline.steps.count))")
    }
    if let signal = signals.request { return .interrupted(signal: signal) }
    let ending = try run(step)
    if !plan.isDryRun { try writeFacts() }
    switch ending {
    case .outcome(.done), .outcome(.nothingToDo): break
    case .outcome(.rejectedRows): hasRejectedRows = true
    default: return ending
    }
    return nil
  }

  /// As long as files wait for validate, it and ingest take turns.
  private func takeTurns(
    _ ingest: PipelineDefinition.Step, _ hasRejectedRows: inout Bool
  ) throws -> Ending? {
    guard plan.pausesIngest,
      let validate = plan.pipeline.steps.first(where: { $0.stage == "validate" })
    else { return nil }
    var last: Int64 = -1
    while let taken = try paused() {
      guard taken > last else {
        log.error("", "ingest waits for validate, which has looked at all rows")
        return .outcome(.internalFault)
      }
      last = taken
      for step in [validate, ingest] {
        if let ending = try take(step, &hasRejectedRows) { return ending }
      }
    }
    return nil
  }

  private func paused() throws -> Int64? {
    try database.query("driver-ingest-paused").first(.text(runID)) { $0.int(0) }
  }

  /// What an earlier pass of this run has finished, up to the stage that failed. A stage counts only
  /// when it came after those before it: ingest and validate may have taken turns.
  private func completedStages() throws -> Set<String> {
    guard plan.resumed != nil else { return [] }
    var ends: [String: Int64] = [:]
    try database.query("driver-stages-completed").rows(.text(runID)) {
      ends[$0.text(0)] = $0.int(1)
    }
    var completed: Set<String> = []
    var last: Int64 = 0
    for step in plan.pipeline.steps {
      // A stage may have ended well and yet not have passed its gate.
      guard let end = ends[step.stage], end > last, try gateMessage(step) == nil else { break }
      completed.insert(step.stage)
      last = end
    }
    // Files that wait make work for all stages after ingest.
    return try paused() == nil ? completed : completed.intersection(["ingest"])
  }

  // MARK: One stage

  private func run(_ step: PipelineDefinition.Step) throws -> Ending {
    let lastID = try database.query("driver-stage-run-last-id").first { $0.int(0) } ?? 0
    let arguments = plan.arguments(for: step, runID: runID)
    let started = Clock.now()
    let startedMilliseconds = Clock.milliseconds()
    let child = ChildProcess(
      path: programs.path(of: step.stage), arguments: arguments,
      environment: ["\(WorkspaceLock.environmentVariable)=\(lock.descriptor)"],
      inherited: lock.descriptor, isQuiet: plan.isJSON)
    let ending = try child.run(signals: signals)
    let record = StageRecord(
      runID: runID, stage: step.stage, arguments: arguments, asOf: plan.asOf, startedAt: started,
      milliseconds: Clock.milliseconds() - startedMilliseconds, lastKnownID: lastID)
    switch ending {
    case .killed(let signal): return try died(step, signal: signal, record)
    case .exited(let code):
      guard let outcome = Outcome(rawValue: code) else {
        return try failed(step, "ended with the unknown exit code \(code)", record)
      }
      return plan.isDryRun ? .outcome(outcome) : try judge(step, outcome, record)
    }
  }

  /// Checks what the stage wrote into the ledger against its exit code and the pipeline's gates.
  private func judge(
    _ step: PipelineDefinition.Step, _ outcome: Outcome, _ record: StageRecord
  ) throws -> Ending {
    guard let counts = try record.counts(in: database) else {
      // It ended before it could write: bad usage, or a workspace that it could not open.
      try record.write(
        state: .init(outcome), exitCode: outcome.rawValue,
        error: "ended before it began: \(outcome.meaning)", in: database)
      return .outcome(outcome)
    }
    guard counts.foots else {
      log.error("", "\(step.stage): rows were not conserved: \(counts.equation)")
      return .outcome(.internalFault)
    }
    if outcome == .rejectedRows || outcome == .done || outcome == .nothingToDo,
      let message = try gateMessage(step)
    {
      log.error("", message)
      return .outcome(.gateFailed)
    }
    return .outcome(outcome)
  }

  /// What to say when more rows of a stage were rejected in this run than its gate allows.
  private func gateMessage(_ step: PipelineDefinition.Step) throws -> String? {
    let allowed = plan.maximumRejectedShare ?? step.maximumRejectedShare
    let counts = try StageRecord.counts(runID: runID, stage: step.stage, after: 0, in: database)
    guard let counts, counts.rowsIn > 0 else { return nil }
    let share = Double(counts.rejected) / Double(counts.rowsIn)
    guard share > allowed else { return nil }
    return "\(step.stage): \(counts.rejected) of \(counts.rowsIn) rows rejected "
      + "(\(percent(share))), the gate allows at most \(percent(allowed)); "
      + "correct the rows in '\(plan.workspace.rejectsFolder)' and import them, or raise "
      + "'max_rejected_share' (for one run: --max-rejected-share)"
  }

  private func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }

  private func died(
    _ step: PipelineDefinition.Step, signal: Int32, _ record: StageRecord
  ) throws -> Ending {
    let message = "killed by signal \(signal)"
    if !plan.isDryRun { try record.markInterrupted(message, in: database) }
    if let request = signals.lastRequest { return .interrupted(signal: request) }
    log.error("", "\(step.stage) was \(message); continue with 'leadmill run --resume'")
    return .interrupted(signal: 0)
  }

  private func failed(
    _ step: PipelineDefinition.Step, _ message: String, _ record: StageRecord
  ) throws -> Ending {
    if !plan.isDryRun { try record.markInterrupted(message, in: database) }
    log.error("", "\(step.stage) \(message)")
    return .outcome(.internalFault)
  }

  // MARK: The run

  private func end(_ ending: Ending) throws -> Ending {
    guard !plan.isDryRun else { return ending }
    switch ending {
    case .outcome(let outcome):
      try RunLedger.endRun(
        id: runID, state: .init(outcome), exitCode: outcome.rawValue, in: database)
    case .interrupted:
      try RunLedger.endRun(id: runID, state: .interrupted, exitCode: nil, in: database)
    }
    try writeFacts()
    return ending
  }

  /// Whether an earlier pass of this run rejected rows.
  private func hasRejectedRows() throws -> Bool {
    guard let facts = try RunFacts(id: runID, in: database) else { return false }
    return facts.stages.contains { $0.exitCode == Int64(Outcome.rejectedRows.rawValue) }
  }

  private func writeFacts() throws {
    guard let facts = try RunFacts(id: runID, in: database) else { return }
    let folder = "\(plan.workspace.runsFolder)/\(runID)"
    try Folder.create(folder)
    try FilePaths.replace("\(folder)/run.json", with: facts.json.text(indented: true) + "\n")
  }
}
