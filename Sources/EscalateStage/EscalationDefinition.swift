import Definitions
import Escalation
import LeadModel
import StageKit

/// What `escalation.yaml` says.
struct EscalationDefinition {
  let calendar: WorkingCalendar
  var roster: Roster
  let overdue: [OverdueRule]
  let followUps: [FollowUpRule]
  /// What the law of a person's country asks for before a call; nil: it is not looked at.
  let law: MarketingLaw?
  /// The files that it was read from, for the configuration hash.
  let files: [String]

  static let fileName = "escalation.yaml"

  static func load(_ folder: ConfigurationFolder) throws(DefinitionError) -> EscalationDefinition {
    let root = try folder.load(fileName)
    try root.allow(keys: ["calendar", "people", "overdue", "follow_up", "country_rules"])
    let calendarNode = try root.required("calendar")
    let calendarName = try calendarNode.string()
    let calendarFile = "calendars/\(calendarName).yaml"
    guard !calendarName.contains("/"), folder.contains(calendarFile) else {
      let known = folder.files(in: "calendars").joined(separator: ", ")
      throw calendarNode.failure(
        "found no calendar '\(calendarName)', expected one of \(known.isEmpty ? "none" : known)")
    }
    var names: Set<String> = []
    var overdue: [OverdueRule] = []
    for node in try root.sequence("overdue", default: []) {
      overdue.append(try overdueRule(node, names: &names))
    }
    var followUps: [FollowUpRule] = []
    for node in try root.sequence("follow_up", default: []) {
      followUps.append(try followUpRule(node, names: &names))
    }
    let hasLaw =
      try root["country_rules"]?.choice("country_rules", default: CountryRules.hold) ?? .hold
      == .hold && folder.contains(MarketingLawFile.name)
    return EscalationDefinition(
      calendar: try CalendarDefinition.parse(try folder.load(calendarFile)),
      roster: try roster(try root.required("people")), overdue: overdue, followUps: followUps,
      law: hasLaw ? try MarketingLawFile.read(folder.load(MarketingLawFile.name)) : nil,
      files: [fileName, calendarFile] + (hasLaw ? [MarketingLawFile.name] : []))
  }

  private enum CountryRules: String, CaseIterable {
    case hold, ignore
  }

  private static func roster(_ node: DefinitionNode) throws(DefinitionError) -> Roster {
    try node.allow(keys: ["default_owner", "default_manager", "managers"])
    var managers: [String: String] = [:]
    for entry in try node["managers"]?.entries() ?? [] {
      managers[entry.key] = try entry.value.string()
    }
    return Roster(
      defaultOwner: try node.string("default_owner"),
      defaultManager: try node.string("default_manager"), managers: managers)
  }

  private static func ruleName(
    _ node: DefinitionNode, names: inout Set<String>
  ) throws(DefinitionError) -> String {
    let nameNode = try node.required("rule")
    let name = try nameNode.string()
    guard names.insert(name).inserted else {
      throw nameNode.failure("found rule '\(name)' twice, expected each name once; rename one")
    }
    return name
  }

  private static func overdueRule(
    _ node: DefinitionNode, names: inout Set<String>
  ) throws(DefinitionError) -> OverdueRule {
    try node.allow(keys: ["rule", "priorities", "levels"])
    var priorities = Set(TaskPriority.allCases)
    if let listed = node["priorities"] {
      priorities = []
      for item in try listed.sequence() { priorities.insert(try item.choice(TaskPriority.self)) }
    }
    var levels: [EscalationLevel] = []
    for item in try node.sequence("levels") {
      let level = try escalationLevel(item)
      for priority in priorities.sorted(by: { $0.rawValue < $1.rawValue }) {
        guard let before = levels.last else { continue }
        if level.delaySeconds(priority) < before.delaySeconds(priority) {
          throw item.failure(
            "found a shorter delay than the level before for priority '\(priority.rawValue)', "
              + "expected levels in order of their delays")
        }
      }
      levels.append(level)
    }
    return OverdueRule(
      name: try ruleName(node, names: &names), priorities: priorities, levels: levels)
  }

  private static func escalationLevel(
    _ node: DefinitionNode
  ) throws(DefinitionError) -> EscalationLevel {
    try node.allow(keys: ["after_hours", "action", "to"])
    let after = try node.required("after_hours")
    var delays: [TaskPriority: Int] = [:]
    var fallback: Int?
    if after.kind == .mapping {
      try after.allow(keys: TaskPriority.allCases.map(\.rawValue))
      for priority in TaskPriority.allCases {
        if let item = after[priority.rawValue] { delays[priority] = try workingSeconds(item) }
      }
      // A priority that is left out waits as long as the most patient one that is not.
      fallback = delays.values.max()
    } else {
      fallback = try workingSeconds(after)
    }
    guard let fallback else {
      throw after.failure("found no delay, expected hours for one priority at least")
    }
    let target: EscalationTarget =
      switch try node.string("to") {
      case "owner": .owner
      case "manager": .manager
      case let name: .person(name)
      }
    return EscalationLevel(
      delays: delays, fallback: fallback,
      action: try node.required("action").choice(EscalationAction.self), target: target)
  }

  private static func workingSeconds(_ node: DefinitionNode) throws(DefinitionError) -> Int {
    Int(try node.double(in: 0...5000) * 3600)
  }

  private static func followUpRule(
    _ node: DefinitionNode, names: inout Set<String>
  ) throws(DefinitionError) -> FollowUpRule {
    try node.allow(keys: [
      "rule", "channel", "when", "priority", "due_hours", "title", "assign_to", "limit_per_night",
    ])
    let when = try node.required("when")
    try when.allow(keys: ["score_at_least", "no_activity_days", "grades"])
    let condition: FollowUpRule.Condition
    if let threshold = when["score_at_least"] {
      try when.allow(keys: ["score_at_least"])
      condition = .score(atLeast: try threshold.int(in: 1...100))
    } else {
      condition = .inactive(
        days: try when.required("no_activity_days").int(in: 1...3650),
        grades: Set(try when.required("grades").strings()))
    }
    return FollowUpRule(
      name: try ruleName(node, names: &names),
      channel: try node["channel"].map { (node) throws(DefinitionError) in
        try node.choice(Channel.self)
      },
      condition: condition,
      priority: try node.choice("priority", default: .normal),
      dueSeconds: try workingSeconds(try node.required("due_hours")),
      title: try node.string("title"), assignees: try node.strings("assign_to", default: []),
      limit: try node.int("limit_per_night", default: 100, in: 1...1_000_000))
  }
}
