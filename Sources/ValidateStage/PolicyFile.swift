package import Definitions
import Resolver
package import StageKit
package import Validation

/// Reads `validation.yaml`.
package enum PolicyFile {
  package static let name = "validation.yaml"

  /// The policy of a folder: of `validation.yaml`, with the mail providers of `enrichment.yaml`.
  ///
  /// - Throws: `DefinitionError` with the position of what cannot be read.
  package static func policy(
    in configuration: ConfigurationFolder
  ) throws -> ValidationPolicy {
    var policy = try read(configuration.load(name))
    if configuration.contains(DomainFile.name) {
      policy.email.take(try DomainFile.rules(from: configuration.load(DomainFile.name)))
    }
    return policy
  }

  /// - Throws: `DefinitionError` with the position of what cannot be read.
  package static func read(_ root: DefinitionNode) throws(DefinitionError) -> ValidationPolicy {
    try root.allow(keys: [
      "version", "summary", "dns", "dns_timeout_seconds", "dns_tries", "dns_in_flight",
      "dns_in_flight_per_server", "dns_minutes", "dns_refresh_per_night", "role_accounts",
      "role_beginnings", "domain_typos", "email", "placeholders", "utm_mediums", "utm_sources",
      "utm_required",
      "utm_campaign_patterns", "click_ids", "own_domains", "do_not_contact", "special_categories",
      "special_categories_harmless",
      "rules", "quality",
    ])
    var policy = ValidationPolicy()
    policy.roleAccounts = EmailRole(
      try root["role_accounts"]?.strings() ?? [],
      beginnings: try root["role_beginnings"]?.strings() ?? [])
    policy.placeholders = WordSet(try root["placeholders"]?.strings() ?? [])
    policy.domainTypos = WordMap(try pairs(root["domain_typos"]))
    policy.email = try email(root["email"])
    policy.attribution = try attribution(root)
    var categories: [(name: String, words: [String])] = []
    for entry in try root["special_categories"]?.entries() ?? [] {
      categories.append((entry.key, try entry.value.strings()))
    }
    policy.specialCategories = SpecialCategories(
      categories, harmless: try root["special_categories_harmless"]?.strings() ?? [])
    policy.rules = try RuleFile.read(root["rules"])
    policy.quality = try QualityFile.read(root["quality"])
    return policy
  }

  /// What a newer snapshot of a registry ends.
  static func snapshots(_ root: DefinitionNode) throws(DefinitionError) -> SnapshotPolicy {
    var policy = SnapshotPolicy()
    guard let node = root["do_not_contact"] else { return policy }
    try node.allow(keys: ["additions", "ends_at_most_percent"])
    policy.additions = Set(
      try node.strings("additions", default: []).map { $0.lowercased() })
    policy.endsAtMostPercent = try node.int("ends_at_most_percent", default: 50, in: 0...100)
    return policy
  }

  /// Whom to ask about mail domains, how patiently and how busily.
  struct NameResolution: Sendable {
    var source = DNSSource.off
    var settings = ResolverSettings()
    /// Domains with an answer that is over that one run asks again at most.
    var refreshesPerNight = 10_000
  }

  static func nameResolution(
    _ root: DefinitionNode
  ) throws(DefinitionError) -> NameResolution {
    var settings = ResolverSettings()
    if let node = root["dns_timeout_seconds"] {
      settings.timeoutSeconds = try node.double(in: 0.1...60)
    }
    if let node = root["dns_tries"] { settings.tries = try node.int(in: 1...10) }
    if let node = root["dns_in_flight"] { settings.inFlightLimit = try node.int(in: 1...20_000) }
    // A query number has 16 bits; half of them find a free one at once.
    if let node = root["dns_in_flight_per_server"] {
      settings.inFlightPerServer = try node.int(in: 1...20_000)
    }
    settings.longestSeconds = 60 * Double(try root["dns_minutes"]?.int(in: 1...1440) ?? 60)
    return NameResolution(
      source: try source(root["dns"]), settings: settings,
      refreshesPerNight: try root.int("dns_refresh_per_night", default: 10_000, in: 0...10_000_000))
  }

  private static func source(_ node: DefinitionNode?) throws(DefinitionError) -> DNSSource {
    guard let node else { return .off }
    if node.kind == .sequence {
      let servers = try node.strings()
      guard let source = DNSSource(servers: servers) else {
        throw node.failure(
          "'\(servers.joined(separator: ", "))' is not understood; \(DNSSource.expectation)")
      }
      return source
    }
    let text = try node.string()
    guard let source = DNSSource(text) else {
      throw node.failure("'\(text)' is not understood; \(DNSSource.expectation)")
    }
    return source
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
