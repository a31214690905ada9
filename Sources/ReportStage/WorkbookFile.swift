import Glibc

/// A workbook on disk that is replaced only when its content is new.
struct WorkbookFile {
  let path: String

  /// Where the new content is drawn first.
  var draftPath: String { path + ".new" }

  var exists: Bool { access(path, F_OK) == 0 }

  /// Whether the draft has other bytes than the file.
  func differs() throws -> Bool {
    guard exists else { return true }
    return try Self.bytes(path) != Self.bytes(draftPath)
  }

  func publish() throws {
    guard rename(draftPath, path) == 0 else { throw Self.failure(path) }
  }

  func discard() { unlink(draftPath) }

  static func bytes(_ path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(path) }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  struct Failure: Error, CustomStringConvertible {
    let path: String
    let reason: String
    var description: String { "cannot read or write '\(path)': \(reason)" }
  }

  private static func failure(_ path: String) -> Failure {
    Failure(path: path, reason: String(cString: strerror(errno)))
  }
}
