import Foundation
import LeadModel
import LeadmillTestSupport
import Store
import Testing

@Suite("leadmill-govern")
struct GovernStageTests {
  private static let policies = """
    consent_required: { severity: warn, countries: [EEA, UK], unknown_country: required }
    retention: { severity: info, days: 365, action: report }
    provenance_required:
      - { field: lead_source, severity: info }
      - { field: consent_source, severity: block }
    gate: { at_most: 1 }
    """

  private func configured(
    _ policies: String = GovernStageTests.policies
  ) throws -> (TestWorkspace, [String]) {
    let workspace = try TestWorkspace()
    try workspace.write("config/policies.yaml", policies)
    return (workspace, ["--config", workspace.path("config")])
  }

  private func night(
    _ workspace: TestWorkspace, _ arguments: [String], _ date: String
  ) throws -> ProgramResult {
    try workspace.runStage("govern", arguments + ["--as-of", "\(date)T06:00:00Z"])
  }

  private func violations(_ workspace: TestWorkspace) throws -> String {
    try workspace.table(
      "SELECT subject_id, policy, date(opened_as_of, 'unixepoch'), "
        + "date(resolved_as_of, 'unixepoch'), coalesce(resolution, detail) "
        + "FROM violation ORDER BY subject_id, policy, id")
  }

  private func addConsent(
    _ fixture: PeopleFixture, _ id: Int64, _ status: String, at: String, until: String? = nil,
    email: String
  ) throws {
    try fixture.database.prepare(
      """
      INSERT INTO consent
        (id, source_row_id, supplier, email, channel, purpose, status, at, expires_at)
      VALUES (?1, ?1, 'web', ?2, 'email', 'marketing', ?3, ?4, ?5)
      """
    ).run(
      .int(id), .text(email), .text(status), .int(try PeopleFixture.time(at)),
      SQLValue(try until.map(PeopleFixture.time)))
  }

  @Test("A violation is opened once and resolved when what was missing arrives")
  func lifecycle() throws {
    let (workspace, config) = try configured()
    let fixture = try PeopleFixture(workspace, stage: "govern")
    try fixture.add(1, .init(consent: "not_asked", consentAt: nil))
    try fixture.add(2)
    try fixture.add(3, .init(country: "US", consent: "not_asked", consentAt: nil, source: nil))
    let first = try night(workspace, config, "2026-11-02")
    #expect(first.status == 0, "\(first)")
    #expect(first.output.contains("3 in = 2 inserted + 0 updated + 1 unchanged"), "\(first)")
    let again = try night(workspace, config, "2026-11-02")
    #expect(again.status == 99, "\(again)")

    try addConsent(
      fixture, 1, "granted", at: "2026-11-02", until: "2026-11-05", email: "Person1@example.com")
    try fixture.database.execute("UPDATE entity SET lead_source = 'fair' WHERE id = 3")
    try fixture.recordChange("entity", 3, field: "lead_source", old: nil, new: "fair")
    let second = try night(workspace, config, "2026-11-03")
    #expect(second.output.contains("2 in = 0 inserted + 2 updated"), "\(second)")
    #expect(try night(workspace, config, "2026-11-04").status == 99)
    // The consent runs out, without anything changing.
    let fourth = try night(workspace, config, "2026-11-05")
    #expect(fourth.output.contains("violations opened: 1"), "\(fourth)")
    #expect(
      try violations(workspace) == """
        1 | consent_required                | 2026-11-02 | 2026-11-03 | consent is on record or not required
        1 | consent_required                | 2026-11-05 | -          | DE: consent expired on 2026-11-05
        3 | provenance_required.lead_source | 2026-11-02 | 2026-11-03 | the field is filled or the policy changed
        """)
  }

  @Test("Retention runs out by itself, and contact with the person resolves it")
  func retention() throws {
    let (workspace, config) = try configured()
    let fixture = try PeopleFixture(workspace, stage: "govern")
    try fixture.add(1, .init(createdAt: "2025-11-10"))
    #expect(try night(workspace, config, "2026-11-02").status == 0)
    #expect(try workspace.count("SELECT count(*) FROM violation") == 0)
    #expect(try night(workspace, config, "2026-11-09").status == 99)
    #expect(try night(workspace, config, "2026-11-10").status == 0)
    try fixture.database.prepare(
      """
      INSERT INTO engagement (id, source_row_id, supplier, email, event, at)
      VALUES (1, 9, 'web', 'person1@example.com', 'click', ?1)
      """
    ).run(.int(try PeopleFixture.time("2026-11-10T12:00:00Z")))
    #expect(try night(workspace, config, "2026-11-11").status == 0)
    #expect(
      try violations(workspace) == """
        1 | retention | 2026-11-10 | 2026-11-11 | activity was seen or the policy changed
        """)
  }

  @Test("The gate shuts above its limit, stays shut, and opens with the policy")
  func gate() throws {
    let (workspace, config) = try configured()
    let fixture = try PeopleFixture(workspace, stage: "govern")
    for id in 1...2 { try fixture.add(Int64(id), .init(consentSource: nil)) }
    for _ in 1...2 {
      let shut = try night(workspace, config, "2026-11-02")
      #expect(shut.status == 20, "\(shut)")
      #expect(
        shut.errors.contains("2 open violations of severity 'block', expected at most 1"),
        "\(shut)")
    }
    try workspace.replace(in: "config/policies.yaml", "severity: block", by: "severity: warn")
    let open = try night(workspace, config, "2026-11-02")
    #expect(open.status == 0, "\(open)")
    #expect(
      try workspace.table("SELECT severity, count(*) FROM violation GROUP BY 1") == "warn | 2")
  }

  @Test("Coverage by country and open violations are kept as measures of the night")
  func measures() throws {
    let (workspace, config) = try configured()
    let fixture = try PeopleFixture(workspace, stage: "govern")
    try fixture.add(1, .init(consent: "not_asked", consentAt: nil))
    try fixture.add(2)
    try fixture.add(3, .init(country: "FR", dnd: "email"))
    try addConsent(fixture, 1, "withdrawn", at: "2026-10-05", email: "person2@example.com")
    try addConsent(fixture, 2, "granted", at: "2026-10-05", email: "person1@example.com")
    _ = try night(workspace, config, "2026-11-02")
    #expect(
      try workspace.table(
        "SELECT name, scope, cast(value AS INTEGER) FROM measure WHERE value > 0 ORDER BY 1, 2")
          == """
          govern_consent_covered   | DE               | 1
          govern_consent_covered   | FR               | 1
          govern_dnd               | FR               | 1
          govern_people            | DE               | 2
          govern_people            | FR               | 1
          govern_violations_open   | consent_required | 1
          govern_violations_opened | consent_required | 1
          """)
  }

  @Test("Bad policies exit 40 with the place and what was expected")
  func badPolicies() throws {
    for (old, new, message) in [
      ("EEA, UK", "Europe", "policies.yaml:1:49: found 'Europe', expected EU, EEA, UK"),
      ("days: 365", "days: lots", "policies.yaml:2:"),
      ("field: lead_source", "field: shoe_size", "found 'shoe_size', expected one of lead_source"),
      ("gate:", "gates:", "did you mean 'gate'"),
      ("action: report", "action: burn", "report, erase"),
    ] {
      let (workspace, config) = try configured(
        Self.policies.replacingOccurrences(of: old, with: new))
      let result = try night(workspace, config, "2026-11-02")
      #expect(result.status == 40, "\(result)")
      #expect(result.errors.contains(message), "\(result)")
    }
  }
}
