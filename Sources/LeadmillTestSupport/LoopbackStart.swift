internal import Glibc

/// Waiting for a server of ours to say that it is there.
enum LoopbackStart {
  /// Reads the first line of standard output.
  static func firstLine<Value>(
    of run: ProgramRun, what: String, read: (String) -> Value?
  ) throws -> Value {
    try poll(run, what: what) {
      guard let end = run.outputSoFar.firstIndex(of: "\n") else { return nil }
      return read(String(run.outputSoFar[..<end]))
    }
  }

  /// Waits for a word on standard error.
  static func line(containing word: String, in run: ProgramRun, what: String) throws {
    try poll(run, what: what) { run.errorsSoFar.contains(word) ? () : nil }
  }

  private static func poll<Value>(
    _ run: ProgramRun, what: String, until ready: () -> Value?
  ) throws -> Value {
    for _ in 0..<3000 {
      if let value = ready() { return value }
      guard run.isRunning else {
        throw TestSupportError(
          "\(what) did not start; Tests/run installs what it needs:\n\(run.errorsSoFar)")
      }
      usleep(10_000)
    }
    throw TestSupportError("\(what) said nothing for 30 s:\n\(run.errorsSoFar)")
  }
}

/// Ports of the loopback interface.
package enum FreePort {
  /// A port that is free for TCP at this moment.
  package static func choose() throws -> Int {
    let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(handle) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(handle, $0, length) == 0 && getsockname(handle, $0, &length) == 0
      }
    }
    guard bound else { throw TestSupportError("no free port on loopback") }
    return Int(UInt16(bigEndian: address.sin_port))
  }
}
