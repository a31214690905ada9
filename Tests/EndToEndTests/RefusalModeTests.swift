import LeadmillTestSupport
import Testing

@Suite("Refusals in imports that only create, only update or only fill")
struct RefusalModeTests {
  private static let consents = "consent_id,email,channel,purpose,status,at,source\n"

  private func load(
    _ workspace: TestWorkspace, day: Int, _ files: [(String, String)], _ options: [String] = []
  ) throws {
    let paths = try files.map { try workspace.write($0.0, $0.1) }
    let asOf = ["--as-of", "2026-11-0\(day)T06:00:00Z"]
    let result = try workspace.runStage("ingest", asOf + options + paths)
    #expect(result.status == 0, "\(result)")
    _ = try workspace.runStage("validate", asOf)
  }

  @Test(
    "a withdrawal, an entry and an unsubscription count in every mode",
    arguments: [
      ["--mode", "create"], ["--mode", "update"], ["--fill-only-empty"],
      ["--mode", "create", "--key", "email"], ["--mode", "update", "--key", "email"],
      ["--fill-only-empty", "--key", "email"],
    ])
  func refusals(options: [String]) throws {
    let workspace = try TestWorkspace()
    try load(
      workspace, day: 2,
      [
        (
          "consent-1.csv",
          Self.consents
            + (0..<3).map {
              "C\($0),p\($0)@acme.example.com,email,marketing,granted,2026-10-20T10:00:00Z,form\n"
            }.joined()
        ), ("do-not-contact-1.csv", "email,registry\nn@nowhere.example.com,internal\n"),
        (
          "engagement-1.csv",
          "event_id,email,event,timestamp\nE4,p4@acme.example.com,open,2026-10-20T10:00:00Z\n"
        ),
      ])
    try load(
      workspace, day: 3,
      [
        (
          "consent-2.csv",
          Self.consents
            + "C0,p0@acme.example.com,email,marketing,withdrawn,2026-10-24T10:00:00Z,form\n"
            + "W1,p1@acme.example.com,email,marketing,withdrawn,2026-10-24T10:00:00Z,form\n"
            + ",p2@acme.example.com,email,marketing,withdrawn,2026-10-24T10:00:00Z,form\n"
        ), ("do-not-contact-2.csv", "email,registry\np3@acme.example.com,internal\n"),
        (
          "engagement-2.csv",
          "event_id,email,event,timestamp\n"
            + "E4,p4@acme.example.com,unsubscribe,2026-10-24T10:00:00Z\n"
            + "E5,p5@acme.example.com,complaint,2026-10-24T10:00:00Z\n"
            + ",p6@acme.example.com,unsubscribe,2026-10-24T10:00:00Z\n"
        ),
      ], options)
    let refused = try workspace.rows(
      """
      SELECT email FROM consent WHERE status = 'withdrawn'
      UNION SELECT email FROM suppression
      UNION SELECT email FROM engagement WHERE event IN ('unsubscribe', 'complaint') ORDER BY 1
      """
    ).map { String($0[0].prefix(2)) }
    #expect(refused == ["n@", "p0", "p1", "p2", "p3", "p4", "p5", "p6"])
    #expect(
      try workspace.count("SELECT count(*) FROM finding WHERE code IN ('VAL005', 'VAL006')") == 0)
  }

  @Test("rows that refuse nothing do only what their import may do")
  func others() throws {
    let workspace = try TestWorkspace()
    let row = "C0,p0@acme.example.com,email,marketing,granted,2026-10-20T10:00:00Z,"
    try load(workspace, day: 2, [("consent-1.csv", Self.consents + row + "form\n")])
    try load(
      workspace, day: 3, [("consent-2.csv", Self.consents + row + "fair\n")], ["--mode", "create"])
    try load(
      workspace, day: 4,
      [("consent-3.csv", Self.consents + row.replacing("C0,p0", with: "C1,p1") + "fair\n")],
      ["--mode", "update"])
    #expect(
      try workspace.rows("SELECT email, source FROM consent") == [["p0@acme.example.com", "form"]])
    #expect(
      try workspace.rows("SELECT code FROM finding WHERE code LIKE 'VAL00_' ORDER BY code")
        == [["VAL005"], ["VAL006"]])
  }

  @Test("a withdrawal of somebody else under a known id does not lose its address")
  func sharedID() throws {
    let workspace = try TestWorkspace()
    let row = "email,marketing,granted,2026-10-20T10:00:00Z,form\n"
    try load(
      workspace, day: 2, [("consent-1.csv", Self.consents + "C0,p0@acme.example.com," + row)])
    try load(
      workspace, day: 3,
      [
        (
          "consent-2.csv",
          Self.consents + "C0,p1@acme.example.com," + row.replacing("granted", with: "withdrawn")
        )
      ], ["--fill-only-empty"])
    #expect(
      try workspace.rows("SELECT email, status FROM consent WHERE status = 'withdrawn'")
        == [["p1@acme.example.com", "withdrawn"]])
  }
}
