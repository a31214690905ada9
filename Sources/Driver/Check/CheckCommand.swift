import CommandLineKit
import StageKit

/// `leadmill check`: one record through the validation that a whole import goes through.
enum CheckCommand: DriverCommand {
  static let declaration = CommandDeclaration(
    name: "check", summary: "validate one record and print its normalised values and findings",
    options: [])

  static func run(_ arguments: ParsedArguments) throws -> Outcome {
    .done
  }
}
