/// A file that cannot be read as a table at all: the reason and what to do about it.
package struct TabularError: Error, Equatable, CustomStringConvertible {
  package enum Reason: Sendable, Equatable {
    /// There is no such file.
    case missing
    /// A folder, a device, or no permission.
    case unreadable
    case empty
    /// Some other format than CSV or XLSX.
    case format
    case encrypted
    /// Damaged: the container or its parts do not hold together.
    case corrupt
    /// Larger than a limit that keeps hostile files out.
    case limit
    /// The sheet, table or range that was asked for is not in the file.
    case absent
  }

  package let reason: Reason
  package let path: String
  /// What was found and what to do, in lower case, without the path.
  package let message: String

  package var description: String { "\(path): \(message)" }

  init(_ reason: Reason, _ path: String, _ message: String) {
    self.reason = reason
    self.path = path
    self.message = message
  }
}
