/// A workbook that could not be written.
package struct WorkbookError: Error, Equatable, CustomStringConvertible {
  /// The file concerned.
  package let path: String
  /// What went wrong, in lower case.
  package let message: String

  package init(path: String, message: String) {
    self.path = path
    self.message = message
  }

  package var description: String { "\(path): \(message)" }
}
