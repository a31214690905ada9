internal import Foundation
internal import Glibc

/// dnsmasq on loopback, answering only what the test tells it to.
package final class DNSServer {
  package let port: Int
  private let run: ProgramRun

  /// As the `dns` setting takes it.
  package var address: String { "127.0.0.1:\(port)" }

  /// Starts the server and waits until it answers.
  ///
  /// - Parameter options: of dnsmasq, as `--mx-host=a.example.com,mx.a.example.com,10`,
  ///   `--address=/b.example.com/192.0.2.1`, `--local=/example.com/` (unknown names do not exist).
  /// - Throws: `TestSupportError` when it does not start.
  package init(options: [String]) throws {
    // The port may be taken between choosing and using it: then another is tried.
    var failure: any Error = TestSupportError("no free port")
    for _ in 0..<5 {
      let port = try FreePort.choose()
      let run = try ProgramRun(
        Self.program,
        [
          "--no-daemon", "--conf-file=/dev/null", "--no-resolv", "--no-hosts", "--pid-file=",
          "--listen-address=127.0.0.1", "--bind-interfaces", "--port=\(port)", "--log-facility=-",
          "--user=", "--group=",
        ] + options)
      do {
        try LoopbackStart.line(containing: "started", in: run, what: "dnsmasq")
        self.port = port
        self.run = run
        return
      } catch {
        failure = error
      }
    }
    throw failure
  }

  deinit { run.signal(9) }

  private static var program: String {
    let places = ["/usr/sbin/dnsmasq", "/usr/bin/dnsmasq", "/usr/local/sbin/dnsmasq"]
    return places.first { access($0, X_OK) == 0 } ?? places[0]
  }
}
