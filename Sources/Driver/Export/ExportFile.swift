import Glibc
import StageKit

/// Whoever read standard output has enough, as `head` has.
struct ReaderGone: Error {}

/// A file that appears under its name only when it is whole, or standard output.
final class ExportFile {
  private let path: String?
  private let temporary: String
  private var descriptor: Int32

  /// - Parameter path: nil for standard output.
  /// - Throws: `StageFailure` for a folder, and for a file that cannot be made.
  init(_ path: String?) throws(StageFailure) {
    self.path = path
    guard let path else {
      temporary = ""
      descriptor = STDOUT_FILENO
      return
    }
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw StageFailure(
        .badConfiguration, "--output: '\(path)' is a folder; name a file in it")
    }
    temporary = path + ".part"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw StageFailure(
        .badConfiguration,
        "--output: cannot write '\(path)': \(errorText(errno)); check the folder and its rights")
    }
  }

  /// - Throws: `StageFailure` when the disk is full, `ReaderGone`.
  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(
        descriptor, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EPIPE, path == nil { throw ReaderGone() }
      guard count > 0 else { throw failure(errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// Gives the file its name.
  func finish() throws(StageFailure) {
    guard let path else { return }
    let isWhole = fsync(descriptor) == 0 && close(descriptor) == 0
    descriptor = -1
    guard isWhole, rename(temporary, path) == 0 else { throw failure(errno) }
  }

  /// Leaves nothing behind; an older file stays as it is.
  func giveUp() {
    guard path != nil else { return }
    if descriptor >= 0 { close(descriptor) }
    unlink(temporary)
  }

  private func failure(_ code: Int32) -> StageFailure {
    guard let path else {
      return StageFailure(.internalFault, "cannot write to standard output: \(errorText(code))")
    }
    return StageFailure(
      .internalFault,
      "cannot write '\(path)': \(errorText(code)); free some space or name another file; "
        + "what was there before is as it was")
  }
}
