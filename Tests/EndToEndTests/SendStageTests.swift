import Foundation
import LeadmillTestSupport
import Store
import Testing

@Suite("Sending")
struct SendStageTests {
  private func change(_ workspace: TestWorkspace, _ sql: StaticString) throws {
    try Database(path: workspace.databasePath, mode: .readWrite).execute(sql)
  }

  private func delivered(_ workspace: TestWorkspace) throws -> Int {
    let folder = "\(workspace.outputFolder)/maildir/new"
    guard FileManager.default.fileExists(atPath: folder) else { return 0 }
    return try FileManager.default.contentsOfDirectory(atPath: folder).count
  }

  @Test("Every due message says which gate decided, and one person in fifteen gets one")
  func gates() throws {
    let workspace = try SendBase.create()
    let result = try workspace.runStage("send")
    #expect(result.status == 0, "\(result)")
    let table = try workspace.table(
      """
      SELECT e.entity_id, m.state, m.gate, m.gate_detail
      FROM message m JOIN enrolment e ON e.id = m.enrolment_id
      WHERE m.step = 1 ORDER BY e.entity_id
      """)
    let expected = """
      1  | sent    | allowed             |
      2  | blocked | no_consent          | no evidence
      3  | blocked | consent_withdrawn   | withdrawn on 2026-09-21 (form)
      4  | blocked | suppressed          | in registry 'robinson' by domain
      5  | blocked | no_address          | no e-mail address
      6  | blocked | address_invalid     | e-mail address is invalid
      7  | planned | unknown_time_zone   | no time zone is known for the person
      8  | blocked | suppressed          | in registry 'robinson' by address
      9  | blocked | erased              | the person was erased
      10 | blocked | dnd                 | do not disturb by email
      11 | blocked | unsubscribed        | unsubscribe on 2026-10-03
      12 | blocked | duplicate_recipient | the address had this message already
      13 | blocked | converted           | converted on 2026-10-03
      14 | planned | quarantined         | kept back until somebody looks at its findings
      15 | blocked | undeliverable       | the domain takes no mail
      """
    let lines = table.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(lines.joined(separator: "\n") == expected, "\(result)")
    // Three stopped enrolments (erased, unsubscribed, converted) lose four messages each.
    #expect(
      result.output.contains(
        "send: 102 in = 75 inserted + 1 updated + 2 unchanged + 1 duplicate + 0 rejected "
          + "+ 23 suppressed"), "\(result)")
    #expect(try workspace.count("SELECT count(*) FROM message WHERE state = 'cancelled'") == 12)
    #expect(try delivered(workspace) == 1)
  }

  @Test("A second run sends nothing again; the next step goes out on its day, not before")
  func nights() throws {
    let workspace = try SendBase.create()
    for (asOf, expected) in [
      ("2026-11-02T06:00:00Z", 1), ("2026-11-02T06:00:00Z", 1), ("2026-11-04T06:00:00Z", 1),
      ("2026-11-05T06:00:00Z", 2), ("2026-11-09T06:00:00Z", 3), ("2026-11-12T06:00:00Z", 4),
      ("2026-11-16T06:00:00Z", 5), ("2026-12-01T06:00:00Z", 5),
    ] {
      let result = try workspace.runStage("send", ["--as-of", asOf])
      #expect([0, 99].contains(result.status), "\(result)")
      #expect(try delivered(workspace) == expected, "\(asOf)\n\(result)")
    }
    #expect(
      try workspace.table("SELECT state, stop_reason, count(*) FROM enrolment GROUP BY 1, 2")
        == """
        completed | -            | 12
        stopped   | converted    | 1
        stopped   | erased       | 1
        stopped   | unsubscribed | 1
        """)
  }

  @Test("After nights without a run, one message goes out, and the next when its turn comes")
  func missedNights() throws {
    let workspace = try SendBase.create()
    for (asOf, expected) in [
      // Steps of day 3, 7, 10 and 14 are overdue at once; going back in time changes nothing.
      ("2026-11-02T06:00:00Z", 1), ("2026-11-26T06:00:00Z", 2), ("2026-11-20T06:00:00Z", 2),
      ("2026-11-27T06:00:00Z", 2), ("2026-11-30T06:00:00Z", 3), ("2026-12-02T06:00:00Z", 3),
      ("2026-12-03T06:00:00Z", 4), ("2026-12-04T06:00:00Z", 4), ("2026-12-07T06:00:00Z", 5),
    ] {
      try change(workspace, "UPDATE suppression_registry SET snapshot_at = 1795500000")
      let result = try workspace.runStage("send", ["--as-of", asOf])
      #expect([0, 99].contains(result.status), "\(result)")
      #expect(try delivered(workspace) == expected, "\(asOf)\n\(result)")
    }
    #expect(
      try workspace.table(
        """
        SELECT m.step, date(m.sent_as_of, 'unixepoch') FROM message m
        WHERE m.state = 'sent' ORDER BY m.sent_as_of
        """) == """
          1 | 2026-11-02
          2 | 2026-11-26
          3 | 2026-11-30
          4 | 2026-12-03
          5 | 2026-12-07
          """)
  }

  @Test("Neither a rehearsal nor a plan hands anything over")
  func planOnly() throws {
    let workspace = try SendBase.create()
    let rehearsal = try workspace.runStage("send", ["--dry-run"])
    #expect(rehearsal.status == 0, "\(rehearsal)")
    #expect(try workspace.count("SELECT count(*) FROM message") == 0)
    let plan = try workspace.runStage("send", ["--plan-only"])
    #expect(plan.status == 0, "\(plan)")
    #expect(plan.output.contains("ready to send: 2"), "\(plan)")
    #expect(
      try workspace.table("SELECT state, count(*) FROM message GROUP BY 1") == "planned | 75")
    #expect(try delivered(workspace) == 0)
  }

  @Test("A reply ends the sequence as soon as it is known")
  func reply() throws {
    let workspace = try SendBase.create()
    _ = try workspace.runStage("send")
    try change(
      workspace,
      """
      INSERT INTO engagement (id, source_row_id, supplier, email, event, at)
      VALUES (201, 201, 'web', 'ada@example.com', 'reply', 1793600000);
      INSERT INTO revisit VALUES ('send', 'entity', 1);
      """)
    let result = try workspace.runStage("send", ["--as-of", "2026-11-03T06:00:00Z"])
    #expect(result.status == 0, "\(result)")
    #expect(
      try workspace.table(
        """
        SELECT m.step, m.state, m.gate, e.state, e.stop_reason
        FROM message m JOIN enrolment e ON e.id = m.enrolment_id WHERE e.entity_id = 1 ORDER BY 1
        """) == """
          1 | sent      | allowed | stopped | replied
          2 | cancelled | replied | stopped | replied
          3 | cancelled | replied | stopped | replied
          4 | cancelled | replied | stopped | replied
          5 | cancelled | replied | stopped | replied
          """, "\(result)")
    #expect(try workspace.count("SELECT count(*) FROM revisit") == 0)
  }

  @Test(
    "A refusal under another address of the person counts; a bounce there and a grant do not",
    arguments: [
      (
        """
        INSERT INTO engagement (id, source_row_id, supplier, email, event, at)
        VALUES (201, 201, 'web', 'Old@example.com', 'unsubscribe', 1793600000)
        """,
        "stopped | unsubscribed"
      ),
      (
        """
        INSERT INTO engagement (id, source_row_id, supplier, email, event, at)
        VALUES (201, 201, 'web', 'old@example.com', 'bounce', 1793600000)
        """, "active | -"
      ),
      (
        """
        INSERT INTO consent (id, source_row_id, supplier, email, channel, purpose, status, at)
        VALUES (201, 201, 'crm', 'old@example.com', 'any', 'any', 'withdrawn', 1793600000)
        """,
        "active | consent_withdrawn"
      ),
      (
        """
        INSERT INTO suppression (id, supplier, email, channel, registry) VALUES (201, 'r', 'old@example.com', 'any', 'robinson')
        """, "active | suppressed"
      ),
      (
        """
        INSERT INTO suppression (id, supplier, domain, channel, registry) VALUES (201, 'r', 'example.com', 'any', 'other')
        """, "active | suppressed"
      ),
    ])
  func otherAddress(sql: StaticString, expected: String) throws {
    let workspace = try SendBase.create()
    try change(
      workspace,
      """
      UPDATE lead SET email = 'old@example.com' WHERE id = 1;
      UPDATE entity SET email = 'old@example.com' WHERE id = 1
      """)
    _ = try workspace.runStage("send")
    // The supplier corrects the address after the first message.
    try change(
      workspace,
      """
      UPDATE lead SET email = 'new@example.com' WHERE id = 1;
      UPDATE entity SET email = 'new@example.com' WHERE id = 1
      """)
    try change(workspace, sql)
    let result = try workspace.runStage("send", ["--as-of", "2026-11-05T06:00:00Z"])
    let outcome = try workspace.rows(
      """
      SELECT e.state, coalesce(e.stop_reason, iif(m.gate = 'allowed', NULL, m.gate))
      FROM message m JOIN enrolment e ON e.id = m.enrolment_id WHERE e.entity_id = 1 AND m.step = 2
      """)
    #expect(outcome.first?.joined(separator: " | ") == expected, "\(result)")
  }

  @Test(
    "A refusal under another spelling of the mailbox counts",
    arguments: [
      (
        """
        UPDATE lead SET email = 'ann.zor+x@gmail.com' WHERE id = 1;
        UPDATE entity SET email = 'ann.zor+x@gmail.com' WHERE id = 1;
        INSERT INTO consent (id, source_row_id, supplier, email, channel, purpose, status, at)
        VALUES (201, 201, 'crm', 'annzor@googlemail.com', 'any', 'any', 'withdrawn', 1793600000)
        """, true
      ),
      (
        """
        UPDATE lead SET email = 'annzor@gmail.com' WHERE id = 1;
        UPDATE entity SET email = 'annzor@gmail.com' WHERE id = 1;
        INSERT INTO engagement (id, source_row_id, supplier, email, event, at)
        VALUES (201, 201, 'web', 'Ann.Zor@gmail.com', 'unsubscribe', 1793600000)
        """, true
      ),
      (
        """
        UPDATE lead SET email = 'ann_d@outlook.com' WHERE id = 1;
        UPDATE entity SET email = 'ann_d@outlook.com' WHERE id = 1;
        INSERT INTO consent (id, source_row_id, supplier, email, channel, purpose, status, at)
        VALUES (201, 201, 'crm', 'Ann_D+news@outlook.com', 'any', 'any', 'withdrawn', 1793600000)
        """, true
      ),
      (
        """
        UPDATE lead SET email = 'ann.zor@example.com' WHERE id = 1;
        UPDATE entity SET email = 'ann.zor@example.com' WHERE id = 1;
        INSERT INTO consent (id, source_row_id, supplier, email, channel, purpose, status, at)
        VALUES (201, 201, 'crm', 'annzor@example.com', 'any', 'any', 'withdrawn', 1793600000)
        """, false
      ),
      (
        """
        UPDATE lead SET email = 'annzor@gmail.com' WHERE id = 1;
        UPDATE entity SET email = 'annzor@gmail.com' WHERE id = 1;
        INSERT INTO engagement (id, source_row_id, supplier, email, event, at)
        VALUES (201, 201, 'web', 'annzora@gmail.com', 'unsubscribe', 1793600000)
        """, false
      ),
    ] as [(StaticString, Bool)])
  func spellingsOfMailbox(sql: StaticString, isSame: Bool) throws {
    let workspace = try SendBase.create()
    try change(workspace, sql)
    let result = try workspace.runStage("send", ["--as-of", "2026-11-05T06:00:00Z"])
    #expect(
      try workspace.count(
        """
        SELECT count(*) FROM message m JOIN enrolment e ON e.id = m.enrolment_id
        WHERE e.entity_id = 1 AND m.state = 'sent'
        """) == (isSame ? 0 : 1), "\(result)")
  }

  @Test(
    "What was refused under an address that a supplier changed before anything was sent counts",
    arguments: [
      """
      INSERT INTO suppression (id, supplier, email, channel, registry)
      VALUES (201, 'r', 'old@example.com', 'any', 'robinson')
      """,
      """
      INSERT INTO consent (id, source_row_id, supplier, email, channel, purpose, status, at)
      VALUES (201, 201, 'crm', 'old@example.com', 'any', 'any', 'withdrawn', 1793600000)
      """,
    ] as [StaticString])
  func formerAddress(refusal: StaticString) throws {
    let workspace = try SendBase.create()
    try change(
      workspace,
      """
      UPDATE lead SET email = 'new@example.com' WHERE id = 1;
      UPDATE entity SET email = 'new@example.com' WHERE id = 1;
      INSERT INTO run (id, pipeline, as_of, state, arguments, started_at)
      VALUES ('v', 'validate', 1793500000, 'done', '[]', 1);
      INSERT INTO stage_run (id, run_id, stage, arguments, as_of, state, started_at)
      VALUES (901, 'v', 'validate', '[]', 1793500000, 'done', 1);
      INSERT INTO field_change
        (stage_run_id, subject, subject_id, field, old_value, new_value, reason)
      VALUES (901, 'lead', 1, 'email', 'old@example.com', 'new@example.com', 'supplier update')
      """)
    try change(workspace, refusal)
    let result = try workspace.runStage("send")
    #expect(
      try workspace.count(
        "SELECT count(*) FROM message WHERE state = 'sent' AND recipient = 'new@example.com'") == 0,
      "\(result)")
    #expect(
      try workspace.count("SELECT count(*) FROM message WHERE recipient = 'new@example.com'") > 0)
  }

  @Test(
    "An event that names our message counts for whom it was written to, whoever else it names",
    arguments: [("<", ">", "stopped"), ("", "", "stopped"), ("<x", ">", "active")],
    [nil, "elsewhere@example.com"] as [String?])
  func eventOfMessage(
    id: (start: String, end: String, state: String), address: String?
  ) throws {
    let workspace = try SendBase.create()
    _ = try workspace.runStage("send")
    let sent = try workspace.rows("SELECT message_id FROM message WHERE state = 'sent'")[0][0]
    let database = try Database(path: workspace.databasePath, mode: .readWrite)
    try database.prepare(
      """
      INSERT INTO engagement (id, source_row_id, supplier, message_id, event, at, email)
      VALUES (201, 201, 'web', ?1, 'unsubscribe', 1793600000, ?2)
      """
    ).run(.text(id.start + sent.dropFirst().dropLast() + id.end), SQLValue(address))
    let result = try workspace.runStage("send", ["--as-of", "2026-11-05T06:00:00Z"])
    #expect(
      try workspace.table("SELECT state FROM enrolment WHERE entity_id = 1")
        == id.state, "\(result)")
  }

  @Test("A grant that names a colleague's address and the shared number is none")
  func sharedNumber() throws {
    let workspace = try SendBase.create()
    try change(
      workspace,
      """
      UPDATE entity SET phone = '+493023125001', phone_status = 'valid' WHERE id = 2;
      INSERT INTO consent
        (id, source_row_id, supplier, email, phone, channel, purpose, status, at)
      VALUES
        (201, 201, 'crm', 'boss@example.com', '+493023125001', 'any', 'any', 'granted', 1790000000)
      """)
    let result = try workspace.runStage("send")
    #expect(
      try workspace.table(
        """
        SELECT m.state, m.gate FROM message m JOIN enrolment e ON e.id = m.enrolment_id
        WHERE e.entity_id = 2 AND m.step = 1
        """) == "blocked | no_consent", "\(result)")
  }

  @Test("A score that reaches the threshold enrols in the second sequence")
  func scoreThreshold() throws {
    let workspace = try SendBase.create()
    _ = try workspace.runStage("send")
    try change(
      workspace,
      """
      INSERT INTO entity_score VALUES
        (1, 70, 0, 0, 'A', '{}', '1', 1793599200), (2, 69, 0, 0, 'B', '{}', '1', 1793599200);
      INSERT INTO revisit VALUES ('send', 'entity', 1), ('send', 'entity', 2);
      """)
    let result = try workspace.runStage("send")
    #expect(
      try workspace.table("SELECT entity_id, trigger FROM enrolment WHERE sequence = 'hot-lead'")
        == "1 | score_threshold", "\(result)")
  }

  @Test("A stale registry holds every message back until a new one comes")
  func staleRegistry() throws {
    let workspace = try SendBase.create()
    try change(workspace, "UPDATE suppression_registry SET snapshot_at = 1780000000")
    let stale = try workspace.runStage("send")
    #expect(try delivered(workspace) == 0, "\(stale)")
    #expect(stale.output.contains("registry_stale"), "\(stale)")
    try change(workspace, "UPDATE suppression_registry SET snapshot_at = 1793500000")
    let fresh = try workspace.runStage("send")
    #expect(try delivered(workspace) == 1, "\(fresh)")
  }

  @Test("A stale registry of telephone numbers leaves e-mail alone")
  func staleOther() throws {
    let workspace = try SendBase.create()
    try change(
      workspace,
      """
      INSERT INTO suppression (id, supplier, phone, channel, registry)
      VALUES (301, 'r', '+493023125099', 'phone', 'tps');
      INSERT INTO suppression_registry VALUES ('tps', 1780000000, 'y', 1, NULL);
      """)
    let result = try workspace.runStage("send")
    #expect(try delivered(workspace) == 1, "\(result)")
    // What its entries are about is not known, or all of it.
    let other = try SendBase.create()
    try change(
      other, "INSERT INTO suppression_registry VALUES ('tps', 1780000000, 'y', 1, NULL)")
    _ = try other.runStage("send")
    #expect(try delivered(other) == 0)
  }

  @Test("An unknown placeholder is refused with its place before anything is done")
  func badTemplate() throws {
    let workspace = try SendBase.create()
    let pipelines = try workspace.copyPipelines()
    try workspace.replace(
      in: "pipelines/sequences/welcome.yaml", "Shall we leave it here?", by: "Bye {frist_name}")
    let result = try workspace.runStage("send", ["--config", pipelines])
    #expect(result.status == 40, "\(result)")
    #expect(result.errors.contains("sequences/welcome.yaml:"), "\(result)")
    #expect(result.errors.contains("unknown placeholder '{frist_name}'"), "\(result)")
    #expect(try workspace.count("SELECT count(*) FROM enrolment") == 0)
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let file: String
    let old: String
    let new: String
    let message: String
    var testDescription: String { new }
  }

  @Test(
    "A mistake in a definition is refused with its place and what was expected",
    arguments: [
      Mistake(
        file: "send.yaml", old: "max_age_days: 730", new: "max_age_dasy: 730",
        message: "unknown key 'max_age_dasy' in 'consent'; did you mean 'max_age_days'?"),
      Mistake(
        file: "send.yaml", old: "page: https://", new: "page: http://",
        message: "expected an https address"),
      Mistake(
        file: "send.yaml", old: "from: \"09:00\", to: \"17:00\"", new: "from: \"9\", to: \"17:00\"",
        message: "found '9' for 'from', expected a time such as \"09:00\""),
      Mistake(
        file: "send.yaml", old: "address: anna@leadmill.example.com", new: "address: anna",
        message: "found 'anna' for 'address', expected an address"),
      Mistake(
        file: "send.yaml", old: "holidays: [2026-12-25", new: "holidays: [2026-13-25",
        message: "found '2026-13-25' for item 1 of 'holidays', expected a date"),
      Mistake(
        file: "sequences/welcome.yaml", old: "day: 3", new: "day: 30",
        message: "found day 7 after day 30, expected steps in the order of their days"),
      Mistake(
        file: "sequences/welcome.yaml", old: "on: created ", new: "on: score_treshold ",
        message: "did you mean 'score_threshold'?"),
      Mistake(
        file: "sequences/welcome.yaml", old: "name: welcome", new: "name: hello",
        message: "found name 'hello', expected 'welcome' as the file is called"),
      Mistake(
        file: "sequences/hot-lead.yaml", old: "score: 70", new: "score: 170",
        message: "found '170' for 'score', expected a whole number from 0 to 100"),
      Mistake(
        file: "sequences/hot-lead.yaml", old: "channel: email", new: "channel: fax",
        message: "found 'fax' for 'channel', expected one of email, sms"),
    ])
  func mistakes(_ mistake: Mistake) throws {
    let workspace = try TestWorkspace()
    let pipelines = try workspace.copyPipelines()
    try workspace.replace(in: "pipelines/\(mistake.file)", mistake.old, by: mistake.new)
    let result = try workspace.runStage("send", ["--config", pipelines])
    #expect(result.status == 40, "\(result)")
    #expect(result.errors.contains(mistake.message), "\(result)")
    #expect(
      result.errors.range(
        of: #"\#(mistake.file):\d+:\d+: "#, options: .regularExpression) != nil, "\(result)")
  }
}
