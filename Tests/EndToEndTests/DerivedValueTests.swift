import Glibc
import LeadmillTestSupport
import Testing

@Suite("What titles and links say reaches scores and workbooks")
struct DerivedValueTests {
  private static let file = """
    id,email,full_name,company,job_title,utm_source,utm_medium,utm_campaign
    1,ann@example.com,Ann Bell,Acme,Head of Sales,google,cpc,autumn
    2,bob@example.com,Bob Ash,Birch,Werkstudent,fb,social,autumn
    3,cy@example.com,Cy Dell,Cedar,,,,

    """

  @Test("seniority, department and channel are derived, scored by, explained and reported")
  func derived() throws {
    let workspace = try TestWorkspace()
    let config = ["--config", try workspace.copyPipelines()]
    try workspace.replace(
      in: "pipelines/scoring.yaml", "rules:\n",
      by: """
        rules:
          - {id: by_channel, points: 3, when: {channel: Paid Search}}
          - {id: by_level, points: -4, when: {seniority: trainee}}
          - {id: by_department, points: 5, when: {department: [sales, marketing]}}

        """)
    let path = try workspace.write("leads-web.csv", Self.file)
    for stage in ["ingest", "validate", "dedupe", "enrich", "score"] {
      let result = try workspace.runStage(stage, config + (stage == "ingest" ? [path] : []))
      #expect([0, 10].contains(result.status), "\(stage): \(result)")
    }
    #expect(
      try workspace.rows(
        "SELECT seniority, department, channel FROM entity_enrichment ORDER BY entity_id") == [
          ["head", "sales", "Paid Search"], ["trainee", "-", "Organic Social"], ["-", "-", "-"],
        ])
    #expect(
      try workspace.rows(
        """
        SELECT parts ->> 'by_channel', parts ->> 'by_level', parts ->> 'by_department'
        FROM entity_score ORDER BY entity_id
        """) == [["3", "-", "5"], ["-", "-4", "-"], ["-", "-", "-"]])
    let story = try workspace.runDriver(["explain", "ann@example.com"] + config)
    #expect(story.output.contains("Paid Search"), "\(story)")
  }

  @Test("a changed vocabulary groups everybody anew, and one of before there was any groups nobody")
  func regrouped() throws {
    let workspace = try TestWorkspace()
    let config = ["--config", try workspace.copyPipelines()]
    let path = try workspace.write("leads-web.csv", Self.file)
    for stage in ["ingest", "validate", "dedupe", "enrich"] {
      _ = try workspace.runStage(stage, config + (stage == "ingest" ? [path] : []))
    }
    try workspace.replace(
      in: "pipelines/channels.yaml", "  Organic Social:\n", by: "  Own network:\n")
    let again = try workspace.runStage("enrich", config)
    #expect(again.status == 0, "\(again)")
    #expect(
      try workspace.rows("SELECT channel FROM entity_enrichment ORDER BY entity_id") == [
        ["Paid Search"], ["Own network"], ["-"],
      ])
    #expect(unlink(workspace.path("pipelines/channels.yaml")) == 0)
    #expect(try workspace.runStage("enrich", config).status == 0)
    #expect(
      try workspace.count("SELECT count(*) FROM entity_enrichment WHERE channel IS NOT NULL") == 0)
  }
}
