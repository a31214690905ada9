import Foundation
import LeadmillTestSupport
import Store
import Testing

@Suite("Erasing people")
struct ErasureTests {
  private func night(
    _ workspace: TestWorkspace, _ date: String, _ arguments: [String] = []
  ) throws -> ProgramResult {
    try workspace.runStage("govern", arguments + ["--as-of", "\(date)T06:00:00Z"])
  }

  /// A person of two leads with everything that can hang on one, and somebody else.
  private func twoPeople(_ workspace: TestWorkspace) throws -> PeopleFixture {
    let fixture = try PeopleFixture(workspace, stage: "govern")
    try fixture.add(1, .init(phone: "+493023125001"))
    try fixture.add(2, .init(phone: "+493023125001", joins: 1))
    try fixture.add(3, .init(phone: "+493023125003"))
    for id in 1...3 {
      try fixture.recordChange(
        "lead", Int64(id), field: "full_name", old: "Pat Person", new: "Pat P.")
      try fixture.database.prepare(
        """
        INSERT INTO finding (stage_run_id, source_row_id, code, severity, field, message, value)
        VALUES (1, ?1, 'VAL001', 'warn', 'email', 'person' || ?1 || '@example.com is odd',
          'person' || ?1 || '@example.com')
        """
      ).run(.int(Int64(id)))
    }
    try fixture.database.execute(
      """
      INSERT INTO source_row VALUES (20, 1, 20, 1, 0, '["person1@example.com","Pat Person"]');
      INSERT INTO enrolment VALUES (1, 1, 'welcome', '1', 0, 'created', 'active', NULL);
      INSERT INTO enrolment VALUES (2, 3, 'welcome', '1', 0, 'created', 'active', NULL);
      INSERT INTO message VALUES (1, 1, 1, 'email', 0, 'person1@example.com', 'Hello Pat', '<a>',
        'sent', 'allowed', 'consent', 0, 0, 'smtp');
      INSERT INTO message VALUES (2, 1, 2, 'email', 0, 'person1@example.com', 'Hello Pat', '<b>',
        'planned', 'allowed', 'consent', 0, NULL, NULL);
      INSERT INTO message VALUES (3, 2, 1, 'email', 0, 'person3@example.com', 'Hello Pat', '<c>',
        'planned', 'allowed', 'consent', 0, NULL, NULL);
      INSERT INTO task (id, supplier, title, status, priority, entity_id, created_by_rule)
        VALUES (-1, 'leadmill', 'Call Pat', 'open', 'high', 1, 'hot');
      """)
    for (id, email) in [(101, "Person2@example.com"), (103, "person3@example.com")] {
      try addRecords(fixture, Int64(id), email)
    }
    return fixture
  }

  private func addRecords(_ fixture: PeopleFixture, _ id: Int64, _ email: String) throws {
    let statements: [Statement] = [
      try fixture.database.prepare(
        """
        INSERT INTO contact (id, source_row_id, supplier, full_name, email)
        VALUES (?1, ?1, 'crm', 'Pat Person', ?2)
        """),
      try fixture.database.prepare(
        """
        INSERT INTO activity (id, source_row_id, supplier, type, at, email, subject)
        VALUES (?1, ?1, 'crm', 'call', 1, ?2, 'Pat called')
        """),
      try fixture.database.prepare(
        """
        INSERT INTO engagement (id, source_row_id, supplier, email, event, at)
        VALUES (?1, ?1, 'crm', ?2, 'click', 1)
        """),
      try fixture.database.prepare(
        """
        INSERT INTO consent (id, source_row_id, supplier, email, channel, purpose, status, at, ip)
        VALUES (?1, ?1, 'crm', ?2, 'email', 'marketing', 'granted', 1, '198.51.100.7')
        """),
      try fixture.database.prepare(
        """
        INSERT INTO suppression (id, source_row_id, supplier, email, channel, reason, registry)
        VALUES (?1, ?1, 'crm', ?2, 'email', 'complaint', 'internal')
        """),
      try fixture.database.prepare(
        """
        INSERT INTO deal (id, source_row_id, supplier, external_id, stage, status, contact_email)
        VALUES (?1, ?1, 'crm', 'D' || ?1, 'Won', 'won', ?2)
        """),
      try fixture.database.prepare(
        """
        INSERT INTO task (id, source_row_id, supplier, title, status, priority, lead_email)
        VALUES (?1, ?1, 'crm', 'Mail Pat', 'open', 'low', ?2)
        """),
    ]
    for statement in statements { try statement.run(.int(id), .text(email)) }
    try fixture.database.prepare(
      "INSERT INTO source_row VALUES (?1, 1, ?1, ?1, 0, ?2)"
    ).run(.int(id), .text("[\"\(email)\"]"))
  }

  /// Every text of every table that holds a needle, as `table.column`.
  private func traces(of needles: [String], in workspace: TestWorkspace) throws -> [String] {
    var found: Set<String> = []
    for table in try workspace.rows("SELECT name FROM sqlite_schema WHERE type = 'table'") {
      let name = table[0]
      for row in try workspace.rows("SELECT * FROM \"\(name)\"") {
        for (column, value) in row.enumerated()
        where needles.contains(where: { value.lowercased().contains($0) }) {
          found.insert("\(name) column \(column)")
        }
      }
    }
    return found.sorted()
  }

  @Test("Nothing that names the person is left, and nothing of anybody else is lost")
  func leavesNothing() throws {
    let workspace = try TestWorkspace()
    let fixture = try twoPeople(workspace)
    let before = try traces(of: ["person3@"], in: workspace)
    #expect(before.count > 10, "the fixture is everywhere: \(before)")
    try workspace.write("requests.txt", "# by letter\nPerson1@example.com\n\n")
    let result = try night(
      workspace, "2026-11-02", ["--erase", workspace.path("requests.txt")])
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains("people erased: 1"), "\(result)")
    #expect(!"\(result.output)\(result.errors)".lowercased().contains("person1@"))
    let needles = ["person1@", "person2@", "3023125001"]
    #expect(try traces(of: needles, in: workspace) == [])
    #expect(try traces(of: ["person3@"], in: workspace) == before)
    #expect(
      try workspace.table(
        "SELECT count(*), count(full_name), count(company), count(notes), count(country) FROM lead")
        == "3 | 1 | 1 | 1 | 3")
    #expect(
      try workspace.table(
        "SELECT m.id, m.state, e.state FROM message m JOIN enrolment e ON e.id = m.enrolment_id")
          == """
          1 | sent      | stopped
          2 | cancelled | stopped
          3 | planned   | active
          """)
    #expect(
      try workspace.table("SELECT id, title, status FROM task ORDER BY id") == """
        -1  | erased   | cancelled
        101 | erased   | cancelled
        103 | Mail Pat | open
        """)
    #expect(
      try workspace.rows("SELECT id FROM source_row WHERE rejected = 1").map { $0[0] }
        == ["1", "2", "20", "101"])
    // The suppression of the erased address goes on working by its digest.
    #expect(
      try workspace.count("SELECT length(email_sha256) FROM suppression WHERE id = 101") == 64)
    #expect(try workspace.count("SELECT count(*) FROM erasure") == 2, "both addresses")
    #expect(try workspace.count("SELECT count(*) FROM match_key") == 2)
    _ = fixture
  }

  @Test("What a person was written and changed before a merge is erased too")
  func mergedBefore() throws {
    let workspace = try TestWorkspace()
    let fixture = try twoPeople(workspace)
    // Lead 2 was an entity of its own; its sequence ended when it joined entity 1.
    try fixture.database.execute(
      """
      INSERT INTO entity_redirect VALUES (2, 1);
      INSERT INTO enrolment VALUES (3, 2, 'welcome', '1', 0, 'created', 'stopped', 'merged');
      INSERT INTO message VALUES (4, 3, 1, 'email', 0, 'person2@example.com', 'Hello Pat', '<d>',
        'sent', 'allowed', 'consent', 0, 0, 'smtp');
      """)
    try fixture.recordChange(
      "entity", 2, field: "email", old: nil, new: "person2@example.com")
    try workspace.write("requests.txt", "person1@example.com\n")
    let result = try night(
      workspace, "2026-11-02", ["--erase", workspace.path("requests.txt")])
    #expect(result.output.contains("people erased: 1"), "\(result)")
    #expect(try traces(of: ["person1@", "person2@"], in: workspace) == [])
  }

  @Test("A registry entry that asks for erasure is carried out once")
  func registry() throws {
    let workspace = try TestWorkspace()
    let fixture = try twoPeople(workspace)
    // The digest is that of person3@example.com.
    try fixture.database.execute(
      """
      INSERT INTO suppression (id, source_row_id, supplier, email_sha256, channel, reason, registry)
      VALUES (200, 200, 'crm', '232920ff25d6faeb821ec83fd16af1a8a1f983620698e8cdd01c7f58cd1845c3',
        'any', 'Erasure', 'internal'),
        (201, 201, 'crm', NULL, 'any', 'erasure', 'internal')
      """)
    try fixture.database.execute(
      "UPDATE suppression SET email = 'person1@example.com' WHERE id = 201")
    let first = try night(workspace, "2026-11-02")
    #expect(first.output.contains("people erased: 2"), "\(first)")
    #expect(try traces(of: ["person1@", "person2@", "person3@"], in: workspace) == [])
    let second = try night(workspace, "2026-11-03")
    #expect(!second.output.contains("people erased"), "\(second)")
    #expect(try workspace.count("SELECT count(*) FROM erasure") == 3)
  }

  @Test("A number that several people share erases nobody and is reported")
  func sharedNumber() throws {
    let workspace = try TestWorkspace()
    let fixture = try PeopleFixture(workspace, stage: "govern")
    for id in 1...2 { try fixture.add(Int64(id), .init(phone: "+493023125009")) }
    try fixture.add(3, .init(phone: "+493023125003"))
    try workspace.write("requests.txt", "+49 30 23125009\n+49 30 23125003\nnobody@example.com\n")
    let result = try night(
      workspace, "2026-11-02", ["--erase", workspace.path("requests.txt")])
    #expect(result.status == 10, "\(result)")
    #expect(result.errors.contains("line 1: the number reaches 2 people"), "\(result)")
    #expect(!result.errors.contains("23125009"), "no personal value in logs:\n\(result)")
    #expect(
      try workspace.rows("SELECT entity_id FROM erased_entity").map { $0[0] } == ["3"])
    #expect(try workspace.count("SELECT count(*) FROM erasure") == 3, "3's own, and nobody's")
  }

  @Test("Retention erases where the policy says so, and keeps no fingerprint")
  func byRetention() throws {
    let workspace = try TestWorkspace()
    try workspace.write(
      "config/policies.yaml", "retention: { severity: warn, days: 100, action: erase }\n")
    let fixture = try PeopleFixture(workspace, stage: "govern")
    try fixture.add(1, .init(createdAt: "2026-01-01"))
    try fixture.add(2)
    let result = try night(
      workspace, "2026-11-02", ["--config", workspace.path("config")])
    #expect(result.status == 0, "\(result)")
    #expect(try traces(of: ["person1@"], in: workspace) == [])
    #expect(try workspace.count("SELECT count(*) FROM erasure") == 0)
    #expect(
      try workspace.table("SELECT subject_id, policy, resolution FROM violation")
        == "1 | retention | erased")
  }

  @Test("An erased person stays erased when a supplier sends the row again")
  func staysErased() throws {
    let workspace = try TestWorkspace()
    let sample = try String(
      contentsOfFile: "\(RepositoryPaths.sampleData)/leads-web.csv", encoding: .utf8)
    let lines = sample.split(separator: "\n").prefix(4).map(String.init)
    let email = try #require(
      lines[1].split(separator: ",").map(String.init).first { $0.contains("@") })
    try workspace.write("in/leads-web.csv", lines.joined(separator: "\n") + "\n")
    let line = ["ingest", "validate", "dedupe", "enrich", "score"]
    for stage in line {
      let result = try workspace.runStage(stage, stage == "ingest" ? [workspace.path("in")] : [])
      #expect([0, 10].contains(result.status), "\(result)")
    }
    #expect(try !traces(of: [email.lowercased()], in: workspace).isEmpty)
    try workspace.write("requests.txt", email + "\n")
    let erased = try night(
      workspace, "2026-11-03", ["--erase", workspace.path("requests.txt")])
    #expect(erased.output.contains("people erased: 1"), "\(erased)")
    // The same person in a new file, with one cell changed.
    try workspace.write(
      "again/leads-web.csv", [lines[0], lines[1] + " ", lines[2]].joined(separator: "\n") + "\n")
    let scores = try workspace.count("SELECT count(*) FROM entity_score")
    for stage in line {
      let result = try workspace.runStage(
        stage, (stage == "ingest" ? [workspace.path("again")] : []) + ["--as-of", "2026-11-04"])
      #expect([0, 10, 99].contains(result.status), "\(result)")
      if stage == "validate" { #expect(result.output.contains("1 suppressed"), "\(result)") }
    }
    #expect(try traces(of: [email.lowercased()], in: workspace) == [])
    #expect(try workspace.count("SELECT count(*) FROM entity_score") == scores)
  }

  @Test("A request file with a line that names nobody erases nobody")
  func badFile() throws {
    let workspace = try TestWorkspace()
    let fixture = try PeopleFixture(workspace, stage: "govern")
    try fixture.add(1)
    try workspace.write("requests.txt", "person1@example.com\nPat Person\n")
    for (file, message) in [
      ("requests.txt", "requests.txt line 2: found neither"), ("none.txt", "cannot read"),
    ] {
      let result = try night(workspace, "2026-11-02", ["--erase", workspace.path(file)])
      #expect(result.status == 30, "\(result)")
      #expect(result.errors.contains(message), "\(result)")
    }
    #expect(try workspace.count("SELECT count(*) FROM erased_entity") == 0)
  }
}
