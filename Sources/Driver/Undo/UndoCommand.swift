import CommandLineKit
import ImportHistory
import LeadModel
import StageKit
import Store
import UndoStage
import ValidateStage

/// `leadmill undo`: imports are taken back, and what was derived from them with them.
enum UndoCommand: DriverCommand {
  static let name = "undo"

  static let declaration = CommandDeclaration(
    name: name,
    summary: "take an import back, with everything that follows from it",
    discussion: """
      Every record becomes what the rows that are left make of it, as if the file had never come: \
      new records go, changed values come back field by field, and what a later import brought \
      stays and is listed. Messages to people who go are cancelled; what was sent stays. Opt-outs, \
      withdrawals, unsubscriptions and erasures are never undone.

      The stages of import.yaml follow, so that entities, enrichment and scores are up to date. An \
      undo that was interrupted is finished by the same command, or by 'leadmill run --resume'. To \
      undo an undo, import the file again. --dry-run says what would happen.
      """,
    options: RunOptions.shared.filter { $0.name != RunOptions.maximumRejectedShare.name },
    operands: [
      OperandDeclaration(
        "IMPORT", summary: "the number of an import, or the name of its file", repeats: true)
    ],
    examples: [
      "leadmill undo 3 --workspace ws --dry-run",
      "leadmill undo leads-event.xlsx --workspace ws",
    ])

  static func run(_ arguments: ParsedArguments) throws -> Outcome {
    let (_, database) = try ExistingWorkspace.open(arguments)
    guard try UndoStage.hasWork(arguments.operands, in: database) else {
      Log(program: "leadmill").info("", "undone already: nothing to do")
      return .nothingToDo
    }
    let plan = try plan(arguments)
    return plan.isDryRun
      ? try rehearse(plan) : try PipelineProgram(plan, supplement: supplement).perform()
  }

  /// The pipeline of an import with the undo in the place of ingest.
  static func plan(_ arguments: ParsedArguments) throws -> RunPlan {
    let configuration = CommonArguments.configuration(arguments)
    let definition = try PipelineDefinition.load(
      path: configuration.path("import.yaml"), stages: Stages.all)
    let folder = FilePaths.absolute(configuration.path)
    let common = try RunOptions.common(arguments)
    let step = PipelineDefinition.Step(
      stage: UndoStage.declaration.name, options: [], maximumRejectedShare: 1)
    return RunPlan(
      pipeline: definition.replacingIngest(by: step, name: name),
      workspace: CommonArguments.workspace(arguments),
      asOf: try CommonArguments.asOf(arguments), configuration: folder,
      inputs: arguments.operands, commonOptions: common,
      isDryRun: arguments.flag(StageOptions.dryRun.name),
      isJSON: arguments.flag(StageOptions.json.name),
      words: [name, "--config=\(folder)"] + common + ["--"] + arguments.operands)
  }

  static let supplement = PipelineProgram.Supplement(
    lines: { database, run in
      UndoReportText(try report(run, in: database), isDryRun: false).lines
    },
    members: { database, run in [("undo", try report(run, in: database).json)] })

  private static func report(_ run: String, in database: Database) throws -> UndoReport {
    try UndoReport(
      run: run, since: UndoReport.start(ofRun: run, in: database), in: database)
  }

  /// Undoes and validates in one transaction that is rolled back; entities, enrichment and scores
  /// follow from the records.
  private static func rehearse(_ plan: RunPlan) throws -> Outcome {
    let common = ["--as-of=\(plan.asOf)", "--config=\(plan.configuration)"] + plan.commonOptions
    let steps = [
      StageRehearsal.Step(UndoStage.declaration, common + ["--"] + plan.inputs),
      StageRehearsal.Step(ValidateStage.declaration, common),
    ]
    let (report, results) = try StageRehearsal.run(
      steps, workspace: plan.workspace, purpose: "leadmill undo --dry-run",
      prepare: { try UndoReport.start($0) },
      read: { database, start, results in
        (
          try UndoReport(run: results.first?.runID ?? "", since: start, in: database), results
        )
      })
    if let failed = results.first(where: { $0.failure != nil }) {
      throw StageFailure(failed.outcome, failed.failure ?? "")
    }
    if plan.isJSON {
      let members: JSONValue = .object([
        ("dry_run", .bool(true)), ("as_of", .string(plan.asOf.description)), ("exit", .int(0)),
        ("undo", report.json),
      ])
      Output.line(members.text(indented: true))
    } else {
      for line in UndoReportText(report, isDryRun: true).lines { Output.line(line) }
    }
    return .done
  }
}
