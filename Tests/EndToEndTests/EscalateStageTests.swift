import Foundation
import LeadmillTestSupport
import Store
import Testing

@Suite("leadmill-escalate")
struct EscalateStageTests {
  /// Monday to Friday, nine to five UTC; one rule of each kind.
  private static let rules = """
    calendar: office
    people: { default_owner: desk, default_manager: head, managers: { anna: petra } }
    overdue:
      - rule: overdue
        levels:
          - { after_hours: 0, action: remind, to: owner }
          - { after_hours: 8, action: reassign, to: manager }
          - { after_hours: { urgent: 8, normal: 16 }, action: escalate, to: head }
    follow_up:
      - rule: hot
        when: { score_at_least: 70 }
        due_hours: 4
        title: "=Call {lead} of {company}: {score}"
        assign_to: [anna, bob]
        limit_per_night: 2
      - rule: quiet
        when: { no_activity_days: 14, grades: [A] }
        due_hours: 8
        title: "Get back to {lead} after {days} days"
    """
  private static let calendar = """
    time_zone: UTC
    hours: { monday: ["09:00-17:00"], tuesday: ["09:00-17:00"], wednesday: ["09:00-17:00"],
      thursday: ["09:00-17:00"], friday: ["09:00-17:00"] }
    holidays: [{ date: 2026-11-11, name: a day off }]
    """

  private func configured(
    _ rules: String = EscalateStageTests.rules
  ) throws -> (TestWorkspace, [String]) {
    let workspace = try TestWorkspace()
    try workspace.write("config/escalation.yaml", rules)
    try workspace.write("config/calendars/office.yaml", Self.calendar)
    return (workspace, ["--config", workspace.path("config")])
  }

  private func night(
    _ workspace: TestWorkspace, _ config: [String], _ date: String
  ) throws -> ProgramResult {
    try workspace.runStage("escalate", config + ["--as-of", "\(date)T06:00:00Z"])
  }

  /// A fixture whose store was made with the usual pipelines, before any rule applied.
  private func fixture(_ workspace: TestWorkspace) throws -> PeopleFixture {
    try PeopleFixture(workspace, stage: "escalate")
  }

  private func addTask(
    _ fixture: PeopleFixture, _ id: Int64, priority: String = "normal", due: String,
    owner: String? = "anna"
  ) throws {
    try fixture.database.prepare(
      """
      INSERT INTO task (id, source_row_id, supplier, title, owner, status, priority, due_at)
      VALUES (?1, ?1, 'web', 'Task ' || ?1, ?2, 'open', ?3, ?4)
      """
    ).run(
      .int(id), SQLValue(owner), .text(priority), .int(try PeopleFixture.time(due)))
  }

  @Test("An overdue task goes through each level once, in working hours")
  func levels() throws {
    let (workspace, config) = try configured()
    let fixture = try fixture(workspace)
    try addTask(fixture, 1, due: "2026-11-06T12:00:00Z")
    try addTask(fixture, 2, priority: "urgent", due: "2026-11-06T12:00:00Z", owner: nil)
    try addTask(fixture, 3, due: "2027-01-01T12:00:00Z")
    var statuses: [Int32] = []
    for day in ["06", "07", "09", "10", "10", "11", "12", "13", "16"] {
      statuses.append(try night(workspace, config, "2026-11-\(day)").status)
    }
    // Due on a Friday at noon: 8 hours end on Monday at noon, 16 on Tuesday at noon.
    #expect(statuses == [0, 0, 99, 0, 99, 0, 99, 99, 99])
    #expect(
      try workspace.table(
        "SELECT task_id, level, action, assigned_to, date(as_of, 'unixepoch') FROM task_event "
          + "ORDER BY task_id, level") == """
          1 | 1 | reminded  | anna  | 2026-11-07
          1 | 2 | assigned  | petra | 2026-11-10
          1 | 3 | escalated | head  | 2026-11-11
          2 | 1 | reminded  | desk  | 2026-11-07
          2 | 2 | assigned  | head  | 2026-11-10
          2 | 3 | escalated | head  | 2026-11-10
          """)
    #expect(
      try workspace.table("SELECT id, owner, assigned_to, escalation_level FROM task ORDER BY id")
        == """
        1 | anna | petra | 3
        2 | -    | head  | 3
        3 | anna | -     | 0
        """)
    let equation = try workspace.rows(
      "SELECT sum(rows_in), sum(inserted + updated + unchanged) FROM stage_run")[0]
    #expect(equation[0] == equation[1])
  }

  @Test("Leads over the threshold get one task each, best first, as many a night as allowed")
  func followUps() throws {
    let (workspace, config) = try configured()
    let fixture = try fixture(workspace)
    for (id, score) in [(1, 75), (2, 90), (3, 70), (4, 69), (5, 99)] {
      try fixture.add(Int64(id), .init(score: score, dnd: id == 5 ? "any" : nil))
    }
    let first = try night(workspace, config, "2026-11-02")
    #expect(first.status == 0, "\(first)")
    #expect(first.output.contains("follow ups created: 2"), "\(first)")
    #expect(first.output.contains("1 suppressed"), "\(first)")
    let again = try night(workspace, config, "2026-11-02")
    #expect(again.status == 99, "\(again)")
    _ = try night(workspace, config, "2026-11-03")
    let created = """
      SELECT id, external_id, owner, date(due_at, 'unixepoch'), entity_id FROM task
      WHERE created_by_rule = 'hot' ORDER BY id DESC
      """
    #expect(
      try workspace.table(created) == """
        -1 | hot/2/1 | anna | 2026-11-02 | 2
        -2 | hot/1/1 | bob  | 2026-11-02 | 1
        -3 | hot/3/1 | bob  | 2026-11-03 | 3
        """)
    let csv = try String(
      contentsOfFile: "\(workspace.outputFolder)/escalations.csv", encoding: .utf8)
    #expect(csv.contains(",'=Call 3 of Example 3: 70,"), "no cell may start a formula:\n\(csv)")
  }

  @Test("A lead that falls below the threshold and comes back is followed up again, once")
  func secondEpisode() throws {
    let (workspace, config) = try configured()
    let fixture = try fixture(workspace)
    try fixture.add(1, .init(score: 80))
    _ = try night(workspace, config, "2026-11-02")
    try fixture.setScore(1, 40)
    _ = try night(workspace, config, "2026-11-03")
    try fixture.database.execute("UPDATE task SET status = 'done' WHERE id = -1")
    try fixture.setScore(1, 85)
    _ = try night(workspace, config, "2026-11-04")
    try fixture.setScore(1, 86)
    _ = try night(workspace, config, "2026-11-05")
    #expect(
      try workspace.table("SELECT id, external_id, status FROM task ORDER BY id DESC") == """
        -1 | hot/1/1 | done
        -2 | hot/1/2 | open
        """)
  }

  @Test("A silence is followed up when it has lasted, and a recorded call ends the task")
  func silence() throws {
    let (workspace, config) = try configured()
    let fixture = try fixture(workspace)
    try fixture.add(1, .init(createdAt: "2026-10-25", grade: "A"))
    try fixture.add(2, .init(createdAt: "2026-10-25", grade: "B"))
    let quiet = try night(workspace, config, "2026-11-07")
    #expect(try workspace.count("SELECT count(*) FROM task") == 0, "\(quiet)")
    let idle = try night(workspace, config, "2026-11-08")
    #expect(idle.status == 0, "fourteen days are over at midnight:\n\(idle)")
    #expect(
      try workspace.table("SELECT external_id, title FROM task")
        == "quiet/1/1 | Get back to 1 after 14 days")
    try fixture.database.prepare(
      """
      INSERT INTO activity (id, source_row_id, supplier, type, at, email)
      VALUES (1, 9, 'web', 'call', ?1, 'PERSON1@example.com')
      """
    ).run(.int(try PeopleFixture.time("2026-11-09T10:00:00Z")))
    let done = try night(workspace, config, "2026-11-10")
    #expect(done.output.contains("follow ups done: 1"), "\(done)")
    #expect(
      try workspace.table("SELECT status, datetime(completed_at, 'unixepoch') FROM task")
        == "done | 2026-11-09 10:00:00")
    // The next silence counts from the call.
    for day in ["22", "23"] { _ = try night(workspace, config, "2026-11-\(day)") }
    #expect(try workspace.count("SELECT count(*) FROM task") == 1)
    _ = try night(workspace, config, "2026-11-24")
    #expect(
      try workspace.table("SELECT external_id, status FROM task ORDER BY id DESC") == """
        quiet/1/1 | done
        quiet/1/2 | open
        """)
  }

  @Test("Who opts out while a task is open is left alone")
  func optOut() throws {
    let (workspace, config) = try configured()
    let fixture = try fixture(workspace)
    try fixture.add(1, .init(score: 80))
    _ = try night(workspace, config, "2026-11-02")
    try fixture.database.execute("UPDATE entity SET consent_status = 'withdrawn'")
    try fixture.recordChange(
      "entity", 1, field: "consent_status", old: "granted", new: "withdrawn")
    _ = try night(workspace, config, "2026-11-03")
    #expect(try workspace.table("SELECT status FROM task") == "cancelled")
    let last = try workspace.rows("SELECT action, level FROM task_event ORDER BY id").last
    #expect(last == ["cancelled", "0"])
  }

  @Test("Of two tasks that a merge brings together, the older one stays")
  func merged() throws {
    let (workspace, config) = try configured()
    let fixture = try fixture(workspace)
    try fixture.add(1, .init(score: 80))
    try fixture.add(2, .init(score: 90))
    _ = try night(workspace, config, "2026-11-02")
    // What linking leaves behind: one entity, and everything of the other moved to it.
    try fixture.database.execute(
      """
      INSERT INTO entity_link VALUES (2, 1, 'phone', 1);
      INSERT INTO entity_redirect VALUES (2, 1);
      UPDATE task SET entity_id = 1;
      DELETE FROM follow_up WHERE entity_id = 2;
      DELETE FROM entity_score WHERE entity_id = 2;
      DELETE FROM entity WHERE id = 2;
      """)
    try fixture.recordChange("entity", 1, field: "lead_count", old: "1", new: "2")
    _ = try night(workspace, config, "2026-11-03")
    #expect(
      try workspace.table("SELECT id, external_id, status FROM task ORDER BY id DESC") == """
        -1 | hot/2/1 | open
        -2 | hot/1/1 | cancelled
        """)
    #expect(try night(workspace, config, "2026-11-03").status == 99)
  }

  @Test(
    "A consent record that withdraws everything is an opt-out, before a task and after",
    arguments: [
      (
        """
        INSERT INTO said VALUES
        ('PERSON1@example.com', NULL, 'any', 'withdrawn', 1793800000)
        """, "cancelled"
      ),
      (
        """
        INSERT INTO said VALUES
        (NULL, '+493023125001', 'any', 'withdrawn', 1793800000)
        """, "cancelled"
      ),
      (
        """
        INSERT INTO said VALUES
        ('boss@example.com', '+493023125001', 'any', 'withdrawn', 1793800000)
        """, "open"
      ),
      (
        """
        INSERT INTO said VALUES
        ('person1@example.com', NULL, 'email', 'withdrawn', 1793800000)
        """, "open"
      ),
      (
        """
        INSERT INTO said VALUES
        ('person1@example.com', NULL, 'any', 'withdrawn', 1793800000),
        ('person1@example.com', NULL, 'any', 'granted', 1793800001)
        """, "open"
      ),
      (
        """
        INSERT INTO said VALUES
        ('person1@example.com', NULL, 'any', 'withdrawn', 1700000000)
        """, "open"
      ),
    ])
  func withdrawal(record: StaticString, status: String) throws {
    for isBefore in [false, true] {
      let (workspace, config) = try configured()
      let fixture = try fixture(workspace)
      try fixture.add(1, .init(phone: "+493023125001", score: 80))
      if !isBefore { _ = try night(workspace, config, "2026-11-03") }
      try fixture.database.execute("CREATE TEMP TABLE said (email, phone, channel, status, at)")
      try fixture.database.execute(record)
      try fixture.database.execute(
        """
        INSERT INTO consent (id, source_row_id, supplier, email, phone, channel, purpose, status, at)
        SELECT rowid, 9, 'crm', email, phone, channel, 'any', status, at FROM said
        """)
      let result = try night(workspace, config, "2026-11-05")
      let expected = isBefore && status == "cancelled" ? "" : status
      #expect(try workspace.table("SELECT status FROM task") == expected, "\(result)")
      #expect(try night(workspace, config, "2026-11-05").status == 99)
    }
  }

  @Test(
    "A rule that asks for a call leaves those alone who refuse calls, or everything",
    arguments: [
      ("INSERT INTO said VALUES ('person1@example.com', 'phone', 'withdrawn')", 0),
      ("INSERT INTO said VALUES ('person1@example.com', 'any', 'expired')", 0),
      ("INSERT INTO said VALUES ('person1@example.com', 'email', 'withdrawn')", 1),
      ("UPDATE entity SET dnd_channels = 'phone'", 0),
      ("UPDATE entity SET dnd_channels = 'email'", 1),
      ("UPDATE entity SET consent_status = 'expired'", 0),
      (
        """
        INSERT INTO engagement (id, source_row_id, supplier, email, event, at)
        VALUES (1, 9, 'mail', 'Person1@example.com', 'unsubscribe', 1793800000)
        """, 0
      ),
      (
        """
        INSERT INTO engagement (id, source_row_id, supplier, email, event, at)
        VALUES (1, 9, 'mail', 'person1@example.com', 'complaint', 1793800000)
        """, 0
      ),
    ])
  func calls(record: StaticString, tasks: Int) throws {
    for isBefore in [true, false] {
      let (workspace, config) = try configured(
        Self.rules.replacingOccurrences(of: "- rule: hot", with: "- rule: hot\n    channel: phone"))
      let fixture = try fixture(workspace)
      try fixture.add(1, .init(phone: "+493023125001", score: 80))
      if !isBefore { _ = try night(workspace, config, "2026-11-03") }
      try fixture.database.execute("CREATE TEMP TABLE said (email, channel, status)")
      try fixture.database.execute(record)
      try fixture.database.execute(
        """
        INSERT INTO consent (id, source_row_id, supplier, email, channel, purpose, status, at)
        SELECT rowid, 9, 'crm', email, channel, 'any', status, 1793800000 FROM said;
        INSERT OR IGNORE INTO revisit (stage, subject, subject_id) VALUES ('escalate', 'entity', 1)
        """)
      let result = try night(workspace, config, "2026-11-05")
      #expect(
        try workspace.count("SELECT count(*) FROM task WHERE status = 'open'") == tasks, "\(result)"
      )
    }
  }

  @Test(
    "Where the law asks for consent to calls, who gave none gets no call task, and one once she did",
    arguments: [
      ("DE", "", true), ("DE", "INSERT INTO said VALUES ('phone', 1793800000)", false),
      ("DE", "INSERT INTO said VALUES ('email', 1793800000)", true), ("GB", "", false),
      ("DE", "UPDATE entity SET consent_status = 'granted', consent_at = 1793600000", false),
    ])
  func consentToCalls(country: String, record: StaticString, isHeld: Bool) throws {
    let (workspace, config) = try configured(
      Self.rules.replacingOccurrences(of: "- rule: hot", with: "- rule: hot\n    channel: phone"))
    try workspace.write(
      "config/marketing-law.yaml",
      String(contentsOfFile: RepositoryPaths.pipelines + "/marketing-law.yaml", encoding: .utf8))
    let fixture = try fixture(workspace)
    try fixture.add(1, .init(phone: "+493023125001", score: 80))
    let database = fixture.database
    try database.execute(
      """
      UPDATE entity SET consent_status = 'not_asked', consent_at = NULL;
      INSERT OR IGNORE INTO entity_enrichment (entity_id) VALUES (1);
      CREATE TEMP TABLE said (channel, at)
      """)
    try database.prepare("UPDATE entity_enrichment SET country = ?1").run(.text(country))
    try database.execute(record)
    try database.execute(
      """
      INSERT INTO consent (id, source_row_id, supplier, email, channel, purpose, status, at)
      SELECT rowid, 9, 'crm', 'person1@example.com', channel, 'any', 'granted', at FROM said
      """)
    let tasks = "SELECT count(*) FROM task WHERE created_by_rule = 'hot' AND status = 'open'"
    let result = try night(workspace, config, "2026-11-05")
    #expect(try workspace.count(tasks) == (isHeld ? 0 : 1), "\(result)")
    #expect(
      result.output.contains("follow ups held for consent to calls: 1") == isHeld, "\(result)")
    guard isHeld else { return }
    try database.execute(
      """
      INSERT INTO consent (id, source_row_id, supplier, email, channel, purpose, status, at)
      VALUES (50, 9, 'crm', 'person1@example.com', 'phone', 'any', 'granted', 1793900000)
      """)
    let later = try night(workspace, config, "2026-11-06")
    #expect(try workspace.count(tasks) == 1, "\(later)")
  }

  @Test(
    "Rules that cannot be followed exit 40 with file, line and column",
    arguments: [
      ("calendar: office", "calendar: moon", "escalation.yaml:1:11: found no calendar 'moon'"),
      ("to: head }", "to: head, when: now }", "escalation.yaml:8:"),
      ("after_hours: 8,", "after_hours: 0.5,", ""),
      ("normal: 16", "normal: 4", "shorter delay than the level before"),
      ("score_at_least: 70", "score_at_least: 700", "escalation.yaml:11:"),
      ("rule: quiet", "rule: hot", "found rule 'hot' twice"),
      ("action: remind", "action: remnid", "did you mean 'remind'"),
    ])
  func badRules(old: String, new: String, message: String) throws {
    let (workspace, config) = try configured(
      Self.rules.replacingOccurrences(of: old, with: new))
    let result = try night(workspace, config, "2026-11-02")
    #expect(result.status == (message.isEmpty ? 99 : 40), "\(result)")
    #expect(message.isEmpty || result.errors.contains(message), "\(result)")
  }

  @Test("A calendar that nobody can work by exits 40")
  func badCalendar() throws {
    let (workspace, config) = try configured()
    for (old, new, message) in [
      ("time_zone: UTC", "time_zone: Europe/Berlinn", "office.yaml:1:12: time zone"),
      ("monday: [\"09:00-17:00\"]", "monday: [\"17:00-09:00\"]", "expected hours such as"),
      ("2026-11-11", "2026-11-31", "expected a date"),
    ] {
      try workspace.write(
        "config/calendars/office.yaml",
        Self.calendar.replacingOccurrences(of: old, with: new))
      let result = try night(workspace, config, "2026-11-02")
      #expect(result.status == 40, "\(result)")
      #expect(result.errors.contains(message), "\(result)")
    }
  }
}
