import Foundation
import LeadmillTestSupport
import Testing

@Suite("leadmill check --stream answers one line with one, whatever it holds")
struct CheckStreamInputTests {
  private static let arguments = [
    "check", "--stream", "--dns", "off", "--config", RepositoryPaths.pipelines, "--as-of",
    TestWorkspace.asOf,
  ]

  private func answers(_ input: [UInt8]) throws -> [String] {
    let result = try runProgram("leadmill", Self.arguments, input: input)
    return result.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map(String.init)
  }

  struct Case: CustomTestStringConvertible {
    let line: String
    let answer: String
    var testDescription: String { line }
  }

  @Test(
    "each line has its answer",
    arguments: [
      Case(line: "", answer: #"{"line":1,"error":"found an empty line, expected a JSON object"}"#),
      Case(line: "  \t", answer: #"{"line":1,"error":"found an empty line"#),
      Case(line: "[]", answer: #"{"line":1,"error":"found a JSON array, expected a JSON object"}"#),
      Case(line: "null", answer: #"{"line":1,"error":"found a JSON null"#),
      Case(
        line: "{} {}",
        answer:
          #"{"line":1,"error":"found '{' at character 4, expected nothing after the object"#),
      Case(line: "{}", answer: #"{"accepted":false,"normalised":{},"findings":["#),
      Case(
        line: #"{"email":"a@example.com","email":"b@example.com"}"#,
        answer: #"{"line":1,"error":"found 'email' twice, expected it once"}"#),
      Case(
        line: #"{"id":7,"email":"a@example.com","\u0065mail":"b@example.com"}"#,
        answer: #"{"id":7,"line":1,"error":"found 'email' twice"#),
      Case(line: #"{"emial":"x"}"#, answer: #"{"line":1,"error":"a lead has no field 'emial'"#),
      Case(line: #"{"email":["a@example.com"]}"#, answer: #"{"line":1,"error":"found array for"#),
      Case(
        line: #"{"email":null,"employees":12,"phone":493023125000,"country":"DE","notes":true}"#,
        answer: #"{"accepted":true,"normalised":{"email_status":"missing","#),
      Case(
        line: #"{"id":"r-1","external_id":12345678901234567890,"email":"@"}"#,
        answer: #"{"id":"r-1","accepted":false"#),
      Case(
        line: #"{"external_id":"7","email":"a@example.com"}"#,
        answer: #"{"external_id":"7","accepted":true,"normalised":{"external_id":"7","#),
      Case(
        line: #"{"id":"x","id2":1}"#, answer: #"{"id":"x","line":1,"error":"a lead has no field"#),
      Case(
        line: #"{"email":"a\u0000b@example.com","notes":"\ud800"}"#,
        answer: #"{"accepted":true,"normalised":{"email":"ab@example.com","#),
    ])
  func line(_ example: Case) throws {
    let answers = try answers(Array((example.line + "\n").utf8))
    #expect(answers.count == 1)
    #expect(answers[0].hasPrefix(example.answer), "\(answers[0])")
  }

  @Test("a line that is no UTF-8, and one longer than any record, keep nobody else from an answer")
  func unreadable() throws {
    var input = Array(#"{"email":"M"#.utf8) + [0xFC] + Array("@example.com\"}\n".utf8)
    input += Array(#"{"notes":""#.utf8) + [UInt8](repeating: 97, count: 65 << 20)
    input += Array("\"}\n{\"email\":\"a@example.com\"}".utf8)
    let answers = try answers(input)
    try #require(answers.count == 3)
    #expect(
      answers[0]
        == #"{"line":1,"error":"byte 11 of the line is no UTF-8, which JSON is written in; "#
        + #"encode it as UTF-8"}"#)
    #expect(answers[1].hasPrefix(#"{"line":2,"error":"found a line of more than 64 MiB"#))
    #expect(answers[2].hasPrefix(#"{"accepted":true"#))
  }

  @Test("a reader that goes away ends the stream quietly, a full disk does not")
  func output() throws {
    let lines = String(repeating: "{\"email\":\"a@example.com\"}\n", count: 20_000)
    let program = RepositoryPaths.program("leadmill")
    func run(_ script: String) throws -> ProgramResult {
      try ProgramRun(
        "/bin/bash", ["-c", script, program] + Self.arguments, input: Array(lines.utf8)
      ).wait()
    }
    let closed = try run(#"set -o pipefail; "$0" "$@" | head -n 1"#)
    #expect(closed.status == 0 && closed.errors.isEmpty, "\(closed)")
    #expect(closed.output.split(separator: "\n").count == 1)
    let full = try run(#""$0" "$@" > /dev/full"#)
    #expect(full.status == 50, "\(full)")
    #expect(full.errors.contains("standard output cannot be written"), "\(full)")
  }
}
