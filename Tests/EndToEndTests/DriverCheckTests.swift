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
    #expect(result.output.contains("country           DE\n"), "\(result)")
    #expect(result.output.contains("phone_time_zones  Europe/Berlin\n"), "\(result)")
  }

  @Test("dates are printed as they can be given again")
  func dates() throws {
    let dates = [
      "--born-on", "1990-05-05", "--created-at", "2026-01-01T10:00:00Z", "--consent-at",
      "2026-10-01T00:00:00Z",
    ]
    let result = try check(
      ["--email", "ada@example.com", "--consent-status", "granted", "--consent-source", "web form"]
        + dates)
    #expect(result.status == 0, "\(result)")
    for date in dates where !date.hasPrefix("--") {
      #expect(result.output.contains(" \(date)\n"), "\(result)")
    }
  }

  @Test("a country is read by its number, its flag and its name with an article")
  func countries() throws {
    for (text, code) in [
      ("276", "DE"), ("The United Kingdom", "GB"), ("Korea, South", "KR"), ("🇫🇷", "FR"),
      ("NA", "NA"), ("Kosovo", "XK"), ("GER", "DE"),
    ] {
      let result = try check(["--email", "ada@example.com", "--country", text])
      #expect(result.output.contains("country         \(code)\n"), "\(text): \(result)")
    }
    let absent = try check(["--email", "ada@example.com", "--country", "NA", "--city", "NA"])
    #expect(!absent.output.contains("\ncountry"), "\(absent)")
    let number = try check(["--phone", "061 221 234", "--country", "NA"])
    #expect(number.output.contains("+26461221234"), "\(number)")
  }

  @Test("a family name that capitals tell stays one in mixed case")
  func capitals() throws {
    let result = try check([
      "--email", "ada@example.com", "--country", "FR", "--full-name", "DUPONT Élodie",
    ])
    #expect(result.output.contains("full_name       Élodie Dupont\n"), "\(result)")
    #expect(result.output.contains("first_name      Élodie\n"), "\(result)")
    #expect(result.output.contains("last_name       Dupont\n"), "\(result)")
    #expect(result.output.contains("VAL211"), "\(result)")
  }

  @Test(
    "what is wrong with an address is said, with the address that was meant",
    arguments: [
      ("ann@acme.co.za", nil, nil), ("ann@co.za", "VAL104", nil),
      ("ann@gmail.com.com", "VAL015", "ann@gmail.com"),
      ("ann@hotmail.frr", "VAL103", "ann@hotmail.fr"), ("ann@acme com", "VAL010", "ann@acme.com"),
      ("ann@acme/com", "VAL010", "ann@acme.com"),
      ("ann@acme.com?subject=hi", "VAL010", "ann@acme.com"),
      ("test@test.com", "VAL108", nil), ("asdf@asdf.com", "VAL108", nil),
      ("none@none.com", "VAL108", nil), ("{{email}}@acme.com", "VAL108", nil),
      ("noemail@acme.com", "VAL108", nil), ("anna@anna.com", nil, nil),
      ("no_reply@acme.com", "VAL013", nil), ("do-not-reply@acme.com", "VAL013", nil),
      ("sales.de@acme.com", "VAL013", nil), ("sales.mann@acme.com", nil, nil),
    ] as [(String, String?, String?)])
  func addresses(text: String, code: String?, meant: String?) throws {
    let result = try check(["--email", text, "--phone", "+493023125000"])
    #expect(result.output.contains(" \(code ?? "VAL") email: ") == (code != nil), "\(result)")
    if let meant {
      #expect(result.output.contains("suggestion: '\(meant)'"), "\(result)")
    }
  }

  @Test(
    "a value is read as what was meant, and said so",
    arguments: [
      ("company", "AT&amp;T", "company         AT&T\n", "VAL216"),
      ("last-name", "O&#39;Brien", "last_name       O'Brien\n", "VAL216"),
      ("last-name", "[not provided]", "quarantined", "VAL052"),
      ("city", "asdf", "quarantined", "VAL212"),
      ("street", "n/a\u{200B}", "quarantined", "VAL052"),
      ("employees", "1k", "suggestion: '1000'", "VAL070"),
    ])
  func meant(option: String, text: String, expected: String, code: String) throws {
    let result = try check(["--email", "ada@example.com", "--\(option)", text])
    #expect(result.output.contains(expected), "\(result)")
    #expect(result.output.contains(" \(code) "), "\(result)")
    #expect(!result.output.contains("\(text)\n"), "\(result)")
  }

  @Test("a whole name in both parts, or in the first, is parted")
  func nameTwice() throws {
    for (first, last) in [("Ann Bell", "Ann Bell"), ("Ann Bell", "Bell")] {
      let result = try check([
        "--email", "ada@example.com", "--first-name", first, "--last-name", last,
      ])
      #expect(result.output.contains("full_name       Ann Bell\n"), "\(result)")
      #expect(result.output.contains("first_name      Ann\n"), "\(result)")
      #expect(result.output.contains("last_name       Bell\n"), "\(result)")
      #expect(result.output.contains(" VAL213 "), "\(result)")
    }
    let other = try check([
      "--email", "ada@example.com", "--first-name", "Mary Ann", "--last-name", "Bell",
    ])
    #expect(other.output.contains("full_name       Mary Ann Bell\n"), "\(other)")
    #expect(!other.output.contains("VAL213"), "\(other)")
  }

  @Test("a country for telephone numbers that is none is a usage error")
  func defaultCountry() throws {
    let read = try check(["--phone", "030 23125000", "--default-country", "Germany"])
    #expect(read.output.contains("+493023125000\n"), "\(read)")
    let wrong = try check(["--phone", "030 23125000", "--default-country", "ZZ"])
    #expect(wrong.status == 40 && wrong.errors.contains("'ZZ' is no country"), "\(wrong)")
  }

  @Test("a country that was stated and not understood is not the supplier's")
  func countryNotUnderstood() throws {
    let result = try check([
      "--email", "ada@example.com", "--phone", "212-736-5000", "--country", "Untied States",
      "--default-country", "DE",
    ])
    #expect(result.output.contains("warn VAL050 country: "), "\(result)")
    #expect(result.output.contains("warn VAL027 phone: "), "\(result)")
    #expect(!result.output.contains("+49212"), "\(result)")
  }

  @Test("the number that a spreadsheet's notation stands for is suggested for another country")
  func scientific() throws {
    let result = try check([
      "--email", "ada@example.com", "--phone", "4.42079460018E+11", "--country", "US",
    ])
    #expect(result.output.contains("suggestion: '+442079460018'"), "\(result)")
  }

  @Test("a record that nobody can be reached by is rejected with the reason")
  func rejected() throws {
    let result = try check(["--email", "ada@@example.com"])
    #expect(result.status == 10, "\(result)")
    #expect(result.output.contains("reject VAL001 email: "), "\(result)")
  }

  @Test(
    "a medium is asked for beside a source, unless assistants give their links none",
    arguments: [("google", true), ("chatgpt.com", false), ("Perplexity.ai", false)])
  func sourceWithoutMedium(source: String, isAsked: Bool) throws {
    let result = try check(["--email", "ada@example.org", "--utm-source", source])
    #expect(result.output.contains("VAL043") == isAsked, "\(result)")
  }

  @Test("a record of another kind is given by --field")
  func kinds() throws {
    let result = try check([
      "--kind", "deal", "--field", "external_id=D-1", "--field", "stage=Won", "--field",
      "amount=1234.50", "--json",
    ])
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains("\"amount\": \"1234.50\""), "\(result)")
  }

  @Test(
    "a field that does not exist is a usage error",
    arguments: [
      (["--email", "a@example.com", "-f", "email=b@example.com"], "found 'email' twice"),
      (["--stream", "--email", "a@example.com"], "found fields beside --stream"),
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

  @Test("mail domains are looked up where --dns says so, and one that is silent ends soon")
  func mailDomains() throws {
    let server = try ScriptedDNS(
      zone: """
        {"zones": {"example.com": 60}, "behaviour": {"dark.example.com": "servfail"},
         "records": {"null.example.com": {"MX": [[0, ""]]}}}
        """)
    let off = try check(["--email", "ada@null.example.com", "--phone", "+493023125000"])
    #expect(off.output.contains("mx_status         not_checked\n"), "\(off)")
    let input = ["null", "gone", "dark"].map { #"{"email": "ada@\#($0).example.com"}"# }
    let result = try check(
      ["--stream", "--dns", server.address], input: input.joined(separator: "\n"))
    #expect(result.status == 0, "\(result)")
    let lines = result.output.split(separator: "\n")
    let expected = [
      ("null_mx", "VAL016", "RFC 7505"), ("no_domain", "VAL017", "RFC 5321 5.1"),
      ("deferred", "VAL018", "RFC 2308 7"),
    ]
    try #require(lines.count == expected.count, "\(result)")
    for (line, (status, code, reference)) in zip(lines, expected) {
      for word in [status, code, reference] {
        #expect(line.contains("\"\(word)\""), "\(line)")
      }
    }
    let nonsense = try check(["--email", "ada@example.com", "--dns", "nowhere"])
    #expect(nonsense.status == 40 && nonsense.errors.contains("--dns: 'nowhere'"), "\(nonsense)")
  }

  @Test("a stream answers each line with one line, in order")
  func stream() throws {
    let result = try check(
      ["--stream"],
      input: """
        \u{FEFF}{"email": "a@example.com", "employees": 12}

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
      "{\"line\":2,\"error\":\"found an empty line, expected",
      "{\"line\":3,\"error\":\"found a JSON array, expected",
      "{\"line\":4,\"error\":\"found ",
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

  @Test("one JSON object on standard input is a record like another", arguments: [["-"], []])
  func standardInput(operand: [String]) throws {
    let result = try check(["--json"] + operand, input: "{\n\"email\": \"info@example.com\"}\n")
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains("\"code\": \"VAL013\""), "\(result)")
    #expect(result.output.contains("\"reference\": "), "\(result)")
    let wrong = try check([], input: "[1]")
    #expect(wrong.status == 30, "\(wrong)")
  }

  @Test("quality is told part by part, and the parts make it up")
  func quality() throws {
    let result = try check(["--email", "info@example.com", "--country", "DE"])
    #expect(
      result.output.contains(
        "quality 64 of 100: -1 email VAL013, -10 phone missing, -10 full_name missing, "
          + "-10 company missing, -5 job_title missing\n"), "\(result)")
  }

  @Test("with a workspace it says what the base knows to be refused, and not agreed to since")
  func refused() throws {
    let workspace = try TestWorkspace()
    let consent = try workspace.write(
      "consent.csv",
      """
      id,email,phone,channel,purpose,status,at,source
      1,ann@example.com,,any,any,withdrawn,2026-10-21,mail
      2,bob@example.com,,email,marketing,withdrawn,2026-10-21,mail
      3,bob@example.com,,email,marketing,granted,2026-10-23,form
      4,,+493023125042,phone,any,withdrawn,2026-10-20,call
      """)
    let events = try workspace.write(
      "engagement.csv", "id,email,event,at\n1,cy@example.com,unsubscribe,2026-10-22\n")
    _ = try workspace.runStage("ingest", [consent, events])
    _ = try workspace.runStage("validate")
    func told(_ arguments: [String]) throws -> String {
      try check(["--workspace", workspace.root] + arguments).output
    }
    let knows = "the base knows that"
    #expect(
      try told(["--email", "Ann@example.com"]).contains(
        "\(knows) all messages were refused on 2026-10-21"))
    #expect(
      try told(["--email", "cy@example.com"]).contains(
        "\(knows) all messages were refused on 2026-10-22"))
    #expect(
      try told(["--email", "dee@example.com", "--phone", "+49 30 23125042"]).contains(
        "\(knows) messages by phone were refused on 2026-10-20"))
    #expect(!(try told(["--email", "bob@example.com"])).contains(knows))
    #expect(!(try told(["--email", "eve@example.com"])).contains(knows))
  }

  @Test("with a workspace it says who in the base the record is, by which key")
  func known() throws {
    let workspace = try TestWorkspace()
    let path = try workspace.write(
      "leads-web.csv",
      """
      id,email,full_name,phone,country,company
      1,ann@example.com,Ann Bell,030 23125042,DE,Acme GmbH
      2,bob@example.com,Bob Cole,030 23125042,DE,Acme GmbH
      3,ann@example.com,Ann Bell,030 23125043,DE,Acme
      """)
    for stage in ["ingest", "validate", "dedupe"] {
      _ = try workspace.runStage(stage, stage == "ingest" ? [path] : [])
    }
    let before = try workspace.digestTables()
    func known(_ arguments: [String]) throws -> String {
      let result = try check(["--workspace", workspace.root] + arguments)
      return String(result.output.split(separator: "\n").last ?? "")
    }
    #expect(
      try known(["--email", "ANN@example.com"])
        == "known as entity 1: by email of lead 1; its leads 1, 3")
    #expect(
      try known(["--phone", "+493023125042", "--full-name", "Bob Cole"])
        == "known as entity 2: by phone of lead 2; its lead 2")
    #expect(
      try known(["--phone", "+493023125042", "--full-name", "Cy Dow"])
        == "not known, though it has the phone of leads 1, 2")
    #expect(try known(["--email", "cy@example.com"]) == "not known")
    let stream = try check(
      ["--workspace", workspace.root, "--stream"], input: "{\"email\": \"bob@example.com\"}\n")
    #expect(
      stream.output.contains(
        "\"known\":{\"state\":\"known\",\"person\":{\"entities\":[2],\"leads\":[2],\"key\":\"email\",\"matched_lead\":2}"
      ), "\(stream)")
    #expect(try workspace.digestTables() == before)
  }

  @Test("a source that is named lends its mapping, as in a night")
  func sourceLendsMapping() throws {
    let workspace = try TestWorkspace()
    let config = try workspace.copyPipelines()
    try workspace.write(
      "pipelines/mappings/deals-de.yaml",
      "kind: deal\nfiles: [\"deals-de*.csv\"]\ndecimal: comma\ndate_order: dmy\n"
        + "values: {stage: {Gewonnen: Won}}\n")
    try workspace.write(
      "pipelines/mappings/fair.yaml",
      "kind: lead\nfiles: [\"fair*.csv\"]\ndefault_country: DE\ntime_zone: Europe/Berlin\n"
        + "constants: {lead_source: Fair}\n")
    func check(_ arguments: [String]) throws -> String {
      try runProgram(
        "leadmill", ["check", "--config", config, "--as-of", TestWorkspace.asOf] + arguments
      ).output
    }
    let deal = [
      "--kind", "deal", "-f", "external_id=D1", "-f", "name=a", "-f", "stage=Gewonnen", "-f",
      "currency=EUR", "-f", "amount=12,34", "-f", "created_at=03.02.2026",
    ]
    let german = try check(["--source", "deals-de"] + deal)
    #expect(german.contains("amount       12.34") && german.contains("2026-02-03"), "\(german)")
    #expect(german.contains("won") && !german.contains("VAL072"), "\(german)")
    #expect(try check(deal).contains("VAL072"))
    let lead = try check(
      [
        "--source", "fair", "--email", "ann@example.com", "--phone", "030 23125042",
        "--created-at", "2026-07-01 12:00",
      ])
    #expect(lead.contains("+493023125042") && lead.contains("Fair"), "\(lead)")
    #expect(lead.contains("2026-07-01T10:00:00Z"), "\(lead)")
  }
}
