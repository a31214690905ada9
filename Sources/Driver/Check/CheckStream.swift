import CommandLineKit
import LeadModel
import StageKit

/// Records as JSON objects, one a line in and one a line out, for another program to talk to: each
/// answer is written before the next line is waited for.
struct CheckStream {
  private var checker: RecordChecker

  init(_ checker: RecordChecker) {
    self.checker = checker
  }

  /// Answers every line of standard input, in order, also one that is no record.
  ///
  /// - Returns: `.done`, also when nobody reads the answers any more; `.unusableInput` when a line was
  ///   no record.
  /// - Throws: `DatabaseError`, `StageFailure` when an answer cannot be written.
  mutating func run() throws -> Outcome {
    var lines = InputLines(longest: CheckInput.limit)
    var lineNumber = 0
    var isReadable = true
    while true {
      if lines.isEmpty { try checker.rest() }
      guard let line = lines.next() else { return isReadable ? .done : .unusableInput }
      lineNumber += 1
      var names: [(key: String, value: JSONValue)] = []
      let answer: JSONValue
      do {
        let text = try text(of: line, isFirst: lineNumber == 1)
        let object = try JSONObject(text)
        names = CheckInput.names(in: object)
        answer = try checker.check(CheckInput.fields(of: object, of: checker.kind)).json
      } catch {
        isReadable = false
        let failure = StageFailure(error)
        answer = .object([("line", .int(Int64(lineNumber))), ("error", .string(failure.message))])
      }
      guard try write(answer.with(names)) else { return .done }
    }
  }

  private func text(of line: InputLines.Line, isFirst: Bool) throws -> String {
    switch line {
    case .text(var text):
      // Some programs begin what they write with a byte order mark.
      if isFirst, text.hasPrefix("\u{FEFF}") { text.removeFirst() }
      guard text.utf8.contains(where: { $0 > 32 }) else {
        throw StageFailure(.unusableInput, "found an empty line, expected a JSON object")
      }
      return text
    case .broken(let byteOffset):
      throw StageFailure(
        .unusableInput,
        "byte \(byteOffset) of the line is no UTF-8, which JSON is written in; encode it as UTF-8")
    case .tooLong:
      throw StageFailure(
        .unusableInput,
        "found a line of more than \(CheckInput.limit >> 20) MiB, expected one record")
    }
  }

  /// Writes one answer. Whoever reads it may take their time.
  ///
  /// - Returns: whether somebody may read more of them.
  private func write(_ answer: JSONValue) throws -> Bool {
    if !Output.takesMore { try checker.rest() }
    return try Output.answer(answer.text())
  }
}

extension JSONValue {
  /// An object with members before its own.
  fileprivate func with(_ names: [(key: String, value: JSONValue)]) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(names + members)
  }
}
