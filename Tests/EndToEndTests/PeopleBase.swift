import LeadModel
import LeadmillTestSupport
import Store
import Testing

/// A base whose people are known by names, addresses and birthdays, as validation would leave them.
struct PeopleBase {
  let workspace: TestWorkspace
  let database: Database

  init() throws {
    workspace = try TestWorkspace()
    #expect(try workspace.runStage("dedupe").status == 99)
    database = try Database(path: workspace.databasePath, mode: .readWrite)
  }

  struct Lead: Equatable {
    /// What the supplier calls the row, whatever its id is here.
    var name: String
    var first: String?
    var last: String?
    var email: String?
    var street: String?
    var city: String?
    var postcode: String?
    var phone: String?
    var title: String?
    var website: String?
  }

  func add(_ leads: [(id: Int64, lead: Lead)]) throws {
    let insert = try database.prepare(
      """
      INSERT INTO lead (id, source_row_id, supplier, external_id, full_name, first_name, last_name,
        email, email_status, mx_status, phone, phone_status, street, city, postcode, job_title,
        website, consent_status, created_at, quarantined)
      VALUES (?1, ?1, 'web', ?2, iif(?3 IS NULL OR ?4 IS NULL, NULL, ?3 || ' ' || ?4), ?3, ?4, ?5,
        iif(?5 IS NULL, 'missing', 'valid'), 'not_checked', ?9,
        iif(?9 IS NULL, 'missing', 'valid'), ?6, ?7, ?8, ?10, ?11, 'granted', 1700000000, 0)
      ON CONFLICT (id) DO UPDATE SET full_name = excluded.full_name,
        first_name = excluded.first_name, last_name = excluded.last_name, email = excluded.email,
        email_status = excluded.email_status, street = excluded.street, city = excluded.city,
        postcode = excluded.postcode, phone = excluded.phone,
        phone_status = excluded.phone_status, job_title = excluded.job_title,
        website = excluded.website
      """)
    try database.inTransaction {
      for (id, lead) in leads {
        try insert.run(
          .int(id), .text(lead.name), SQLValue(lead.first), SQLValue(lead.last),
          SQLValue(lead.email), SQLValue(lead.street), SQLValue(lead.city),
          SQLValue(lead.postcode), SQLValue(lead.phone), SQLValue(lead.title),
          SQLValue(lead.website))
      }
    }
  }

  /// Changes leads as validation would: with their history, and a note for dedupe.
  func change(_ leads: [(id: Int64, lead: Lead)]) throws {
    for (id, lead) in leads {
      let history = try database.prepare(
        """
        INSERT INTO field_change
          (stage_run_id, subject, subject_id, field, old_value, new_value, reason)
        SELECT 1, 'lead', ?1, 'email', email, ?2, 'test' FROM lead
        WHERE id = ?1 AND email IS NOT ?2
        UNION ALL
        SELECT 1, 'lead', ?1, 'phone', phone, ?3, 'test' FROM lead
        WHERE id = ?1 AND phone IS NOT ?3
        """)
      try history.run(.int(id), SQLValue(lead.email), SQLValue(lead.phone))
      try add([(id, lead)])
      try database.prepare("INSERT OR IGNORE INTO revisit VALUES ('dedupe', 'lead', ?1)").run(
        .int(id))
    }
  }

  func dedupe(_ arguments: [String] = []) throws {
    let result = try workspace.runStage("dedupe", arguments)
    #expect([0, 99].contains(result.status), "\(result)")
  }

  /// Who is one person, by the suppliers' names: the same for every order of arrival.
  func people() throws -> [[String]] {
    try workspace.rows(
      """
      SELECT group_concat(name, ' ') FROM (
        SELECT external_id AS name, coalesce(entity_id, id) AS entity
        FROM lead LEFT JOIN entity_link ON lead_id = id ORDER BY external_id)
      GROUP BY entity ORDER BY 1
      """)
  }

  /// All that later nights go on from.
  func state() throws -> [[String]] {
    try workspace.rows("SELECT * FROM entity ORDER BY id")
      + workspace.rows("SELECT * FROM entity_link ORDER BY lead_id")
      + workspace.rows("SELECT lead_id, other_id, weight FROM link_edge ORDER BY 1, 2")
  }

  func count(linkedBy rule: String) throws -> Int {
    try workspace.count("SELECT count(*) FROM entity_link WHERE rule = '\(rule)'")
  }
}
