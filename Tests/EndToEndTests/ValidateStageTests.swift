import Bytes
import LeadmillTestSupport
import Store
import Testing

@Suite("Validate: source rows become conformed records")
struct ValidateStageTests {
  static let header =
    "id,email,full_name,phone,company,country,employees,utm_source,utm_medium,landing_page,"
    + "created_at,consent,consent_at,consent_source\n"

  /// Ingests files and runs the stage.
  private func night(
    _ workspace: TestWorkspace, _ files: [String: String], _ arguments: [String] = []
  ) throws -> ProgramResult {
    var paths: [String] = []
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      paths.append(try workspace.write(name, text))
    }
    let ingested = try workspace.runStage("ingest", paths)
    #expect(ingested.status == 0, "\(ingested)")
    return try workspace.runStage("validate", arguments)
  }

  @Test("each value of a lead is normalised, and what was wrong is said")
  func normalises() throws {
    let workspace = try TestWorkspace()
    let result = try night(
      workspace,
      [
        "leads-web.csv": Self.header
          + "W1,Ann <Ann@EXAMPLE.com>,Bell  Ann,030 23125042,Acme GmbH,Deutschland,50-100,"
          + "Google,PPC,,2026-10-01,ja,2026-10-01,web form\n"
          + "W2,bob@bücher.example.com,\"Bell, Bob\",,Acme,,,,,"
          + "https://example.com/?utm_source=News&utm_medium=e-mail,2026-10-02,yes,,\n"
          + "W3,nobody@,,n/a,,Atlantis,,,,,,,,\n"
          + "W4,nobody@,Cy Bell,,Acme,,,,,,31.10.2026,maybe,,\n"
      ])
    #expect(result.status == 10, "\(result)")
    #expect(result.output.contains("4 in = 3 inserted"), "\(result)")
    #expect(
      try workspace.rows(
        """
        SELECT external_id, first_name, last_name, email, email_status, phone, phone_status,
          phone_type, country, employees FROM lead ORDER BY id
        """) == [
          [
            "W1", "Bell", "Ann", "Ann@example.com", "valid", "+493023125042", "valid", "fixed_line",
            "DE", "50",
          ],
          [
            "W2", "Bob", "Bell", "bob@xn--bcher-kva.example.com", "valid", "-", "missing", "-", "-",
            "-",
          ],
          ["W4", "Cy", "Bell", "-", "invalid", "-", "missing", "-", "-", "-"],
        ])
    #expect(
      try workspace.rows(
        "SELECT utm_source, utm_medium, consent_status, quarantined FROM lead ORDER BY id") == [
          ["google", "cpc", "granted", "0"], ["news", "email", "granted", "1"],
          ["-", "-", "not_asked", "1"],
        ])
    #expect(
      try workspace.rows(
        """
        SELECT r.row_number, f.code, f.severity, f.field FROM finding AS f
        JOIN source_row AS r ON r.id = f.source_row_id
        JOIN stage_run AS s ON s.id = f.stage_run_id WHERE s.stage = 'validate'
        ORDER BY r.row_number, f.code
        """
      ).map { $0.joined(separator: " ") } == [
        "2 VAL011 info email", "2 VAL042 info utm_source", "2 VAL042 info utm_medium",
        "2 VAL071 info employees", "2 VAL151 info utm_medium",
        "3 VAL031 quarantine consent_at", "3 VAL032 quarantine consent_source",
        "3 VAL151 info utm_medium",
        "4 VAL001 reject email", "4 VAL010 warn email", "4 VAL050 warn country",
        "4 VAL052 info phone",
        "5 VAL004 warn email", "5 VAL010 warn email", "5 VAL030 quarantine consent_status",
        "5 VAL060 warn created_at",
      ])
    #expect(result.output.contains("leads-web.csv-rejects.xlsx"))
  }

  @Test("a second look changes nothing, and costs nothing when nothing is new")
  func isIdempotent() throws {
    let workspace = try TestWorkspace()
    let config = try workspace.copyPipelines()
    let file = Self.header + "W1,ann@example.com,Ann Bell,,Acme,DE,,,,,2026-10-01,,,\n"
    _ = try night(workspace, ["leads-web.csv": file], ["--config", config])
    let again = try workspace.runStage("validate", ["--config", config])
    #expect(again.status == 99, "\(again)")
    try workspace.replace(
      in: "pipelines/validation.yaml", "role_accounts: [", by: "role_accounts: [ann,")
    let tuned = try workspace.runStage("validate", ["--config", config])
    #expect(tuned.status == 0)
    // The name is a role's now, which costs a point of quality and is no change of the record.
    #expect(tuned.output.contains("1 in = 0 inserted + 1 updated + 0 unchanged"), "\(tuned)")
    #expect(try workspace.count("SELECT quality FROM lead") < 85)
    #expect(try workspace.count("SELECT count(*) FROM field_change") == 0)
  }

  @Test("an update changes what its row says, keeps the rest, and leaves its history")
  func updates() throws {
    let workspace = try TestWorkspace()
    _ = try night(
      workspace,
      ["leads-web.csv": Self.header + "W1,ann@example.com,Ann Bell,,Acme,DE,10,,,,2026-10-01,,,\n"])
    let result = try night(
      workspace,
      ["leads-web-2.csv": "id,email,phone,company\nW1,ann@example.com,030 23125042,Bolt\n"])
    #expect(result.output.contains("1 in = 0 inserted + 1 updated"), "\(result)")
    #expect(
      try workspace.rows("SELECT full_name, company, country, employees, phone FROM lead") == [
        ["Ann Bell", "Bolt", "DE", "10", "-"]
      ], "without a country of its own the row's number cannot be read")
    #expect(
      try workspace.rows("SELECT field, old_value, new_value FROM field_change ORDER BY id") == [
        ["phone_status", "missing", "invalid"], ["company", "Acme", "Bolt"],
      ])
    #expect(try workspace.rows("SELECT stage, subject FROM revisit") == [["dedupe", "lead"]])
  }

  @Test("a registry protects leads of the same night and of nights before")
  func doNotContact() throws {
    let workspace = try TestWorkspace()
    let registry = "email,phone,email_sha256,domain,channel\n"
    let digest = SHA256Digest.hex("cy@example.com")
    _ = try night(
      workspace,
      [
        "leads-web.csv": Self.header
          + "W1,Ann@example.com,Ann,,Acme,DE,,,,,,,,\nW2,bob@example.com,Bob,,Acme,DE,,,,,,,,\n"
          + "W3,cy@example.com,Cy,,Acme,DE,,,,,,,,\nW4,dee@sub.example.org,Dee,,Acme,DE,,,,,,,,\n",
        "do-not-contact.csv": registry + "ann@example.com,,,,email\n",
      ])
    let channels = "SELECT external_id, dnd_channels FROM lead ORDER BY id"
    #expect(
      try workspace.rows(channels) == [["W1", "email"], ["W2", "-"], ["W3", "-"], ["W4", "-"]])
    _ = try night(
      workspace,
      [
        "do-not-contact-2.csv": registry
          + "BOB@example.com,,,,phone\n,,\(digest),,sms\n,,,example.org,\n"
      ])
    #expect(
      try workspace.rows(channels) == [
        ["W1", "email"], ["W2", "phone"], ["W3", "sms"], ["W4", "email,sms,whatsapp,phone"],
      ])
    #expect(try workspace.count("SELECT count(*) FROM revisit WHERE stage = 'dedupe'") == 3)
    #expect(
      try workspace.count("SELECT count(*) FROM field_change WHERE field = 'dnd_channels'") == 3)
  }

  @Test("an update of part of the columns keeps what the others decided")
  func partialUpdate() throws {
    let workspace = try TestWorkspace()
    let server = try DNSServer(options: [
      "--mx-host=good.example.com,mx.example.com,10", "--host-record=mx.example.com,198.41.0.1",
      "--local=/example.com/",
    ])
    _ = try night(
      workspace,
      [
        "leads-web.csv": Self.header
          + "W1,ann@good.example.com,Ann,+493023125042,Acme,DE,,,,,,yes,,\n",
        "do-not-contact.csv": "phone,channel\n+493023125042,phone\n",
      ], ["--dns", server.address])
    let state = "SELECT mx_status, quarantined, dnd_channels, company FROM lead"
    #expect(try workspace.rows(state) == [["deliverable", "1", "phone", "Acme"]])
    _ = try night(
      workspace, ["leads-web-2.csv": "id,email,company\nW1,ann@good.example.com,Bolt\n"])
    #expect(try workspace.rows(state) == [["deliverable", "1", "phone", "Bolt"]])
  }

  @Test("a row with another address does not revive an erased lead")
  func erasedRecord() throws {
    let workspace = try TestWorkspace()
    _ = try night(
      workspace, ["leads-web.csv": Self.header + "W1,bob@example.com,Bob,,Acme,DE,,,,,,,,\n"])
    let database = try Database(path: workspace.databasePath, mode: .readWrite)
    try database.execute(
      "INSERT INTO erased_entity (entity_id, erased_as_of, reason) SELECT id, 0, 'request' FROM lead"
    )
    try database.execute("UPDATE lead SET email = NULL, full_name = NULL")
    let result = try night(
      workspace, ["leads-web-2.csv": Self.header + "W1,rob@example.com,Rob,,Acme,DE,,,,,,,,\n"])
    #expect(result.output.contains("1 suppressed"), "\(result)")
    #expect(try workspace.rows("SELECT email, full_name FROM lead") == [["-", "-"]])
    #expect(try workspace.count("SELECT count(*) FROM source_row WHERE cells LIKE '%rob%'") == 0)
  }

  @Test("an erased person stays erased when a supplier's file brings them back")
  func erased() throws {
    let workspace = try TestWorkspace()
    _ = try night(
      workspace, ["leads-web.csv": Self.header + "W1,bob@example.com,Bob,,Acme,DE,,,,,,,,\n"])
    let database = try Database(path: workspace.databasePath, mode: .readWrite)
    try database.prepare("INSERT INTO erasure VALUES (?1, 0, 'asked')").run(
      .text(SHA256Digest.hex("email:ann@example.com")))
    let result = try night(
      workspace,
      [
        "leads-web-2.csv": Self.header + "W2,ANN@example.com,Ann,,Acme,DE,,,,,,,,\n",
        "engagement.csv": "email,event,at\nann@example.com,open,2026-10-01\n",
        "tasks.csv": "title,status,lead_email,due_at\nCall Ann,open,ann@example.com,2026-10-01\n",
      ])
    #expect(result.output.contains("3 in = 0 inserted"), "\(result)")
    #expect(result.output.contains("3 suppressed"), "\(result)")
    #expect(try workspace.count("SELECT count(*) FROM task") == 0)
    #expect(try workspace.count("SELECT count(*) FROM lead") == 1)
    #expect(try workspace.count("SELECT count(*) FROM source_row WHERE cells LIKE '%ann%'") == 0)
  }

  @Test("a refusal counts for everything that it does not limit, from the day it is known")
  func bareRefusal() throws {
    let workspace = try TestWorkspace()
    let result = try night(
      workspace,
      [
        "consent.csv": "consent_id,email,status,at,source\n"
          + "N1,ann@example.com,withdrawn,,mail\nN2,bob@example.com,withdrawn,gestern,mail\n"
          + "N3,cleo@example.com,granted,,form\n"
      ])
    #expect(result.status == 10, "\(result)")
    #expect(
      try workspace.table(
        """
        SELECT email, channel, purpose, status, datetime(at, 'unixepoch') FROM consent ORDER BY id
        """) == """
          ann@example.com | any | any | withdrawn | 2026-11-02 06:00:00
          bob@example.com | any | any | withdrawn | 2026-11-02 06:00:00
          """)
  }

  @Test("mail domains are looked up, what cannot be answered holds nobody back, and answers keep")
  func mailDomains() throws {
    let workspace = try TestWorkspace()
    let server = try DNSServer(options: [
      "--mx-host=good.example.com,mx.example.com,10", "--mx-host=null.example.com,.,0",
      "--host-record=mx.example.com,198.41.0.1",
      "--local=/example.com/", "--local-ttl=86400",
    ])
    let result = try night(
      workspace,
      [
        "leads-web.csv": Self.header
          + "W1,a@good.example.com,A,,Acme,DE,,,,,,,,\nW2,b@good.example.com,B,,Acme,DE,,,,,,,,\n"
          + "W3,c@null.example.com,C,,Acme,DE,,,,,,,,\nW4,d@gone.example.com,D,,Acme,DE,,,,,,,,\n"
          + "W5,e@elsewhere.example.org,E,,Acme,DE,,,,,,,,\n"
      ], ["--dns", server.address])
    #expect(result.output.contains("domains looked up: 4"), "\(result)")
    #expect(
      try workspace.rows("SELECT mx_status, quarantined FROM lead ORDER BY id") == [
        ["deliverable", "0"], ["deliverable", "0"], ["null_mx", "1"], ["no_domain", "1"],
        ["deferred", "0"],
      ])
    #expect(
      try workspace.rows("SELECT domain, verdict FROM dns_answer ORDER BY domain") == [
        ["elsewhere.example.org", "deferred"], ["gone.example.com", "no_domain"],
        ["good.example.com", "deliverable"],
        ["null.example.com", "null_mx"],
      ])
    let second = try night(
      workspace,
      ["leads-web-2.csv": Self.header + "W6,f@good.example.com,F,,Acme,DE,,,,,,,,\n"],
      ["--dns", "127.0.0.1:1"])
    #expect(second.output.contains("domains looked up: 1"), "only what was deferred: \(second)")
    #expect(
      try workspace.rows("SELECT mx_status FROM lead WHERE external_id = 'W6'") == [["deliverable"]]
    )
  }

  @Test(
    "a server that cannot be understood is a usage error",
    arguments: ["nonsense", "dns.example.com:53", "127.0.0.1"])
  func badServer(text: String) throws {
    let workspace = try TestWorkspace()
    let result = try workspace.runStage("validate", ["--dns", text])
    #expect(result.status == 40, "\(result)")
    #expect(result.errors.contains("--dns") && result.errors.contains("127.0.0.1:53"), "\(result)")
  }

  @Test("a server in the policy file that cannot be understood is named with its place")
  func badServerInPolicy() throws {
    let workspace = try TestWorkspace()
    let config = try workspace.copyPipelines()
    try workspace.replace(in: "pipelines/validation.yaml", "dns: off", by: "dns: maybe")
    let result = try workspace.runStage("validate", ["--config", config])
    #expect(result.status == 40, "\(result)")
    #expect(result.errors.contains("validation.yaml:") && result.errors.contains("'maybe'"))
  }

  @Test("too many rejected rows fail the gate, and what was done stays done")
  func gate() throws {
    let workspace = try TestWorkspace()
    let file = Self.header + "W1,ann@example.com,Ann,,Acme,DE,,,,,,,,\nW2,no,,,,,,,,,,,,\n"
    let result = try night(workspace, ["leads-web.csv": file], ["--threshold", "0.4"])
    #expect(result.status == 20, "\(result)")
    #expect(result.errors.contains("1 of 2 rows"), "\(result)")
    #expect(try workspace.count("SELECT count(*) FROM lead") == 1)
    let nonsense = try workspace.runStage("validate", ["--threshold", "many"])
    #expect(nonsense.status == 40, "\(nonsense)")
  }

  @Test("every other kind becomes rows of its table")
  func otherKinds() throws {
    let workspace = try TestWorkspace()
    let result = try night(
      workspace,
      [
        "accounts.csv":
          "external_id,name,domain,country\nA1, Acme  GmbH ,www.Acme.example.com,DE\n",
        "contacts.csv": "external_id,first_name,last_name,email\nC1,Ann,Bell,Ann@Example.com\n",
        "deals.csv": "deal_id,name,stage,amount,currency,status\n"
          + "D1,Big,Closed Won,\"1,234.50\",eur,\nD2,Odd,Proposal,lots,EUR,\n",
        "deal-stages.csv": "deal,stage,at,amount\nD1,Proposal,2026-10-01,1234.5\n",
        "tasks.csv": "task_id,title,status,priority\nT1,Call,erledigt,hoch\nT2,Write,,\n",
        "activities.csv": "activity_id,type,at\nX1,Anruf,2026-10-01T10:00:00Z\n",
        "engagement.csv": "event_id,email,event,at\nE1,Ann@example.com,opened,2026-10-01\n"
          + "E2,ann@example.com,waved,2026-10-01\n",
        "consent.csv": "consent_id,email,status,at,source\nN1,Ann@example.com,yes,2026-10-01,form\n"
          + "N2,ann@example.com,revoked,2026-10-02,\n",
      ])
    #expect(result.status == 10, "\(result)")
    let expected: [(sql: String, rows: [[String]])] = [
      ("SELECT name, domain, country FROM account", [["Acme GmbH", "acme.example.com", "DE"]]),
      ("SELECT full_name, email FROM contact", [["Ann Bell", "ann@example.com"]]),
      (
        "SELECT amount_cents, currency, status FROM deal ORDER BY id",
        [["123450", "EUR", "won"], ["-", "EUR", "open"]]
      ),
      ("SELECT deal, amount_cents FROM deal_stage", [["D1", "123450"]]),
      (
        "SELECT title, status, priority FROM task ORDER BY id",
        [["Call", "done", "high"], ["Write", "open", "normal"]]
      ),
      ("SELECT type FROM activity", [["call"]]),
      ("SELECT email, event FROM engagement", [["ann@example.com", "open"]]),
      (
        "SELECT email, channel, purpose, status FROM consent ORDER BY id",
        [
          // An event that nobody understands holds back whom it names.
          ["ann@example.com", "any", "any", "expired"],
          ["ann@example.com", "email", "marketing", "granted"],
          ["ann@example.com", "any", "any", "withdrawn"],
        ]
      ),
      (
        "SELECT f.code FROM finding AS f WHERE f.severity = 'reject'", [["VAL002"]]
      ),
    ]
    for (sql, rows) in expected { #expect(try workspace.rows(sql) == rows, "\(sql)") }
  }
}
