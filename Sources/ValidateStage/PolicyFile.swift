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
      "domain_typos", "email", "placeholders", "utm_mediums", "utm_sources", "utm_required",
      "utm_campaign_patterns", "click_ids", "own_domains", "do_not_contact", "special_categories",
      "rules", "quality",
    ])
    var policy = ValidationPolicy()
    policy.roleAccounts = WordSet(try root["role_accounts"]?.strings() ?? [])
    policy.placeholders = WordSet(try root["placeholders"]?.strings() ?? [])
    policy.domainTypos = WordMap(try pairs(root["domain_typos"]))
    policy.email = try email(root["email"])
    policy.attribution = try attribution(root)
    var categories: [(name: String, words: [String])] = []
    for entry in try root["special_categories"]?.entries() ?? [] {
      categories.append((entry.key, try entry.value.strings()))
    }
    policy.specialCategories = SpecialCategories(categories)
    policy.rules = try RuleFile.read(root["rules"])
    policy.quality = try QualityFile.read(root["quality"])
    return policy
  }

  /// What a newer snapshot of a registry ends.
  static func snapshots(_ root: DefinitionNode) throws(DefinitionError) -> SnapshotPolicy {
    var policy = SnapshotPolicy()
    guard let node = root["do_not_contact"] else { return policy }
    try node.allow(keys: ["additions", "ends_at_most_percent"])
    policy.additions = Set(try node.strings("additions", default: []))
    policy.endsAtMostPercent = try node.int("ends_at_most_percent", default: 50, in: 0...100)
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
  static func pairs(
    _ node: DefinitionNode?
  ) throws(DefinitionError) -> [(word: String, target: String)] {
    var pairs: [(word: String, target: String)] = []
    for entry in try node?.entries() ?? [] {
      for word in try entry.value.strings() { pairs.append((word, entry.key)) }
    }
    return pairs
  }
}
