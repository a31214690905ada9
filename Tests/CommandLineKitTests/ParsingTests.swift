import Testing

@testable import CommandLineKit

struct ParsingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    let expected: String
    var testDescription: String { line }

    init(_ line: String, _ expected: String) {
      self.line = line
      self.expected = expected
    }
  }

  /// What was understood, as one line.
  private func rendered(_ parsed: ParsedArguments) -> String {
    var parts: [String] = []
    if let workspace = parsed.value("workspace") { parts.append("workspace=\(workspace)") }
    if parsed.isGiven("workers") { parts.append("workers=\(parsed.value("workers") ?? "")") }
    if parsed.isGiven("log") { parts.append("log=\(parsed.value("log") ?? "")") }
    parts += parsed.values("input").map { "input=\($0)" }
    if parsed.flag("verbose") { parts.append("verbose") }
    if parsed.flag("all") { parts.append("all") }
    parts += parsed.operands
    if let request = parsed.request { parts.append("<\(request)>") }
    return parts.joined(separator: " ")
  }

  @Test(
    "GNU spellings are understood",
    arguments: [
      Case("", ""),
      Case("--workspace ws", "workspace=ws"),
      Case("--workspace=ws", "workspace=ws"),
      Case("--workspace=", "workspace="),
      Case("--workspace=a=b", "workspace=a=b"),
      Case("-w ws", "workspace=ws"),
      Case("-wws", "workspace=ws"),
      Case("-w=ws", "workspace==ws"),
      Case("--works ws", "workspace=ws"),
      Case("--verb", "verbose"),
      Case("-va", "verbose all"),
      Case("-vaw ws", "workspace=ws verbose all"),
      Case("-vawws", "workspace=ws verbose all"),
      Case("-v file --all", "verbose all file"),
      Case("-v -- --all -x", "verbose --all -x"),
      Case("-- --", "--"),
      Case("-", "-"),
      Case("one two three", "one two three"),
      Case("-i a --input b --input=c", "input=a input=b input=c"),
      Case("--workers 3 --workers 4", "workers=4"),
      Case("--log json", "log=json"),
      Case("--workspace -5", "workspace=-5"),
      Case("--workspace=--all", "workspace=--all"),
      Case("-v --help --nonsense", "verbose <help>"),
      Case("-vh", "verbose <help>"),
      Case("--version", "<version>"),
      Case("-- --help", "--help"),
    ])
  func understands(_ example: Case) throws {
    let words = example.line.split(separator: " ").map(String.init)
    #expect(rendered(try Fixture.stage.parse(words)) == example.expected)
  }

  @Test(
    "a wrong command line is answered with the offending word and the nearest right one",
    arguments: [
      Case("--worksapce ws", "unknown option '--worksapce'; did you mean '--workspace'?"),
      Case("--verbsoe", "unknown option '--verbsoe'; did you mean '--verbose'?"),
      Case("--zzzzzz", "unknown option '--zzzzzz'"),
      Case("--Workspace ws", "unknown option '--Workspace'; did you mean '--workspace'?"),
      Case("--=x", "unknown option '--'"),
      Case("-x", "unknown option '-x'"),
      Case("-vx", "unknown option '-x'"),
      Case("-all", "unknown option '-l'; did you mean '--all'?"),
      Case(
        "--work 1", "option '--work' is ambiguous; it could be '--workspace', '--workers'"),
      Case("--ver", "option '--ver' is ambiguous; it could be '--verbose', '--version'"),
      Case("--workspace", "option '--workspace' needs a value, DIR"),
      Case("--workspace --workers 2", "option '--workspace' needs a value, DIR"),
      Case("--workspace -v", "option '--workspace' needs a value, DIR"),
      Case("--workspace -- x", "option '--workspace' needs a value, DIR"),
      Case("-w", "option '-w' needs a value, DIR"),
      Case("--verbose=yes", "option '--verbose' takes no value"),
      Case("--help=yes", "option '--help' takes no value"),
      Case("--log yaml", "option '--log': 'yaml' is not one of text, json"),
      Case("--log jsno", "option '--log': 'jsno' is not one of text, json; did you mean 'json'?"),
      Case("--log=", "option '--log': '' is not one of text, json"),
    ])
  func refuses(_ example: Case) {
    let words = example.line.split(separator: " ").map(String.init)
    let error = #expect(throws: UsageError.self) { try Fixture.stage.parse(words) }
    #expect(error?.message == example.expected)
    #expect(error?.command == "leadmill-demo")
  }

  @Test(
    "subcommands take their own options and those of their parents",
    arguments: [
      Case("run nightly.yaml --as-of 2026-11-02", "run: nightly.yaml"),
      Case("run --as-of=2026-11-02 nightly.yaml --json", "run: nightly.yaml json"),
      Case("--json run --as-of 2026-11-02 nightly.yaml", "run: nightly.yaml json"),
      Case("status", "status:"),
      Case("tool clean --hard --json", "tool clean: json"),
      Case("help", ": <help>"),
      Case("--help", ": <help>"),
      Case("help run", "run: <help>"),
      Case("run --help", "run: <help>"),
      Case("help tool clean", "tool clean: <help>"),
      Case("status --version", "status: <version>"),
    ])
  func subcommands(_ example: Case) throws {
    let words = example.line.split(separator: " ").map(String.init)
    let parsed = try Fixture.driver.parse(words)
    var text = parsed.command.joined(separator: " ") + ":"
    for operand in parsed.operands { text += " \(operand)" }
    if parsed.flag("json") { text += " json" }
    if let request = parsed.request { text += " <\(request)>" }
    #expect(text == example.expected)
  }

  @Test(
    "a wrong subcommand line is answered with what was expected",
    arguments: [
      Case("", "leadmill: missing command; expected one of run, status, tool"),
      Case("sttaus", "leadmill: unknown command 'sttaus'; did you mean 'status'?"),
      Case(
        "frobnicate",
        "leadmill: unknown command 'frobnicate'; expected one of run, status, tool, help"),
      Case("help rnu", "leadmill: unknown command 'rnu'; did you mean 'run'?"),
      Case("run --as-of 2026-11-02", "leadmill run: missing argument PIPELINE"),
      Case("run nightly.yaml", "leadmill run: missing option '--as-of TIME'"),
      Case(
        "run a b --as-of 2026-11-02",
        "leadmill run: unexpected argument 'b'; expected only PIPELINE"),
      Case("status x", "leadmill status: unexpected argument 'x'; expected only options"),
      Case("--hard tool clean", "leadmill: unknown option '--hard'"),
      Case("tool", "leadmill tool: missing command; expected one of clean"),
      Case(
        "run a --asof 2026-11-02",
        "leadmill run: unknown option '--asof'; did you mean '--as-of'?"),
    ])
  func refusesSubcommands(_ example: Case) {
    let words = example.line.split(separator: " ").map(String.init)
    let error = #expect(throws: UsageError.self) { try Fixture.driver.parse(words) }
    #expect(error.map { "\($0.command): \($0.message)" } == example.expected)
  }

  @Test("defaults apply to options that were not given, and to no others")
  func defaults() throws {
    let none = try Fixture.stage.parse([])
    #expect(none.value("workers") == "2")
    #expect(none.values("workers") == ["2"])
    #expect(!none.isGiven("workers"))
    #expect(none.value("workspace") == nil)
    #expect(none.values("input") == [])
    let given = try Fixture.stage.parse(["--workers", "8"])
    #expect(given.values("workers") == ["8"])
  }

  @Test(
    "numbers are read within their limits",
    arguments: [
      ("4", 4), ("1", 1), ("64", 64), ("0", nil), ("65", nil), ("x", nil), ("", nil), ("4 ", nil),
    ] as [(String, Int?)])
  func integers(text: String, expected: Int?) throws {
    let parsed = try Fixture.stage.parse(["--workers=\(text)"])
    if let expected {
      #expect(try parsed.integer("workers", in: 1...64) == expected)
    } else {
      let error = #expect(throws: UsageError.self) { try parsed.integer("workers", in: 1...64) }
      #expect(
        error?.message == "option '--workers': '\(text)' is not a whole number from 1 to 64")
    }
  }

  @Test("a usage error says where help is to be had")
  func description() {
    #expect(
      UsageError("missing argument PIPELINE", command: "leadmill run").description
        == "missing argument PIPELINE\ntry 'leadmill run --help' for all options")
    #expect(UsageError("bad").description == "bad")
  }
}
