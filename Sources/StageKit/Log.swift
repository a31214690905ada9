internal import Glibc
internal import LeadModel

/// Messages about the program's own doings, on standard error. They carry codes and positions,
/// never personal values.
package struct Log: Sendable {
  package enum Format: String, Sendable { case text, json }

  private let program: String
  private let format: Format

  package init(program: String, format: Format = .text) {
    self.program = program
    self.format = format
  }

  package func info(_ code: String = "", _ message: String) { write("info", code, message) }
  package func warning(_ code: String = "", _ message: String) { write("warning", code, message) }
  package func error(_ code: String = "", _ message: String) { write("error", code, message) }

  private func write(_ level: String, _ code: String, _ message: String) {
    switch format {
    case .text:
      let prefix = level == "info" ? "" : "\(level): "
      let suffix = code.isEmpty ? "" : " [\(code)]"
      Output.error("\(program): \(prefix)\(message)\(suffix)")
    case .json:
      let line: JSONValue = [
        "program": .string(program), "level": .string(level), "code": .string(code),
        "message": .string(message),
      ]
      Output.error(line.text())
    }
  }
}

/// Lines for a person or the next program. A reader that has gone away is no error.
package enum Output {
  package static func line(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  package static func error(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  /// Whether whoever reads standard output has room for more at this moment.
  package static var takesMore: Bool {
    var output = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
    return poll(&output, 1, 0) > 0
  }

  /// Writes a line that somebody waits for.
  ///
  /// - Returns: false when nobody reads any more.
  /// - Throws: `StageFailure` when it cannot be written for another reason.
  package static func answer(_ text: String) throws -> Bool {
    switch write(text + "\n", to: STDOUT_FILENO) {
    case 0: return true
    case EPIPE: return false
    case let code:
      throw StageFailure(
        .internalFault, "standard output cannot be written: \(String(cString: strerror(code)))")
    }
  }

  /// - Returns: 0, or the number of the error that kept the rest from being written.
  @discardableResult
  package static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let written = Glibc.write(
          descriptor, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { return errno }
        rest = rest.dropFirst(written)
      }
      return 0
    }
  }
}
