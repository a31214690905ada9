import Foundation
import LeadModel
import Testing

@testable import Delivery

private func outgoing(_ number: Int, to recipient: String) throws -> OutgoingMessage {
  var message = MessageComposerTests.message()
  message.messageID = "<m\(number)@example.com>"
  message.to = Mailbox(address: recipient)
  return OutgoingMessage(
    messageID: message.messageID, envelopeFrom: "bounce@example.com", recipient: recipient,
    bytes: try MessageComposer.compose(message))
}

@Suite struct IndependentReaderTests {
  @Test("Python's email package reads back what went in")
  func readBack() throws {
    var message = MessageComposerTests.message()
    message.subject = "Grüße an Sie alle, 👋 — " + String(repeating: "lang ", count: 30)
    message.to = Mailbox(
      name: "Jörg \"der Müller\" Müller",
      address: "joerg@example.org")
    message.text =
      "Zeile eins\n.\nFrom hier\n\tEnde =\u{20AC} \n" + String(repeating: "ü", count: 200)
    message.html = "<p>Grüße</p>"
    let output = try Python.run(
      """
      import email, email.policy, json, sys
      m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
      to = m['To'].addresses[0]
      print(json.dumps({
        'subject': m['Subject'], 'name': to.display_name, 'address': to.addr_spec,
        'date': m['Date'].datetime.isoformat(), 'id': m['Message-ID'],
        'text': m.get_body(('plain',)).get_content().replace('\\r\\n', '\\n'), 'html': m.get_body(('html',)).get_content(),
        'type': m.get_content_type(), 'parts': len(list(m.iter_parts())),
        'unsubscribe': m['List-Unsubscribe'], 'post': m['List-Unsubscribe-Post'],
        'defects': str([d for p in m.walk() for d in p.defects] + list(m['Subject'].defects)
          + list(m['To'].defects)),
      }))
      """, input: Data(try MessageComposer.compose(message)))
    let read = try #require(
      try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    #expect(read["subject"] as? String == HeaderEncoder.singleLine(message.subject))
    #expect(read["name"] as? String == message.to.name)
    #expect(read["address"] as? String == "joerg@example.org")
    #expect(read["date"] as? String == "2026-11-02T06:00:00+00:00")
    #expect(read["id"] as? String == "<abc.1@example.com>")
    #expect(read["text"] as? String == message.text)
    #expect(read["html"] as? String == "<p>Grüße</p>")
    #expect(read["type"] as? String == "multipart/alternative")
    #expect(read["parts"] as? Int == 2)
    #expect(
      read["unsubscribe"] as? String
        == "<https://example.com/u?t=abc>, "
        + "<mailto:unsubscribe@example.com?subject=unsubscribe%20abc>")
    #expect(read["post"] as? String == "List-Unsubscribe=One-Click")
    #expect(read["defects"] as? String == "[]")
  }
}

@Suite struct MaildirTransportTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "maildir-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  @Test("Python's mailbox package finds each message once, with its bytes")
  func readBack() throws {
    try withFolder { folder in
      let transport = try MaildirTransport(root: folder)
      for number in 1...3 {
        let outcome = transport.deliver([try outgoing(number, to: "a@example.org")])[0]
        guard case .accepted = outcome else { throw Python.Failure(description: "\(outcome)") }
      }
      try transport.flush()
      let output = try Python.run(
        """
        import mailbox, sys
        for m in sorted(m['Message-ID'] for m in mailbox.Maildir(sys.argv[1], create=False)):
            print(m)
        """, [folder])
      #expect(output == "<m1@example.com>\n<m2@example.com>\n<m3@example.com>\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/tmp").isEmpty)
    }
  }

  @Test("a message that is already there is not delivered again, read or unread")
  func atMostOnce() throws {
    try withFolder { folder in
      let message = try outgoing(1, to: "a@example.org")
      let first = try MaildirTransport(root: folder)
      #expect(try first.settle(messageID: message.messageID) == .notDelivered)
      _ = first.deliver([message])
      #expect(try first.settle(messageID: message.messageID) == .delivered)
      let again = try MaildirTransport(root: folder).deliver([message])[0]
      let name = MaildirTransport.fileName(messageID: message.messageID)
      #expect(again == .accepted(detail: "already delivered as \(name)"))
      try FileManager.default.moveItem(
        atPath: "\(folder)/new/\(name)", toPath: "\(folder)/cur/\(name):2,S")
      let later = try MaildirTransport(root: folder)
      #expect(try later.settle(messageID: message.messageID) == .delivered)
      #expect(later.deliver([message])[0] == .accepted(detail: "already delivered as \(name)"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/new").isEmpty)
    }
  }

  @Test("a draft that a kill left behind does not count as delivered, and does not stay")
  func leftOver() throws {
    try withFolder { folder in
      let transport = try MaildirTransport(root: folder)
      let message = try outgoing(1, to: "a@example.org")
      let name = MaildirTransport.fileName(messageID: message.messageID)
      let draft = URL(fileURLWithPath: "\(folder)/tmp/\(name)")
      func drafts() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(folder)/tmp")
      }
      try Data("half a mess".utf8).write(to: draft)
      #expect(transport.deliver([message]) == [.accepted(detail: name)])
      #expect(try drafts() == [])
      try Data("half a mess".utf8).write(to: draft)
      #expect(try transport.settle(messageID: message.messageID) == .delivered)
      #expect(try drafts() == [])
      let other = try outgoing(2, to: "b@example.org")
      let otherName = MaildirTransport.fileName(messageID: other.messageID)
      try Data("half".utf8).write(to: URL(fileURLWithPath: "\(folder)/tmp/\(otherName)"))
      #expect(try transport.settle(messageID: other.messageID) == .notDelivered)
      #expect(try drafts() == [])
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/new/\(name)"))
      #expect(bytes == Data(message.bytes.filter { $0 != 13 }))
    }
  }

  @Test("a folder that cannot be made is said")
  func unusable() throws {
    #expect(throws: TransportError.self) { try MaildirTransport(root: "/dev/null/maildir") }
  }
}

@Suite struct SMTPTransportTests {
  @Test("messages go over one connection and refusals, losses and successes are told apart")
  func outcomes() throws {
    let server = try LoopbackMailServer()
    let transport = try SMTPTransport(
      SMTPConfiguration(host: "127.0.0.1", port: server.port, security: .none))
    func send(_ number: Int, _ user: String) throws -> DeliveryOutcome {
      transport.deliver(try outgoing(number, to: "\(user)@example.org"))
    }
    #expect(try send(1, "anna") == .accepted(detail: "250 taken"))
    #expect(try send(2, "ben") == .accepted(detail: "250 taken"))
    let unknown = try send(3, "unknown")
    #expect(unknown == .refusedPermanently(detail: "550 5.1.1 no such user"))
    #expect(try send(4, "greylisted") == .refusedTemporarily(detail: "451 4.7.1 come back later"))
    #expect(try send(5, "spam") == .refusedPermanently(detail: "554 5.7.1 refused as spam"))
    #expect(try send(6, "full") == .refusedTemporarily(detail: "452 4.2.2 mailbox full"))
    let lost = try send(7, "lost")
    guard case .inDoubt = lost else {
      Issue.record("expected a message in doubt, found \(lost)")
      return
    }
    let hangup = try send(8, "hangup")
    switch hangup {
    case .refusedTemporarily, .unavailable: break
    default: Issue.record("expected a message surely not taken, found \(hangup)")
    }
    #expect(try send(9, "carl") == .accepted(detail: "250 taken"))
    let taken = try server.stop()
    #expect(
      taken.map { $0.drop { $0 != " " }.dropFirst() } == [
        "<m1@example.com> anna@example.org", "<m2@example.com> ben@example.org",
        "<m7@example.com> lost@example.org", "<m9@example.com> carl@example.org",
      ])
    #expect(taken[0].prefix(2) == taken[1].prefix(2))
    guard case .unavailable = try send(10, "dora") else {
      Issue.record("a stopped server counts as unavailable")
      return
    }
  }

  @Test(
    "a server that wants a login refuses the session, not the message",
    arguments: [
      (421, "unavailable"), (451, "later"), (530, "unavailable"), (535, "unavailable"),
      (550, "never"), (0, "later"),
    ])
  func verdicts(code: Int, expected: String) {
    let verdict = SMTPVerdict(
      isSuccess: false, isSendError: true, wasGivenAway: false, replyCode: code,
      replyLine: "\(code)", fault: "failed", server: "mail.example.com:25")
    let outcome =
      switch verdict.outcome {
      case .accepted: "accepted"
      case .refusedPermanently: "never"
      case .refusedTemporarily: "later"
      case .inDoubt: "doubt"
      case .unavailable: "unavailable"
      }
    #expect(outcome == expected)
  }

  @Test("hostile addresses never reach the server")
  func hostile() throws {
    let transport = try SMTPTransport(
      SMTPConfiguration(host: "127.0.0.1", port: 9, security: .none))
    let message = OutgoingMessage(
      messageID: "<a@b>", envelopeFrom: "x@example.com",
      recipient: "a@example.com>\r\nRCPT TO:<b@example.com", bytes: [])
    guard case .refusedPermanently = transport.deliver(message) else {
      Issue.record("expected a refusal")
      return
    }
  }

  @Test(
    "server addresses are read strictly",
    arguments: [
      ("smtp://localhost:2525", "localhost 2525 none"),
      (
        "smtp://mail.example.com",
        "mail.example.com 25 none"
      ),
      ("smtps://mail.example.com", "mail.example.com 465 tls"),
      ("smtp://[::1]:2525", "[::1] 2525 none"), ("smtp://[::1]", "[::1] 25 none"),
      ("smtp://", "none"), ("smtp://a:0", "none"), ("smtp://a:x", "none"), ("http://a", "none"),
      ("smtp://user:secret@a", "none"), ("smtp://a/b", "none"), ("mail.example.com", "none"),
    ])
  func addresses(url: String, expected: String) {
    let parsed = SMTPConfiguration.parse(url: url)
    #expect(parsed.map { "\($0.host) \($0.port) \($0.security.rawValue)" } ?? "none" == expected)
  }

  @Test("a password does not travel unprotected")
  func password() throws {
    var configuration = SMTPConfiguration(host: "mail.example.com", port: 25, security: .none)
    configuration.user = "leadmill"
    #expect(throws: TransportError.self) { try SMTPTransport(configuration) }
  }
}
