import LeadmillTestSupport
import Testing

@Suite("leadmill check")
struct DriverCheckTests {
  private func check(_ arguments: [String], input: String? = nil) throws -> ProgramResult {
    try runProgram(
      "leadmill",
      ["check", "--config", RepositoryPaths.pipelines, "--as-of", TestWorkspace.asOf]
        + arguments,
      input: input.map { Array($0.utf8) })
  }

  @Test("a sound record comes back normalised")
  func sound() throws {
    let result = try check([
      "--email", " Ada@Example.COM", "--phone", "(030) 23125 000", "--country", "Germany",
    ])
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains("Ada@example.com\n"), "\(result)")
    #expect(result.output.contains("+493023125000\n"), "\(result)")
    #expect(result.output.contains("country         DE\n"), "\(result)")
  }

  @Test("a record that nobody can be reached by is rejected with the reason")
  func rejected() throws {
    let result = try check(["--email", "ada@@example.com"])
    #expect(result.status == 10, "\(result)")
    #expect(result.output.contains("reject VAL001 email: "), "\(result)")
  }

  @Test("a record of another kind is given by --field")
  func kinds() throws {
    let result = try check([
      "--kind", "deal", "--field", "external_id=D-1", "--field", "stage=Won", "--field",
      "amount=1234.50", "--json",
    ])
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains("\"amount_cents\": \"123450\""), "\(result)")
  }

  @Test(
    "a field that does not exist is a usage error",
    arguments: [
      (["--field", "emial=x"], "a lead has no field 'emial'; did you mean 'email'?"),
      (["--field", "email"], "option '--field': 'email' has no '='"),
      (["--emial", "x"], "unknown option '--emial'; did you mean '--email'?"),
      (["--kind", "led"], "option '--kind': 'led' is not one of lead"),
      ([], "found no field to check"),
    ])
  func usage(arguments: [String], said: String) throws {
    let result = try check(arguments)
    #expect(result.status == 40, "\(result)")
    #expect(result.errors.contains(said), "\(result)")
  }

  @Test("a stream answers each line with one line, in order")
  func stream() throws {
    let result = try check(
      ["--stream"],
      input: """
        {"email": "a@example.com", "employees": 12}

        [1]
        no JSON
        {"emial": "x"}
        {"email": {"a": 1}}
        {"email": null, "phone": "+493023125000"}
        """)
    #expect(result.status == 30, "\(result)")
    let lines = result.output.split(separator: "\n").map(String.init)
    let beginnings = [
      "{\"accepted\":true,\"normalised\":{\"email\":\"a@example.com\"",
      "{\"line\":3,\"error\":\"found a JSON array, expected",
      "{\"line\":4,\"error\":\"found no JSON, expected",
      "{\"line\":5,\"error\":\"a lead has no field 'emial'",
      "{\"line\":6,\"error\":\"found object for 'email'",
      "{\"accepted\":true,",
    ]
    #expect(lines.count == beginnings.count, "\(result)")
    for (line, beginning) in zip(lines, beginnings) {
      #expect(line.hasPrefix(beginning), "\(result)")
    }
  }

  @Test("an empty stream is no error, and neither is a rejected record in one")
  func quietStream() throws {
    #expect(try check(["--stream"], input: "").status == 0)
    let result = try check(["--stream"], input: "{\"email\": \"@\"}\n")
    #expect(result.status == 0, "\(result)")
    #expect(result.output.hasPrefix("{\"accepted\":false"), "\(result)")
  }
}
