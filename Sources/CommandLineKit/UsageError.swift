/// A command line that does not fit its declaration.
package struct UsageError: Error, Equatable, CustomStringConvertible {
  /// What is wrong and what was expected, in one lower-case sentence.
  package let message: String
  /// The command that was given, as `leadmill run`; empty when it is not known.
  package let command: String

  package init(_ message: String, command: String = "") {
    self.message = message
    self.command = command
  }

  /// The message, and where help is to be had.
  package var description: String {
    command.isEmpty ? message : "\(message)\ntry '\(command) --help' for all options"
  }
}
