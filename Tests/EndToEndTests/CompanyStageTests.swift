import LeadmillTestSupport
import Testing

@Suite("Accounts of one company")
struct CompanyStageTests {
  private func run(_ workspace: TestWorkspace, files: [String] = []) throws {
    for stage in ["ingest", "validate", "dedupe", "enrich"]
    where stage != "ingest" || !files.isEmpty {
      let result = try workspace.runStage(stage, stage == "ingest" ? files : [])
      #expect([0, 10, 99].contains(result.status), "\(result)")
    }
  }

  @Test("are one to whoever works there, however they came, and part again when one is taken back")
  func company() throws {
    let workspace = try TestWorkspace()
    let leads = try workspace.write(
      "leads-web.csv",
      """
      id,email,full_name,company,country
      1,ann.bell@acme-tools.example.com,Ann Bell,,DE
      2,bob@example.org,Bob Cole,Acme Tools,DE
      """)
    let header = "external_id,name,domain,phone,industry,employees,city,postcode,country\n"
    let first = try workspace.write(
      "accounts.csv",
      header + "A1,ACME Tools GmbH,acme-tools.example.com,+493023125483,Retail,,Berlin,10163,DE\n")
    let second = try workspace.write(
      "accounts-2.csv",
      header + "A2,Acme Tools Gesellschaft mbH,,+493023125483,,40,Berlin,10163,DE\n"
        + "A3,Acme Tools Ltd,acme-tools.example.net,+442079460018,,,London,EC1A 1BB,GB\n")
    let links = "SELECT account_id, company_id, rule, matched_account_id FROM company_link"
    let facts = """
      SELECT e.full_name, a.external_id, n.industry, n.employees
      FROM entity_enrichment n JOIN entity e ON e.id = n.entity_id
      LEFT JOIN account a ON a.id = n.account_id ORDER BY e.id
      """
    try run(workspace, files: [leads, first])
    #expect(try workspace.rows(links).isEmpty)
    try run(workspace, files: [second])
    #expect(try workspace.rows(links) == [["4", "3", "phone", "3"]])
    // Both are met by their keys alone; the company is known by what its accounts say together.
    let both = [["Ann Bell", "A1", "Retail", "40"], ["Bob Cole", "A1", "Retail", "40"]]
    #expect(try workspace.rows(facts) == both)
    let story = try runProgram("leadmill", ["explain", "bob@example.org", "-w", workspace.root])
    #expect(story.output.contains("ACCOUNTS OF ITS COMPANY"), "\(story)")
    let before = try workspace.digestTables()
    #expect(try workspace.runStage("dedupe").status == 99)
    #expect(try workspace.digestTables() == before)
    // The other way round the company is the same, but for its id.
    let reversed = try TestWorkspace()
    try run(reversed, files: [second])
    try run(reversed, files: [first])
    try run(reversed, files: [leads])
    #expect(
      try reversed.rows(facts) == both.map { [$0[0], "A2", $0[2], $0[3]] })

    let undo = try workspace.runStage("undo", ["accounts.csv"])
    #expect(undo.status == 0, "\(undo)")
    try run(workspace)
    #expect(try workspace.rows(links).isEmpty)
    #expect(try workspace.count("SELECT count(*) FROM company") == 0)
    #expect(
      try workspace.rows(facts)
        == [["Ann Bell", "-", "-", "-"], ["Bob Cole", "A2", "-", "40"]])
    let history = """
      SELECT subject_id, old_value, new_value, reason FROM field_change
      WHERE field = 'company_id' AND subject = ? ORDER BY id
      """
    func changes(of subject: String) throws -> [[String]] {
      try workspace.rows(history.replacing("?", with: "'\(subject)'"))
    }
    #expect(
      try changes(of: "account") == [["4", "4", "3", "phone"], ["4", "3", "4", "account left"]])
    #expect(try changes(of: "company") == [["3", "3", "4", "its first account is gone"]])
    let redirects = "SELECT old_company_id, company_id FROM company_redirect ORDER BY 1"
    #expect(try workspace.rows(redirects) == [["3", "4"]])
    // A company that was one by itself becomes part of another, and parts from it again.
    let merged = """
      SELECT a.external_id FROM company_redirect JOIN account a ON a.id = old_company_id
      WHERE company_id = 4
      """
    for (file, phone, expected) in [
      ("accounts-3.csv", "+493023125042", []), ("accounts-4.csv", "+493023125483", [["A4"]]),
      ("accounts-5.csv", "+493023125099", []),
    ] {
      let lone = try workspace.write(
        file, "external_id,name,phone,country\nA4,Acme Tool GmbH,\(phone),DE\n")
      try run(workspace, files: [lone])
      #expect(try workspace.rows(merged) == expected, "\(file)")
    }
    #expect(try changes(of: "company").map { $0[3] }.suffix(2) == ["phone", "split"])
    #expect(try workspace.count("SELECT count(*) FROM revisit WHERE stage = 'dedupe'") == 0)
  }
}
