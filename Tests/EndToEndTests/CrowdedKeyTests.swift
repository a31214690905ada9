import LeadmillTestSupport
import Testing

@Suite("Keys that too many leads share are capped, and nobody loses sight of them")
struct CrowdedKeyTests {
  private static let firsts = ["Alma", "Bodo"]

  /// Leads of one mailbox and two people.
  private static func formFillers(_ ids: ClosedRange<Int>) -> [(id: Int64, lead: PeopleBase.Lead)] {
    ids.map { id in
      (
        id: Int64(id),
        lead: .init(
          name: "L\(id)", first: firsts[id % 2], last: "Ashdown", email: "desk@example.com")
      )
    }
  }

  private static func findings(_ base: PeopleBase) throws -> [[String]] {
    try base.workspace.rows(
      """
      SELECT as_of, code, severity, field, value FROM finding
      JOIN stage_run ON stage_run.id = stage_run_id
      WHERE code LIKE 'DED%' AND field IN ('email', 'local_part')
      ORDER BY finding.id
      """)
  }

  @Test("a mailbox of more than 200 leads joins only those whose names agree, in one night or many")
  func mailbox() throws {
    let atOnce = try PeopleBase()
    try atOnce.add(Self.formFillers(1...230))
    let result = try atOnce.workspace.runStage("dedupe", ["--as-of", "2026-11-02"])
    #expect(result.errors.contains("230 leads (lead 1 is one) share one key of rule 'email'"))
    #expect(!result.errors.contains("example.com"))
    #expect(try atOnce.people().count == 2)
    let date = "1793577600"
    #expect(
      try Self.findings(atOnce) == [
        [date, "DED001", "warn", "local_part", "lead 1"],
        [date, "DED002", "warn", "email", "lead 1"],
      ])
    let byNight = try PeopleBase()
    try byNight.add(Self.formFillers(1...150))
    try byNight.dedupe()
    #expect(try byNight.people().count == 1)
    try byNight.add(Self.formFillers(151...230))
    let night = try byNight.workspace.runStage("dedupe", ["--as-of", "2026-11-03", "--json"])
    #expect(try byNight.state() == atOnce.state())
    // The second night says it again: its leads are concerned too.
    #expect(Set(try Self.findings(byNight).suffix(2).map { $0[1] }) == ["DED001", "DED002"])
    #expect(night.output.contains(#""giant_block_leads":{"local_part":80"#), "\(night)")
    #expect(night.output.contains(#""entities_split":1"#), "\(night)")
  }

  @Test("how many pairs each rule brings is said before they are compared, and kept for the night")
  func counts() throws {
    let base = try PeopleBase()
    func lead(_ id: Int64, _ street: String) -> (id: Int64, lead: PeopleBase.Lead) {
      (id: id, lead: .init(name: "L\(id)", first: "Ann", last: "Lee\(id)", street: street))
    }
    try base.add([lead(1, "1 Mill Lane"), lead(2, "1 Mill Lane"), lead(3, "1 Mill Lane")])
    let first = try base.workspace.runStage("dedupe", ["--as-of", "2026-11-02"])
    #expect(
      first.errors.contains("3 leads, at most 6 pairs to compare: name_beginnings 3, street 3"))
    try base.add([lead(4, "1 Mill Lane")])
    let second = try base.workspace.runStage("dedupe", ["--as-of", "2026-11-03"])
    #expect(
      second.errors.contains("1 lead, at most 6 pairs to compare: name_beginnings 3, street 3"))
    #expect(
      try base.workspace.rows(
        "SELECT scope, value FROM measure WHERE name LIKE 'dedupe_pairs%' ORDER BY as_of, scope")
        == [
          ["", "3.0"], ["name_beginnings", "3.0"], ["street", "3.0"], ["", "3.0"],
          ["name_beginnings", "3.0"], ["street", "3.0"],
        ])
  }
}
