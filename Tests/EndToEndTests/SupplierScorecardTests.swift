import Foundation
import LeadmillTestSupport
import Testing

@Suite("The supplier scorecard says what came of every supplier's rows and leads")
struct SupplierScorecardTests {
  /// The rows of a table of the data-quality workbook under its header, cells divided by bars.
  private func table(_ workspace: TestWorkspace, sheet: String, header: String) throws -> [String] {
    let script = """
      import openpyxl, sys
      rows = openpyxl.load_workbook(sys.argv[1])[sys.argv[2]].iter_rows(values_only=True)
      on = False
      for row in rows:
          cells = [str(cell) for cell in row if cell is not None]
          if on and not cells: break
          if on: print("|".join(cells))
          on = on or cells[:2] == sys.argv[3].split("|")
      """
    let result = try runProgram(
      RepositoryPaths.python,
      ["-c", script, "\(workspace.outputFolder)/data-quality.xlsx", sheet, header])
    try #require(result.status == 0, "\(result)")
    return result.output.split(separator: "\n").map(String.init)
  }

  private func night(_ workspace: TestWorkspace, _ paths: [String], _ asOf: String) throws {
    for (stage, arguments) in [
      ("ingest", paths), ("validate", ["--dns=off"]), ("dedupe", []), ("report", ["data-quality"]),
    ] {
      let result = try workspace.runStage(stage, ["--as-of", asOf] + arguments)
      try #require([0, 10, 99].contains(result.status), "\(result)")
    }
  }

  @Test("Repeats, rejections, corrections, bounces, opt-outs and deals count for who sent the lead")
  func scorecard() throws {
    let workspace = try TestWorkspace()
    let web = """
      id,email,full_name,created_at
      W1,ann@example.com,Ann Bell,2026-10-01
      W2,bob@example.com,Bob Crow,2026-10-02
      W2,bob@example.com,Bob Crow,2026-10-02
      W3,nobody@,,2026-10-03
      W4,no@no,,2026-10-03

      """
    let partner = """
      Lead ID,E-Mail,Full Name,Created
      P1,ann@example.com,Ann Bell,2026-10-04
      P2,cy@example.com,Cy Dove,2026-10-05
      P3,CY@example.com,Cy Dove,2026-10-06

      """
    let events = """
      event_id,email,event,timestamp
      E1,BOB@example.com,bounce,2026-10-20
      E2,cy@example.com,unsubscribe,2026-10-05T10:00:00Z
      E3,ann@example.com,bounce,2026-09-20

      """
    let deals = """
      deal_id,stage,status,contact_email,created_at,closed_at
      D1,Won,won,ann@example.com,2026-10-10,2026-10-25

      """
    try night(
      workspace,
      [
        workspace.write("leads-web.csv", web),
        workspace.write("leads-partner.csv", partner), workspace.write("engagement.csv", events),
        workspace.write("deals.csv", deals),
      ], "2026-11-01")
    try night(
      workspace,
      [workspace.write("leads-partner-2.csv", partner + "P4,dan@example.com,Dan Elk,2026-10-30\n")],
      "2026-11-02")
    // Supplier, received, taken, known, repeated, rejected, suppressed, corrected, still, files.
    let before = try table(workspace, sheet: "Suppliers", header: "Supplier|Received")
    #expect(
      before == [
        "leads-web|5|2|0|1|2|0|0|2|1|yes", "leads-partner|7|4|3|0|0|0|0|0|2|yes",
        "Total|12|6|3|1|2|0|0|2|3",
      ])
    // Leads, repeats own and other's, quarantined, blocked, bounced, opted out, complained, deals.
    #expect(
      try table(workspace, sheet: "Suppliers", header: "Supplier|Leads") == [
        "leads-web|2|0|0|0|0|1|0|0|1|1", "leads-partner|4|1|1|0|0|0|1|0|1|1",
        "Total|6|1|1|0|0|1|1|0|2|2",
      ])
    #expect(
      try table(workspace, sheet: "Supplier files", header: "Supplier|File").map {
        $0.split(separator: "|").prefix(2).joined(separator: " ")
      } == [
        "leads-web leads-web.csv", "leads-partner leads-partner-2.csv",
        "leads-partner leads-partner.csv", "Total 12",
      ])

    let book = RejectsBook(workspace: workspace, source: "leads-web.csv", by: "id")
    let corrected = workspace.path("corrected.xlsx")
    try book.edit(["set": [["W3", "email", "eve@example.com"]]], to: corrected)
    try night(workspace, [corrected], "2026-11-03")
    #expect(
      try table(workspace, sheet: "Suppliers", header: "Supplier|Received") == [
        "leads-partner|7|4|3|0|0|0|0|0|2|yes", "leads-web|5|2|0|1|2|0|1|1|1|yes",
        "Total|12|6|3|1|2|0|1|1|3",
      ])
    #expect(
      try table(workspace, sheet: "Suppliers", header: "Supplier|Leads").contains(
        "leads-web|3|0|0|0|0|1|0|0|1|1"))
    #expect(
      try table(workspace, sheet: "Rejections", header: "Supplier|File").first?
        .hasPrefix("leads-web|leads-web.csv|VAL001|email|2|1|1|") == true)
  }

  @Test("On the sample data its totals are those of the ledger")
  func foots() throws {
    let workspace = try TestWorkspace()
    let input = try SmallInput.write(to: workspace, rows: 150)
    let run = try workspace.runNightly(input: input)
    try #require(run.status == 10, "\(run)")
    let rows = try table(workspace, sheet: "Suppliers", header: "Supplier|Received")
    #expect(rows.dropLast().allSatisfy { $0.hasSuffix("|yes") }, "\(rows)")
    let total = try #require(rows.last?.split(separator: "|").dropFirst().compactMap { Int($0) })
    let ledger = """
      SELECT
        (SELECT sum(rows_in) FROM stage_run WHERE stage = 'ingest') - (
          SELECT sum(rows_read) FROM source_sheet s JOIN source_file f ON f.id = s.file_id
          WHERE f.kind <> 'lead'),
        (SELECT count(*) FROM source_row r WHERE \(Self.isLead)
          AND NOT EXISTS (SELECT 1 FROM finding f
            WHERE f.source_row_id = r.id AND f.severity = 'reject')),
        0,
        (SELECT sum(d.last_row - d.first_row + 1) FROM row_disposition d
          JOIN source_sheet s ON s.id = d.scope JOIN source_file f ON f.id = s.file_id
          WHERE d.disposition = 'duplicate' AND f.kind = 'lead' AND d.stage_run_id IN (
            SELECT id FROM stage_run WHERE stage = 'ingest')),
        (SELECT count(DISTINCT f.source_row_id) FROM finding f
          JOIN source_row r ON r.id = f.source_row_id
          WHERE f.severity = 'reject' AND \(Self.isLead))
      """
    let expected = try workspace.rows(ledger)[0].map { Int($0) ?? 0 }
    #expect(Array(total.prefix(5)) == expected, "\(rows)")
    let leads = try table(workspace, sheet: "Suppliers", header: "Supplier|Leads").last
    let counted = leads?.split(separator: "|").dropFirst().first.flatMap { Int($0) }
    #expect(try workspace.count("SELECT count(*) FROM lead") == counted)
  }

  private static let isLead = """
    r.sheet_id IN (
      SELECT s.id FROM source_sheet s JOIN source_file o ON o.id = s.file_id WHERE o.kind = 'lead')
    """
}
