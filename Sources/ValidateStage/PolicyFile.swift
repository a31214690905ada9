package import Definitions
import Resolver
package import Validation

/// Reads `validation.yaml`.
package enum PolicyFile {
  package static let name = "validation.yaml"

  /// - Throws: `DefinitionError` with the position of what cannot be read.
  package static func read(_ root: DefinitionNode) throws(DefinitionError) -> ValidationPolicy {
    try root.allow(keys: [
      "version", "summary", "dns", "dns_timeout_seconds", "dns_tries", "role_accounts",
      "domain_typos", "placeholders", "utm_mediums", "rules",
    ])
    var policy = ValidationPolicy()
    policy.roleAccounts = WordSet(try root["role_accounts"]?.strings() ?? [])
    policy.placeholders = WordSet(try root["placeholders"]?.strings() ?? [])
    policy.domainTypos = WordMap(try pairs(root["domain_typos"]))
    policy.utmMediums = WordMap(try mediums(root["utm_mediums"]))
    policy.rules = try RuleFile.read(root["rules"])
    return policy
  }

  /// Whom to ask about mail domains, and how patiently.
  struct NameResolution {
    var source: DNSSource
    let timeoutSeconds: Double
    let tries: Int
  }

  static func nameResolution(
    _ root: DefinitionNode
  ) throws(DefinitionError) -> NameResolution {
    var source = DNSSource.off
    if let node = root["dns"] {
      let text = try node.string()
      guard let read = DNSSource(text) else {
        throw node.failure("'\(text)' is not understood; \(DNSSource.expectation)")
      }
      source = read
    }
    return NameResolution(
      source: source,
      timeoutSeconds: try root["dns_timeout_seconds"]?.double(in: 0.1...60) ?? 2,
      tries: try root["dns_tries"]?.int(in: 1...10) ?? 3)
  }

  /// `right: [wrong, wrong]`, turned round.
  private static func pairs(
    _ node: DefinitionNode?
  ) throws(DefinitionError) -> [(word: String, target: String)] {
    var pairs: [(word: String, target: String)] = []
    for entry in try node?.entries() ?? [] {
      for word in try entry.value.strings() { pairs.append((word, entry.key)) }
    }
    return pairs
  }

  /// As pairs, but a medium stands for itself too, and may have no other words.
  private static func mediums(
    _ node: DefinitionNode?
  ) throws(DefinitionError) -> [(word: String, target: String)] {
    guard let node else { return [] }
    return try pairs(node) + node.entries().map { (word: $0.key, target: $0.key) }
  }
}
