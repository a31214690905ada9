import Bytes

/// Names that reach nobody: RFC 2606, RFC 6761 and the registry of special-use domain names.
///
/// `example.com`, `.net` and `.org` (RFC 2606 section 3) have a rule of their own, which documents,
/// tests and samples switch off: they need addresses that pass.
package enum SpecialUseDomains {
  private static let names = WordSet([
    // RFC 6761, RFC 2606
    "invalid", "localhost", "test", "example",
    // RFC 6762, RFC 7686, RFC 9476, RFC 8375 and the infrastructure domain, the ICANN Board's
    // resolution of 2024-07-29
    "local", "onion", "alt", "arpa", "internal",
    // Never delegated for their use in private networks (RFC 6762 appendix G, ICANN name collision)
    "lan", "home", "corp", "mail", "localdomain", "intranet", "private",
  ])

  /// Whether a domain in lower case is no public one, so that nobody is asked for it.
  package static func contain(_ domain: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let dot = domain.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return false }
    return names.contains(UnsafeBufferPointer(rebasing: domain[(dot + 1)...]))
  }

  /// Whether a domain in lower case, or one that it lies below, is kept for examples.
  static func isExample(_ domain: UnsafeBufferPointer<UInt8>) -> Bool {
    examples.contains { name in
      domain.suffix(name.count).elementsEqual(name)
        && (domain.count == name.count
          || domain[domain.count - name.count - 1] == UInt8(ascii: "."))
    }
  }

  private static let examples = ["example.com", "example.net", "example.org"].map {
    Array($0.utf8)
  }
}
