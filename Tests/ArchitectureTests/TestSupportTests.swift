import LeadmillTestSupport
import Testing

@Suite("What the tests stand on")
struct TestSupportTests {
  @Test("A program's status and both streams are kept")
  func streams() throws {
    let result = try runProgram(
      "/bin/sh", ["-c", "cat; echo problem >&2; exit 7"], input: Array("in\n".utf8))
    #expect(result.status == 7)
    #expect(result.output == "in\n")
    #expect(result.errors == "problem\n")
  }

  @Test("A kill ends the program and its children at once")
  func kill() throws {
    let result = try runProgram(
      "/bin/sh", ["-c", "echo begun; sleep 100 & wait"], killAfterMicroseconds: 100_000)
    #expect(result.wasKilled, "\(result)")
    #expect(result.output == "begun\n")
  }

  @Test("The SMTP server keeps what it accepted and refuses what it is told to refuse")
  func smtp() throws {
    let server = try SMTPServer(replies: ["full@example.com": "452 mailbox full"])
    let script = """
      import smtplib
      client = smtplib.SMTP("127.0.0.1", \(server.port))
      client.sendmail("a@example.com", ["b@example.com"], "Message-ID: <1@example.com>\\r\\n\\r\\nx")
      try:
        client.sendmail("a@example.com", ["full@example.com"], "x")
      except smtplib.SMTPRecipientsRefused as refusal:
        print(refusal.recipients["full@example.com"][0])
      """
    let client = try runProgram(RepositoryPaths.python, ["-c", script])
    #expect(client.output == "452\n", "\(client)")
    #expect(try server.envelopes().map(\.messageID) == ["<1@example.com>"])
    #expect(try server.envelopes().map(\.recipients) == [["b@example.com"]])
  }

  @Test("The DNS server says that it has started")
  func dns() throws {
    let server = try DNSServer(options: ["--mx-host=a.example.com,mx.example.com,10"])
    #expect(server.port > 0)
  }
}
