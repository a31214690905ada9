import CommandLineKit
import LeadModel
import StageKit

/// Records as JSON objects, one a line in and one a line out, for another program to talk to: each
/// answer is written before the next line is read.
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
    var lineNumber = 0
    var isReadable = true
    while let line = readLine() {
      lineNumber += 1
      guard line.utf8.contains(where: { $0 > 32 }) else { continue }
      do {
        Output.line(try checker.check(input.fields(of: line)).json.text())
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
}
