import Bytes
import LeadModel
import LeadmillTestSupport
import Store
import Testing

/// Leads put straight into a workspace's store, for stages that come late in the line.
struct PeopleFixture {
  let workspace: TestWorkspace
  let database: Database

  /// Makes the store by running a stage on nothing.
  init(_ workspace: TestWorkspace, stage: String) throws {
    let first = try workspace.runStage(stage)
    #expect(first.status == 99, "\(first)")
    self.workspace = workspace
    database = try Database(path: workspace.databasePath, mode: .readWrite)
    try database.execute(
      """
      INSERT INTO source_file VALUES
        (1, 'lead', 'web', 'leads.csv', 'x', 1, 'csv', 'UTF-8', ',', 'm', 0, 'loaded');
      INSERT INTO source_sheet VALUES (1, 1, '', 1, '["email","name"]', '["email","full_name"]', 9, 1, 9);
      -- What is put there is as the stages before left it.
      INSERT INTO high_water (stage, subject, mark, config_hash)
        VALUES ('validate', 'source_row/lead', 1000000, '');
      """)
  }

  static func time(_ text: String) throws -> Int64 {
    try #require(Timestamp(iso: text)).seconds
  }

  struct Person {
    var country: String? = "DE"
    var consent = "granted"
    var consentAt: String? = "2026-10-01"
    var createdAt = "2026-10-20"
    var phone: String?
    var score = 50
    var grade = "C"
    var source: String? = "web"
    var consentSource: String? = "form"
    var dnd: String?
    /// The entity that the lead joins; its own when nil.
    var joins: Int64?
  }

  /// A lead with its source row, keys, entity and score; the address is `person<id>@example.com`.
  func add(_ id: Int64, _ person: Person = Person()) throws {
    let email = "person\(id)@example.com"
    try database.prepare(
      """
      INSERT INTO source_row (id, sheet_id, row_number, record_id, rejected, cells)
      VALUES (?1, 1, ?1, ?1, 0, ?2)
      """
    ).run(.int(id), .text(CellJSON.encode([email, "Pat Person"])))
    let at = try person.consentAt.map(Self.time)
    let created = try Self.time(person.createdAt)
    let shared: [SQLValue] = [
      .int(id), .text(email), SQLValue(person.phone), SQLValue(person.country),
      .text(person.consent), SQLValue(at), SQLValue(person.consentSource), .int(created),
      SQLValue(person.source), SQLValue(person.dnd),
    ]
    try run(
      database.prepare(
        """
        INSERT INTO lead (id, source_row_id, supplier, full_name, company, email, email_status,
          mx_status, phone, phone_status, country, consent_status, consent_at, consent_source,
          created_at, lead_source, dnd_channels, quarantined, notes)
        VALUES (?1, ?1, 'web', 'Pat Person', 'Example ' || ?1, ?2, 'valid', 'not_checked', ?3,
          'valid', ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0, 'likes tea')
        """), shared)
    for key in [KeyHash.email(email)] + (person.phone.map { [KeyHash.phone($0)] } ?? []) {
      try database.prepare("INSERT INTO match_key VALUES (0, ?1, ?2)").run(.int(key), .int(id))
    }
    if let entity = person.joins {
      try database.prepare("INSERT INTO entity_link VALUES (?1, ?2, 'phone', ?2)").run(
        .int(id), .int(entity))
      try database.prepare("UPDATE entity SET lead_count = lead_count + 1 WHERE id = ?1").run(
        .int(entity))
      return
    }
    try run(
      database.prepare(
        """
        INSERT INTO entity (id, lead_count, full_name, company, email, email_status, mx_status,
          phone, phone_status, country, consent_status, consent_at, consent_source, created_at,
          lead_source, dnd_channels, quarantined)
        VALUES (?1, 1, 'Pat Person', 'Example ' || ?1, ?2, 'valid', 'not_checked', ?3, 'valid', ?4,
          ?5, ?6, ?7, ?8, ?9, ?10, 0)
        """), shared)
    try database.prepare(
      "INSERT INTO entity_score VALUES (?1, ?2, 0, 0, ?3, '{}', '1', ?4)"
    ).run(.int(id), .int(Int64(person.score)), .text(person.grade), .int(created))
  }

  /// What the score stage does when a score changes.
  func setScore(_ id: Int64, _ score: Int) throws {
    try database.prepare("UPDATE entity_score SET score = ?2 WHERE entity_id = ?1").run(
      .int(id), .int(Int64(score)))
    try recordChange("entity_score", id, field: "score", old: "0", new: "\(score)")
  }

  func recordChange(
    _ subject: String, _ id: Int64, field: String, old: String?, new: String?
  ) throws {
    try database.prepare(
      """
      INSERT INTO field_change
        (stage_run_id, subject, subject_id, field, old_value, new_value, reason)
      VALUES (1, ?1, ?2, ?3, ?4, ?5, 'test')
      """
    ).run(.text(subject), .int(id), .text(field), SQLValue(old), SQLValue(new))
  }

  func run(_ statement: Statement, _ values: [SQLValue]) throws {
    statement.bindAll(values)
    while try statement.step() {}
  }
}
