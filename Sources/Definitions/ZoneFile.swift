#if canImport(Glibc)
  import Glibc
#endif
package import LeadModel

/// Why the rules of a time zone could not be had.
package struct ZoneFileError: Error, CustomStringConvertible, Sendable {
  /// What was asked for, what was found, and what to do, in one sentence.
  package let description: String
}

/// Reads compiled time zones from the machine's time zone database (Debian package `tzdata`).
package enum ZoneFile {
  /// Where Debian keeps the database.
  package static let folder = "/usr/share/zoneinfo"

  /// The rules of an IANA time zone, as `Europe/Berlin`.
  ///
  /// - Throws: `ZoneFileError` for a name that is not one or that the database does not have.
  package static func load(
    _ name: String, folder: String = ZoneFile.folder
  ) throws(ZoneFileError) -> ZoneRules {
    let isName = name.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0 & 0xDF) || "_+-/".utf8.contains($0)
    }
    guard isName, !name.isEmpty, name.utf8.count <= 64, !name.hasPrefix("/") else {
      throw ZoneFileError(
        description: "'\(name)' is not a time zone name, expected one such as 'Europe/Berlin'")
    }
    guard let bytes = contents(of: "\(folder)/\(name)") else {
      throw ZoneFileError(
        description: "time zone '\(name)' is not in \(folder); "
          + "check the spelling, or install the Debian package tzdata")
    }
    do {
      return try ZoneRules(name: name, tzif: bytes)
    } catch {
      throw ZoneFileError(description: "\(folder)/\(name) is not a time zone file that can be read")
    }
  }

  /// The bytes of a small file; nil when it cannot be read or is a folder.
  private static func contents(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    // The largest zone file has less than 4 KiB; anything beyond 1 MiB is not one.
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 8192)
    while bytes.count < 1 << 20 {
      let count = read(descriptor, &chunk, chunk.count)
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[0..<count])
    }
    return nil
  }
}
