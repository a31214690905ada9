import LeadModel
import LeadmillTestSupport
import Store
import Testing

/// Leads put into a workspace's store as validation would have left them.
private struct LeadFixture {
  let workspace: TestWorkspace
  let database: Database

  init() throws {
    workspace = try TestWorkspace()
    let first = try workspace.runStage("dedupe")
    #expect(first.status == 99, "\(first)")
    database = try Database(path: workspace.databasePath, mode: .readWrite)
  }

  struct Lead {
    var email: String?
    var phone: String?
    var company: String?
    var name: String? = "Ann Lee"
    var country: String?
    var consent = "granted"
    var title: String?
  }

  func add(_ id: Int64, _ lead: Lead) throws {
    try database.prepare(
      """
      INSERT INTO lead (id, source_row_id, supplier, full_name, company, email, email_status,
        mx_status, phone, phone_status, country, job_title, consent_status, created_at, quarantined)
      VALUES (?1, ?1, 'web', ?2, ?3, ?4, iif(?4 IS NULL, 'missing', 'valid'), 'not_checked', ?5,
        iif(?5 IS NULL, 'missing', 'valid'), ?6, ?7, ?8, 1700000000 + ?1, 0)
      """
    ).run(
      .int(id), SQLValue(lead.name), SQLValue(lead.company), SQLValue(lead.email),
      SQLValue(lead.phone), SQLValue(lead.country), SQLValue(lead.title), .text(lead.consent))
  }

  /// Changes a lead as validation would: with its history, and a note for dedupe.
  func change(_ id: Int64, to new: Lead) throws {
    let history = try database.prepare(
      """
      INSERT INTO field_change
        (stage_run_id, subject, subject_id, field, old_value, new_value, reason)
      SELECT 1, 'lead', ?1, change.value ->> 0, change.value ->> 1, change.value ->> 2, 'test'
      FROM lead, json_each(json_array(
        json_array('email', email, ?2), json_array('phone', phone, ?3),
        json_array('company', company, ?4), json_array('full_name', full_name, ?5))) AS change
      WHERE lead.id = ?1 AND change.value ->> 1 IS NOT change.value ->> 2
      """)
    try history.run(
      .int(id), SQLValue(new.email), SQLValue(new.phone), SQLValue(new.company),
      SQLValue(new.name))
    try database.prepare(
      """
      UPDATE lead SET full_name = ?2, company = ?3, email = ?4,
        email_status = iif(?4 IS NULL, 'missing', 'valid'), phone = ?5,
        phone_status = iif(?5 IS NULL, 'missing', 'valid')
      WHERE id = ?1
      """
    ).run(
      .int(id), SQLValue(new.name), SQLValue(new.company), SQLValue(new.email),
      SQLValue(new.phone))
    try database.prepare("INSERT OR IGNORE INTO revisit VALUES ('dedupe', 'lead', ?1)").run(
      .int(id))
  }

  /// Runs a stage that must succeed, and gives its equation.
  @discardableResult
  func run(_ stage: String, _ arguments: [String] = []) throws -> String {
    let result = try workspace.runStage(stage, arguments)
    #expect([0, 99].contains(result.status), "\(result)")
    return result.output
  }

  /// What dedupe left behind, to compare two ways to the same leads.
  func linked() throws -> [[String]] {
    try workspace.rows("SELECT * FROM entity ORDER BY id")
      + workspace.rows("SELECT * FROM entity_link ORDER BY lead_id")
      + workspace.rows("SELECT key_hash, lead_id FROM match_key ORDER BY key_hash, lead_id")
  }

  func entities() throws -> String {
    try workspace.table("SELECT id, lead_count, email FROM entity ORDER BY id")
  }
}

@Suite("Leads become entities, whatever the order in which they come")
struct DedupeStageTests {
  @Test("new leads found entities or join them, with the evidence")
  func firstNight() throws {
    let base = try LeadFixture()
    try base.add(1, .init(email: "ann@example.com", phone: "+447700900123"))
    try base.add(2, .init(email: "bob@example.com", name: "Bob Ray"))
    try base.add(3, .init(email: "ANN@example.com"))
    try base.add(4, .init(phone: "+447700900123", company: "Acme Ltd", consent: "withdrawn"))
    try base.add(5, .init(company: "ACME GmbH"))
    #expect(try base.run("dedupe").contains("5 in = 2 inserted"))
    #expect(
      try base.workspace.table("SELECT * FROM entity_link ORDER BY lead_id") == """
        3 | 1 | email            | 1
        4 | 1 | phone            | 1
        5 | 1 | company_and_name | 4
        """)
    #expect(
      try base.workspace.table(
        "SELECT id, lead_count, company, consent_status FROM entity ORDER BY id") == """
          1 | 4 | ACME GmbH | withdrawn
          2 | 1 | -         | granted
          """)
    #expect(try base.workspace.runStage("dedupe").status == 99)
  }

  @Test("leads that come in many nights are linked as if they had come in one")
  func anyOrder() throws {
    for seed in [1, 2, 12] as [UInt64] {
      var random = SplitMix64(seed: seed)
      let leads = (1...120).map { id in
        (Int64(id), Self.randomLead(&random))
      }
      let atOnce = try LeadFixture()
      for (id, lead) in leads { try atOnce.add(id, lead) }
      try atOnce.run("dedupe")
      let byNight = try LeadFixture()
      var rest = leads[...]
      while !rest.isEmpty {
        let night = rest.prefix(Int(random.next() % 40) + 1)
        rest = rest.dropFirst(night.count)
        for (id, lead) in night { try byNight.add(id, lead) }
        try byNight.run("dedupe")
      }
      #expect(try atOnce.linked() == byNight.linked(), "seed \(seed)")
    }
  }

  @Test("leads that are corrected in many nights are linked as if they had come so")
  func anyChange() throws {
    for seed in [11, 12, 13] as [UInt64] {
      var random = SplitMix64(seed: seed)
      var leads: [Int64: LeadFixture.Lead] = [:]
      let byNight = try LeadFixture()
      for id in 1...80 as ClosedRange<Int64> {
        leads[id] = Self.randomLead(&random)
        try byNight.add(id, leads[id] ?? .init())
      }
      try byNight.run("dedupe")
      for _ in 1...4 {
        for _ in 1...8 {
          let id = Int64(random.next() % 80) + 1
          leads[id] = Self.randomLead(&random)
          try byNight.change(id, to: leads[id] ?? .init())
        }
        try byNight.run("dedupe")
      }
      let atOnce = try LeadFixture()
      for (id, lead) in leads.sorted(by: { $0.key < $1.key }) { try atOnce.add(id, lead) }
      try atOnce.run("dedupe")
      #expect(try atOnce.linked() == byNight.linked(), "seed \(seed)")
      #expect(
        try byNight.workspace.count(
          "SELECT count(*) FROM entity_redirect JOIN entity ON id = old_entity_id") == 0)
    }
  }

  private static func randomLead(_ random: inout SplitMix64) -> LeadFixture.Lead {
    let names: [String?] = ["Ann Lee", "Bob Ray", "Cy Fox", nil]
    func pick(_ prefix: String, _ count: UInt64, _ suffix: String) -> String? {
      random.next() % 3 == 0 ? nil : "\(prefix)\(random.next() % count)\(suffix)"
    }
    return .init(
      email: random.next() % 9 == 0 ? "info@example.com" : pick("p", 60, "@example.com"),
      phone: pick("+4477009001", 30, "0"), company: pick("Acme ", 9, " Ltd"),
      name: names[Int(random.next() % 4)])
  }

  @Test("a lead that ties two entities together merges them, and the later id leads to the earlier")
  func merge() throws {
    let base = try LeadFixture()
    try base.add(1, .init(email: "ann@example.com"))
    try base.add(2, .init(phone: "+447700900123"))
    for stage in ["dedupe", "enrich", "score"] { try base.run(stage) }
    try base.database.execute(
      """
      INSERT INTO enrolment VALUES
        (1, 2, 'welcome', 'v', 100, 'created', 'active', NULL),
        (2, 1, 'welcome', 'v', 200, 'created', 'active', NULL),
        (3, 2, 'other', 'v', 200, 'created', 'active', NULL);
      INSERT INTO task (id, supplier, title, status, priority, entity_id)
        VALUES (1, 'x', 'call', 'open', 'normal', 2);
      """)
    try base.add(3, .init(email: "ann@example.com", phone: "+447700900123"))
    #expect(try base.run("dedupe").contains("1 in = 0 inserted"))
    #expect(try base.entities() == "1 | 3 | ann@example.com")
    let store = base.workspace
    #expect(try store.table("SELECT * FROM entity_redirect") == "2 | 1")
    #expect(try store.count("SELECT entity_id FROM task") == 1)
    #expect(
      try store.table("SELECT id, entity_id, state FROM enrolment ORDER BY id") == """
        1 | 1 | active
        2 | 2 | stopped
        3 | 1 | active
        """)
    #expect(try store.count("SELECT count(*) FROM entity_score WHERE entity_id = 2") == 0)
    #expect(
      try store.table("SELECT stage, subject_id FROM revisit ORDER BY stage") == """
        enrich | 1
        govern | 1
        score  | 1
        send   | 1
        """)
    #expect(try base.run("enrich").contains("1 in ="))
    #expect(try base.run("score").contains("1 in ="))
  }

  @Test("a lead whose address is corrected leaves its entity, as if it had always been so")
  func corrected() throws {
    let base = try LeadFixture()
    let other = try LeadFixture()
    for id in 1...4 as ClosedRange<Int64> {
      try base.add(id, .init(email: "ann@example.com", name: nil))
      try other.add(id, .init(email: id == 1 ? "eve@example.com" : "ann@example.com", name: nil))
    }
    try base.run("dedupe")
    #expect(try base.entities() == "1 | 4 | ann@example.com")
    try base.change(1, to: .init(email: "eve@example.com", name: nil))
    #expect(try base.run("dedupe").contains("1 in = 0 inserted + 1 updated"))
    try other.run("dedupe")
    #expect(try base.linked() == other.linked())
    try base.change(1, to: .init(email: "ann@example.com", name: nil))
    try base.run("dedupe")
    #expect(try base.entities() == "1 | 4 | ann@example.com")
    #expect(try base.workspace.table("SELECT * FROM entity_redirect") == "2 | 1")
  }

  @Test("bad rules are refused with their place")
  func badRules() throws {
    let base = try LeadFixture()
    let config = try base.workspace.copyPipelines()
    try base.workspace.replace(
      in: "pipelines/matching.yaml", "maximum_emails: 5", by: "maximum_emials: 5")
    let result = try base.workspace.runStage("dedupe", ["--config", config])
    #expect(result.status == 40)
    #expect(result.errors.contains("matching.yaml:"), "\(result)")
    #expect(result.errors.contains("maximum_emails"), "\(result)")
  }
}

@Suite("Entities are enriched and scored, and again when something below them changes")
struct EntityValuesTests {
  private func linked() throws -> LeadFixture {
    let base = try LeadFixture()
    try base.add(1, .init(email: "ann@nordwind.example.com", phone: "+12125550123"))
    try base.add(2, .init(company: "Acme Ltd", name: "Bob Ray", country: "GB", title: "CEO"))
    for stage in ["dedupe", "enrich", "score"] { try base.run(stage) }
    return base
  }

  @Test("values come with their sources")
  func enriched() throws {
    let base = try linked()
    #expect(
      try base.workspace.table(
        """
        SELECT country, country_source, region, time_zone, time_zone_source, company,
          company_source, company_key, legal_form FROM entity_enrichment ORDER BY entity_id
        """) == """
          US | phone | US-NY | America/New_York | phone   | Nordwind | email_domain | nordwind | -
          GB | given | -     | Europe/London    | country | Acme Ltd | given        | acme     | Ltd
          """)
  }

  @Test("an account that comes later is met by the entities with its domain or name alone")
  func account() throws {
    let base = try linked()
    try base.database.execute(
      """
      INSERT INTO account (id, source_row_id, supplier, name, domain, industry, employees, country)
      VALUES (10, 10, 'crm', 'Nordwind Energie GmbH', 'nordwind.example.com', 'Energy', 1200, 'US')
      """)
    #expect(try base.run("enrich").contains("1 in = 0 inserted + 1 updated"))
    let facts = "SELECT company, company_source, industry, account_id FROM entity_enrichment"
    #expect(
      try base.workspace.table("\(facts) WHERE entity_id = 1")
        == "Nordwind Energie GmbH | account | Energy | 10")
    #expect(try base.run("score").contains("1 in = 0 inserted + 1 updated"))
    #expect(
      try base.workspace.rows("SELECT parts FROM entity_score WHERE entity_id = 1")[0][0]
        .contains(#""known_account":7"#))
    // The account's domain is corrected: the entity is on its own again.
    try base.database.execute(
      """
      UPDATE account SET domain = 'other.example.com', name = 'Other' WHERE id = 10;
      INSERT INTO revisit VALUES ('enrich', 'account', 10)
      """)
    #expect(try base.run("enrich").contains("1 in = 0 inserted + 1 updated"))
    #expect(
      try base.workspace.table("\(facts) WHERE entity_id = 1") == "Nordwind | email_domain | - | -")
    #expect(try base.workspace.runStage("enrich").status == 99)
  }

  @Test("new engagement raises the score of its person, up to the maximum, and send is told")
  func engagement() throws {
    let base = try linked()
    let before = try base.workspace.count("SELECT score FROM entity_score WHERE entity_id = 1")
    try base.database.execute(
      """
      INSERT INTO engagement (id, source_row_id, supplier, email, event, at) VALUES
        (20, 20, 'esp', 'Ann@nordwind.example.com', 'open', 1),
        (21, 21, 'esp', 'ann@nordwind.example.com', 'click', 2),
        (22, 22, 'esp', 'ann@nordwind.example.com', 'delivered', 2),
        (23, 23, 'esp', 'stranger@example.com', 'reply', 2)
      """)
    #expect(try base.run("score").contains("1 in = 0 inserted + 1 updated"))
    let scores = "SELECT score, engagement, parts FROM entity_score WHERE entity_id = 1"
    let row = try base.workspace.rows(scores)[0]
    #expect(row[0] == "\(before + 15)")
    #expect(row[1] == "15")
    #expect(row[2].contains(#""engagement.open":5,"engagement.click":10"#))
    #expect(
      try base.workspace.table(
        """
        SELECT field, old_value, new_value, reason FROM field_change
        WHERE subject = 'entity_score' AND field IN ('score', 'engagement') ORDER BY field DESC
        """) == """
          score      | \(before) | \(before + 15) | engagement
          engagement | 0  | 15 | engagement
          """)
    #expect(
      try base.workspace.count("SELECT subject_id FROM revisit WHERE stage = 'send'") == 1)
    // The same events counted all at once, under other rules, and under these rules again.
    #expect(try base.workspace.runStage("score").status == 99)
    let config = try base.workspace.copyPipelines()
    try base.workspace.replace(in: "pipelines/scoring.yaml", "open: 5", by: "open: 90")
    #expect(try base.run("score", ["--config", config]).contains("1 updated + 1 unchanged"))
    #expect(try base.workspace.rows(scores)[0][0] == "100")
    #expect(try base.workspace.rows(scores)[0][1] == "100")
    try base.run("score")
    #expect(try base.workspace.rows(scores)[0] == row)
  }

  @Test(
    "bad rules are refused with their place",
    arguments: [
      ("job_title:", "shoe_size:", "shoe_size"), ("points: 20", "points: many", "many"),
      ("grades: {A: 75", "grades: {A: 5", "best to the worst"),
      ("id: senior_role", "id: decision_maker", "second rule"),
    ])
  func badRules(_ old: String, _ new: String, _ expected: String) throws {
    let base = try LeadFixture()
    let config = try base.workspace.copyPipelines()
    try base.workspace.replace(in: "pipelines/scoring.yaml", old, by: new)
    let result = try base.workspace.runStage("score", ["--config", config])
    #expect(result.status == 40, "\(result)")
    #expect(result.errors.contains("scoring.yaml:"), "\(result)")
    #expect(result.errors.contains(expected), "\(result)")
  }
}
