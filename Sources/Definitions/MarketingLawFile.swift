import Bytes
package import LeadModel

/// Reads `marketing-law.yaml`: what the law of a person's country asks for.
package enum MarketingLawFile {
  package static let name = "marketing-law.yaml"

  /// - Throws: `DefinitionError` with the position of what cannot be read.
  package static func read(_ root: DefinitionNode) throws(DefinitionError) -> MarketingLaw {
    try root.allow(keys: ["version", "summary", "default", "countries"])
    var law = MarketingLaw()
    if let node = root["default"] { law.fallback = try country(node) }
    for entry in try root["countries"]?.entries() ?? [] {
      guard let code = CountryCode(entry.key), CountryTable.isAssigned(code),
        code.description == entry.key
      else {
        let meant = CountryTable.find(entry.key).map { "; did you mean '\($0)'?" } ?? ""
        throw entry.keyNode.failure(
          "found '\(entry.key)', expected the two letters of a country such as DE\(meant)")
      }
      law.countries[entry.key] = try country(entry.value)
    }
    return law
  }

  private static func country(
    _ node: DefinitionNode
  ) throws(DefinitionError) -> MarketingLaw.Country {
    try node.allow(keys: ["age", "rules"])
    var country = MarketingLaw.Country()
    for item in try node.sequence("age", default: []) {
      try item.allow(keys: ["years", "since", "until", "source"])
      country.ages.append(
        MarketingLaw.Age(
          years: try item.int("years", in: 1...25), since: try date(item["since"]),
          until: try date(item["until"]), source: try item.string("source")))
    }
    for item in try node.sequence("rules", default: []) {
      country.rules.append(try rule(item))
    }
    return country
  }

  private static func rule(_ node: DefinitionNode) throws(DefinitionError) -> MarketingLaw.Rule {
    try node.allow(keys: [
      "channels", "consumers", "businesses", "soft_opt_in", "confirmation", "consent_days",
      "purchase_days", "inquiry_days", "since", "until", "source",
    ])
    var rule = MarketingLaw.Rule()
    for item in try node.required("channels").sequence() {
      let name = try item.string()
      guard let channel = Channel(rawValue: name), channel != .any else {
        throw item.failure("found '\(name)', expected email, sms, whatsapp or phone")
      }
      rule.channels.insert(channel)
    }
    rule.consumers = try demand(node.required("consumers"))
    rule.businesses = try demand(node.required("businesses"))
    rule.allowsCustomers = try node.bool("soft_opt_in", default: false)
    rule.confirmation = try node.choice("confirmation", default: .none)
    rule.consentDays = try days(node["consent_days"])
    rule.purchaseDays = try days(node["purchase_days"])
    rule.inquiryDays = try days(node["inquiry_days"])
    rule.since = try date(node["since"])
    rule.until = try date(node["until"])
    rule.source = try node.string("source")
    return rule
  }

  private static func demand(
    _ node: DefinitionNode
  ) throws(DefinitionError) -> MarketingLaw.Demand {
    try node.choice(MarketingLaw.Demand.self)
  }

  private static func days(_ node: DefinitionNode?) throws(DefinitionError) -> Int? {
    guard let node else { return nil }
    return try node.int(in: 1...36_500)
  }

  private static func date(_ node: DefinitionNode?) throws(DefinitionError) -> CivilDate? {
    guard let node else { return nil }
    let text = try node.string()
    guard let date = CivilDate(iso: text) else {
      throw node.failure("found '\(text)' for \(node.name), expected a date such as 2026-12-25")
    }
    return date
  }
}
