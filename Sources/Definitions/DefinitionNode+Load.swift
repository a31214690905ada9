import Glibc

extension DefinitionNode {
  /// Reads a YAML file.
  ///
  /// - Parameter path: also the name that errors carry.
  /// - Returns: the root of the file, never null.
  /// - Throws: `DefinitionError` for a file that is missing, unreadable, too large or not YAML of
  ///   the kind that definitions are written in.
  package static func load(path: String) throws(DefinitionError) -> DefinitionNode {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(path, errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw DefinitionError(
        file: path, message: "found a folder, expected a definition file; give the path of a file")
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unreadable(path, errno) }
      if count == 0 { break }
      bytes += chunk[..<count]
      guard bytes.count <= DefinitionLimits.byteCount else { throw tooLarge(path) }
    }
    return try parse(bytes: bytes, file: path)
  }

  /// Reads YAML text; `file` is the name that errors carry.
  package static func parse(
    _ text: String, file: String
  ) throws(DefinitionError) -> DefinitionNode {
    try parse(bytes: Array(text.utf8), file: file)
  }

  static func parse(bytes: [UInt8], file: String) throws(DefinitionError) -> DefinitionNode {
    guard bytes.count <= DefinitionLimits.byteCount else { throw tooLarge(file) }
    let reader = YAMLReader(bytes: bytes, file: file)
    return try reader.document()
  }

  private static func tooLarge(_ path: String) -> DefinitionError {
    DefinitionError(
      file: path,
      message: "found more than \(DefinitionLimits.byteCount >> 20) MiB, "
        + "expected a definition file of at most that; split it")
  }

  private static func unreadable(_ path: String, _ code: Int32) -> DefinitionError {
    let message =
      switch code {
      case ENOENT: "found no such file, expected a definition file; create it or correct the path"
      case EACCES: "found a file that may not be read; give yourself permission to read it"
      default: "cannot read the file: \(String(cString: strerror(code)))"
      }
    return DefinitionError(file: path, message: message)
  }
}
