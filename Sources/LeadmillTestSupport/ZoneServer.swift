internal import Foundation

/// nsd on loopback: an authoritative server with zones as their owners write them.
package final class ZoneServer {
  package let port: Int
  private let folder: String
  private let run: ProgramRun

  /// As the `dns` setting takes it.
  package var address: String { "127.0.0.1:\(port)" }

  /// Starts the server and waits until it answers.
  ///
  /// - Parameter zones: master files (RFC 1035 section 5) by the name of their zone; of a zone without
  ///   one the server says that it failed.
  /// - Throws: `TestSupportError` when it does not start.
  package init(zones: [String: String?]) throws {
    folder = try TemporaryFolder.create(label: "nsd")
    var names = ""
    for (name, text) in zones.sorted(by: { $0.key < $1.key }) {
      names += "zone:\n  name: \(name)\n  zonefile: \(name).zone\n"
      try text?.write(toFile: "\(folder)/\(name).zone", atomically: true, encoding: .utf8)
    }
    // The port may be taken between choosing and using it: then another is tried.
    var failure: any Error = TestSupportError("no free port")
    for _ in 0..<5 {
      let port = try FreePort.choose()
      let configuration = """
        server:
          ip-address: 127.0.0.1
          port: \(port)
          username: ""
          database: ""
          zonesdir: "\(folder)"
          zonelistfile: "\(folder)/zone.list"
          xfrdfile: ""
          pidfile: ""
          server-count: 1
          rrl-ratelimit: 0
        remote-control:
          control-enable: no
        \(names)
        """
      try configuration.write(toFile: "\(folder)/nsd.conf", atomically: true, encoding: .utf8)
      let run = try ProgramRun(Self.program, ["-d", "-c", "\(folder)/nsd.conf"])
      do {
        try LoopbackStart.line(containing: "nsd started", in: run, what: "nsd")
        self.port = port
        self.run = run
        return
      } catch {
        failure = error
      }
    }
    try? FileManager.default.removeItem(atPath: folder)
    throw failure
  }

  /// The server ends its child processes with itself.
  deinit {
    run.signal(15)
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Where Tests/run unpacks the program, else where its package puts it.
  private static var program: String {
    let unpacked = "\(RepositoryPaths.root)/.build/nsd/usr/sbin/nsd"
    return FileManager.default.isExecutableFile(atPath: unpacked) ? unpacked : "/usr/sbin/nsd"
  }
}
