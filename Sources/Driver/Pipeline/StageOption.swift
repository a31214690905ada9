import LeadModel
import CommandLineKit
import Definitions
import StageKit

/// One entry under a stage's `options`, checked against the stage's command line.
enum StageOption {
  /// Options that the driver gives to every stage itself.
  private static let reserved = [
    "workspace", "run", "as-of", "config", "dry-run", "log", "progress", "json", "workers",
  ]

  /// The arguments that an entry stands for.
  ///
  /// - Throws: `DefinitionError` when the stage has no such option or the value does not fit.
  static func arguments(
    key: DefinitionNode, value: DefinitionNode, of stage: StageDeclaration
  ) throws(DefinitionError) -> [String] {
    // YAML files write words apart by `_`, command lines by `-`; both are understood.
    let written = try key.string()
    let name = written.split(separator: "_", omittingEmptySubsequences: false)
      .joined(separator: "-")
    guard !reserved.contains(name) else {
      throw key.failure(
        "found '\(written)', which 'leadmill run' gives to every stage; "
          + "remove it here and use 'leadmill run --\(name)'")
    }
    guard let option = stage.options.first(where: { $0.name == name }) else {
      let names = stage.options.map(\.name)
      let hint = NearestName.hint(for: name, among: names)
      let expected =
        names.isEmpty ? ", expected none" : ", expected one of \(names.joined(separator: ", "))"
      throw key.failure(
        "found unknown option '\(written)' of stage '\(stage.name)'"
          + (hint.isEmpty ? expected : hint))
    }
    guard option.value != nil else {
      return try value.bool() ? ["--\(name)"] : []
    }
    if value.kind == .sequence {
      guard option.repeats else {
        throw value.failure("found a list for '\(written)', expected one value")
      }
      var arguments: [String] = []
      for item in try value.sequence() { arguments.append(try argument(option, item)) }
      return arguments
    }
    return [try argument(option, value)]
  }

  private static func argument(
    _ option: OptionDeclaration, _ value: DefinitionNode
  ) throws(DefinitionError) -> String {
    let text = try value.string()
    guard option.choices.isEmpty || option.choices.contains(text) else {
      let hint = NearestName.hint(for: text, among: option.choices)
      throw value.failure(
        "found '\(text)' for '\(option.name)', expected one of "
          + option.choices.joined(separator: ", ") + hint)
    }
    return "--\(option.name)=\(text)"
  }
}
