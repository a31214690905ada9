import LeadmillTestSupport
import Testing

@Suite("The quality of a lead's data is scored, explained and reported")
struct QualityTests {
  private static let file = """
    id,email,full_name,company,job_title,country,phone,utm_source,utm_medium,utm_campaign,landing_page
    1,ann@example.com,Ann Bell,Acme,Buyer,DE,+493023125042,,,,
    2,info@example.com,Bob Ash,Birch,Buyer,DE,+493023125043,,,,
    3,cy@example.com,,,,,,,,,

    """
  private static let findings = """
    SELECT r.row_number, f.code, f.severity FROM finding AS f
    JOIN source_row AS r ON r.id = f.source_row_id ORDER BY 1, 2
    """
  private static let quality = "SELECT id, quality FROM lead ORDER BY id"

  private func load(_ workspace: TestWorkspace, _ config: [String], _ text: String = file) throws {
    let path = try workspace.write("leads-web.csv", text)
    for stage in ["ingest", "validate", "dedupe", "enrich", "score"] {
      let result = try workspace.runStage(stage, config + (stage == "ingest" ? [path] : []))
      try #require([0, 10].contains(result.status), "\(stage): \(result)")
    }
  }

  @Test("points for quality are given, told by explain, and the workbook has the mean")
  func used() throws {
    let workspace = try TestWorkspace()
    let config = ["--config", try workspace.copyPipelines()]
    try workspace.replace(
      in: "pipelines/scoring.yaml", "rules:\n",
      by: "rules:\n  - {id: good_data, points: 7, when: {quality: {at_least: 99}}}\n"
        + "  - {id: poor_data, points: -9, when: {quality: {at_most: 60}}}\n")
    try load(workspace, config)
    #expect(try workspace.rows(Self.quality).map { $0[1] } == ["100", "99", "60"])
    #expect(
      try workspace.rows(
        """
        SELECT parts ->> 'good_data', parts ->> 'poor_data' FROM entity_score ORDER BY entity_id
        """) == [["7", "-"], ["7", "-"], ["-", "-9"]])
    let story = try workspace.runDriver(["explain", "cy@example.com"] + config)
    #expect(
      story.output.contains(
        "60 of 100: -10 phone missing, -10 full_name missing, -10 company missing, "
          + "-5 job_title missing, -5 country missing"), "\(story)")
    let report = try workspace.runStage("report", config + ["data-quality"])
    #expect(report.status == 0, "\(report)")
    let script = """
      import openpyxl, sys
      sheet = openpyxl.load_workbook(sys.argv[1])["Data quality"]
      for row in sheet.iter_rows(values_only=True):
          if row and "leads-web" in [str(cell) for cell in row]:
              print("|".join(str(round(c, 2) if isinstance(c, float) else c) for c in row if c is not None))
      """
    let rows = try runProgram(
      RepositoryPaths.python, ["-c", script, "\(workspace.outputFolder)/data-quality.xlsx"])
    #expect(rows.output == "leads-web|3|86.33|60|0.67|0|0.33|0\n", "\(rows)")
  }

  @Test("findings and quality follow a changed rule, and come back with it")
  func refreshed() throws {
    let workspace = try TestWorkspace()
    let config = ["--config", try workspace.copyPipelines()]
    try load(workspace, config)
    let first = try workspace.rows(Self.findings)
    #expect(first == [["3", "VAL013", "info"]])
    try workspace.replace(
      in: "pipelines/validation.yaml", "rules: {VAL109: off}",
      by: "rules: {VAL109: off, VAL013: warn}")
    #expect(try workspace.runStage("validate", config).status == 0)
    #expect(try workspace.rows(Self.findings) == [["3", "VAL013", "warn"]])
    #expect(try workspace.rows(Self.quality).map { $0[1] } == ["100", "90", "60"])
    try workspace.replace(
      in: "pipelines/validation.yaml", "VAL013: warn", by: "VAL013: off")
    #expect(try workspace.runStage("validate", config).status == 0)
    #expect(try workspace.rows(Self.findings) == [])
    #expect(try workspace.rows(Self.quality).map { $0[1] } == ["100", "100", "60"])
    try workspace.replace(
      in: "pipelines/validation.yaml", "VAL109: off, VAL013: off", by: "VAL109: off")
    #expect(try workspace.runStage("validate", config).status == 0)
    #expect(try workspace.rows(Self.findings) == first)
    #expect(try workspace.runStage("validate", config).status == 99)
  }

  @Test("weights decide what a finding and a missing value cost")
  func weights() throws {
    let workspace = try TestWorkspace()
    let config = ["--config", try workspace.copyPipelines()]
    try workspace.replace(
      in: "pipelines/validation.yaml", "rules: {VAL037: 0, ", by: "rules: {VAL013: 40, VAL037: 0, ")
    try workspace.replace(
      in: "pipelines/validation.yaml", "missing: {email: 15, phone: 10,",
      by: "missing: {email: 15, phone: 100,")
    try load(workspace, config)
    #expect(try workspace.rows(Self.quality).map { $0[1] } == ["100", "60", "0"])
  }

  @Test("a source that no mapping has is refused where it stands, with the nearest that there is")
  func unknownSource() throws {
    let workspace = try TestWorkspace()
    let config = ["--config", try workspace.copyPipelines()]
    try workspace.replace(
      in: "pipelines/validation.yaml", "rules: {VAL109: off}",
      by: "rules:\n  VAL109: off\n  sources:\n    leads-patner: {VAL013: off}")
    let path = try workspace.write("leads-web.csv", Self.file)
    _ = try workspace.runStage("ingest", config + [path])
    let result = try workspace.runStage("validate", config)
    #expect(result.status == 40, "\(result)")
    #expect(
      result.errors.contains(
        "found 'leads-patner', which is no source; did you mean 'leads-partner'?"),
      "\(result)")
    try workspace.replace(
      in: "pipelines/validation.yaml", "leads-patner:", by: "leads-web:")
    #expect(try workspace.runStage("validate", config).status == 0)
    #expect(try workspace.rows(Self.findings) == [])
  }

  // MARK: Attribution by configuration

  @Test(
    "links between own pages, and campaigns that are named as none are, are found",
    arguments: [
      ("own_domains: []", "own_domains: [example.com]", "www.example.com,social,x,", "VAL160"),
      ("own_domains: []", "own_domains: [example.com]", "news,social,x,", ""),
      ("own_domains: []", "own_domains: [example.com]", "notexample.com,social,x,", ""),
      (
        "utm_campaign_patterns: []", "utm_campaign_patterns: [\"####-{de|fr}-*\"]",
        "news,social,autumn,", "VAL162"
      ),
      (
        "utm_campaign_patterns: []", "utm_campaign_patterns: [\"####-{de|fr}-*\"]",
        "news,social,2026-de-fair,", ""
      ),
      (
        "utm_campaign_patterns: []", "utm_campaign_patterns: [\"####-{de|fr}-*\"]",
        "news,social,2026-es-fair,", "VAL162"
      ),
    ])
  func attribution(old: String, new: String, cells: String, expected: String) throws {
    let workspace = try TestWorkspace()
    let config = ["--config", try workspace.copyPipelines()]
    try workspace.replace(in: "pipelines/validation.yaml", old, by: new)
    let header = Self.file.prefix { $0 != "\n" }
    let path = try workspace.write(
      "leads-web.csv", "\(header)\n1,ann@example.com,Ann Bell,Acme,Buyer,DE,,\(cells)\n")
    _ = try workspace.runStage("ingest", config + [path])
    _ = try workspace.runStage("validate", config)
    #expect(
      try workspace.rows("SELECT code FROM finding ORDER BY code").map { $0[0] }
        == (expected.isEmpty ? [] : [expected]))
  }
}
