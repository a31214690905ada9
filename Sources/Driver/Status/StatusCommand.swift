import CommandLineKit
import Definitions
import LeadModel
import StageKit

/// `leadmill status`: the last runs, what is pending, and which nights are missing.
enum StatusCommand: DriverCommand {
  static let declaration = CommandDeclaration(
    name: "status",
    summary: "show the last runs, what is pending, and which nights are missing",
    discussion: """
      Nights are missed by the pipelines of the configuration folder that have schedule: nightly, \
      from the first date that they ran for.
      """,
    options: [
      StageOptions.workspace, StageOptions.asOf, StageOptions.config,
      OptionDeclaration("runs", value: "N", summary: "how many runs to show", default: "10"),
      StageOptions.json,
    ],
    examples: ["leadmill status --workspace ws", "leadmill status --workspace ws --json"])

  static func run(_ arguments: ParsedArguments) throws -> Outcome {
    let asOf = try CommonArguments.asOf(arguments)
    let count = try arguments.integer("runs", in: 1...10_000) ?? 10
    let (workspace, database) = try ExistingWorkspace.open(arguments)
    let status = try WorkspaceStatus(
      of: workspace, database, asOf: asOf, runCount: count,
      nightlyPipelines: nightlyPipelines(CommonArguments.configuration(arguments)))
    if arguments.flag(StageOptions.json.name) {
      Output.line(status.json.text(indented: true))
    } else {
      for line in status.lines { Output.line(line) }
    }
    return .done
  }

  /// Names of the pipelines that are to run every night. A file that cannot be read is none: what
  /// is wrong with it is for `doctor` to say.
  private static func nightlyPipelines(_ configuration: ConfigurationFolder) -> [String] {
    FilePaths.files(in: configuration.path, suffix: ".yaml").compactMap { path in
      guard let root = try? DefinitionNode.load(path: path), root["stages"] != nil,
        (try? root.string("schedule", default: "")) == PipelineDefinition.Schedule.nightly.rawValue
      else { return nil }
      return try? root.string("name")
    }
  }
}
