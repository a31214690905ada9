import Bytes

/// Addresses that stand for a function, as `info@`.
package enum EmailRole {
  /// Whether a name is a role's, also with a tag, a country or other marks, as `info+fair`,
  /// `sales.de` and `no_reply`.
  package static func isRole(_ local: UnsafeBufferPointer<UInt8>, of roles: WordSet) -> Bool {
    if roles.contains(local) { return true }
    guard let mark = local.firstIndex(where: { isMark($0) || $0 == UInt8(ascii: "+") }) else {
      return false
    }
    let isCountry = local.count - mark == 3 && isMark(local[mark])
    if isCountry || local[mark] == UInt8(ascii: "+"),
      roles.contains(UnsafeBufferPointer(rebasing: local[..<mark]))
    {
      return true
    }
    guard local.count <= longest else { return false }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { joined in
      var count = 0
      for byte in local where !isMark(byte) {
        joined.initializeElement(at: count, to: byte)
        count += 1
      }
      return roles.contains(UnsafeBufferPointer(rebasing: joined[..<count]))
    }
  }

  /// Bytes of the longest name of a role with marks.
  private static let longest = 40

  private static func isMark(_ byte: UInt8) -> Bool { ".-_".utf8.contains(byte) }
}
