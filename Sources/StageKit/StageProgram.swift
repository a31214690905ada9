internal import CommandLineKit
internal import Glibc
internal import LeadModel
internal import Store

/// Runs a stage as a program: the stage contract from the command line to the exit code.
package enum StageProgram {
  package static func main(_ declaration: StageDeclaration) -> Never {
    // A reader that went away must not end a batch half way: writing to it is given up instead.
    signal(SIGPIPE, SIG_IGN)
    Memory.prepare()
    let arguments = Array(CommandLine.arguments.dropFirst())
    exit(run(declaration, arguments: arguments).rawValue)
  }

  static func run(_ declaration: StageDeclaration, arguments: [String]) -> Outcome {
    let command = declaration.command
    do {
      let parsed = try command.parse(arguments)
      switch parsed.request {
      case .help:
        Output.write(command.help(), to: STDOUT_FILENO)
        return .done
      case .version:
        Output.line("\(command.name) \(Version.text)")
        return .done
      case nil:
        if let stream = declaration.stream {
          if let outcome = try stream(parsed) { return outcome }
          guard parsed.isGiven(StageOptions.workspace.name) else {
            throw UsageError("missing option '--workspace DIR'", command: command.name)
          }
        }
        return try StageRun(declaration, parsed, arguments).perform()
      }
    } catch {
      let failure = StageFailure(error)
      Log(program: command.name).error("", failure.message)
      return failure.outcome
    }
  }
}

/// One run of a stage, from the workspace's lock to the ledger's last entry.
private struct StageRun {
  let declaration: StageDeclaration
  let arguments: ParsedArguments
  let words: [String]
  let log: Log

  init(_ declaration: StageDeclaration, _ arguments: ParsedArguments, _ words: [String]) {
    self.declaration = declaration
    self.arguments = arguments
    self.words = words
    log = Log(
      program: declaration.programName,
      format: Log.Format(rawValue: arguments.value(StageOptions.log.name) ?? "") ?? .text)
  }

  func perform() throws -> Outcome {
    let started = Clock.milliseconds()
    let asOf = try CommonArguments.asOf(arguments)
    let workers = try CommonArguments.workers(arguments)
    let workspace = CommonArguments.workspace(arguments)
    try workspace.create()
    let lock = try WorkspaceLock.acquire(workspace, purpose: declaration.programName)
    return try withExtendedLifetime(lock) {
      let database = try Database(path: workspace.databasePath, mode: .readWrite)
      let isDryRun = arguments.flag(StageOptions.dryRun.name)
      if isDryRun { try database.beginRehearsal() }
      defer { if isDryRun { try? database.rollbackRehearsal() } }
      let isOwnRun = arguments.value("run") == nil
      let runID = try startRun(asOf: asOf, in: database)
      let context = StageContext(
        arguments: arguments, workspace: workspace,
        configuration: CommonArguments.configuration(arguments), database: database, asOf: asOf,
        workers: workers, log: log, runID: runID,
        stageRunID: try RunLedger.startStage(
          declaration.name, runID: runID, asOf: asOf, arguments: words, in: database),
        declaration: declaration,
        reporter: ProgressReporter(
          program: declaration.programName, choice: arguments.value(StageOptions.progress.name)))
      let (outcome, failure) = StageWork.perform(declaration, context)
      // The ledger of a broken database cannot be kept; what failed first is what counts.
      do {
        try RunLedger.endStage(
          context.stageRunID, outcome: outcome, milliseconds: Clock.milliseconds() - started,
          error: failure, in: database)
        if isOwnRun {
          try RunLedger.endRun(
            id: runID, state: .init(outcome), exitCode: outcome.rawValue, in: database)
        }
      } catch  where failure != nil {
        log.warning("", "the ledger could not be written: \(StageFailure(error).message)")
      }
      report(context, outcome, failure, milliseconds: Clock.milliseconds() - started)
      return outcome
    }
  }

  /// The run that this stage run belongs to: the one that is named, else one of its own.
  private func startRun(asOf: Timestamp, in database: Database) throws -> String {
    if let id = arguments.value("run") {
      let isKnown = try database.query("ledger-run-exists").first(.text(id)) { _ in true } ?? false
      // The driver has made the entry; an outside engine leaves that to the first stage.
      if !isKnown {
        try RunLedger.startRun(
          id: id, pipeline: declaration.name, asOf: asOf, arguments: words, in: database)
      }
      return id
    }
    let id = try RunLedger.nextID(pipeline: declaration.name, asOf: asOf, in: database)
    try RunLedger.startRun(
      id: id, pipeline: declaration.name, asOf: asOf, arguments: words, in: database)
    return id
  }

  private func report(
    _ context: StageContext, _ outcome: Outcome, _ failure: String?, milliseconds: Int64
  ) {
    context.reporter.finish()
    if arguments.flag(StageOptions.json.name) {
      let counts = Disposition.allCases.map {
        (key: $0.rawValue, value: JSONValue.int(Int64(context.counts[$0])))
      }
      var members: [(key: String, value: JSONValue)] = [
        ("stage", .string(declaration.name)), ("run", .string(context.runID)),
        ("as_of", .string(context.asOf.description)), ("exit", .int(Int64(outcome.rawValue))),
        ("in", .int(Int64(context.counts.rowsIn))),
      ]
      members += counts + [("milliseconds", .int(milliseconds))]
      if !context.steps.isEmpty {
        members.append(("milliseconds_of_steps", .object(context.steps)))
      }
      members += context.results
      if let failure { members.append(("error", .string(failure))) }
      Output.line(JSONValue.object(members).text())
    } else {
      Output.line("\(declaration.name): \(context.counts.equation)")
    }
    if let failure { log.error("", failure) }
    if outcome == .nothingToDo { log.info("", "nothing to do") }
  }
}
