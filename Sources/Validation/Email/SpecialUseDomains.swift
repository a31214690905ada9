import Bytes

/// Names that reach nobody: RFC 2606, RFC 6761 and the registry of special-use domain names.
///
/// `example.com`, `.net` and `.org` are left out: they are reserved too, but documents, tests and
/// samples need addresses that pass.
enum SpecialUseDomains {
  private static let names = WordSet([
    // RFC 6761, RFC 2606
    "invalid", "localhost", "test", "example",
    // RFC 6762, RFC 7686, RFC 9476, RFC 8375 and the infrastructure domain, the ICANN Board's
    // resolution of 2024-07-29
    "local", "onion", "alt", "arpa", "internal",
    // Never delegated for their use in private networks (RFC 6762 appendix G, ICANN name collision)
    "lan", "home", "corp", "mail", "localdomain", "intranet", "private",
  ])

  static func contain(_ domain: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let dot = domain.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return false }
    return names.contains(UnsafeBufferPointer(rebasing: domain[(dot + 1)...]))
  }
}
