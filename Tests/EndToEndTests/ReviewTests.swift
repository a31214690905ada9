import Foundation
import LeadmillTestSupport
import Testing

@Suite("Pairs that the model is not sure of go out as a workbook, and decisions come back")
struct ReviewTests {
  /// Namesakes at one company under two addresses: nobody can tell without asking.
  private static let leads = """
    first_name,last_name,email,company,phone
    Ann,Lee,ann.lee@example.com,Acme Ltd,
    Ann,Lee,ann.lee2@example.com,Acme Ltd,
    Bob,Ray,bob.ray@example.com,Acme Ltd,
    Bob,Ray,bob.ray2@example.com,Acme Ltd,
    Cy,Fox,cy.fox@example.com,Acme Ltd,
    Cy,Fox,cy.fox2@example.com,Acme Ltd,
    Dee,Orr,dee@example.com,Orr & Co,
    Dee,Orr,dee@example.com,Orr Trading,

    """

  private func night(_ workspace: TestWorkspace, _ files: [String], _ day: String) throws -> String
  {
    var output = ""
    for (stage, words) in [("ingest", files), ("validate", []), ("dedupe", [])] {
      let result = try workspace.runStage(stage, words + ["--as-of", day])
      try #require([0, 10, 99].contains(result.status), "\(result)")
      output += result.output + result.errors
    }
    return output
  }

  private func decide(
    _ workspace: TestWorkspace, _ decisions: [[String]?], to target: String,
    renaming header: String? = nil
  ) throws -> [String] {
    let input = try JSONSerialization.data(
      withJSONObject: decisions.map { $0.map { $0 as Any } ?? NSNull() })
    let result = try ProgramRun(
      RepositoryPaths.python,
      [
        "\(RepositoryPaths.fixtures)/decide_review.py", "\(workspace.outputFolder)/review.xlsx",
        target,
      ] + (header.map { [$0] } ?? []), input: Array(input)
    ).wait()
    try #require(result.status == 0, "\(result)")
    return result.output.split(separator: "\n").map(String.init)
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

  @Test("a decision goes out, comes back, survives its leads' return, and can be taken back")
  func roundTrip() throws {
    let workspace = try TestWorkspace()
    #expect(try workspace.runDriver(["review"]).status == 40)
    let leads = try workspace.write("leads-web.csv", Self.leads)
    _ = try night(workspace, [leads], "2026-11-02")
    #expect(try people(workspace) == ["dee@example.com dee@example.com"])
    let result = try workspace.runDriver(["review", "--as-of", "2026-11-02"])
    #expect(result.status == 0 && result.output.contains("3 of 3 pairs"), "\(result)")
    let path = "\(workspace.outputFolder)/review.xlsx"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    _ = try workspace.runDriver(["review", "--as-of", "2026-11-02"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)

    let decided = workspace.path("decided.xlsx")
    let pairs = try decide(
      workspace, [["same", "Jo", "one desk"], ["different", "Jo", ""], ["sme", "Jo", ""]],
      to: decided)
    // The steps of each waterfall add up to the weight.
    #expect(pairs.count == 3 && pairs.allSatisfy { $0.hasSuffix("same,different,unsure True") })
    let second = try night(workspace, [decided], "2026-11-03")
    #expect(second.contains("ingest: 3 in = 3 inserted"), "\(second)")
    #expect(second.contains("decisions in force: 2"), "\(second)")
    #expect(
      try workspace.rows("SELECT message FROM finding WHERE code = 'VAL002' AND field = 'decision'")
        == [["'sme' cannot be used as 'decision'; expected same, different or unsure"]])
    let joined = ["ann.lee2@example.com ann.lee@example.com", "dee@example.com dee@example.com"]
    #expect(try people(workspace) == joined)
    // The same again changes nothing; the pair that is open is asked about again.
    #expect(try night(workspace, [decided], "2026-11-03").contains("3 unchanged"))
    #expect(
      try workspace.runDriver(["review", "--as-of", "2026-11-03"]).output.contains("1 of 1 pairs"))
    let story = try workspace.runDriver(["explain", "--pair", "1", "2"])
    #expect(
      story.output.contains(
        "Decided to be one person by Jo on 2026-11-03 (decided.xlsx row 2): one desk."),
      "\(story)")

    let lead = try workspace.runDriver(["explain", "ann.lee2@example.com"])
    #expect(lead.output.contains("in force  Jo        one desk"), "\(lead)")

    // The leads go and come again, under other ids: the decisions find them.
    #expect(try workspace.runStage("undo", ["leads-web.csv", "--as-of", "2026-11-04"]).status == 0)
    #expect(try night(workspace, [], "2026-11-04").contains("DED003"))
    #expect(try workspace.count("SELECT count(*) FROM link_constraint") == 0)
    _ = try night(workspace, [leads], "2026-11-05")
    #expect(try people(workspace) == joined)
    // Taken back, they are as if they had never been.
    #expect(try workspace.runStage("undo", ["decided.xlsx", "--as-of", "2026-11-06"]).status == 0)
    _ = try night(workspace, [], "2026-11-06")
    #expect(try people(workspace) == ["dee@example.com dee@example.com"])
  }

  @Test("decisions as a table of their own part whom a key has joined, and move the estimates")
  func table() throws {
    let workspace = try TestWorkspace()
    _ = try night(workspace, [try workspace.write("leads-web.csv", Self.leads)], "2026-11-02")
    let estimate = "SELECT round(total(probability), 6) FROM link_judged"
    let before = try workspace.rows(estimate)
    let table = """
      leadmill_link_decision_id,lead,other_lead,decision,reviewer
      ,7,8,different,Jo
      ,1,2,same,Jo
      ,1,1,nonsense,Jo

      """
    let output = try night(
      workspace, [try workspace.write("decisions.csv", table)], "2026-11-03")
    #expect(output.contains("decisions in force: 2"), "\(output)")
    #expect(try people(workspace) == ["ann.lee2@example.com ann.lee@example.com"])
    #expect(try workspace.rows(estimate) != before)
    #expect(try workspace.rows("SELECT rule FROM entity_link") == [["review"]])
    // Nothing is left of what was said of somebody who is erased.
    let orders = try workspace.write("orders.txt", "dee@example.com\n")
    let erased = try workspace.runStage(
      "govern", ["--erase", orders, "--as-of", "2026-11-04"])
    #expect([0, 20].contains(erased.status), "\(erased)")
    #expect(try workspace.rows("SELECT decision FROM link_decision") == [["same"]])
    #expect(
      try workspace.count("SELECT count(*) FROM source_row WHERE cells LIKE '%different%'") == 0)
    _ = try night(workspace, [], "2026-11-05")
    #expect(try people(workspace) == ["ann.lee2@example.com ann.lee@example.com"])
  }

  @Test("who comes back to an earlier decision is heard, the same file again is not, nor undone")
  func again() throws {
    let workspace = try TestWorkspace()
    _ = try night(workspace, [try workspace.write("leads-web.csv", Self.leads)], "2026-11-02")
    let joined = ["ann.lee2@example.com ann.lee@example.com", "dee@example.com dee@example.com"]
    let header = "leadmill_link_decision_id,lead,other_lead,decision"
    func decide(_ name: String, _ word: String, _ day: Int) throws -> String {
      try night(
        workspace, [try workspace.write(name, "\(header)\n,1,2,\(word)\n")], "2026-11-0\(day)")
    }
    for (index, word) in ["same", "different", "same", "different"].enumerated() {
      let name = index < 2 ? "first\(index).csv" : "edited.csv"
      let output = try decide(name, word, 3 + index)
      #expect(output.contains("ingest: 1 in = 1 inserted"), "\(output)")
      #expect(try people(workspace) == (word == "same" ? joined : [joined[1]]), "\(index)")
    }
    // Files that every night brings are old ones.
    let known = ["first0.csv", "edited.csv"].map { workspace.path($0) }
    #expect(try night(workspace, known, "2026-11-07").contains("2 unchanged"))
    #expect(try people(workspace) == [joined[1]])
    // Taken back, the one before counts.
    #expect(try workspace.runStage("undo", ["5", "--as-of", "2026-11-08"]).status == 0)
    _ = try night(workspace, [], "2026-11-08")
    #expect(try people(workspace) == joined)
    // An export says nothing new.
    let exported = workspace.path("all.csv")
    let export = try workspace.runDriver(["export", "link_decision", "--output", exported])
    #expect(export.status == 0, "\(export)")
    let last = try night(workspace, [exported], "2026-11-09")
    #expect(last.contains("3 unchanged"), "\(last)")
  }

  @Test("a decision about one lead, and two that differ about one pair, are said")
  func unusable() throws {
    let workspace = try TestWorkspace()
    _ = try night(workspace, [try workspace.write("leads-web.csv", Self.leads)], "2026-11-02")
    let table = """
      leadmill_link_decision_id,lead,other_lead,decision
      ,1,1,same
      ,1,2,same
      ,2,1,different

      """
    let output = try night(workspace, [try workspace.write("d.csv", table)], "2026-11-03")
    #expect(output.contains("DED005") && output.contains("d.csv row 4"), "\(output)")
    #expect(
      try workspace.rows("SELECT field, value FROM finding WHERE code = 'VAL002'")
        == [["other_lead", "1"]])
    #expect(try people(workspace) == ["dee@example.com dee@example.com"])
    #expect(!(try night(workspace, [], "2026-11-04").contains("DED005")))
  }

  @Test("a workbook whose column of decisions was renamed is refused, and says which")
  func renamed() throws {
    let workspace = try TestWorkspace()
    _ = try night(workspace, [try workspace.write("leads-web.csv", Self.leads)], "2026-11-02")
    _ = try workspace.runDriver(["review", "--as-of", "2026-11-02"])
    let path = workspace.path("renamed.xlsx")
    _ = try decide(workspace, [["same", "Jo", ""]], to: path, renaming: "Dcsn")
    let result = try workspace.runStage("ingest", [path, "--as-of", "2026-11-03"])
    #expect(result.status == 30 && result.errors.contains("no column 'Decision'"), "\(result)")
  }

  @Test("a workbook that was filled in and not imported is kept when the next one is written")
  func kept() throws {
    let workspace = try TestWorkspace()
    _ = try night(workspace, [try workspace.write("leads-web.csv", Self.leads)], "2026-11-02")
    _ = try workspace.runDriver(["review", "--as-of", "2026-11-02"])
    _ = try decide(workspace, [["same", "Jo", ""]], to: "\(workspace.outputFolder)/review.xlsx")
    let result = try workspace.runDriver(["review", "--as-of", "2026-11-03"])
    #expect(result.output.contains("review (edited).xlsx"), "\(result)")
  }
}
