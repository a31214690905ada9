internal import CommandLineKit
package import LeadModel
package import Store

/// Several stages one after the other on the same state of the store, of which nothing is kept: each
/// sees what the one before it would leave.
///
/// All of it is one transaction that is rolled back, so it costs what the work itself costs and no
/// copy of the store. A stage whose workers read on connections of their own has to ask
/// `isPartOfRehearsal` and read on the one connection then; ingest, validate and undo do.
package enum StageRehearsal {
  package struct Step: Sendable {
    let declaration: StageDeclaration
    let words: [String]

    /// - Parameters:
    ///   - declaration: the stage.
    ///   - words: its command line without what the rehearsal itself adds.
    package init(_ declaration: StageDeclaration, _ words: [String]) {
      self.declaration = declaration
      self.words = words
    }
  }

  /// What one stage did, or why it stopped.
  package struct Result: Sendable {
    package let stage: String
    package let runID: String
    package let stageRunID: Int64
    package let outcome: Outcome
    package let counts: RowCounts
    package let failure: String?
  }

  /// Rehearses stages up to the first that fails, and lets the caller look at what they did.
  ///
  /// - Parameters:
  ///   - steps: all on the same workspace and date.
  ///   - workspace: made when it is missing.
  ///   - purpose: what the lock says to others.
  ///   - isUnfinished: whether the stages have more to do and are rehearsed again, asked after the
  ///     last of them with the id of their run.
  ///   - prepare: reads the store before.
  ///   - read: reads the store after.
  /// - Returns: what `read` gives.
  /// - Throws: `StageFailure` when another run holds the workspace, and what the closures throw.
  package static func run<Before, After>(
    _ steps: [Step], workspace: Workspace, purpose: String,
    isUnfinished: (Database, String) throws -> Bool = { _, _ in false },
    prepare: (Database) throws -> Before,
    read: (Database, Before, [Result]) throws -> After
  ) throws -> After {
    try workspace.create()
    let lock = try WorkspaceLock.acquire(workspace, purpose: purpose)
    return try withExtendedLifetime(lock) {
      let database = try Database(path: workspace.databasePath, mode: .readWrite)
      try database.beginRehearsal()
      defer { try? database.rollbackRehearsal() }
      let before = try prepare(database)
      var results: [Result] = []
      var runID: String?
      repeat {
        for step in steps {
          let result = try perform(step, run: runID, workspace: workspace, in: database)
          results.append(result)
          runID = result.runID
          guard [.done, .rejectedRows, .nothingToDo].contains(result.outcome) else {
            return try read(database, before, results)
          }
        }
      } while try runID.map { try isUnfinished(database, $0) } ?? false
      return try read(database, before, results)
    }
  }

  /// Rehearses a stage, in a run of its own unless one is given.
  private static func perform(
    _ step: Step, run: String?, workspace: Workspace, in database: Database
  ) throws -> Result {
    let declaration = step.declaration
    let words =
      ["--workspace=\(workspace.root)", "--dry-run", "--json"] + step.words
    let arguments = try declaration.command.parse(words)
    let asOf = try CommonArguments.asOf(arguments)
    let runID =
      try run ?? RunLedger.nextID(pipeline: declaration.name, asOf: asOf, in: database)
    if run == nil {
      try RunLedger.startRun(
        id: runID, pipeline: declaration.name, asOf: asOf, arguments: words, in: database)
    }
    let context = StageContext(
      arguments: arguments, workspace: workspace,
      configuration: CommonArguments.configuration(arguments), database: database, asOf: asOf,
      workers: try CommonArguments.workers(arguments), log: Log(program: declaration.programName),
      runID: runID,
      stageRunID: try RunLedger.startStage(
        declaration.name, runID: runID, asOf: asOf, arguments: words, in: database),
      declaration: declaration,
      reporter: ProgressReporter(
        program: declaration.programName, choice: arguments.value(StageOptions.progress.name)),
      isPartOfRehearsal: true)
    defer { context.reporter.finish() }
    let (outcome, failure) = StageWork.perform(declaration, context)
    return Result(
      stage: declaration.name, runID: runID, stageRunID: context.stageRunID, outcome: outcome,
      counts: context.counts, failure: failure)
  }
}

/// A stage's work from its body to its outcome.
enum StageWork {
  static func perform(
    _ declaration: StageDeclaration, _ context: StageContext
  ) -> (Outcome, String?) {
    do {
      try declaration.body(context)
      try context.transaction {}
      guard context.counts.foots else {
        throw StageFailure(
          .internalFault,
          "rows were not conserved: \(context.counts.equation); "
            + "this is a fault of the program, please report it with the equation")
      }
      if context.counts.rejected > 0 { return (.rejectedRows, nil) }
      return (context.counts.rowsIn == 0 && !context.hasWorked ? .nothingToDo : .done, nil)
    } catch {
      let failure = StageFailure(error)
      return (failure.outcome, failure.message)
    }
  }
}
