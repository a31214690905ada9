package import Definitions
package import Validation

/// Reads `validation.yaml`.
package enum PolicyFile {
  package static let name = "validation.yaml"

  /// - Throws: `DefinitionError` with the position of what cannot be read.
  package static func read(_ root: DefinitionNode) throws(DefinitionError) -> ValidationPolicy {
    try root.allow(keys: [
      "version", "summary", "role_accounts", "domain_typos", "placeholders", "utm_mediums",
    ])
    var policy = ValidationPolicy()
    policy.roleAccounts = WordSet(try root["role_accounts"]?.strings() ?? [])
    policy.placeholders = WordSet(try root["placeholders"]?.strings() ?? [])
    policy.domainTypos = WordMap(try pairs(root["domain_typos"]))
    policy.utmMediums = WordMap(try mediums(root["utm_mediums"]))
    return policy
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
