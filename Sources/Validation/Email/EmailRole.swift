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
    guard local.count <= 40 else { return false }
    let joined = local.filter { !isMark($0) }
    return joined.withUnsafeBufferPointer { roles.contains($0) }
  }

  private static func isMark(_ byte: UInt8) -> Bool { ".-_".utf8.contains(byte) }
}
