import Glibc

/// A file in memory that is filled anew for each run.
final class FuzzFile {
  let path: String
  private let descriptor: Int32

  nonisolated(unsafe) static let shared = FuzzFile()

  private init() {
    var name = Array("/dev/shm/leadmill-fuzz-XXXXXX".utf8CString)
    descriptor = mkstemp(&name)
    path = "/proc/self/fd/\(descriptor)"
    unlink(name)
  }

  /// - Returns: the path of the file, which now holds these bytes.
  func fill(_ bytes: [UInt8]) -> String {
    ftruncate(descriptor, 0)
    pwrite(descriptor, bytes, bytes.count, 0)
    return path
  }
}
