import CommandLineKit
import StageKit

/// `leadmill run`: a pipeline from its file.
enum RunCommand: DriverCommand {
  static let declaration = CommandDeclaration(
    name: "run",
    summary: "run the stages of a pipeline in order",
    discussion: """
      Takes the workspace's lock, runs each stage as a process of its own, records every stage run \
      in the ledger and in runs/ID/run.json, and stops at the first failed gate.

      A pipeline is named by its file, or by its name in the configuration folder. Inputs are files \
      and folders; without any, the pipeline's own are taken, else the workspace's inbox.
      """,
    options: [
      OptionDeclaration(
        "input", short: "i", value: "PATH", summary: "a file or folder to ingest", repeats: true),
      OptionDeclaration(
        "resume",
        summary: "go on with the last run from the stage that failed or was interrupted, with its "
          + "date and arguments"),
    ] + RunOptions.shared,
    operands: [OperandDeclaration("PIPELINE", summary: "file or name", required: false)],
    examples: [
      "leadmill run pipelines/nightly.yaml --workspace ws --as-of 2026-11-02",
      "leadmill run nightly --workspace ws --input sample-data",
      "leadmill run --resume --workspace ws",
    ])

  static func run(_ arguments: ParsedArguments) throws -> Outcome {
    if arguments.flag("resume") { return try ResumedRun.run(arguments) }
    guard let pipeline = arguments.operands.first else {
      throw UsageError("missing argument PIPELINE", command: "leadmill run")
    }
    return try PipelineProgram(plan(pipeline: pipeline, arguments)).perform()
  }

  /// The plan of a run as its command line has it.
  static func plan(pipeline operand: String, _ arguments: ParsedArguments) throws -> RunPlan {
    let file = pipelineFile(operand, arguments)
    let definition = try PipelineDefinition.load(path: file, stages: Stages.all)
    let given = arguments.values("input")
    for path in given where !FilePaths.exists(path) {
      throw StageFailure(
        .unusableInput, "found no file or folder '\(path)'; correct the path of --input")
    }
    let configuration = FilePaths.absolute(configurationFolder(file, arguments))
    let common = try RunOptions.common(arguments)
    let inputs = given.map { FilePaths.absolute($0) }
    var words = ["run", FilePaths.absolute(file), "--config=\(configuration)"] + common
    words += inputs.map { "--input=\($0)" }
    return RunPlan(
      pipeline: definition, workspace: CommonArguments.workspace(arguments),
      asOf: try CommonArguments.asOf(arguments), configuration: configuration,
      inputs: inputs.isEmpty ? definition.inputs : inputs,
      maximumRejectedShare: try RunOptions.maximumRejectedShare(arguments), commonOptions: common,
      isDryRun: arguments.flag(StageOptions.dryRun.name),
      isJSON: arguments.flag(StageOptions.json.name), words: words)
  }

  /// A path stands for itself, a bare name for a file of the configuration folder.
  private static func pipelineFile(_ operand: String, _ arguments: ParsedArguments) -> String {
    let isPath = operand.contains("/") || operand.hasSuffix(".yaml") || operand.hasSuffix(".yml")
    if isPath { return operand }
    return CommonArguments.configuration(arguments).path("\(operand).yaml")
  }

  /// The folder that is named or set, else the one that the pipeline's file is in.
  private static func configurationFolder(
    _ file: String, _ arguments: ParsedArguments
  ) -> String {
    let configuration = CommonArguments.configuration(arguments).path
    if arguments.isGiven(StageOptions.config.name) || FilePaths.exists(configuration) {
      return configuration
    }
    return file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
  }
}
