import Definitions
import Validation

extension PolicyFile {
  /// What is said about UTM values and links.
  static func attribution(
    _ root: DefinitionNode
  ) throws(DefinitionError) -> AttributionPolicy {
    var policy = AttributionPolicy()
    policy.mediums = WordMap(try words(root["utm_mediums"]))
    policy.sources = WordMap(try words(root["utm_sources"]))
    policy.clickIDs = try clickIDs(root["click_ids"])
    for entry in try root["utm_required"]?.entries() ?? [] {
      var others: UInt8 = 0
      for node in try entry.value.sequence() {
        others |= 1 << UInt8(try parameter(node, node.string()))
      }
      policy.required.append((try parameter(entry.keyNode, entry.key), others))
    }
    for node in try root.sequence("utm_campaign_patterns", default: []) {
      let text = try node.string()
      guard let pattern = NamePattern(text) else {
        throw node.failure(
          "found '\(text)', expected a pattern such as {de|fr}-*-#### with its braces closed and "
            + "no more than 256 combinations of words")
      }
      policy.campaigns.append(pattern)
    }
    for domain in try root["own_domains"]?.strings() ?? [] { policy.addDomain(domain) }
    return policy
  }

  private static func parameter(
    _ node: DefinitionNode, _ name: String
  ) throws(DefinitionError) -> Int {
    let names = AttributionLink.names.map { "utm_\($0)" }
    guard let position = names.firstIndex(of: name) else {
      throw node.failure("found '\(name)', expected one of \(names.joined(separator: ", "))")
    }
    return position
  }

  private static func clickIDs(_ node: DefinitionNode?) throws(DefinitionError) -> ClickIDs {
    var meanings: [ClickIDs.Meaning] = []
    for entry in try node?.entries() ?? [] {
      try entry.value.allow(keys: ["source", "medium"])
      meanings.append(
        ClickIDs.Meaning(
          name: entry.key, source: try entry.value.string("source"),
          medium: try entry.value.string("medium")))
    }
    return ClickIDs(meanings)
  }

  /// As pairs, but a word stands for itself too, and may have no other words.
  private static func words(
    _ node: DefinitionNode?
  ) throws(DefinitionError) -> [(word: String, target: String)] {
    guard let node else { return [] }
    return try pairs(node) + node.entries().map { (word: $0.key, target: $0.key) }
  }
}
