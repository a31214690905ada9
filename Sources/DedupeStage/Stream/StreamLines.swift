import LeadModel
import StageKit

/// JSON objects, one a line in and one a line out.
struct StreamLines {
  private let log: Log
  private var output = ""
  /// Of the line that is read, from 1.
  private(set) var lineNumber = 0
  /// Whether all lines could be read so far.
  private(set) var isReadable = true

  private static let bufferBytes = 1 << 16

  init(program: String) {
    log = Log(program: program)
  }

  /// Hands over each object with its line; what is none is told and passed over.
  mutating func forEach(
    _ body: (_ line: String, _ fields: [String: String], _ lines: inout StreamLines) throws -> Void
  ) throws {
    while let line = readLine() {
      lineNumber += 1
      guard line.utf8.contains(where: { $0 > 32 }) else { continue }
      do {
        try body(line, JSONObject(line).fields(), &self)
      } catch let failure as StageFailure {
        isReadable = false
        log.error("", "line \(lineNumber): \(failure.message)")
      }
    }
  }

  /// Tells something about the line that is read.
  func warn(_ message: String) { log.warning("", "line \(lineNumber): \(message)") }

  func warn(_ code: String, _ message: String) { log.warning(code, message) }

  /// The members of a line that has been read before.
  func fields(of line: String) throws -> [String: String] { try JSONObject(line).fields() }

  mutating func write(_ members: [(key: String, value: JSONValue)]) {
    output += JSONValue.object(members).text()
    output += "\n"
    if output.utf8.count >= Self.bufferBytes { flush() }
  }

  mutating func flush() {
    Output.write(output, to: 1)
    output.removeAll(keepingCapacity: true)
  }
}
