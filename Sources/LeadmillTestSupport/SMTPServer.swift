internal import Foundation

/// A real SMTP server on loopback that keeps what it was handed.
package final class SMTPServer {
  /// One message that the server accepted.
  package struct Envelope: Decodable, Sendable {
    package let mailFrom: String
    package let recipients: [String]
    package let messageID: String
    package let subject: String
    /// The whole message, headers and body.
    package let data: String
  }

  package let port: Int
  private let folder: String
  private let run: ProgramRun

  /// Starts the server and waits until it listens.
  ///
  /// - Parameters:
  ///   - replies: replies by recipient, as `["full@example.com": "452 mailbox full"]`.
  ///   - delayMilliseconds: pause between accepting a message and saying so, in which a sender that
  ///     dies cannot know what became of it.
  /// - Throws: `TestSupportError` when it does not start.
  package init(replies: [String: String] = [:], delayMilliseconds: Int = 0) throws {
    folder = try TemporaryFolder.create(label: "smtp")
    let replyFile = "\(folder)/replies.json"
    try JSONEncoder().encode(replies).write(to: URL(fileURLWithPath: replyFile))
    run = try ProgramRun(
      RepositoryPaths.python,
      [
        "\(RepositoryPaths.fixtures)/smtp_server.py", "\(folder)/envelopes.jsonl", replyFile,
        "\(delayMilliseconds)",
      ])
    do {
      port = try LoopbackStart.firstLine(of: run, what: "SMTP server (aiosmtpd)") { Int($0) }
    } catch {
      try? FileManager.default.removeItem(atPath: folder)
      throw error
    }
  }

  deinit {
    run.signal(9)
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Every message that the server has accepted so far, in order.
  package func envelopes() throws -> [Envelope] {
    let data = FileManager.default.contents(atPath: "\(folder)/envelopes.jsonl") ?? Data()
    let decoder = JSONDecoder()
    return try data.split(separator: UInt8(ascii: "\n")).map {
      try decoder.decode(Envelope.self, from: Data($0))
    }
  }
}
