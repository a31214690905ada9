import Definitions
import LeadModel
import Sequencing

extension SendSettings {
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// What is demanded before a message goes out.
  static func policy(_ root: DefinitionNode) throws(DefinitionError) -> GatePolicy {
    var policy = GatePolicy()
    if let consent = root["consent"] {
      try consent.allow(keys: [
        "required", "max_age_days", "country_rules", "double_opt_in", "service_purposes",
      ])
      policy.doubleOptIn = try consent.choice("double_opt_in", default: .whereRequired)
      policy.servicePurposes = Set(
        try consent.strings("service_purposes", default: []).map { $0.lowercased() })
      policy.isConsentRequired = try consent.bool("required", default: true)
      policy.consentMaxAgeDays = try consent["max_age_days"].map { (node) throws(DefinitionError) in
        try node.int(in: 1...36_500)
      }
    }
    if let registries = root["registries"] {
      try registries.allow(keys: ["max_age_days", "required", "single"])
      for entry in try registries["single"]?.entries() ?? [] {
        policy.registryRules[entry.key.lowercased()] = try registryRule(entry.value)
      }
      policy.registryMaxAgeDays = try registries.int("max_age_days", default: 31, in: 0...3650)
      policy.requiredRegistries = try registries.strings("required", default: []).sorted()
    }
    if let cap = root["frequency_cap"] {
      try cap.allow(keys: ["messages", "days"])
      policy.capMessages = try cap.int("messages", in: 1...1000)
      policy.capDays = try cap.int("days", in: 1...365)
    }
    let holidays = try holidays(root)
    for (key, keyNode, node) in try root["windows"]?.entries() ?? [] {
      guard let channel = Channel(rawValue: key), channel != .any else {
        throw keyNode.failure("found channel '\(key)', expected email, sms, whatsapp or phone")
      }
      policy.windows[channel] = try window(node, holidays: holidays)
    }
    return policy
  }

  private static func registryRule(
    _ node: DefinitionNode
  ) throws(DefinitionError) -> RegistryRule {
    try node.allow(keys: ["channels", "max_age_days"])
    var channels: Set<Channel>?
    if let list = node["channels"] {
      channels = []
      for item in try list.sequence() {
        let name = try item.string()
        guard let channel = Channel(rawValue: name) else {
          throw item.failure("found '\(name)', expected email, sms, whatsapp, phone or any")
        }
        channels?.insert(channel)
      }
    }
    return RegistryRule(
      channels: channels, maxAgeDays: try node["max_age_days"]?.int(in: 0...3650))
  }

  private static func holidays(_ root: DefinitionNode) throws(DefinitionError) -> Set<CivilDate> {
    var dates: Set<CivilDate> = []
    for node in try root.sequence("holidays", default: []) {
      let text = try node.string()
      guard let date = CivilDate(iso: text) else {
        throw node.failure("found '\(text)' for \(node.name), expected a date such as 2026-12-25")
      }
      dates.insert(date)
    }
    return dates
  }

  private static func window(
    _ node: DefinitionNode, holidays: Set<CivilDate>
  ) throws(DefinitionError) -> SendWindow {
    try node.allow(keys: ["days", "from", "to"])
    var days: Set<Int> = []
    for day in try node.sequence("days") {
      let name = try day.string()
      guard let index = weekdays.firstIndex(of: name) else {
        throw day.failure("found '\(name)', expected one of \(weekdays.joined(separator: ", "))")
      }
      days.insert(index + 1)
    }
    let from = try secondOfDay(node.required("from"))
    let to = try secondOfDay(node.required("to"))
    guard !days.isEmpty, from < to else {
      throw node.failure("found a window that never opens, expected days, and 'from' before 'to'")
    }
    return SendWindow(weekdays: days, seconds: from..<to, holidays: holidays)
  }

  /// `HH:MM`, up to `24:00`.
  private static func secondOfDay(_ node: DefinitionNode) throws(DefinitionError) -> Int {
    let text = try node.string()
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0...24).contains(hour), (0...59).contains(minute),
      hour * 60 + minute <= 1440
    else {
      throw node.failure("found '\(text)' for \(node.name), expected a time such as \"09:00\"")
    }
    return (hour * 60 + minute) * 60
  }
}
