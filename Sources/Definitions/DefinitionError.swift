/// A definition file that cannot be used, and the place where it goes wrong.
package struct DefinitionError: Error, Equatable, Sendable {
  /// The path as it was given to `DefinitionNode.load`.
  package let file: String
  /// From 1; 0 when the fault is not inside the file (it is missing, for example).
  package let line: Int
  /// From 1, in characters; 0 when `line` is.
  package let column: Int
  /// What was found, what was expected and what to do, in one lower-case sentence.
  package let message: String

  package init(file: String, line: Int = 0, column: Int = 0, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }
}

extension DefinitionError: CustomStringConvertible {
  /// As compilers say it, so that editors can jump there:
  /// `pipelines/scoring.yaml:12:5: found 'lots' for 'points', expected a whole number`.
  package var description: String {
    line > 0 ? "\(file):\(line):\(column): \(message)" : "\(file): \(message)"
  }
}
