import Testing

@testable import Definitions

private let sample = """
  # scoring
  version: 3
  ratio: 0.25
  active: true
  country: no
  postcode: "01234"
  empty:
  channels: [email, sms]
  rules:
    - id: title
      points: 10
    - id: size
      points: lots
  """

private enum Colour: String, CaseIterable { case red, green, blue }

private func parse(_ text: String) throws(DefinitionError) -> DefinitionNode {
  try DefinitionNode.parse(text, file: "pipelines/x.yaml")
}

private func message(of body: () throws -> Void) -> String {
  do {
    try body()
    return "no error"
  } catch { return "\(error)" }
}

@Suite struct DefinitionNodeTests {
  @Test("values are read as what is asked for")
  func values() throws {
    let node = try parse(sample)
    #expect(try node.int("version") == 3)
    #expect(try node.double("ratio") == 0.25)
    #expect(try node.bool("active"))
    #expect(try node.string("country") == "no")
    #expect(try node.string("postcode") == "01234")
    #expect(try node.string("version") == "3")
    #expect(try node.strings("channels") == ["email", "sms"])
    #expect(try node.sequence("rules").map { try $0.string("id") } == ["title", "size"])
    #expect(try node.entries().map(\.key).first == "version")
    #expect(node.kind == .mapping)
  }

  @Test("an absent key and a key without a value take the default")
  func defaults() throws {
    let node = try parse(sample)
    for key in ["empty", "absent"] {
      #expect(node[key] == nil)
      #expect(try node.int(key, default: 7) == 7)
      #expect(try node.string(key, default: "x") == "x")
      #expect(try node.optionalString(key) == nil)
      #expect(try node.bool(key, default: true))
      #expect(try node.strings(key, default: ["y"]) == ["y"])
      #expect(try node.choice(key, default: Colour.blue) == .blue)
    }
  }

  @Test("line and column count from 1 and in characters")
  func positions() throws {
    let rules = try parse(sample).sequence("rules")
    #expect(rules[1].line == 12)
    #expect(rules[1].column == 5)
    let accented = try parse("é: {ü: 1, b: 2}")
    let inner = try accented.required("é").required("b")
    #expect(inner.column == 14)
  }

  @Test(
    "what does not fit is said with position, finding, expectation and advice",
    arguments: [
      Case("points: lots", "1:9: found 'lots' for 'points', expected a whole number") {
        _ = try $0.int("points")
      },
      Case(
        "points: \"5\"",
        "1:9: found the text '5' for 'points', expected a whole number; write it without quotes"
      ) { _ = try $0.int("points") },
      Case("points: 012", "1:9: found '012' for 'points', expected a whole number") {
        _ = try $0.int("points")
      },
      Case("points: 0x1F", "1:9: found '0x1F' for 'points', expected a whole number") {
        _ = try $0.int("points")
      },
      Case("points: 101", "1:9: found '101' for 'points', expected a whole number from 0 to 100") {
        _ = try $0.int("points", in: 0...100)
      },
      Case("a: .inf", "1:4: found '.inf' for 'a', expected a number") { _ = try $0.double("a") },
      Case("a: 1,5", "1:4: found '1,5' for 'a', expected a number") { _ = try $0.double("a") },
      Case("a: 1e400", "1:4: found '1e400' for 'a', expected a number") { _ = try $0.double("a") },
      Case("a: yes", "1:4: found 'yes' for 'a', expected true or false") { _ = try $0.bool("a") },
      Case("a: [1]", "1:4: found a list for 'a', expected a text") { _ = try $0.string("a") },
      Case("a: {b: 1}", "1:4: found keys with values for 'a', expected a list") {
        _ = try $0.strings("a")
      },
      Case("a: [x, {y: 1}]", "1:8: found keys with values for item 2 of 'a', expected a text") {
        _ = try $0.strings("a")
      },
      Case(
        "a: gren",
        "1:4: found 'gren' for 'a', expected one of red, green, blue; did you mean 'green'?"
      ) { _ = try $0.choice("a", default: Colour.red) },
      Case("\n\nb: 1", "3:1: found no 'a' in the file, expected one; add 'a:' with a value") {
        _ = try $0.int("a")
      },
      Case("- 1", "1:1: found a list for the file, expected keys with values") {
        _ = try $0.required("a")
      },
      Case("a: 1\nponts: 2", "2:1: found unknown key 'ponts' in the file; did you mean 'points'?") {
        try $0.allow(keys: ["a", "points"])
      },
      Case("zzz: 1", "1:1: found unknown key 'zzz' in the file; expected one of a, points") {
        try $0.allow(keys: ["a", "points"])
      },
    ])
  fileprivate func mismatches(_ row: Case) throws {
    let node = try parse(row.text)
    #expect(message { try row.read(node) } == "pipelines/x.yaml:" + row.expected)
  }

  @Test(
    "numbers in their usual spellings are read",
    arguments: [("0", 0.0), ("-3", -3), ("+4", 4), ("1.50", 1.5), ("1e3", 1000), ("2.5E-1", 0.25)])
  func numbers(text: String, expected: Double) throws {
    #expect(try parse("a: \(text)").double("a") == expected)
  }

  @Test("folded and quoted texts come out as YAML says")
  func texts() throws {
    let node = try parse("a: |\n  one\n  two\nb: >-\n  one\n  two\nc: 'it''s'\nd: \"x\\ty\"\n")
    #expect(try node.string("a") == "one\ntwo\n")
    #expect(try node.string("b") == "one two")
    #expect(try node.string("c") == "it's")
    #expect(try node.string("d") == "x\ty")
  }
}

private struct Case: Sendable, CustomTestStringConvertible {
  let text: String
  let expected: String
  let read: @Sendable (DefinitionNode) throws -> Void

  init(
    _ text: String, _ expected: String, read: @escaping @Sendable (DefinitionNode) throws -> Void
  ) {
    self.text = text
    self.expected = expected
    self.read = read
  }

  var testDescription: String { text }
}
