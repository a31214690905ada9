import CommandLineKit
import StageKit

/// Options that `run` and `import` share.
enum RunOptions {
  static let maximumRejectedShare = OptionDeclaration(
    "max-rejected-share", value: "SHARE",
    summary: "gate for this run: share of rows, 0 to 1, that a stage may reject; default: the "
      + "pipeline's")

  static let shared = [
    StageOptions.workspace, StageOptions.asOf, StageOptions.config, StageOptions.dryRun,
    maximumRejectedShare, StageOptions.workers, StageOptions.progress, StageOptions.log,
    StageOptions.json,
  ]

  /// The gate of the command line, if one is given.
  ///
  /// - Throws: `UsageError` for anything but a share.
  static func maximumRejectedShare(_ arguments: ParsedArguments) throws(UsageError) -> Double? {
    guard let text = arguments.value(maximumRejectedShare.name) else { return nil }
    guard let share = Double(text), (0...1).contains(share) else {
      throw UsageError(
        "option '--\(maximumRejectedShare.name)': '\(text)' is not a number from 0 to 1")
    }
    return share
  }

  /// Options that are handed on to every stage as they are.
  static func common(_ arguments: ParsedArguments) throws(UsageError) -> [String] {
    _ = try CommonArguments.workers(arguments)
    var options: [String] = []
    for option in [StageOptions.workers, StageOptions.progress, StageOptions.log]
    where arguments.isGiven(option.name) {
      options.append("--\(option.name)=\(arguments.value(option.name) ?? "")")
    }
    return options
  }
}
