package import Bytes

/// Reads `enrichment.yaml`: which domains say something about a company, for all stages that ask.
package enum DomainFile {
  package static let name = "enrichment.yaml"

  /// - Throws: `DefinitionError` with the position of what cannot be read.
  package static func rules(from root: DefinitionNode) throws(DefinitionError) -> DomainRules {
    try root.allow(keys: ["domains"])
    guard let domains = root["domains"] else { return DomainRules() }
    try domains.allow(keys: ["free_mail", "company_mail", "public_suffixes", "generic_endings"])
    return DomainRules(
      freeMail: try lowercased(domains, "free_mail"),
      companyMail: try lowercased(domains, "company_mail"),
      publicSuffixes: try lowercased(domains, "public_suffixes"),
      genericTopLevels: try lowercased(domains, "generic_endings"))
  }

  private static func lowercased(
    _ node: DefinitionNode, _ key: String
  ) throws(DefinitionError) -> [String] {
    try node.strings(key, default: []).map { $0.lowercased() }
  }
}
