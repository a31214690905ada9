import LeadmillTestSupport
import Testing

@Suite("A consent status that nobody understands grants nothing until somebody has looked")
struct HeldConsentTests {
  private static let columns = "id,email,channel,purpose,status,at,source\n"
  private static let said = """
    SELECT email, status, date(at, 'unixepoch') FROM consent ORDER BY email, at
    """

  private func load(
    _ bench: ImportBench, _ name: String, _ rows: String, day: Int
  ) throws {
    let path = try bench.workspace.write(name, Self.columns + rows + "\n")
    _ = try bench.run(["import", path], asOf: "2026-11-0\(day)T06:00:00Z")
  }

  /// A grant of October, and a word for its end that no list has.
  private func held() throws -> ImportBench {
    let bench = try ImportBench()
    try load(
      bench, "consent-1.csv", "C1,ann@example.com,email,news,granted,2026-10-01,form", day: 1)
    try load(
      bench, "consent-2.csv", "C1,ann@example.com,email,news,rather not,2026-10-20,mail", day: 2)
    #expect(
      try bench.workspace.table(Self.said) == """
        ann@example.com | granted | 2026-10-01
        ann@example.com | expired | 2026-10-20
        """)
    return bench
  }

  @Test("the row is rejected, says so, and the earlier grant counts no more")
  func rejected() throws {
    let bench = try held()
    let findings = try bench.workspace.rows(
      "SELECT severity, message FROM finding WHERE code = 'VAL002' OR severity = 'reject'")
    #expect(findings.count == 1)
    #expect(findings[0][1].contains("until it is corrected, no earlier consent counts"))
  }

  @Test("what corrects it sets it right: a later row of the record, or the row itself")
  func corrected() throws {
    let bench = try held()
    let copy = try ImportBench(workspace: bench.workspace.copy())
    try load(
      bench, "consent-3.csv", "C1,ann@example.com,email,news,granted,2026-10-20,mail", day: 3)
    #expect(try bench.workspace.table(Self.said) == "ann@example.com | granted | 2026-10-20")
    // An undone import has said nothing.
    try copy.undo("consent-2.csv")
    #expect(try copy.workspace.table(Self.said) == "ann@example.com | granted | 2026-10-01")
  }

  @Test("a row about somebody unknown holds back all whom it names, with an empty status too")
  func others() throws {
    let bench = try ImportBench()
    try load(
      bench, "consent-1.csv",
      "C1,ann@example.com; bob@example.com,email,news,perhaps,,mail\nC2,cy@example.com,,,,,mail",
      day: 2)
    #expect(
      try bench.workspace.table(Self.said) == """
        ann@example.com | expired | 2026-11-02
        bob@example.com | expired | 2026-11-02
        cy@example.com  | expired | 2026-11-02
        """)
  }

  @Test("the corrected row of the rejects workbook takes its place")
  func workbook() throws {
    let bench = try held()
    let edited = bench.workspace.path("corrected.xlsx")
    let book = RejectsBook(workspace: bench.workspace, source: "consent-2.csv", by: "id")
    try book.edit(["set": [["C1", "status", "withdrawn"]]], to: edited)
    _ = try bench.run(["import", edited], asOf: "2026-11-03T06:00:00Z")
    #expect(try bench.workspace.table(Self.said) == "ann@example.com | withdrawn | 2026-10-20")
  }
}
