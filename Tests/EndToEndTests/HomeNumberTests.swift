import LeadmillTestSupport
import Testing

@Suite("A refusal by a number as it is dialled at home")
struct HomeNumberTests {
  private static let leads = "id,email,phone,consent_status,consent_at,consent_source,country\n"
  private static let consent = "id,email,phone,channel,purpose,status,at,source,country\n"
  private static let entries = "email,phone,channel,registry,country\n"
  private static let blocked = "SELECT email, dnd_channels FROM lead ORDER BY id"

  /// Two British people, a French and a Hungarian one, who granted on the first of October.
  private func base() throws -> ImportBench {
    let bench = try ImportBench()
    let people = [
      ("ann", "+44 20 7946 0010", "GB"), ("bob", "+44 20 7946 0011", "GB"),
      ("cy", "+33 1 42 68 53 00", "FR"), ("dee", "+36 1 234 5678", "HU"),
    ]
    let rows = people.enumerated().map { number, person in
      "\(number + 1),\(person.0)@example.com,\(person.1),granted,2026-10-01,form,\(person.2)"
    }
    try load(bench, "leads-web-1.csv", Self.leads + rows.joined(separator: "\n"))
    return bench
  }

  private func load(_ bench: ImportBench, _ name: String, _ text: String, day: Int = 2) throws {
    let path = try bench.workspace.write(name, text + "\n")
    try bench.run(["import", path, "--accept-drift"], asOf: "2026-11-0\(day)T06:00:00Z")
  }

  private func blocked(_ bench: ImportBench) throws -> [String] {
    try bench.workspace.rows(Self.blocked).filter { $0[1] != "-" }.map { $0[0] }
  }

  @Test("an entry counts for everybody whose number is dialled so, also for leads that come later")
  func entry() throws {
    let bench = try base()
    try load(
      bench, "do-not-contact-2.csv",
      Self.entries + ",020 7946 0010,phone,own,\n,01 42 68 53 00 / 06 1 234 5678,phone,own,")
    #expect(try blocked(bench) == ["ann@example.com", "cy@example.com", "dee@example.com"])
    let findings = try bench.workspace.rows(
      "SELECT code, severity FROM finding WHERE code IN ('VAL027', 'VAL035', 'VAL123')")
    #expect(findings == [["VAL027", "warn"], ["VAL027", "warn"]])
    try load(
      bench, "leads-web-3.csv", Self.leads + "9,eve@example.com,020 7946 0010,,,,GB", day: 3)
    #expect(try blocked(bench).last == "eve@example.com")
    // An opt-out outlives the import that brought it.
    try bench.undo("do-not-contact-2.csv")
    #expect(try blocked(bench).count == 4)
  }

  @Test("a record that is checked against the base meets it")
  func checked() throws {
    let bench = try base()
    try load(bench, "do-not-contact-2.csv", Self.entries + ",020 7946 0010,phone,own,")
    let result = try bench.workspace.runDriver(
      ["check", "--workspace", bench.workspace.root, "--phone", "+442079460010"])
    #expect(result.output.contains("VAL037"), "\(result)")
  }

  @Test("with a country in the row, or one that the mapping states of all, it is that number alone")
  func stated() throws {
    let bench = try base()
    try load(
      bench, "do-not-contact-2.csv",
      Self.entries + ",020 7946 0010,phone,own,DE\n,020 7946 0011,phone,own,GB")
    #expect(try blocked(bench) == ["bob@example.com"])
    #expect(
      try bench.workspace.rows("SELECT phone FROM suppression WHERE phone_sha256 IS NULL").count
        == 2)
  }

  @Test("digits that lost a plus, or a trunk zero, count for both numbers")
  func bothReadings() throws {
    let bench = try base()
    try load(
      bench, "do-not-contact-2.csv",
      Self.entries + ",442079460010,phone,own,DE\n,442079460011,phone,own,FR\n"
        + ",33142685300,phone,own,DE")
    #expect(
      try blocked(bench) == ["ann@example.com", "bob@example.com", "cy@example.com"])
    let numbers = try bench.workspace.rows("SELECT phone FROM suppression ORDER BY phone")
    #expect(
      numbers.map { $0[0] } == [
        "+33142685300", "+442079460010", "+442079460011", "+4933142685300",
        "+49442079460010",
      ])
  }

  @Test("a withdrawal by it is taken, and holds back who granted as long ago")
  func withdrawal() throws {
    let bench = try base()
    try load(bench, "do-not-contact-1.csv", Self.entries + "eve@example.com,,email,robinson,")
    try load(
      bench, "consent-2.csv",
      Self.consent + "C1,,020 7946 0010,any,,withdrawn,2026-10-20,call,\n"
        + "C2,,020 7946 0011,any,,granted,2026-10-20,call,\n"
        + "C3,,01 42 68 53 00,any,,withdrawn,2026-10-20,call,GB")
    let codes = try bench.workspace.rows(
      "SELECT code, count(*) FROM finding WHERE code IN ('VAL027', 'VAL034') GROUP BY 1 ORDER BY 1")
    #expect(codes == [["VAL027", "2"], ["VAL034", "1"]], "a grant needs to know whose it is")
    _ = try bench.workspace.runStage("send", ["--plan-only", "--as-of", "2026-11-02T06:00:00Z"])
    let gates = try bench.workspace.rows(
      """
      SELECT DISTINCT e.email FROM entity e JOIN enrolment n ON n.entity_id = e.id
      JOIN message m ON m.enrolment_id = n.id WHERE m.gate = 'consent_withdrawn' ORDER BY 1
      """)
    #expect(gates == [["ann@example.com"]])
    let story = try bench.workspace.runDriver(
      ["explain", "--workspace", bench.workspace.root, "ann@example.com"])
    #expect(story.output.contains("withdrawn"), "\(story)")
  }

  @Test("what is erased leaves no withdrawal with its number")
  func erased() throws {
    let bench = try base()
    try load(
      bench, "consent-2.csv",
      Self.consent + "C1,,020 7946 0010,any,,withdrawn,2026-10-20,call,")
    try load(
      bench, "do-not-contact-3.csv",
      "email,phone,channel,registry,reason\nann@example.com,,any,own,erasure", day: 3)
    _ = try bench.workspace.runStage("govern", ["--as-of", "2026-11-03T06:00:00Z"])
    #expect(try bench.workspace.count("SELECT count(*) FROM consent WHERE phone IS NOT NULL") == 0)
  }
}
