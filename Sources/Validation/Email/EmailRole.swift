import Bytes

/// Addresses that stand for a function, as `info@`.
package enum EmailRole {
  /// Whether a name is a role's, also with a tag behind it, as `info+fair`.
  package static func isRole(_ local: UnsafeBufferPointer<UInt8>, of roles: WordSet) -> Bool {
    if roles.contains(local) { return true }
    guard let plus = local.firstIndex(of: UInt8(ascii: "+")) else { return false }
    return roles.contains(UnsafeBufferPointer(rebasing: local[..<plus]))
  }
}
