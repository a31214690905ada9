internal import Foundation

/// A DNS server on loopback that misbehaves as told; `Tests/Fixtures/dns_server.py` says how.
package final class ScriptedDNS {
  package let port: Int
  private let host: String
  private let folder: String
  private let run: ProgramRun
  private var seen = 0

  /// As the `dns` setting takes it.
  package var address: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

  /// Starts the server and waits until it listens.
  ///
  /// - Parameters:
  ///   - zone: what it answers, as JSON.
  ///   - host: the loopback address that it listens on.
  /// - Throws: `TestSupportError` when it does not start.
  package init(zone: String, host: String = "127.0.0.1") throws {
    self.host = host
    folder = try TemporaryFolder.create(label: "dns")
    try zone.write(toFile: "\(folder)/zone.json", atomically: true, encoding: .utf8)
    run = try ProgramRun(
      RepositoryPaths.python,
      [
        "\(RepositoryPaths.fixtures)/dns_server.py", "\(folder)/zone.json", "\(folder)/queries.log",
        host,
      ])
    do {
      port = try LoopbackStart.firstLine(of: run, what: "scripted DNS server") { Int($0) }
    } catch {
      try? FileManager.default.removeItem(atPath: folder)
      throw error
    }
  }

  deinit {
    run.signal(9)
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Answers from another zone from now on.
  package func change(zone: String) throws {
    try zone.write(toFile: "\(folder)/zone.json", atomically: true, encoding: .utf8)
  }

  /// The most questions that were waiting for an answer at one time.
  package var mostWaiting: Int {
    let text = try? String(contentsOfFile: "\(folder)/queries.log.most", encoding: .utf8)
    return text.flatMap { Int($0) } ?? 0
  }

  /// The questions since the last call, in order, as `udp a.example.com MX`.
  package func questions() throws -> [String] {
    let data = FileManager.default.contents(atPath: "\(folder)/queries.log") ?? Data()
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    defer { seen = lines.count }
    return Array(lines[seen...])
  }
}
