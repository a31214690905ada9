import Glibc
import StageKit

/// Paths as the driver keeps them.
enum FilePaths {
  /// A path that means the same wherever it is read: what a run is resumed with.
  static func absolute(_ path: String) -> String {
    if let resolved = realpath(path, nil) {
      defer { free(resolved) }
      return String(cString: resolved)
    }
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return "\(String(cString: folder))/\(path)"
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Bytes of a regular file; nil for anything else.
  static func fileSize(_ path: String) -> Int64? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int64(status.st_size)
  }

  /// What follows the last slash.
  static func lastPart(_ path: some StringProtocol) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? String(path)
  }

  /// Files of a folder whose names end in a suffix, as paths, sorted; none when it is missing.
  static func files(in folder: String, suffix: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(suffix), !name.hasPrefix(".") { names.append("\(folder)/\(name)") }
    }
    return names.sorted()
  }

  /// Replaces a file by new content as a whole: a reader sees the old text or the new one.
  ///
  /// - Throws: `StageFailure` naming the file and the reason.
  static func replace(_ path: String, with text: String) throws(StageFailure) {
    let temporary = "\(path).new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw unwritable(temporary) }
    var text = text
    let isWritten = text.withUTF8 { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = write(descriptor, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return fsync(descriptor) == 0
    }
    let code = errno
    close(descriptor)
    guard isWritten, rename(temporary, path) == 0 else {
      errno = isWritten ? errno : code
      let failure = unwritable(path)
      unlink(temporary)
      throw failure
    }
  }

  private static func unwritable(_ path: String) -> StageFailure {
    StageFailure(
      .internalFault,
      "cannot write '\(path)': \(errorText(errno)); check its rights and the free space")
  }
}
