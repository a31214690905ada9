import Foundation
import LeadmillTestSupport
import Testing

@Suite("Whoever said no has said it")
struct RefusalTests {
  private static let state = "SELECT consent_status, date(consent_at, 'unixepoch') FROM lead"

  private func load(
    _ workspace: TestWorkspace, _ name: String, _ text: String, _ arguments: [String] = []
  ) throws {
    let path = try workspace.write(name, text)
    let asOf = ["--as-of", "2026-11-0\(name.filter(\.isNumber))T06:00:00Z"]
    _ = try workspace.runStage("ingest", asOf + arguments + [path])
    _ = try workspace.runStage("validate", asOf)
  }

  private func granted() throws -> TestWorkspace {
    let workspace = try TestWorkspace()
    try load(
      workspace, "leads-web-1.csv",
      "id,email,consent_status,consent_at,consent_source,company\n"
        + "1,ann@example.com,granted,2026-10-01,form,\n")
    #expect(try workspace.rows(Self.state) == [["granted", "2026-10-01"]])
    return workspace
  }

  @Test("a withdrawal without a date does not get that of the grant before it")
  func undated() throws {
    let workspace = try granted()
    try load(
      workspace, "leads-web-2.csv", "id,email,consent_status\n1,ann@example.com,withdrawn\n")
    #expect(try workspace.rows(Self.state) == [["withdrawn", "-"]])
    #expect(try workspace.rows("SELECT consent_source FROM lead") == [["-"]])
  }

  @Test("an empty cell takes no refusal back, a grant does")
  func silence() throws {
    let workspace = try granted()
    try load(
      workspace, "leads-web-2.csv",
      "id,email,consent_status,consent_at\n1,ann@example.com,withdrawn,2026-11-01\n")
    try load(
      workspace, "leads-web-3.csv",
      "id,email,consent_status,consent_at,company\n1,ann@example.com,,,Acme\n")
    #expect(try workspace.rows(Self.state) == [["withdrawn", "2026-11-01"]])
    #expect(try workspace.rows("SELECT company FROM lead") == [["Acme"]])
    try load(
      workspace, "leads-web-4.csv",
      "id,email,consent_status,consent_at,consent_source\n1,ann@example.com,yes,2026-11-03,form\n")
    #expect(try workspace.rows(Self.state) == [["granted", "2026-11-03"]])
  }

  @Test("a withdrawal counts also in an import that only fills what is empty")
  func fillOnlyEmpty() throws {
    let workspace = try granted()
    try load(
      workspace, "leads-web-2.csv",
      "id,email,consent_status,company\n1,ann@example.com,withdrawn,Acme\n",
      ["--fill-only-empty"])
    #expect(try workspace.rows(Self.state).map { $0[0] } == ["withdrawn"])
    let consent = "id,email,channel,purpose,status,at,source\n"
    try load(
      workspace, "consent-3.csv",
      consent + "C1,bob@example.com,email,marketing,granted,2026-10-01,form\n")
    try load(
      workspace, "consent-4.csv", consent + "C1,bob@example.com,,,withdrawn,2026-11-03,mail\n",
      ["--fill-only-empty"])
    #expect(
      try workspace.rows("SELECT channel, purpose, status FROM consent") == [
        ["any", "any", "withdrawn"]
      ])
  }

  @Test("a consent that is not shown to be later than a refusal takes none back, and says so")
  func oldConsentAgain() throws {
    let header = "id,email,consent_status,consent_at,consent_source\n"
    let workspace = try granted()
    try load(
      workspace, "leads-web-2.csv", header + "1,ann@example.com,withdrawn,2026-11-01,mail\n")
    try load(
      workspace, "leads-web-3.csv", header + "1,ann@example.com,granted,2026-10-01,form\n")
    #expect(try workspace.rows(Self.state) == [["withdrawn", "2026-11-01"]])
    #expect(try workspace.count("SELECT count(*) FROM finding WHERE code = 'VAL183'") == 1)
    try load(workspace, "leads-web-4.csv", header + "1,ann@example.com,granted,,form\n")
    #expect(try workspace.rows(Self.state) == [["withdrawn", "2026-11-01"]])
    try load(
      workspace, "leads-web-5.csv", header + "1,ann@example.com,granted,2026-11-02,form\n")
    #expect(try workspace.rows(Self.state) == [["granted", "2026-11-02"]])
  }

  @Test("a refusal without a date counts from the night that it came in")
  func undatedRefusal() throws {
    let header = "id,email,consent_status,consent_at,consent_source\n"
    let workspace = try granted()
    try load(workspace, "leads-web-3.csv", header + "1,ann@example.com,withdrawn,,\n")
    try load(
      workspace, "leads-web-4.csv", header + "1,ann@example.com,granted,2026-11-02,form\n")
    #expect(try workspace.rows(Self.state) == [["withdrawn", "-"]])
    try load(
      workspace, "leads-web-5.csv", header + "1,ann@example.com,granted,2026-11-04,form\n")
    #expect(try workspace.rows(Self.state) == [["granted", "2026-11-04"]])
  }

  @Test("a consent whose end cannot be read is not taken")
  func unreadableEnd() throws {
    let workspace = try TestWorkspace()
    try load(
      workspace, "consent-1.csv",
      """
      id,email,channel,purpose,status,at,source,expires_at
      C1,ann@example.com,email,marketing,granted,2026-10-01,form,31.02.2026
      C2,bob@example.com,email,marketing,granted,2026-10-01,form,2027-01-31
      C3,cy@example.com,email,marketing,granted,2026-10-01,form,n/a
      C4,dee@example.com,email,marketing,withdrawn,2026-10-01,form,soon
      """)
    #expect(
      try workspace.rows("SELECT email FROM consent ORDER BY id") == [
        ["bob@example.com"], ["cy@example.com"], ["dee@example.com"],
      ])
    #expect(
      try workspace.count(
        "SELECT count(*) FROM finding WHERE code = 'VAL002' AND field = 'expires_at'") == 1)
  }

  @Test("a refusal counts in a row that is rejected, or may not change what is known")
  func refusalOfRejectedRow() throws {
    let header = "id,email,consent_status,consent_at,consent_source\n"
    for arguments in [[], ["--mode", "create", "--key", "external_id"]] {
      let workspace = try granted()
      try load(
        workspace, "leads-web-2.csv", header + "1,ann@@example,withdrawn,2026-11-01,mail\n",
        arguments)
      #expect(try workspace.rows(Self.state) == [["withdrawn", "2026-11-01"]])
      #expect(try workspace.rows("SELECT email FROM lead") == [["ann@example.com"]])
      #expect(
        try workspace.count(
          "SELECT count(*) FROM field_change WHERE field = 'consent_status' AND source_row_id = 2")
          == 1)
    }
  }

  @Test("an event that speaks of a refusal is one, whatever the mail service calls it")
  func eventWords() throws {
    let workspace = try TestWorkspace()
    let words = [
      ("SpamComplaint", "complaint"), ("unsub", "unsubscribe"), ("opted_out", "unsubscribe"),
      ("Newsletter-Abmeldung durch Kunden", "unsubscribe"), ("STOP", "unsubscribe"),
      ("Marked As Spam", "complaint"), ("list_unsubscribe_header", "unsubscribe"),
      ("désabonnement", "unsubscribe"), ("opened", "open"),
    ]
    var text = "id,email,event,at\n"
    for (number, word) in words.enumerated() {
      text += "\(number),p\(number)@example.com,\(word.0),2026-11-01\n"
    }
    text += "99,p99@example.com,scrolled,2026-11-01\n"
    try load(workspace, "engagement-2.csv", text)
    #expect(
      try workspace.rows("SELECT event FROM engagement ORDER BY id") == words.map { [$0.1] })
  }

  @Test("a refusal counts although a note stands beside the table; a consent does not")
  func strayCells() throws {
    let workspace = try TestWorkspace()
    try load(
      workspace, "do-not-contact-1.csv",
      "email,phone,registry\nann@example.com,,own\nbob@example.com,,own,\"see, note\"\n",
      ["--no-repair"])
    try load(
      workspace, "consent-1.csv",
      """
      id,email,channel,purpose,status,at,source
      C1,cy@example.com,email,marketing,granted,2026-10-01,form
      C2,dee@example.com,email,marketing,withdrawn,2026-10-02,mail,note by Bob
      C3,eve@example.com,email,marketing,granted,2026-10-02,mail,note by Bob
      """)
    #expect(
      try workspace.rows("SELECT email, registry FROM suppression ORDER BY id") == [
        ["ann@example.com", "own"], ["bob@example.com", "own"],
      ])
    #expect(
      try workspace.rows("SELECT email FROM consent ORDER BY id") == [
        ["cy@example.com"], ["dee@example.com"],
      ])
    #expect(
      try workspace.rows(
        "SELECT severity FROM finding WHERE code = 'ING001' ORDER BY severity")
        == [["reject"], ["warn"], ["warn"]])
  }

  @Test("an unsubscription whose date nobody can read counts from the day that it is known")
  func eventWithoutDate() throws {
    let workspace = try TestWorkspace()
    try load(
      workspace, "engagement-1.csv",
      "id,email,event,at\n1,a@example.com,unsubscribe,\n2,b@example.com,unsubscribe,31.02.2026\n"
        + "3,c@example.com,complaint,03/04/2026\n4,d@example.com,open,\n")
    #expect(
      try workspace.rows("SELECT email, event, date(at, 'unixepoch') FROM engagement ORDER BY id")
        == [
          ["a@example.com", "unsubscribe", "2026-11-01"],
          ["b@example.com", "unsubscribe", "2026-11-01"],
          ["c@example.com", "complaint", "2026-11-01"],
        ])
  }

  @Test(
    "a record of consent whose status says nothing holds the person back until it is corrected",
    arguments: ["?", "unknown", "pending", "n/a", "", "not_asked", "zzz"])
  func statusOfNothing(status: String) throws {
    let workspace = try TestWorkspace()
    try load(
      workspace, "consent-1.csv",
      "id,email,channel,purpose,status,at,source\n"
        + "C1,ann@example.com,email,marketing,granted,2026-10-20,form\n"
        + "C2,ann@example.com,email,marketing,\(status),2026-10-21,form\n")
    #expect(
      try workspace.rows("SELECT status, date(at, 'unixepoch') FROM consent ORDER BY at") == [
        ["granted", "2026-10-20"], ["expired", "2026-10-21"],
      ])
  }

  @Test("a rule that is graded to reject throws no refusal away")
  func gradedRules() throws {
    let workspace = try TestWorkspace()
    _ = try workspace.copyPipelines()
    let policy = try String(
      contentsOfFile: workspace.path("pipelines/validation.yaml"), encoding: .utf8)
    try workspace.write(
      "pipelines/validation.yaml",
      policy.replacingOccurrences(
        of: "rules: {VAL109: off}",
        with: "rules: {VAL109: off, phone: reject, date: reject, VAL012: reject}"))
    let config = ["--config", workspace.path("pipelines")]
    func load(_ name: String, _ text: String) throws {
      let path = try workspace.write(name, text)
      _ = try workspace.runStage("ingest", config + [path])
      _ = try workspace.runStage("validate", config)
    }
    try load(
      "consent-1.csv",
      "id,email,phone,channel,purpose,status,at,source\n"
        + "C1,a@example.com,123,any,any,withdrawn,2026-10-20,form\n"
        + "C2,b@example.com; c@example.com,,any,any,withdrawn,2026-10-20,form\n"
        + "C3,d@example.com,123,email,marketing,granted,2026-10-20,form\n")
    try load(
      "do-not-contact-1.csv", "email,phone,registry,at\ne@example.com,123,own,31.02.2026\n")
    #expect(
      try workspace.rows("SELECT email, status FROM consent ORDER BY email") == [
        ["a@example.com", "withdrawn"], ["b@example.com", "withdrawn"],
        ["c@example.com", "withdrawn"],
      ])
    #expect(try workspace.rows("SELECT email FROM suppression") == [["e@example.com"]])
  }

  @Test("a consent with a question mark is none", arguments: ["granted?", "yes ?", "-1"])
  func questioned(status: String) throws {
    let workspace = try TestWorkspace()
    try load(
      workspace, "leads-web-1.csv",
      "id,email,consent_status,consent_at,consent_source\n1,ann@example.com,\(status),2026-10-01,form\n"
    )
    #expect(
      try workspace.rows("SELECT consent_status, quarantined FROM lead") == [["not_asked", "1"]])
  }

  @Test("a record of consent whose id comes again takes no refusal back")
  func idOfConsentAgain() throws {
    let header = "id,email,channel,purpose,status,at,source,expires_at\n"
    let workspace = try TestWorkspace()
    try load(
      workspace, "consent-1.csv",
      header + "C0,ann@example.com,email,marketing,withdrawn,2026-10-24,mail,\n"
        + "W2,bob@example.com,any,any,withdrawn,2026-10-24,mail,\n"
        + "C5,cy@example.com,email,marketing,granted,2026-10-20,form,2026-10-25\n"
        + "C6,dee@example.com,email,marketing,granted,2026-10-20,form,\n")
    try load(
      workspace, "consent-2.csv",
      header + "C0,ann@example.com,email,marketing,granted,2026-10-20,form,\n"
        + "W2,zoe@example.com,email,marketing,granted,2026-10-26,form,\n"
        + "C5,cy@example.com,email,marketing,granted,2026-10-20,form,\n"
        + "C6,dee@example.com,email,marketing,withdrawn,2026-10-26,form,\n")
    #expect(
      try workspace.rows(
        """
        SELECT email, status, date(at, 'unixepoch'), date(expires_at, 'unixepoch') FROM consent
        ORDER BY email, status, expires_at
        """) == [
          ["ann@example.com", "granted", "2026-10-20", "-"],
          ["ann@example.com", "withdrawn", "2026-10-24", "-"],
          ["bob@example.com", "withdrawn", "2026-10-24", "-"],
          ["cy@example.com", "granted", "2026-10-20", "-"],
          ["cy@example.com", "granted", "2026-10-20", "2026-10-25"],
          ["dee@example.com", "withdrawn", "2026-10-26", "-"],
          ["zoe@example.com", "granted", "2026-10-26", "-"],
        ])
  }

  @Test("an unsubscription stays when the service gives its id to another event")
  func idOfEventAgain() throws {
    let header = "id,email,event,at\n"
    let workspace = try TestWorkspace()
    try load(
      workspace, "engagement-1.csv",
      header
        + "E1,ann@example.com,unsubscribe,2026-10-24\nE2,bob@example.com,complaint,2026-10-24\n"
        + "E3,cy@example.com,open,2026-10-24\n")
    try load(
      workspace, "engagement-2.csv",
      header + "E1,ann@example.com,open,2026-10-26\nE2,zoe@example.com,unsubscribe,2026-10-26\n"
        + "E3,cy@example.com,click,2026-10-26\n")
    #expect(
      try workspace.rows("SELECT email, event FROM engagement ORDER BY email") == [
        ["ann@example.com", "open"], ["cy@example.com", "click"],
        ["zoe@example.com", "unsubscribe"],
      ])
    #expect(
      try workspace.rows("SELECT email, channel, status, source FROM consent ORDER BY email") == [
        ["ann@example.com", "any", "withdrawn", "unsubscribe"],
        ["bob@example.com", "any", "withdrawn", "complaint"],
      ])
  }

  @Test("a refusal of somebody who is no lead yet counts when he comes as one")
  func refusalOfNobodyKnown() throws {
    let workspace = try TestWorkspace()
    try load(
      workspace, "leads-web-1.csv",
      "id,email,consent_status,consent_at,consent_source\n7,Ann@example.com,withdrawn,2026-10-24,mail\n",
      ["--mode", "update"])
    #expect(try workspace.count("SELECT count(*) FROM lead") == 0)
    #expect(
      try workspace.rows("SELECT lower(email), status, date(at, 'unixepoch') FROM consent") == [
        ["ann@example.com", "withdrawn", "2026-10-24"]
      ])
  }
}
