import LeadmillTestSupport
import Testing

@Suite("A decision meets its leads again, whatever file brings them")
struct DecisionReturnTests {
  private static let header = "external_id,first_name,last_name,email,company"
  private static let people = [
    "A1,Ann,Lee,ann.lee@example.com,Acme Ltd", "A2,Ann,Lee,ann.lee2@example.com,Acme Ltd",
    ",Bob,Ray,bob.ray@example.com,Acme Ltd", ",Bob,Ray,bob.ray2@example.com,Acme Ltd",
  ]
  /// The same people among others, in other rows, one of them with another title.
  private static let sentAgain = [
    "A9,Dee,Orr,dee@example.com,Orr & Co", people[3], people[1],
    "A8,Eve,Fry,eve@example.com,Orr & Co", people[2], "A1,Annie,Lee,ann.lee@example.com,Acme Ltd",
  ]

  private func table(_ rows: [String]) -> String {
    ([Self.header] + rows).map { $0 + "\n" }.joined()
  }

  private func night(_ workspace: TestWorkspace, _ files: [String], _ day: String) throws -> String
  {
    var output = ""
    for (stage, words) in [("ingest", files), ("validate", ["--dns=off"]), ("dedupe", [])] {
      let result = try workspace.runStage(stage, words + ["--as-of", day])
      try #require([0, 10, 99].contains(result.status), "\(result)")
      output += result.output + result.errors
    }
    return output
  }

  private func people(_ workspace: TestWorkspace) throws -> [String] {
    try workspace.rows(
      """
      SELECT group_concat(email, ' ') FROM (
        SELECT email, coalesce(entity_id, id) AS entity
        FROM lead LEFT JOIN entity_link ON lead_id = id ORDER BY email)
      GROUP BY entity HAVING count(*) > 1 ORDER BY 1
      """
    ).map { $0[0] }
  }

  private static let joined = [
    "ann.lee2@example.com ann.lee@example.com", "bob.ray2@example.com bob.ray@example.com",
  ]

  /// A base in which both pairs were decided to be one person.
  private func decided() throws -> TestWorkspace {
    let workspace = try TestWorkspace()
    let leads = try workspace.write("leads-web.csv", table(Self.people))
    _ = try night(workspace, [leads], "2026-11-02")
    #expect(try people(workspace).isEmpty)
    let decisions = try workspace.write(
      "decisions.csv",
      """
      leadmill_link_decision_id,lead,other_lead,decision
      ,1,2,same
      ,3,4,same

      """)
    _ = try night(workspace, [decisions], "2026-11-03")
    #expect(try people(workspace) == Self.joined)
    return workspace
  }

  @Test("rows that another file sends again are the same leads")
  func sentAgain() throws {
    let workspace = try decided()
    let again = try workspace.write("leads-web-2.csv", table(Self.sentAgain))
    _ = try night(workspace, [again], "2026-11-04")
    #expect(try people(workspace) == Self.joined)
    #expect(try workspace.count("SELECT count(*) FROM link_constraint") == 4)
  }

  @Test("leads that were taken back and come in another file are known by what they are")
  func afterUndo() throws {
    let workspace = try decided()
    #expect(try workspace.runStage("undo", ["leads-web.csv", "--as-of", "2026-11-04"]).status == 0)
    #expect(try night(workspace, [], "2026-11-04").contains("DED003"))
    #expect(try people(workspace).isEmpty)
    let again = try workspace.write("leads-web-2.csv", table(Self.sentAgain))
    _ = try night(workspace, [again], "2026-11-05")
    #expect(try people(workspace) == Self.joined)
    // Nothing is kept of leads that no decision names.
    #expect(
      try workspace.runStage("undo", ["decisions.csv", "--as-of", "2026-11-06"]).status == 0)
    _ = try night(workspace, [], "2026-11-06")
    #expect(try people(workspace).isEmpty)
    #expect(try workspace.count("SELECT count(*) FROM link_trait") == 0)
  }
}
