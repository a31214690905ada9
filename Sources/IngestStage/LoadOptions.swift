import CommandLineKit
import Definitions
import StageKit

/// The options that say what rows may do to known records.
enum LoadOptions {
  static let all = [
    OptionDeclaration(
      "mode", value: "MODE",
      summary: "create: new records only; update: known records only; upsert: both; "
        + "default: as the mapping says, else upsert",
      choices: LoadRules.Mode.allCases.map(\.rawValue)),
    OptionDeclaration(
      "key", value: "FIELD,...",
      summary: "fields that tell which record a row is about, as email or phone; "
        + "default: as the mapping says, else external_id"),
    OptionDeclaration(
      "fill-only-empty",
      summary: "give values only to fields that have none; a refusal of consent always counts"),
  ]

  /// The rules for a file: its mapping's, with what the command line says instead.
  ///
  /// - Throws: `StageFailure` for a key that the file's kind does not have.
  static func rules(
    of file: OpenedFile, _ arguments: ParsedArguments
  ) throws(StageFailure) -> LoadRules {
    do {
      return try file.loading.overridden(
        mode: arguments.value("mode"), key: arguments.value("key"),
        fillsOnlyEmpty: arguments.flag("fill-only-empty"), kind: file.mapping.kind)
    } catch {
      throw StageFailure(.badConfiguration, "\(file.name): --key: \(error.message)")
    }
  }
}
