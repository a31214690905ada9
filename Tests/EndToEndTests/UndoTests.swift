import Foundation
import LeadmillTestSupport
import Store
import Testing

/// Files of one supplier's leads, and the commands on them.
struct ImportBench {
  static let columns = "id,email,first_name,last_name,phone,company,consent,consent_at\n"
  let workspace: TestWorkspace

  init(workspace: TestWorkspace? = nil) throws {
    self.workspace = try workspace ?? TestWorkspace()
  }

  /// Imports rows under the usual header, and the stages up to the score.
  @discardableResult
  func load(
    _ name: String, _ rows: String, columns: String = columns, options: [String] = []
  ) throws -> ProgramResult {
    let path = try workspace.write(name, columns + rows + "\n")
    return try run(["import", path] + options)
  }

  @discardableResult
  func run(_ arguments: [String], asOf: String = TestWorkspace.asOf) throws -> ProgramResult {
    let result = try workspace.runDriver(
      arguments + [
        "--config", RepositoryPaths.pipelines, "--as-of", asOf, "--progress", "none",
      ])
    return result
  }

  @discardableResult
  func undo(_ name: String, _ options: [String] = []) throws -> ProgramResult {
    try run(["undo", name] + options)
  }

  /// The digest of what is there, table by table.
  func content() throws -> [String] {
    try workspace.runDriver(["digest", "--content", "--tables"]).output
      .split(separator: "\n").map(String.init)
  }

  func leads() throws -> String {
    try workspace.table(
      """
      SELECT external_id, email, coalesce(company, '-'), coalesce(phone, '-'), consent_status
      FROM lead ORDER BY external_id, id
      """)
  }
}

@Suite("An import is taken back as if it had never come")
struct UndoTests {
  static let first = """
    1,ada@example.com,Ada,Ashdown,,Kestrel Ltd,granted,2026-10-01
    2,ben@example.com,Ben,Birch,,Kestrel Ltd,,
    3,cleo@example.com,Cleo,Crane,,Kestrel Ltd,,
    """

  @Test("New records go and changed values come back, field by field; the file loads again")
  func insertedAndUpdated() throws {
    let bench = try ImportBench()
    try bench.load("leads-web-1.csv", Self.first)
    let before = try bench.content()
    try bench.load(
      "leads-web-2.csv",
      """
      2,ben@example.org,Ben,Birch,+44 20 7946 0018,Osprey Ltd,,
      3,cleo@example.com,Cleo,Crane,,Kestrel Ltd,,
      4,cleo@example.com,Cleo,Crane,,Kestrel Ltd,,
      5,,Nobody,,,,,
      """)
    #expect(try bench.content() != before)
    let dryRun = try bench.undo("leads-web-2.csv", ["--dry-run", "--json"])
    #expect(dryRun.output.contains("\"old\": \"Osprey Ltd\""), "\(dryRun)")
    let result = try bench.undo("leads-web-2.csv")
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains("email: ben@example.org → ben@example.com"), "\(result)")
    #expect(result.output.contains("removed: 1 lead"), "\(result)")
    #expect(try bench.content() == before)
    #expect(
      try bench.workspace.table("SELECT id, state, row_count, rejected FROM import ORDER BY id")
        == """
        1 | kept   | 3 | 0
        2 | undone | 4 | 1
        """)
    #expect(try bench.undo("2").status == 99)
    let again = try bench.load(
      "leads-web-2.csv",
      """
      2,ben@example.org,Ben,Birch,+44 20 7946 0018,Osprey Ltd,,
      3,cleo@example.com,Cleo,Crane,,Kestrel Ltd,,
      4,cleo@example.com,Cleo,Crane,,Kestrel Ltd,,
      5,,Nobody,,,,,
      """)
    #expect(
      again.output.contains("ingest: 4 in = 2 inserted + 1 updated + 1 unchanged"), "\(again)")
    #expect(try bench.workspace.count("SELECT count(*) FROM lead") == 4)
  }

  @Test("What a later import brought stays and is listed, also when the first goes before it")
  func laterImports() throws {
    let bench = try ImportBench()
    try bench.load("leads-web-1.csv", Self.first)
    try bench.load("leads-web-2.csv", "2,ben@example.com,Ben,Birch,,Osprey Ltd,,")
    try bench.load(
      "leads-web-3.csv", "2,Merlin Ltd", columns: "id,company\n")
    let result = try bench.undo("leads-web-2.csv")
    #expect(result.output.contains("company: brought by import 3"), "\(result)")
    #expect(try bench.leads().contains("2 | ben@example.com  | Merlin Ltd"))
    let last = try bench.undo("leads-web-3.csv")
    #expect(last.output.contains("company: Merlin Ltd → Kestrel Ltd"), "\(last)")
    // Without the first file nothing says how to reach the lead: the row is rejected on its own.
    try bench.load("leads-web-3.csv", "2,Merlin Ltd", columns: "id,company\n")
    try bench.undo("leads-web-1.csv")
    #expect(try bench.workspace.count("SELECT count(*) FROM lead") == 0)
    #expect(
      try bench.workspace.count("SELECT count(*) FROM finding WHERE code = 'VAL001'") == 1)
  }

  @Test("A row that another file has too stays with that file, and goes with it")
  func rowsAgain() throws {
    let bench = try ImportBench()
    try bench.load("leads-web-1.csv", Self.first)
    try bench.load("leads-web-2.csv", Self.first + "\n4,dora@example.com,Dora,Dale,,Kestrel Ltd,,")
    let result = try bench.undo("leads-web-1.csv")
    #expect(result.output.contains("3 lead rows that import 2 has too"), "\(result)")
    #expect(try bench.workspace.count("SELECT count(*) FROM lead") == 4)
    try bench.undo("leads-web-2.csv")
    for table in ["lead", "entity", "match_key", "source_row", "source_row_hash", "source_file"] {
      #expect(
        try bench.workspace.rows("SELECT count(*) FROM \(table)") == [["0"]], "\(table)")
    }
  }

  @Test("A person goes on under the first lead that is left, with her sequences")
  func heir() throws {
    let bench = try ImportBench()
    try bench.load("leads-web-1.csv", "1,ada@example.com,Ada,Ashdown,,Kestrel Ltd,,")
    try bench.load("leads-web-2.csv", "2,ada@example.com,Ada,Ashdown,,Osprey Ltd,,")
    try bench.load("leads-web-3.csv", "3,ada@example.com,Ada,Ashdown,,Merlin Ltd,,")
    try Database(path: bench.workspace.databasePath, mode: .readWrite).execute(
      """
      INSERT INTO enrolment
        (id, entity_id, sequence, sequence_version, enrolled_at, trigger, state)
      VALUES (1, 1, 'welcome', '1', 0, 'created', 'active')
      """)
    try bench.undo("leads-web-1.csv")
    #expect(
      try bench.workspace.table(
        """
        SELECT e.id, e.lead_count, l.lead_id, n.entity_id, r.entity_id, s.entity_id IS NOT NULL
        FROM entity e JOIN entity_link l ON l.entity_id = e.id JOIN enrolment n
        JOIN entity_redirect r ON r.old_entity_id = 1 JOIN entity_score s ON s.entity_id = e.id
        """) == "2 | 2 | 3 | 2 | 2 | 1")
  }

  @Test("Messages that wait are cancelled, messages that were sent stay as they are")
  func messages() throws {
    let bench = try ImportBench()
    try bench.load("leads-web-1.csv", Self.first)
    try Database(path: bench.workspace.databasePath, mode: .readWrite).execute(
      """
      INSERT INTO enrolment
        (id, entity_id, sequence, sequence_version, enrolled_at, trigger, state)
      VALUES (1, 1, 'welcome', '1', 0, 'created', 'active');
      INSERT INTO message
        (id, enrolment_id, step, channel, due_at, recipient, subject, message_id, state, gate,
         gate_detail, planned_as_of, sent_as_of, transport)
      VALUES
        (1, 1, 1, 'email', 0, 'ada@example.com', 'Hello', '<1@example.org>', 'sent', 'allowed', '',
         0, 1, 'maildir'),
        (2, 1, 2, 'email', 9, 'ada@example.com', 'Again', '<2@example.org>', 'planned', 'allowed',
         '', 0, NULL, NULL)
      """)
    let result = try bench.undo("1")
    #expect(
      result.output.contains(
        "messages: 1 that waited are cancelled, 1 that were handed over stay"), "\(result)")
    #expect(
      try bench.workspace.table("SELECT id, state, recipient, gate_detail FROM message ORDER BY id")
        == """
        1 | sent      | ada@example.com |
        2 | cancelled |                 | import 1 undone
        """)
    #expect(try bench.workspace.rows("SELECT state FROM enrolment") == [["stopped"]])
  }

  @Test("Opt-outs are never undone, whatever kind of file brought them")
  func rights() throws {
    let bench = try ImportBench()
    try bench.load("leads-web-1.csv", Self.first)
    try bench.load(
      "leads-web-2.csv",
      """
      1,ada@example.com,Ada,Ashdown,,Kestrel Ltd,withdrawn,2026-10-20
      6,fay@example.com,Fay,Firth,,Kestrel Ltd,declined,2026-10-20
      """)
    let consent = """
      email,status,date,source
      ben@example.com,withdrawn,2026-10-21,mail
      cleo@example.com,granted,2026-10-21,form

      """
    try bench.load("consent-1.csv", consent, columns: "")
    try bench.load(
      "do-not-contact-1.csv", "email,channel,registry\ncleo@example.com,any,robinson\n",
      columns: "")
    let result = try bench.undo("leads-web-2.csv")
    #expect(result.output.contains("are never undone"), "\(result)")
    #expect(try bench.leads().contains("ada@example.com  | Kestrel Ltd | - | withdrawn"))
    #expect(try bench.workspace.count("SELECT count(*) FROM lead") == 3)
    try bench.undo("consent-1.csv")
    try bench.undo("do-not-contact-1.csv")
    #expect(
      try bench.workspace.table("SELECT email, status FROM consent ORDER BY email") == """
        ada@example.com | withdrawn
        ben@example.com | withdrawn
        fay@example.com | declined
        """)
    #expect(try bench.workspace.count("SELECT count(*) FROM suppression") == 1)
    // What was not an opt-out comes back with the file; the rest is known.
    let again = try bench.load("consent-1.csv", consent, columns: "")
    #expect(
      again.output.contains("ingest: 2 in = 1 inserted + 0 updated + 1 unchanged"), "\(again)")
  }

  @Test("Every kind of the sample data is taken back, and the store is as empty as before")
  func everyKind() throws {
    let bench = try ImportBench()
    let input = try SmallInput.write(to: bench.workspace, rows: 12)
    #expect([0, 10].contains(try bench.run(["import", input]).status))
    let numbers = try bench.workspace.rows("SELECT id FROM import ORDER BY id DESC").map { $0[0] }
    #expect(numbers.count >= 12)
    let result = try bench.run(["undo"] + numbers)
    #expect(result.status == 0, "\(result)")
    let tables = [
      "lead", "account", "contact", "deal", "deal_stage", "task", "activity", "entity",
      "entity_link", "match_key", "account_key", "entity_enrichment", "entity_score", "user",
      "team", "product", "deal_line", "follow_up",
    ]
    for table in tables {
      #expect(
        try bench.workspace.rows("SELECT count(*) FROM \(table)") == [["0"]], "\(table)")
    }
    #expect(
      try bench.workspace.rows(
        "SELECT count(*) FROM engagement WHERE event NOT IN ('unsubscribe', 'complaint')")
        == [["0"]])
    #expect(
      try bench.workspace.rows("SELECT count(*) FROM consent WHERE status = 'granted'") == [["0"]])
    let doctor = try bench.workspace.runDriver(
      ["doctor", "--config", RepositoryPaths.pipelines])
    #expect(!doctor.output.contains("rows whose parent is missing"), "\(doctor)")
  }

  @Test("An import that does not exist, or that several files go by, is a usage error")
  func unknown() throws {
    let bench = try ImportBench()
    try bench.load("leads-web-1.csv", Self.first)
    try bench.load("leads-web-1.csv", Self.first + "\n4,dora@example.com,Dora,Dale,,,,")
    let several = try bench.undo("leads-web-1.csv")
    #expect(several.status == 40 && several.errors.contains("imported 2 times"), "\(several)")
    let unknown = try bench.undo("leads-wep-1.csv")
    #expect(unknown.status == 40 && unknown.errors.contains("did you mean"), "\(unknown)")
  }
}
