import Definitions
import Enrichment

/// Reads `enrichment.yaml`.
enum EnrichmentDefinition {
  static let file = "enrichment.yaml"

  static func rules(from root: DefinitionNode) throws(DefinitionError) -> DomainRules {
    try root.allow(keys: ["domains"])
    guard let domains = root["domains"] else { return DomainRules() }
    try domains.allow(keys: ["free_mail", "public_suffixes", "generic_endings"])
    return DomainRules(
      freeMail: try lowercased(domains, "free_mail"),
      publicSuffixes: try lowercased(domains, "public_suffixes"),
      genericTopLevels: try lowercased(domains, "generic_endings"))
  }

  private static func lowercased(
    _ node: DefinitionNode, _ key: String
  ) throws(DefinitionError) -> [String] {
    try node.strings(key, default: []).map { $0.lowercased() }
  }
}
