import Foundation
import LeadmillTestSupport
import Testing

@Suite struct ReportStageTests {
  static let names = ["data-quality", "forecast", "governance"]

  static func workbook(_ name: String, in workspace: TestWorkspace) -> Data? {
    FileManager.default.contents(atPath: "\(workspace.outputFolder)/\(name).xlsx")
  }

  @Test("The delivered reports are drawn, and a second run leaves the same bytes")
  func drawnOnce() throws {
    let workspace = try TestWorkspace()
    let first = try workspace.runStage("report")
    #expect(first.status == 0, "\(first)")
    #expect(first.output.contains("report: 3 in = 3 inserted"))
    let drawn = Self.names.map { Self.workbook($0, in: workspace) }
    #expect(drawn.allSatisfy { $0 != nil })
    let second = try workspace.runStage("report")
    #expect(second.output.contains("3 in = 0 inserted + 0 updated + 3 unchanged"), "\(second)")
    #expect(Self.names.map { Self.workbook($0, in: workspace) } == drawn)
  }

  @Test("Only the reports that are named are drawn, for the date that is given")
  func named() throws {
    let workspace = try TestWorkspace()
    #expect(try workspace.runStage("report", ["forecast"]).status == 0)
    let before = Self.workbook("forecast", in: workspace)
    #expect(Self.workbook("governance", in: workspace) == nil)
    let later = try workspace.runStage("report", ["--as-of", "2026-11-03", "forecast"])
    #expect(later.output.contains("1 in = 0 inserted + 1 updated"), "\(later)")
    #expect(Self.workbook("forecast", in: workspace) != before)
  }

  @Test("A dry run draws nothing and keeps nothing")
  func dryRun() throws {
    let workspace = try TestWorkspace()
    let result = try workspace.runStage("report", ["--dry-run"])
    #expect(result.status == 0, "\(result)")
    #expect(Self.names.allSatisfy { Self.workbook($0, in: workspace) == nil })
    let left = try FileManager.default.contentsOfDirectory(atPath: workspace.outputFolder)
    #expect(left.isEmpty)
  }

  @Test("Measures are kept under the as-of date, once")
  func measures() throws {
    let workspace = try TestWorkspace()
    let report = """
      title: Test
      question: Q?
      measures:
        - SELECT 'share' AS name, 'all' AS scope, 0.5 AS value UNION ALL SELECT 'none', 'all', NULL
      sheets:
        - name: Only
          blocks:
            - table:
                id: nights
                sql: SELECT as_of, value FROM measure WHERE name = 'share'
                columns:
                  - {name: as_of, label: Night, format: date}
                  - {name: value, label: Share, format: percent}
      """
    try workspace.write("reports/test.yaml", report)
    let options = ["--reports", workspace.path("reports")]
    for date in ["2026-11-01", "2026-11-02", "2026-11-02"] {
      #expect(try workspace.runStage("report", options + ["--as-of", date]).status == 0)
    }
    let kept = try workspace.rows(
      "SELECT date(as_of, 'unixepoch'), name, scope, value FROM measure ORDER BY 1")
    #expect(
      kept == [["2026-11-01", "share", "all", "0.5"], ["2026-11-02", "share", "all", "0.5"]])
  }

  @Test(
    "Wrong reports are bad configuration, told with their place",
    arguments: [
      (["nonesuch"], "found no report 'nonesuch'"),
      (["--reports", "/nonexistent"], "found no report definitions in '/nonexistent'"),
      (["--reprots", "x"], "did you mean"),
    ] as [([String], String)])
  func wrongArguments(arguments: [String], message: String) throws {
    let result = try TestWorkspace().runStage("report", arguments)
    #expect(result.status == 40, "\(result)")
    #expect(result.errors.contains(message), "\(result)")
  }

  @Test("SQL that fails names the line of the definition, and no workbook is left")
  func wrongSQL() throws {
    let workspace = try TestWorkspace()
    let report = """
      title: Test
      question: Q?
      sheets:
        - name: Only
          blocks:
            - table:
                id: t
                sql: |
                  SELECT 1 AS n
                  FROM nowhere
                columns: [{name: n}]
      """
    try workspace.write("reports/test.yaml", report)
    let result = try workspace.runStage("report", ["--reports", workspace.path("reports")])
    #expect(result.status == 40, "\(result)")
    #expect(
      result.errors.contains("test.yaml:") && result.errors.contains("no such table: nowhere"),
      "\(result)")
    #expect(Self.workbook("test", in: workspace) == nil)
  }
}
