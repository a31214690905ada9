import CommandLineKit
import Definitions
import LeadModel
import Matching
import StageKit
import Store

/// Linking in steps over JSON lines, for an engine that parts and sorts the work itself: records to
/// keys, groups of one key to edges, edges to clusters.
enum LinkStream {
  /// A step, by its name on the command line.
  enum Step: String, CaseIterable {
    case keys, score, cluster
  }

  static let option = OptionDeclaration(
    "stream", value: "STEP",
    summary: "work on standard input: records to keys, sorted keys to edges, edges to clusters",
    choices: Step.allCases.map(\.rawValue))

  /// Runs the step that the arguments ask for; nil for none.
  static func run(_ arguments: ParsedArguments) throws -> Outcome? {
    guard let step = arguments.value(option.name).flatMap(Step.init) else { return nil }
    let configuration = CommonArguments.configuration(arguments)
    let rules = try MatchingDefinition.rules(of: configuration)
    let model = try model(arguments, configuration, rules.linkage)
    var lines = StreamLines(program: "leadmill-dedupe")
    switch step {
    case .keys: try KeyStream(rules: rules).run(&lines)
    case .score:
      var stream = ScoreStream(rules: rules, model: model)
      try stream.run(&lines)
    case .cluster:
      var stream = ClusterStream(rules: rules, model: model)
      try stream.run(&lines)
    }
    lines.flush()
    return lines.isReadable ? .done : .unusableInput
  }

  /// The model of a base that is named, else that of the configuration.
  private static func model(
    _ arguments: ParsedArguments, _ configuration: ConfigurationFolder, _ rules: LinkageRules
  ) throws -> LinkModel {
    guard arguments.isGiven(StageOptions.workspace.name) else {
      let database = try Database(path: ":memory:", mode: .memory)
      return try LinkModels(database: database, configuration: configuration, rules: rules)
        .initial()
    }
    let path = CommonArguments.workspace(arguments).databasePath
    let models = LinkModels(
      database: try Database(path: path, mode: .readOnly), configuration: configuration,
      rules: rules)
    return try models.current() ?? models.initial()
  }
}
