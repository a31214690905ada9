import LeadmillTestSupport
import Testing

@Suite("Contacts who are people of the base")
struct ContactStageTests {
  private static let leads = """
    id,email,full_name,phone,company,country
    1,ann@example.com,Ann Bell,,,DE
    2,bob@example.com,Bob Cole,030 23125042,,DE
    3,,Cy Dow,,Acme Tools,DE
    4,eve@example.com,Eve Ray,030 23125099,,DE
    """
  private static let accounts = """
    external_id,name,country
    A1,ACME Tools GmbH,DE
    """
  private static let contacts = """
    external_id,full_name,email,phone,account,country
    C1,Ann Bell-Ray,ANN@example.com,,,DE
    C2,B. Cole,,+493023125042,,DE
    C3,Cy Dow,,,A1,DE
    C4,Zed Ray,,+493023125099,,DE
    C5,Fay Poe,fay@example.com,,,DE
    """
  private static let links = """
    SELECT c.external_id, l.external_id, k.rule FROM contact_link k
    JOIN contact c ON c.id = k.contact_id JOIN lead l ON l.id = k.lead_id ORDER BY 1
    """
  private static let all = [
    ["C1", "1", "email"], ["C2", "2", "phone"], ["C3", "3", "company_and_name"],
  ]

  private func take(_ files: [(String, String)], into workspace: TestWorkspace) throws {
    for (name, text) in files {
      let path = try workspace.write(name, text)
      for stage in ["ingest", "validate", "dedupe", "enrich"] {
        let result = try workspace.runStage(stage, stage == "ingest" ? [path] : [])
        #expect([0, 10, 99].contains(result.status), "\(result)")
      }
    }
  }

  @Test("are found by address, number with name, or company with name, whoever came first")
  func orders() throws {
    let files = [
      ("leads-web.csv", Self.leads), ("accounts.csv", Self.accounts),
      ("contacts.csv", Self.contacts),
    ]
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
      let workspace = try TestWorkspace()
      try take(order.map { files[$0] }, into: workspace)
      #expect(try workspace.rows(Self.links) == Self.all, "\(order)")
      let before = try workspace.digestTables()
      #expect(try workspace.runStage("dedupe").status == 99)
      #expect(try workspace.digestTables() == before)
    }
  }

  @Test("are let go when they or the leads change or are taken back, and shown with the lead")
  func changes() throws {
    let workspace = try TestWorkspace()
    try take(
      [
        ("leads-web.csv", Self.leads), ("accounts.csv", Self.accounts),
        ("contacts.csv", Self.contacts),
      ], into: workspace)
    let story = try runProgram("leadmill", ["explain", "ann@example.com", "-w", workspace.root])
    #expect(story.output.contains("\nCONTACTS\n"), "\(story)")
    let export = try runProgram(
      "leadmill",
      ["export", "lead", "-w", workspace.root, "--columns", "email,contact_rule,account_rule"])
    #expect(export.output.contains("ann@example.com,email,"), "\(export)")
    #expect(export.output.contains(",company_and_name,name"), "\(export)")
    // One contact gets another address, another lead comes with the number of a colleague.
    try take(
      [
        ("contacts-2.csv", "external_id,full_name,email\nC1,Ann Bell-Ray,other@example.com\n"),
        ("leads-web-2.csv", "id,full_name,phone,country\n5,Zed Ray,030 23125099,DE\n"),
      ], into: workspace)
    #expect(
      try workspace.rows(Self.links)
        == [["C2", "2", "phone"], ["C3", "3", "company_and_name"], ["C4", "5", "phone"]])
    #expect(try workspace.runStage("undo", ["leads-web.csv"]).status == 0)
    _ = try workspace.runStage("dedupe")
    #expect(try workspace.rows(Self.links) == [["C4", "5", "phone"]])
    #expect(try workspace.runStage("undo", ["contacts.csv"]).status == 0)
    _ = try workspace.runStage("dedupe")
    #expect(try workspace.count("SELECT count(*) FROM contact_link") == 0)
  }
}
