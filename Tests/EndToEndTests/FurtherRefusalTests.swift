import LeadmillTestSupport
import Testing

@Suite("A refusal protects everybody whom its row names")
struct FurtherRefusalTests {
  private static let leads = "id,email,phone,consent_status,consent_at,consent_source,country\n"
  private static let consent = "id,email,phone,channel,purpose,status,at,source\n"
  private static let entries = "email,phone,channel,registry\n"
  private static let blocked = "SELECT email, dnd_channels FROM lead ORDER BY id"
  private static let said = """
    SELECT coalesce(email, phone), channel, purpose, status, date(at, 'unixepoch') FROM consent
    ORDER BY email IS NULL, email, phone, at
    """

  /// Four people who granted on the first of October.
  private func base() throws -> ImportBench {
    let bench = try ImportBench()
    let names = ["ann", "bob", "cy", "dee"]
    let rows = names.enumerated().map { number, name in
      "\(number + 1),\(name)@example.com,+44 20 7946 001\(number),granted,2026-10-01,form,GB"
    }
    try load(bench, "leads-web-1.csv", Self.leads + rows.joined(separator: "\n"))
    return bench
  }

  @discardableResult
  private func load(
    _ bench: ImportBench, _ name: String, _ text: String, day: Int = 2
  ) throws -> ProgramResult {
    let path = try bench.workspace.write(name, text + "\n")
    return try bench.run(
      ["import", path, "--accept-drift"], asOf: "2026-11-0\(day)T06:00:00Z")
  }

  @Test("a do-not-contact entry counts for each address and number of its cells")
  func entry() throws {
    let bench = try base()
    try load(
      bench, "do-not-contact-2.csv",
      Self.entries + "ann@example.com; Bob@Example.com,,email,robinson\n"
        + ",+44 20 7946 0012 / +44 20 7946 0013,phone,tps")
    #expect(
      try bench.workspace.rows(Self.blocked) == [
        ["ann@example.com", "email"], ["bob@example.com", "email"], ["cy@example.com", "phone"],
        ["dee@example.com", "phone"],
      ])
    let findings = try bench.workspace.rows(
      "SELECT code, suggestion FROM finding WHERE code IN ('VAL012', 'VAL025') ORDER BY code")
    // The first address alone would be worse than what is there.
    #expect(findings == [["VAL012", "-"], ["VAL025", "-"]])
  }

  @Test("the registries are asked for all that a lead's cells name, whichever comes first")
  func leadOfSeveral() throws {
    let header =
      "id,email,phone,full_name,company,consent_status,consent_at,consent_source,country\n"
    let rows = """
      1,p1@example.com; Ann@other.example.com,,Ann Bell,Acme,granted,2026-10-01,form,GB
      2,p2@example.com,+44 20 7946 0012 / +44 20 7946 0013,Bob Bell,Acme,granted,2026-10-01,form,GB
      3,p3@example.com; free@example.com,,Cy Bell,Acme,granted,2026-10-01,form,GB
      """
    let list = Self.entries + "ann@other.example.com,,email,robinson\n,+44 20 7946 0013,phone,tps"
    let blocked = [
      ["p1@example.com", "email"], ["p2@example.com", "phone"], ["p3@example.com", "-"],
    ]
    let before = try ImportBench()
    try load(before, "do-not-contact-1.csv", list, day: 1)
    try load(before, "leads-web-1.csv", header + rows)
    #expect(try before.workspace.rows(Self.blocked) == blocked)
    // Another value of the row does not take it back.
    try load(
      before, "leads-web-2.csv", "id,email,job_title\n1,p1@example.com; ann@other.example.com,CEO",
      day: 3)
    #expect(try before.workspace.rows(Self.blocked) == blocked)
    let after = try ImportBench()
    try load(after, "leads-web-1.csv", header + rows)
    try load(after, "do-not-contact-2.csv", list, day: 3)
    #expect(try after.workspace.rows(Self.blocked) == blocked)
    let sent = try after.workspace.runStage("send", ["--as-of", "2026-11-04T10:00:00Z"])
    #expect([0, 10].contains(sent.status), "\(sent)")
    #expect(
      try after.workspace.rows(
        "SELECT DISTINCT recipient, gate = 'allowed' FROM message WHERE step = 1 ORDER BY 1")
        == [["p1@example.com", "0"], ["p2@example.com", "1"], ["p3@example.com", "1"]])
    let result = try runProgram(
      "leadmill",
      [
        "check", "--workspace", after.workspace.root, "--config", RepositoryPaths.pipelines,
        "--json", "--email", "x@example.com, ann@other.example.com",
      ])
    #expect(result.output.contains("names this person by 'ann@other.example.com'"), "\(result)")
  }

  @Test("where the first is no address, the next one is taken")
  func unreadableFirst() throws {
    let bench = try base()
    try load(
      bench, "do-not-contact-2.csv",
      Self.entries + "ann(at)example; bob@example.com,,email,robinson\n")
    #expect(try bench.workspace.rows(Self.blocked)[1] == ["bob@example.com", "email"])
  }

  @Test("entries end with the row that names them, and count again with it")
  func snapshot() throws {
    let bench = try base()
    let both = Self.entries + "ann@example.com; bob@example.com,,email,robinson"
    try load(bench, "do-not-contact-2.csv", both)
    try load(
      bench, "do-not-contact-3.csv", Self.entries + "cy@example.com,,email,robinson", day: 3)
    #expect(
      try bench.workspace.rows(Self.blocked).prefix(3) == [
        ["ann@example.com", "-"], ["bob@example.com", "-"], ["cy@example.com", "email"],
      ])
    try load(bench, "do-not-contact-2026-11-04.csv", both, day: 4)
    #expect(
      try bench.workspace.rows(Self.blocked).prefix(3) == [
        ["ann@example.com", "email"], ["bob@example.com", "email"], ["cy@example.com", "-"],
      ])
  }

  @Test("a withdrawal counts for each, a grant for the first")
  func statement() throws {
    let bench = try base()
    try load(
      bench, "consent-2.csv",
      Self.consent
        + "C1,\"ann@example.com, bob@example.com\",,email,news,withdrawn,2026-10-20,mail\n"
        + "C2,cy@example.com; dee@example.com,,email,news,granted,2026-10-20,form")
    #expect(
      try bench.workspace.table(Self.said) == """
        ann@example.com | email | news | withdrawn | 2026-10-20
        bob@example.com | email | news | withdrawn | 2026-10-20
        cy@example.com  | email | news | granted   | 2026-10-20
        """)
  }

  @Test("a lead's own refusal counts for the address and the number beside its own")
  func lead() throws {
    let bench = try base()
    try load(
      bench, "leads-web-2.csv",
      Self.leads + "9,eve@example.com; ann@example.com,+44 20 7946 0020 / +44 20 7946 0011,"
        + "withdrawn,2026-10-20,mail,GB")
    #expect(
      try bench.workspace.table(Self.said) == """
        ann@example.com | any | any | withdrawn | 2026-10-20
        +442079460011   | any | any | withdrawn | 2026-10-20
        """)
    // Opt-outs stay when their import is taken back.
    try bench.undo("leads-web-2.csv")
    #expect(
      try bench.workspace.rows(Self.said).map { $0[0] } == [
        "ann@example.com", "eve@example.com", "+442079460011",
      ])
  }

  @Test("who is named in a refusal besides gets no message, whose consent is as old")
  func sending() throws {
    let bench = try base()
    try load(bench, "do-not-contact-1.csv", Self.entries + "eve@example.com,,email,robinson")
    try load(
      bench, "consent-2.csv",
      Self.consent + "C1,ann@example.com; bob@example.com,,email,,withdrawn,2026-10-01,mail")
    _ = try bench.workspace.runStage(
      "send", ["--plan-only", "--as-of", "2026-11-02T06:00:00Z"])
    let gates = try bench.workspace.rows(
      """
      SELECT e.email, count(*) FROM entity e JOIN enrolment n ON n.entity_id = e.id
      JOIN message m ON m.enrolment_id = n.id
      WHERE m.gate = 'consent_withdrawn' GROUP BY 1 ORDER BY 1
      """)
    #expect(gates.map { $0[0] } == ["ann@example.com", "bob@example.com"])
  }

  @Test("an export of refusals imported again changes nothing")
  func exported() throws {
    let bench = try base()
    try load(
      bench, "do-not-contact-2.csv",
      Self.entries + "ann@example.com; bob@example.com,,email,robinson")
    try load(
      bench, "consent-2.csv",
      Self.consent + "C1,ann@example.com; bob@example.com,,email,,withdrawn,2026-10-20,mail")
    let before = try bench.content()
    for kind in ["suppression", "consent"] {
      let file = bench.workspace.path("\(kind)-export.csv")
      _ = try bench.workspace.runDriver(["export", kind, "--output", file])
      let result = try bench.run(["import", file])
      #expect(result.errors.contains("nothing new") || result.output.contains("nothing new"))
    }
    let tables = ["consent ", "suppression "]
    let after = try bench.content()
    for table in tables {
      #expect(before.first { $0.contains(table) } == after.first { $0.contains(table) })
    }
  }

  @Test("erasing one of several takes the row's text away and keeps the others protected")
  func erased() throws {
    let bench = try base()
    try load(
      bench, "do-not-contact-2.csv",
      Self.entries + "ann@example.com; bob@example.com,,email,robinson")
    try load(
      bench, "do-not-contact-3.csv",
      "email,phone,channel,registry,reason\nbob@example.com,,any,own,erasure", day: 3)
    _ = try bench.workspace.runStage("govern", ["--as-of", "2026-11-03T06:00:00Z"])
    #expect(
      try bench.workspace.count("SELECT count(*) FROM source_row WHERE cells LIKE '%bob@%'") == 0)
    #expect(
      try bench.workspace.rows(
        "SELECT email, email_sha256 IS NOT NULL FROM suppression ORDER BY registry, id") == [
          ["-", "1"], ["-", "1"], ["ann@example.com", "0"],
        ])
    // The other way round: who is left of a new row that names the erased one is protected.
    try load(
      bench, "do-not-contact-4.csv",
      Self.entries + "bob@example.com; cy@example.com,,email,stop", day: 4)
    #expect(try bench.workspace.rows(Self.blocked)[2] == ["cy@example.com", "email"])
    #expect(
      try bench.workspace.count("SELECT count(*) FROM source_row WHERE cells LIKE '%bob@%'") == 0)
  }
}
