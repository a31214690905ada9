import LeadmillTestSupport
import Store
import Testing

@Suite("Mail domains of leads, asked night by night")
struct MailDomainTests {
  private static let header = "id,email,full_name,company,country\n"

  /// Time-outs that fit a server on loopback.
  private func quicken(_ workspace: TestWorkspace) throws {
    try workspace.replace(
      in: "pipelines/validation.yaml", "dns_timeout_seconds: 2", by: "dns_timeout_seconds: 0.4")
    try workspace.replace(in: "pipelines/validation.yaml", "dns_tries: 3", by: "dns_tries: 2")
  }

  private static func leads(_ domains: [String], from first: Int = 1) -> String {
    header
      + domains.enumerated().map { "W\(first + $0),p\(first + $0)@\($1),P,Acme,DE\n" }.joined()
  }

  private func night(
    _ workspace: TestWorkspace, _ file: String?, _ text: String, asOf: String,
    _ arguments: [String]
  ) throws -> ProgramResult {
    if let file {
      let path = try workspace.write(file, text)
      let ingested = try workspace.runStage("ingest", [path, "--as-of", asOf])
      #expect(ingested.status == 0, "\(ingested)")
    }
    return try workspace.runStage("validate", ["--as-of", asOf] + arguments)
  }

  /// Nights as of which the run's answers have another age.
  private static let first = "2026-11-02T06:00:00Z"
  private static let second = "2026-11-03T05:00:00Z"
  private static let third = "2026-11-04T06:00:00Z"

  private static func zone(records: String, behaviour: String) -> String {
    """
    {"zones": {"example.com": 3600, "keep.example.com": 300000}, "soa_ttl": 500000, "ttl": 604800,
     "records": {"mx.example.com": {"A": ["198.41.0.1"]},
       "good.example.com": {"MX": [[10, "mx.example.com"]]},
       "short.example.com": {"MX": [[10, "mx.example.com"]], "TTL": 3600},
       "null.example.com": {"MX": [[0, ""]]},
       "implicit.example.com": {"A": ["198.41.0.2"]},
       "alias.example.com": {"CNAME": "good.example.com"},
       "xn--bcher-kva.example.com": {"MX": [[10, "mx.example.com"]]}\(records)},
     "behaviour": {\(behaviour)}}
    """
  }

  private static let domains = [
    "good.example.com", "GOOD.Example.com", "short.example.com", "null.example.com",
    "implicit.example.com", "alias.example.com", "bücher.example.com", "gone.example.com",
    "gone.keep.example.com", "badhost.example.com", "drop.example.com", "fail.example.com",
  ]

  @Test(
    "each lead has its domain's verdict; the next night asks what is over or failed, nothing else")
  func nights() throws {
    let workspace = try TestWorkspace()
    let config = try workspace.copyPipelines()
    try quicken(workspace)
    let server = try ScriptedDNS(
      zone: Self.zone(
        records: #", "badhost.example.com": {"MX": [[10, "nohost.example.com"]]}"#,
        behaviour: #""drop.example.com": "drop", "fail.example.com": "servfail""#))
    try workspace.replace(
      in: "pipelines/validation.yaml", "dns: off",
      by: "dns: [\"127.0.0.1:1\", \"\(server.address)\"]")
    let options = ["--config", config]
    let result = try night(
      workspace, "leads-web.csv", Self.leads(Self.domains), asOf: Self.first, options)
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains("domains looked up: 11"), "\(result)")
    let status = """
      SELECT l.external_id, l.mx_status, l.quarantined, coalesce(group_concat(f.code), '-')
      FROM lead AS l LEFT JOIN finding AS f ON f.source_row_id = l.source_row_id
        AND f.code IN ('VAL016', 'VAL017', 'VAL018', 'VAL140', 'VAL144')
      GROUP BY l.id ORDER BY l.id
      """
    #expect(
      try workspace.table(status) == """
        W1  | deliverable | 0 | -
        W2  | deliverable | 0 | -
        W3  | deliverable | 0 | -
        W4  | null_mx     | 1 | VAL016
        W5  | deliverable | 0 | VAL144
        W6  | deliverable | 0 | -
        W7  | deliverable | 0 | -
        W8  | no_domain   | 1 | VAL017
        W9  | no_domain   | 1 | VAL017
        W10 | no_host     | 1 | VAL140
        W11 | deferred    | 0 | VAL018
        W12 | deferred    | 0 | VAL018
        """)
    let asked = try server.questions()
    #expect(asked.filter { $0.contains("udp good.example.com MX") }.count == 1, "\(asked)")
    #expect(asked.contains("udp xn--bcher-kva.example.com MX"))
    #expect(
      try workspace.rows(
        "SELECT count(*), min(expires_at) FROM dns_answer WHERE verdict <> 'deferred'") == [
          ["9", "1793602800"]
        ])

    // The same date again: what failed is asked, and still says nothing.
    let again = try night(workspace, nil, "", asOf: Self.first, options)
    #expect(again.status == 0, "\(again)")
    #expect(
      Set(try server.questions().map(Self.domain)) == ["drop.example.com", "fail.example.com"])

    // The second night: one that dropped answers, one that failed is gone, one that was gone is there.
    try server.change(
      zone: Self.zone(
        records: """
          , "drop.example.com": {"MX": [[10, "mx.example.com"]]},
          "gone.example.com": {"MX": [[10, "mx.example.com"]]},
          "badhost.example.com": {"MX": [[10, "nohost.example.com"]]}
          """, behaviour: ""))
    let next = try night(
      workspace, "leads-web-2.csv", Self.leads(Self.domains, from: 21), asOf: Self.second, options)
    #expect(next.output.contains("15 in = 12 inserted + 3 updated"), "\(next)")
    let due = Set(try server.questions().map(Self.domain))
    #expect(
      due == [
        "short.example.com", "implicit.example.com", "gone.example.com", "badhost.example.com",
        "nohost.example.com",
        "drop.example.com", "fail.example.com", "mx.example.com",
      ], "\(due.sorted())")
    let rows = try workspace.rows(status)
    for (lead, expected) in [
      ("W8", "deliverable 0 -"), ("W9", "no_domain 1 VAL017"), ("W10", "no_host 1 VAL140"),
      ("W11", "deliverable 0 -"), ("W12", "no_domain 1 VAL017"), ("W23", "deliverable 0 -"),
      ("W25", "deliverable 0 VAL144"), ("W28", "deliverable 0 -"), ("W32", "no_domain 1 VAL017"),
    ] {
      let row = rows.first { $0[0] == lead }
      #expect(row?.dropFirst().joined(separator: " ") == expected, "\(lead)")
    }
    #expect(
      try workspace.rows(
        """
        SELECT old_value, new_value, reason FROM field_change WHERE field = 'mx_status'
        ORDER BY subject_id
        """) == [
          ["no_domain", "deliverable", "mail domain asked again"],
          ["deferred", "deliverable", "mail domain asked again"],
          ["deferred", "no_domain", "mail domain asked again"],
        ])
    #expect(try workspace.count("SELECT count(*) FROM revisit WHERE stage = 'dedupe'") == 3)

    // The third night has no server at all: nothing that is known is lost, nobody is held back.
    let before = try workspace.rows(status)
    let third = try night(
      workspace, nil, "", asOf: Self.third, options + ["--dns", "127.0.0.1:1"])
    #expect(third.status == 0, "\(third)")
    #expect(try workspace.rows(status) == before)
    let off = try night(
      workspace, "leads-web-3.csv", Self.leads(["good.example.com"], from: 41), asOf: Self.third,
      options + ["--dns", "off"])
    #expect(off.status == 0, "\(off)")
    #expect(off.output.contains("mail domains: not looked up (dns: off)"), "\(off)")
    #expect(
      try workspace.rows("SELECT mx_status FROM lead WHERE external_id = 'W41'") == [
        ["not_checked"]
      ])
    #expect(try server.questions().isEmpty)
  }

  @Test("a stream of checks asks each domain once, also one whose server fails")
  func stream() throws {
    let server = try ScriptedDNS(
      zone: Self.zone(records: "", behaviour: #""gone.example.com": "servfail""#))
    let lines = (0..<6).map {
      #"{"email":"p\#($0)@\#($0 % 2 == 0 ? "short" : "gone").example.com"}"# + "\n"
    }
    let once = try Self.answers(lines.prefix(2), server)
    let questions = try server.questions().count
    let all = try Self.answers(lines[...], server)
    #expect(all.count == 6 && all.prefix(2) == once[...])
    #expect(all[0].contains(#""mx_status":"deliverable""#), "\(all[0])")
    #expect(all[1].contains(#""mx_status":"deferred""#), "\(all[1])")
    #expect(try server.questions().count == questions, "no more for three times the lines")
  }

  private static func answers(
    _ lines: ArraySlice<String>, _ server: ScriptedDNS
  ) throws -> [Substring] {
    try runProgram(
      "leadmill",
      [
        "check", "--stream", "--config", RepositoryPaths.pipelines, "--as-of", first, "--dns",
        server.address,
      ], input: Array(lines.joined().utf8)
    ).output.split(separator: "\n")
  }

  @Test("while a domain fails, what it said last counts for its old leads and its new ones")
  func lastWord() throws {
    let workspace = try TestWorkspace()
    let config = try workspace.copyPipelines()
    try quicken(workspace)
    let server = try ScriptedDNS(zone: Self.zone(records: "", behaviour: ""))
    let options = ["--config", config, "--dns", server.address]
    let domains = ["short.example.com", "gone.example.com"]
    _ = try night(workspace, "leads-web.csv", Self.leads(domains), asOf: Self.first, options)
    let dark = #""short.example.com": "servfail", "gone.example.com": "servfail""#
    try server.change(zone: Self.zone(records: "", behaviour: dark))
    _ = try night(
      workspace, "leads-web-2.csv", Self.leads(domains, from: 11), asOf: Self.second, options)
    let state = "SELECT external_id, mx_status, quarantined FROM lead ORDER BY id"
    let all = [
      ["W1", "deliverable", "0"], ["W2", "no_domain", "1"], ["W11", "deliverable", "0"],
      ["W12", "no_domain", "1"],
    ]
    #expect(try workspace.rows(state) == all)
    #expect(
      try workspace.rows("SELECT verdict, failure IS NOT NULL FROM dns_answer ORDER BY domain") == [
        ["no_domain", "1"], ["deliverable", "1"],
      ])
    let told =
      "SELECT count(*) FROM finding WHERE code = 'VAL018' AND message LIKE '%before goes on%'"
    #expect(try workspace.count(told) == 2)
    // The next night that it answers, whoever asks, nothing of the failure is left.
    try server.change(zone: Self.zone(records: "", behaviour: ""))
    _ = try night(workspace, nil, "", asOf: Self.third, options)
    #expect(try workspace.rows(state) == all)
    #expect(
      try workspace.count(
        "SELECT count(*) FROM dns_answer WHERE failure IS NOT NULL OR deferred_since IS NOT NULL")
        == 0)
  }

  @Test("night after night without an answer, nobody is held back and it is said since when")
  func deferredForLong() throws {
    let workspace = try TestWorkspace()
    let config = try workspace.copyPipelines()
    try quicken(workspace)
    let dark = #""dark.example.com": "servfail", "gone.example.com": "servfail""#
    let server = try ScriptedDNS(
      zone: Self.zone(records: "", behaviour: #""dark.example.com": "servfail""#))
    let options = ["--config", config, "--dns", server.address]
    let domains = ["dark.example.com", "gone.example.com"]
    _ = try night(workspace, "leads-web.csv", Self.leads(domains), asOf: Self.first, options)
    try server.change(zone: Self.zone(records: "", behaviour: dark))
    let second = try night(
      workspace, "leads-web-2.csv", Self.leads(["dark.example.com"], from: 11), asOf: Self.second,
      options)
    #expect(second.output.contains("domains asked again next night: 2"), "\(second)")
    let state = """
      SELECT l.external_id, l.mx_status, l.quarantined, f.code, f.severity,
        substr(f.message, 1, instr(f.message, ':'))
      FROM lead AS l JOIN finding AS f ON f.source_row_id = l.source_row_id AND f.field = 'email'
        AND f.code BETWEEN 'VAL016' AND 'VAL018' ORDER BY l.id, f.code
      """
    let since = "the domain 'dark.example.com' could not be looked up since 2026-11-02:"
    let gone = "the domain 'gone.example.com' takes no mail:"
    #expect(
      try workspace.rows(state) == [
        ["W1", "deferred", "0", "VAL018", "info", since],
        ["W2", "no_domain", "1", "VAL017", "quarantine", gone],
        ["W11", "deferred", "0", "VAL018", "info", since],
      ], "what was known stays known while the domain cannot be looked up")
    // Rows are looked at again under another configuration, without the network.
    try workspace.replace(
      in: "pipelines/validation.yaml", "rules: {VAL109: off}",
      by: "rules: {VAL109: off, VAL052: off}")
    let again = try night(
      workspace, nil, "", asOf: Self.third, ["--config", config, "--dns", "off"])
    #expect(again.output.contains("3 in = 0 inserted + 0 updated"), "\(again)")
    #expect(
      try workspace.rows(state).map { $0[1] + $0[3] } == [
        "deferredVAL018", "no_domainVAL017", "deferredVAL018",
      ])
    // With it, and it fails: the earlier look-up goes on counting.
    try workspace.replace(in: "pipelines/validation.yaml", "VAL052: off", by: "VAL072: off")
    let failed = try night(workspace, nil, "", asOf: Self.third, options)
    #expect(failed.status == 0, "\(failed)")
    #expect(
      try workspace.rows(state).map { $0[1] + $0[2] + $0[3] } == [
        "deferred0VAL018", "no_domain1VAL017", "no_domain1VAL018", "deferred0VAL018",
      ])
    try server.change(
      zone: Self.zone(
        records: #", "dark.example.com": {"A": ["127.0.0.1"]}"#, behaviour: ""))
    _ = try night(workspace, nil, "", asOf: "2026-11-05T06:00:00Z", options)
    #expect(
      try workspace.rows("SELECT external_id, mx_status, quarantined FROM lead ORDER BY id") == [
        ["W1", "deliverable", "0"], ["W2", "no_domain", "1"], ["W11", "deliverable", "0"],
      ])
    #expect(
      try workspace.rows(
        "SELECT count(*), count(deferred_since), max(notes) FROM dns_answer") == [
          ["2", "0", "implicit private_address"]
        ])
    #expect(
      try workspace.rows(
        "SELECT DISTINCT code FROM finding WHERE code BETWEEN 'VAL140' AND 'VAL149' ORDER BY 1")
        == [
          ["VAL143"], ["VAL144"],
        ])
  }

  @Test("validation.yaml decides what a domain without mail means, also while nobody is asked")
  func grades() throws {
    let workspace = try TestWorkspace()
    let config = try workspace.copyPipelines()
    try workspace.replace(
      in: "pipelines/validation.yaml", "rules: {VAL109: off}",
      by: "rules: {VAL109: off, VAL016: warn, sources: {leads-event: {VAL016: quarantine}}}")
    let server = try ScriptedDNS(zone: Self.zone(records: "", behaviour: ""))
    let file = Self.leads(["null.example.com"])
    for (name, expected) in [("leads-web", "0"), ("leads-event", "1")] {
      _ = try night(
        workspace, "\(name).csv", file, asOf: Self.first,
        ["--config", config, "--dns", server.address])
      let state = "SELECT mx_status, quarantined FROM lead WHERE supplier = '\(name)'"
      #expect(try workspace.rows(state) == [["null_mx", expected]], "\(name)")
      _ = try night(
        workspace, "\(name)-2.csv", file.replacing("Acme", with: "Bolt"), asOf: Self.second,
        ["--config", config, "--dns", "off"])
      #expect(try workspace.rows(state) == [["null_mx", expected]], "\(name) without the network")
    }
    #expect(try workspace.count("SELECT count(*) FROM lead WHERE company = 'Bolt'") == 2)
  }

  @Test("leads that came while nobody was asked are looked up by the first run that asks")
  func askedLater() throws {
    let workspace = try TestWorkspace()
    let server = try ScriptedDNS(zone: Self.zone(records: "", behaviour: ""))
    _ = try night(
      workspace, "leads-web.csv", Self.leads(["good.example.com", "null.example.com"]),
      asOf: Self.first, ["--dns", "off"])
    let state = "SELECT external_id, mx_status, quarantined FROM lead ORDER BY id"
    #expect(
      try workspace.rows(state) == [["W1", "not_checked", "0"], ["W2", "not_checked", "0"]])
    let asked = try night(workspace, nil, "", asOf: Self.first, ["--dns", server.address])
    #expect(asked.output.contains("2 in = 0 inserted + 2 updated"), "\(asked)")
    #expect(
      try workspace.rows(state) == [["W1", "deliverable", "0"], ["W2", "null_mx", "1"]])
    for dns in [server.address, "off", server.address] {
      let again = try night(workspace, nil, "", asOf: Self.first, ["--dns", dns])
      #expect(again.status == 99, "\(again)")
    }
    _ = try night(
      workspace, "leads-web-2.csv", Self.leads(["good.example.com"], from: 11), asOf: Self.first,
      ["--dns", "off"])
    let last = try night(workspace, nil, "", asOf: Self.first, ["--dns", server.address])
    #expect(last.output.contains("domains looked up: 0"), "\(last)")
    #expect(try workspace.rows(state).last == ["W11", "deliverable", "0"])
  }

  @Test("with a server that is silent a run ends in bounded time, and loses nothing")
  func deadServer() throws {
    let workspace = try TestWorkspace()
    let config = try workspace.copyPipelines()
    try workspace.replace(
      in: "pipelines/validation.yaml", "dns_timeout_seconds: 2", by: "dns_timeout_seconds: 0.1")
    try workspace.replace(in: "pipelines/validation.yaml", "dns_tries: 3", by: "dns_tries: 1")
    let server = try ScriptedDNS(
      zone: #"{"behaviour": {"*.com": "drop", "": "drop"}, "records": {}, "zones": {}}"#)
    let result = try night(
      workspace, "leads-web.csv", Self.leads((0..<5000).map { "d\($0).example.com" }),
      asOf: Self.first, ["--config", config, "--dns", server.address])
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains("no DNS server answers"), "\(result)")
    #expect(try server.questions().count < 1000)
    #expect(
      try workspace.rows("SELECT mx_status, quarantined, count(*) FROM lead GROUP BY 1, 2") == [
        ["deferred", "0", "5000"]
      ])
  }

  @Test("a domain has one verdict in the base: a fresh answer reaches every lead of it")
  func oneVerdict() throws {
    let workspace = try TestWorkspace()
    let config = try workspace.copyPipelines()
    try quicken(workspace)
    let server = try ScriptedDNS(zone: Self.zone(records: "", behaviour: ""))
    let options = ["--config", config, "--dns", server.address]
    let state = "SELECT external_id, mx_status, quarantined FROM lead ORDER BY id"
    _ = try night(
      workspace, "leads-web.csv", Self.leads(["short.example.com", "short.example.com"]),
      asOf: Self.first, options)
    _ = try server.questions()

    // The domain dies; a night that brings nothing asks again, once, and both leads know.
    let dead = Self.zone(records: "", behaviour: "")
      .replacing("\"short.example.com\"", with: "\"other.example.com\"")
    try server.change(zone: dead)
    let second = try night(workspace, nil, "", asOf: Self.second, options)
    #expect(second.status == 0, "\(second)")
    #expect(
      try workspace.rows(state) == [["W1", "no_domain", "1"], ["W2", "no_domain", "1"]])
    let asked = try server.questions().filter { $0.contains("short.example.com MX") }
    #expect(asked.count == 1, "\(asked)")
    #expect(try workspace.count("SELECT count(*) FROM finding WHERE code = 'VAL017'") == 2)

    // It lives again, and dies while the nights look at nothing: whoever comes next brings the news.
    try server.change(zone: Self.zone(records: "", behaviour: ""))
    _ = try night(workspace, nil, "", asOf: Self.third, options)
    #expect(try workspace.rows(state).allSatisfy { $0[1] == "deliverable" && $0[2] == "0" })
    try workspace.replace(
      in: "pipelines/validation.yaml", "dns_refresh_per_night: 10000",
      by: "dns_refresh_per_night: 0")
    _ = try night(workspace, nil, "", asOf: Self.third, options)
    try server.change(zone: dead)
    let fifth = "2026-11-06T06:00:00Z"
    let quiet = try night(workspace, nil, "", asOf: fifth, options)
    #expect(quiet.status == 99, "\(quiet)")
    _ = try night(
      workspace, "leads-web-2.csv", Self.leads(["short.example.com"], from: 11), asOf: fifth,
      options)
    #expect(
      try workspace.rows(state) == [
        ["W1", "no_domain", "1"], ["W2", "no_domain", "1"], ["W11", "no_domain", "1"],
      ])
    #expect(try workspace.count("SELECT count(*) FROM revisit WHERE stage = 'validate'") == 0)
    let again = try night(workspace, nil, "", asOf: fifth, options)
    #expect(again.status == 99, "\(again)")
  }

  @Test(
    "a failure leaves what a domain said, and the next night asks again; nobody asks for no lead")
  func failedRefresh() throws {
    let workspace = try TestWorkspace()
    let config = try workspace.copyPipelines()
    try quicken(workspace)
    let server = try ScriptedDNS(zone: Self.zone(records: "", behaviour: ""))
    let options = ["--config", config, "--dns", server.address]
    let state = "SELECT external_id, mx_status, quarantined FROM lead ORDER BY id"
    _ = try night(
      workspace, "leads-web.csv", Self.leads(["short.example.com", "good.example.com"]),
      asOf: Self.first, options)
    try Database(path: workspace.databasePath, mode: .readWrite).execute(
      "INSERT INTO dns_answer VALUES ('unused.example.com', 'deliverable', '', 1, '', NULL, NULL)")
    _ = try server.questions()
    try server.change(
      zone: Self.zone(records: "", behaviour: #""short.example.com": "servfail""#))
    let second = try night(workspace, nil, "", asOf: Self.second, options)
    #expect(second.output.contains("domains asked again next night: 1"), "\(second)")
    #expect(Set(try server.questions().map(Self.domain)) == ["short.example.com"])
    #expect(
      try workspace.rows(state) == [["W1", "deliverable", "0"], ["W2", "deliverable", "0"]])
    #expect(
      try workspace.rows("SELECT domain FROM dns_answer ORDER BY 1") == [
        ["good.example.com"], ["short.example.com"],
      ])
    try server.change(
      zone: Self.zone(records: "", behaviour: "")
        .replacing("\"short.example.com\"", with: "\"other.example.com\""))
    _ = try night(workspace, nil, "", asOf: Self.third, options)
    #expect(
      try workspace.rows(state) == [["W1", "no_domain", "1"], ["W2", "deliverable", "0"]])
  }

  @Test("a night asks no more domains again than it may, the longest over first")
  func bounded() throws {
    let workspace = try TestWorkspace()
    let config = try workspace.copyPipelines()
    try quicken(workspace)
    try workspace.replace(
      in: "pipelines/validation.yaml", "dns_refresh_per_night: 10000",
      by: "dns_refresh_per_night: 2")
    let server = try ScriptedDNS(
      zone: """
        {"zones": {"example.com": 60}, "records": {
          "*.bulk.example.com": {"MX": [[10, "mx.example.com"]], "TTL": 60},
          "mx.example.com": {"A": ["198.41.0.1"]}}}
        """)
    let options = ["--config", config, "--dns", server.address]
    let domains = (0..<5).map { "d\($0).bulk.example.com" }
    _ = try night(workspace, "leads-web.csv", Self.leads(domains), asOf: Self.first, options)
    _ = try server.questions()
    var nights: [[String]] = []
    for day in 3...5 {
      _ = try night(workspace, nil, "", asOf: "2026-11-0\(day)T06:00:00Z", options)
      nights.append(
        Set(try server.questions().map(Self.domain)).filter { $0.hasPrefix("d") }.sorted())
    }
    #expect(nights.map(\.count) == [2, 2, 2], "\(nights)")
    #expect(Set(nights.joined()) == Set(domains), "each had its turn: \(nights)")
  }

  private static func domain(_ question: String) -> String {
    String(question.split(separator: " ")[1])
  }

  @Test("a run that is killed keeps the answers that it had and asks for none of them again")
  func killed() throws {
    let workspace = try TestWorkspace()
    let config = try workspace.copyPipelines()
    try workspace.replace(
      in: "pipelines/validation.yaml", "dns_in_flight: 2000", by: "dns_in_flight: 5")
    let server = try ScriptedDNS(
      zone: """
        {"zones": {"example.com": 60}, "delay": 20, "records": {
          "*.bulk.example.com": {"MX": [[10, "mx.example.com"]]},
          "mx.example.com": {"A": ["198.41.0.1"]}}}
        """)
    let domains = (0..<800).map { "d\($0).bulk.example.com" }
    let path = try workspace.write("leads-web.csv", Self.leads(domains))
    _ = try workspace.runStage("ingest", [path])
    let options = ["--config", config, "--dns", server.address]
    let run = try workspace.startStage("validate", options)
    var asked = 0
    while run.isRunning, asked < 20 { asked += try server.questions().count }
    let rival = try workspace.runStage("validate", options)
    #expect(rival.status == 75, "\(rival)")
    while run.isRunning, asked < 500 { asked += try server.questions().count }
    _ = try run.wait(killAfterMicroseconds: 0)
    let kept = Set(try workspace.rows("SELECT domain FROM dns_answer").map { $0[0] })
    #expect(kept.count >= 200 && kept.count < 800, "\(kept.count) kept, \(asked) asked")
    _ = try server.questions()
    let rest = try workspace.runStage("validate", options)
    #expect(rest.status == 0, "\(rest)")
    let askedAgain = Set(try server.questions().map(Self.domain))
    #expect(kept.isDisjoint(with: askedAgain))
    #expect(askedAgain.subtracting(["mx.example.com"]).count == 800 - kept.count)
    #expect(
      try workspace.rows("SELECT mx_status, count(*) FROM lead GROUP BY 1") == [
        ["deliverable", "800"]
      ])
  }
}
