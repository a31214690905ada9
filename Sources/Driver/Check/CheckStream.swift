import CommandLineKit
import LeadModel
import StageKit

/// Records as JSON objects, one a line in and one a line out, for another program to talk to: each
/// answer is written before the next line is waited for.
struct CheckStream {
  private var checker: RecordChecker
  private let input: CheckInput

  init(_ checker: RecordChecker) throws {
    self.checker = checker
    input = try CheckInput()
  }

  /// Answers every line of standard input, in order; empty lines are passed over.
  ///
  /// - Returns: `.done`, or `.unusableInput` when a line was no record.
  mutating func run() throws -> Outcome {
    var lines = InputLines()
    var lineNumber = 0
    var isReadable = true
    while true {
      if lines.isEmpty { try checker.rest() }
      guard var line = lines.next() else { return isReadable ? .done : .unusableInput }
      lineNumber += 1
      // Some programs begin what they write with a byte order mark.
      if lineNumber == 1, line.hasPrefix("\u{FEFF}") { line.removeFirst() }
      guard line.utf8.contains(where: { $0 > 32 }) else { continue }
      do {
        try write(try checker.check(input.fields(of: line)).json)
      } catch {
        isReadable = false
        let failure = StageFailure(error)
        try write(
          .object([("line", .int(Int64(lineNumber))), ("error", .string(failure.message))]))
      }
    }
  }

  /// Writes one answer. Whoever reads it may take their time.
  private func write(_ answer: JSONValue) throws {
    if !Output.takesMore { try checker.rest() }
    Output.line(answer.text())
  }
}
