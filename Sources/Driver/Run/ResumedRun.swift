import Bytes
import CommandLineKit
import LeadModel
import StageKit
import Store

/// `leadmill run --resume`: the last run, from the stage that did not end well.
enum ResumedRun {
  private struct LastRun {
    let id: String
    let asOf: Timestamp
    let state: String
    let arguments: String
  }

  static func run(_ arguments: ParsedArguments) throws -> Outcome {
    for option in ["input", StageOptions.asOf.name, StageOptions.dryRun.name]
    where arguments.isGiven(option) {
      throw UsageError(
        "option '--resume' does not go with '--\(option)'; a run is resumed with its own date and "
          + "input", command: "leadmill run")
    }
    let workspace = CommonArguments.workspace(arguments)
    guard workspace.exists else {
      throw StageFailure(
        .badConfiguration, "found no workspace in '\(workspace.root)'; correct --workspace")
    }
    let log = Log(program: "leadmill")
    guard let last = try lastRun(arguments, in: workspace) else {
      log.info("", "nothing to resume: no pipeline has run")
      return .nothingToDo
    }
    guard last.state != "done" else {
      log.info("", "nothing to resume: \(last.id) ended well")
      return .nothingToDo
    }
    let plan = try plan(last, arguments)
    return try PipelineProgram(
      plan, supplement: plan.pipeline.name == UndoCommand.name ? UndoCommand.supplement : nil
    ).perform()
  }

  private static func lastRun(
    _ arguments: ParsedArguments, in workspace: Workspace
  ) throws -> LastRun? {
    let database = try Database(path: workspace.databasePath, mode: .readOnly)
    let pipeline = try arguments.operands.first.map { operand in
      try RunCommand.plan(pipeline: operand, arguments).pipeline.name
    }
    return try database.query("driver-run-last").first(SQLValue(pipeline)) { row in
      LastRun(
        id: row.text(0), asOf: Timestamp(seconds: row.int(2)), state: row.text(3),
        arguments: row.text(5))
    }
  }

  /// The plan of the run as it was, read from the command line that the ledger kept.
  private static func plan(_ last: LastRun, _ arguments: ParsedArguments) throws -> RunPlan {
    let workspace = CommonArguments.workspace(arguments)
    let kept = try CellJSON.decode(last.arguments)
    // Options come before what may be operands after `--`.
    let added = ["--workspace=\(workspace.root)", "--as-of=\(last.asOf)"]
    let words = kept.prefix(1) + added + kept.dropFirst()
    let parsed = try Driver.declaration.parse(Array(words))
    var plan =
      switch parsed.command {
      case ["import"]: try ImportCommand.plan(parsed)
      case [UndoCommand.name]: try UndoCommand.plan(parsed)
      default: try RunCommand.plan(pipeline: parsed.operands.first ?? "", parsed)
      }
    plan.resumed = last.id
    plan.isJSON = arguments.flag(StageOptions.json.name)
    plan.maximumRejectedShare = try RunOptions.maximumRejectedShare(arguments)
    return plan
  }
}
