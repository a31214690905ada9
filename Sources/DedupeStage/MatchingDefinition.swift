import Bytes
import Definitions
import Matching
import StageKit

/// Reads `matching.yaml`, and of `enrichment.yaml` which domains are nobody's company.
enum MatchingDefinition {
  static let file = "matching.yaml"

  /// The rules of a configuration.
  ///
  /// - Throws: `DefinitionError` when they cannot be understood or, unless they are optional, are not
  ///   there.
  static func rules(
    of configuration: ConfigurationFolder, isOptional: Bool = false
  ) throws(DefinitionError) -> MatchingRules {
    var rules = MatchingRules()
    if !isOptional || configuration.contains(file) {
      rules = try self.rules(from: configuration.load(file))
    }
    if configuration.contains(DomainFile.name) {
      rules.domains = try DomainFile.rules(from: configuration.load(DomainFile.name))
    }
    return rules
  }

  /// Changes when the program, or the domains that are nobody's company, would give leads other keys
  /// or pairs of them other levels than before.
  static func version(of rules: MatchingRules) -> String {
    "\(MailboxName.version)-\(BlockingRule.version)-\(LinkComparison.version)-"
      + String(rules.domains.digest, radix: 16)
  }

  private static func rules(from root: DefinitionNode) throws(DefinitionError) -> MatchingRules {
    try root.allow(keys: ["keys", "model", "survivorship"])
    var rules = MatchingRules()
    if let keys = root["keys"] {
      try keys.allow(keys: MatchRule.keys.map(\.name))
      if let email = keys["email"] { try read(email: email, into: &rules) }
      if let phone = keys["phone"] { try read(phone: phone, into: &rules) }
      if let company = keys["company_and_name"] {
        try company.allow(keys: ["use", "maximum_emails", "maximum_leads"])
        try read(policy: company, into: &rules.companyAndName)
      }
    }
    if let model = root["model"] { rules.linkage = try linkage(from: model) }
    if let survivorship = root["survivorship"] {
      rules.survivorship = try self.survivorship(from: survivorship)
    }
    return rules
  }

  private static func read(
    email node: DefinitionNode, into rules: inout MatchingRules
  ) throws(DefinitionError) {
    try node.allow(keys: ["use", "role_addresses", "names_must_agree_above", "maximum_names"])
    rules.email.isUsed = try node.bool("use", default: true)
    rules.email.namesMustAgreeAbove = try node.int(
      "names_must_agree_above", default: rules.email.namesMustAgreeAbove, in: 2...1_000_000)
    rules.email.maximumNames = try node.int(
      "maximum_names", default: rules.email.maximumNames, in: 1...1_000_000)
    rules.roleLocalParts = Set(
      try node.strings("role_addresses", default: []).map { $0.lowercased() })
  }

  private static func read(
    phone node: DefinitionNode, into rules: inout MatchingRules
  ) throws(DefinitionError) {
    try node.allow(keys: [
      "use", "possible_numbers", "names_must_agree", "maximum_emails", "maximum_leads",
    ])
    try read(policy: node, into: &rules.phone)
    rules.phone.namesMustAgree = try node.bool(
      "names_must_agree", default: rules.phone.namesMustAgree)
    rules.usesPossiblePhones = try node.bool("possible_numbers", default: true)
  }

  private static func read(
    policy node: DefinitionNode, into policy: inout KeyPolicy
  ) throws(DefinitionError) {
    policy.isUsed = try node.bool("use", default: true)
    policy.maximumEmails = try node.int(
      "maximum_emails", default: policy.maximumEmails, in: 1...10_000)
    policy.maximumLeads = try node.int(
      "maximum_leads", default: policy.maximumLeads, in: 2...10_000)
  }

  private static func linkage(from node: DefinitionNode) throws(DefinitionError) -> LinkageRules {
    try node.allow(keys: ["use", "train_from", "link_at", "review_at"])
    var rules = LinkageRules()
    rules.isUsed = try node.bool("use", default: true)
    rules.trainFrom = try node.int("train_from", default: rules.trainFrom, in: 100...10_000_000)
    rules.linkThreshold =
      try node["link_at"]?.double(in: 0.51...0.999_999) ?? rules.linkThreshold
    rules.reviewThreshold =
      try node["review_at"]?.double(in: 0.001...rules.linkThreshold) ?? rules.reviewThreshold
    return rules
  }

  private static func survivorship(
    from node: DefinitionNode
  ) throws(DefinitionError) -> SurvivorshipRules {
    try node.allow(keys: ["trusted_suppliers", "fields", "consent"])
    var rules = SurvivorshipRules()
    rules.trustedSuppliers = try node.strings("trusted_suppliers", default: [])
    rules.consent = try node["consent"]?.choice(ConsentRule.self) ?? rules.consent
    guard let fields = node["fields"] else { return rules }
    try fields.allow(keys: FieldGroup.allCases.map(\.rawValue))
    for entry in try fields.entries() {
      guard let group = FieldGroup(rawValue: entry.key) else { continue }
      var preferences: [Preference] = []
      for item in try entry.value.sequence() {
        preferences.append(try item.choice(Preference.self))
      }
      rules.preferences[group] = preferences
    }
    return rules
  }
}
