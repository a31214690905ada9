import CommandLineKit
import StageKit

/// One subcommand of `leadmill`.
protocol DriverCommand: SendableMetatype {
  static var declaration: CommandDeclaration { get }

  /// Does the command's work, with results on standard output.
  ///
  /// - Throws: anything that `StageFailure` turns into an exit code and a message.
  static func run(_ arguments: ParsedArguments) throws -> Outcome
}
