import Governance
import StageKit

#if canImport(Glibc)
  import Glibc
#endif

/// One order to erase a person, and where it came from.
struct ErasureOrder {
  enum Origin {
    /// Line of the request file, from 1.
    case line(Int)
    case suppression(id: Int64, sourceRow: Int64?)
  }

  let origin: Origin
  let requests: [ErasureRequest]
  /// SHA-256 of the address or number, where a registry names the person by nothing else.
  var emailDigest: String?
  var phoneDigest: String?

  /// Reads a file of requests: one a line; empty lines and those that begin with `#` are skipped.
  ///
  /// - Throws: `StageFailure` for a file that cannot be read, and for the first line that names
  ///   nobody, before anything is erased.
  static func read(_ path: String) throws(StageFailure) -> [ErasureOrder] {
    var orders: [ErasureOrder] = []
    let lines = try text(path).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let isBlank = line.allSatisfy(\.isWhitespace)
      if isBlank || line.first == "#" { continue }
      guard let request = ErasureRequest(line: line) else {
        throw StageFailure(
          .unusableInput,
          "\(path) line \(index + 1): found neither an e-mail address nor a number, expected one "
            + "such as anna@example.com or +4930231250; nobody was erased")
      }
      orders.append(ErasureOrder(origin: .line(index + 1), requests: [request]))
    }
    return orders
  }

  private static func text(_ path: String) throws(StageFailure) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      guard count >= 0 else { throw unreadable(path) }
      if count == 0 { break }
      bytes += chunk[..<count]
      // A million addresses; nobody erases more by file.
      guard bytes.count <= 1 << 26 else {
        throw StageFailure(.unusableInput, "'\(path)' is larger than 64 MiB; split it")
      }
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func unreadable(_ path: String) -> StageFailure {
    StageFailure(
      .unusableInput,
      "cannot read '\(path)': \(String(cString: strerror(errno))); check the path and its rights")
  }
}
