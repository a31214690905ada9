import Foundation
import LeadmillTestSupport
import Store
import Testing

@Suite("Handing over")
struct SendTransportTests {
  private func first(_ workspace: TestWorkspace) throws -> String {
    try workspace.table(
      """
      SELECT m.state, m.gate, m.gate_detail
      FROM message m JOIN enrolment e ON e.id = m.enrolment_id WHERE e.entity_id = 1 AND m.step = 1
      """)
  }

  @Test("A mail server gets the message once, with its headers")
  func smtp() throws {
    let workspace = try SendBase.create()
    let server = try SMTPServer()
    for _ in 0..<2 {
      let result = try workspace.runStage(
        "send", ["--transport", "smtp://127.0.0.1:\(server.port)"])
      #expect(result.status == 0, "\(result)")
    }
    let envelopes = try server.envelopes()
    #expect(envelopes.map(\.recipients) == [["ada@example.com"]])
    let envelope = try #require(envelopes.first)
    #expect(envelope.mailFrom == "bounces@leadmill.example.com")
    #expect(envelope.subject == "Welcome, Ada")
    #expect(envelope.data.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"))
    #expect(
      try workspace.rows("SELECT message_id FROM message WHERE state = 'sent'")
        == [[envelope.messageID]])
  }

  @Test("A refusal for good ends the message and is a finding")
  func refused() throws {
    let workspace = try SendBase.create()
    let server = try SMTPServer(replies: ["ada@example.com": "550 no such user"])
    let result = try workspace.runStage(
      "send", ["--transport", "smtp://127.0.0.1:\(server.port)"])
    #expect(result.status == 10, "\(result)")
    #expect(try first(workspace) == "failed | refused | 550 no such user")
    #expect(
      try workspace.table("SELECT code, value FROM finding") == "SND002 | 550 no such user")
  }

  @Test("A refusal for now keeps the message for the next run")
  func deferred() throws {
    let workspace = try SendBase.create()
    let busy = try SMTPServer(replies: [
      "ada@example.com": "451 later", "ADA@example.com": "451 later",
    ])
    let result = try workspace.runStage("send", ["--transport", "smtp://127.0.0.1:\(busy.port)"])
    #expect(result.status == 0, "\(result)")
    #expect(try first(workspace) == "planned | deferred | 451 later")
    let server = try SMTPServer()
    let again = try workspace.runStage("send", ["--transport", "smtp://127.0.0.1:\(server.port)"])
    #expect(try first(workspace).hasPrefix("sent | allowed"), "\(again)")
    #expect(try server.envelopes().count == 1)
  }

  @Test("A mail server that cannot be reached fails the stage and loses nothing")
  func unreachable() throws {
    let workspace = try SendBase.create()
    // Port 9 (discard) is not served on a test machine.
    let result = try workspace.runStage("send", ["--transport", "smtp://127.0.0.1:9"])
    #expect(result.status == 50, "\(result)")
    #expect(result.errors.contains("127.0.0.1:9"), "\(result)")
    #expect(try first(workspace).hasPrefix("planned | deferred"))
    let later = try workspace.runStage("send")
    #expect(try first(workspace).hasPrefix("sent | allowed"), "\(later)")
  }

  @Test("A transport that is none is a usage error", arguments: ["carrier-pigeon", "http://a:1"])
  func unknown(transport: String) throws {
    let workspace = try SendBase.create()
    let result = try workspace.runStage("send", ["--transport", transport])
    #expect(result.status == 40, "\(result)")
    #expect(result.errors.contains("expected maildir, smtp://host:port"), "\(result)")
  }

  @Test("What a kill left in a mail server's hands is in doubt, reported, and never sent again")
  func interruptedSMTP() throws {
    let workspace = try SendBase.create()
    _ = try workspace.runStage("send", ["--plan-only"])
    try SeededWorkspace.change(
      workspace,
      """
      UPDATE message SET state = 'sending', transport = 'smtp', sent_as_of = 1793599200
      WHERE id = 1
      """)
    let server = try SMTPServer()
    let result = try workspace.runStage(
      "send", ["--transport", "smtp://127.0.0.1:\(server.port)"])
    #expect(result.status == 10, "\(result)")
    #expect(result.errors.contains("[SND001]"), "\(result)")
    #expect(try first(workspace).hasPrefix("in_doubt | interrupted"))
    #expect(try server.envelopes().isEmpty)
    #expect(try workspace.count("SELECT count(*) FROM finding WHERE code = 'SND001'") == 1)
  }

  @Test("What a kill left half done in a Maildir is looked up there", arguments: [true, false])
  func interruptedMaildir(isDelivered: Bool) throws {
    let workspace = try SendBase.create()
    let undisturbed = try SendBase.create()
    _ = try undisturbed.runStage("send")
    let file = try #require(
      try FileManager.default.contentsOfDirectory(
        atPath: "\(undisturbed.outputFolder)/maildir/new"
      ).first)
    _ = try workspace.runStage("send", ["--plan-only"])
    try SeededWorkspace.change(
      workspace,
      """
      UPDATE message SET state = 'sending', transport = 'maildir', sent_as_of = 1793599200
      WHERE id = 1
      """)
    let name =
      "ws/output/maildir/\(isDelivered ? "cur" : "tmp")/\(file)\(isDelivered ? ":2,S" : "")"
    try workspace.write(name, "as the kill left it")
    let result = try workspace.runStage("send")
    #expect(result.status == 0, "\(result)")
    #expect(try first(workspace).hasPrefix("sent | allowed"))
    let new = try FileManager.default.contentsOfDirectory(
      atPath: "\(workspace.outputFolder)/maildir/new")
    #expect(new == (isDelivered ? [] : [file]))
  }
}
