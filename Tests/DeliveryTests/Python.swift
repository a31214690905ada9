import Foundation
import LeadmillTestSupport

/// The Python that the tests' independent readers and servers run in, with aiosmtpd installed.
enum Python {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// What a script prints, fed with `input`.
  static func run(_ script: String, _ arguments: [String] = [], input: Data = Data()) throws
    -> String
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: RepositoryPaths.python)
    process.arguments = ["-c", script] + arguments
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: input)
    try stdin.fileHandleForWriting.close()
    let output = String(decoding: stdout.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let errors = String(decoding: stderr.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: "python exited \(process.terminationStatus): \(errors)")
    }
    return output
  }
}

/// A real mail server on loopback whose behaviour follows from the recipient's local part.
final class LoopbackMailServer {
  let port: Int
  private let process = Process()
  private let output = Pipe()
  private let input = Pipe()

  init() throws {
    process.executableURL = URL(fileURLWithPath: RepositoryPaths.python)
    process.arguments = ["-c", Self.script]
    process.standardOutput = output
    process.standardInput = input
    try process.run()
    var line = Data()
    while let byte = try output.fileHandleForReading.read(upToCount: 1), byte != Data("\n".utf8) {
      if byte.isEmpty { throw Python.Failure(description: "the mail server did not start") }
      line += byte
    }
    guard let port = Int(String(decoding: line, as: UTF8.self)) else {
      throw Python.Failure(description: "the mail server did not say its port")
    }
    self.port = port
  }

  /// Stops the server and says what it took: a line of `connection message-id recipient` each.
  func stop() throws -> [String] {
    try input.fileHandleForWriting.close()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: "\n").map(String.init)
  }

  private static let script = """
    import asyncio, email, os, sys
    from aiosmtpd.smtp import SMTP

    class Handler:
        def __init__(self):
            self.connections = {}
        async def handle_RCPT(self, server, session, envelope, address, options):
            user = address.split('@')[0]
            if user == 'unknown': return '550 5.1.1 no such user'
            if user == 'greylisted': return '451 4.7.1 come back later'
            if user == 'hangup':
                server.transport.abort()
                return '250 OK'
            envelope.rcpt_tos.append(address)
            return '250 OK'
        async def handle_DATA(self, server, session, envelope):
            user = envelope.rcpt_tos[0].split('@')[0]
            if user == 'spam': return '554 5.7.1 refused as spam'
            if user == 'full': return '452 4.2.2 mailbox full'
            number = self.connections.setdefault(session.peer, len(self.connections) + 1)
            message = email.message_from_bytes(envelope.content)
            print(number, message['Message-ID'], envelope.rcpt_tos[0], flush=True)
            if user == 'lost':
                server.transport.abort()
            return '250 taken'

    async def main():
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: SMTP(handler), host='127.0.0.1', port=0)
        print(server.sockets[0].getsockname()[1], flush=True)
        await loop.run_in_executor(None, sys.stdin.read)
        os._exit(0)

    handler = Handler()
    asyncio.run(main())
    """
}
