import CommandLineKit
import LeadModel
import StageKit
import Store

/// Records as JSON objects, one a line in and one a line out, for an outside engine to feed.
struct CheckStream {
  private let checker: RecordChecker
  /// Only reads JSON: SQLite's reader is strict, fast and there already.
  private let database: Database

  init(_ checker: RecordChecker) throws {
    self.checker = checker
    database = try Database(path: ":memory:", mode: .memory)
  }

  /// Answers every line of standard input, in order; empty lines are passed over.
  ///
  /// - Returns: `.done`, or `.unusableInput` when a line was no record.
  func run() throws -> Outcome {
    var lineNumber = 0
    var isReadable = true
    while let line = readLine() {
      lineNumber += 1
      guard line.utf8.contains(where: { $0 > 32 }) else { continue }
      do {
        Output.line(try checker.check(fields(of: line)).json.text())
      } catch {
        isReadable = false
        let failure = StageFailure(error)
        Output.line(
          JSONValue.object([("line", .int(Int64(lineNumber))), ("error", .string(failure.message))])
            .text())
      }
    }
    return isReadable ? .done : .unusableInput
  }

  /// The members of one JSON object; null is an empty text, numbers and booleans are their text.
  private func fields(of line: String) throws -> [String: String] {
    let kind = try database.query("driver-json-kind").first(.text(line)) { $0.text(0) }
    guard kind == "object" else {
      throw StageFailure(
        .unusableInput,
        "found \(kind.map { $0.isEmpty ? "no JSON" : "a JSON \($0)" } ?? "nothing"), expected a "
          + "JSON object on one line")
    }
    var fields: [String: String] = [:]
    try database.query("driver-json-members").rows(.text(line)) { row in
      let type = row.text(2)
      guard type != "object", type != "array" else {
        throw StageFailure(
          .unusableInput, "found \(type) for '\(row.text(0))', expected a text")
      }
      fields[row.text(0)] = type == "true" || type == "false" ? type : row.text(1)
    }
    return fields
  }
}
