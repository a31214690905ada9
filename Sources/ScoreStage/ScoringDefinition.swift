import Definitions
import Scoring

/// Reads `scoring.yaml`.
enum ScoringDefinition {
  static let file = "scoring.yaml"

  /// Events that can earn points.
  private static let events = [
    "delivered", "open", "click", "reply", "bounce", "unsubscribe", "complaint",
  ]

  static func rules(from root: DefinitionNode) throws(DefinitionError) -> ScoringRules {
    try root.allow(keys: ["rules", "engagement", "grades"])
    var rules: [ScoringRule] = []
    for node in try root.sequence("rules") {
      let rule = try rule(from: node)
      guard !rules.contains(where: { $0.id == rule.id }) else {
        throw node.failure("found a second rule '\(rule.id)', expected each id once; rename one")
      }
      rules.append(rule)
    }
    guard rules.count <= ScoringRules.maximumRules else {
      throw root.failure(
        "found \(rules.count) rules, expected at most \(ScoringRules.maximumRules); "
          + "join some by 'any:'")
    }
    if let field = ScoringRules.overburdenedField(in: rules) {
      throw root.failure(
        "found more than \(ScoringRules.maximumConditionsOfField) conditions on '\(field.name)'; "
          + "join values into lists")
    }
    let engagement = root["engagement"]
    try engagement?.allow(keys: ["points", "maximum"])
    return ScoringRules(
      rules: rules, eventPoints: try eventPoints(engagement?["points"]),
      engagementMaximum: try engagement?.int("maximum", default: 100, in: 0...1_000) ?? 100,
      grades: try grades(from: root.required("grades")))
  }

  private static func rule(from node: DefinitionNode) throws(DefinitionError) -> ScoringRule {
    try node.allow(keys: ["id", "points", "when"])
    return ScoringRule(
      id: try node.string("id"), predicate: try conditions(from: node.required("when")),
      points: try node.int("points", in: -100...100))
  }

  // MARK: Conditions

  private static func conditions(
    from node: DefinitionNode
  ) throws(DefinitionError) -> Predicate {
    var parts: [Predicate] = []
    try node.allow(keys: ["any", "not"] + ScoreField.names)
    for entry in try node.entries() {
      switch entry.key {
      case "any":
        var choices: [Predicate] = []
        for item in try entry.value.sequence() { choices.append(try conditions(from: item)) }
        parts.append(.any(choices))
      case "not": parts.append(.not(try conditions(from: entry.value)))
      default:
        guard let field = ScoreField(name: entry.key) else { continue }
        for test in try tests(from: entry.value) { parts.append(.test(field, test)) }
      }
    }
    guard !parts.isEmpty else {
      throw node.failure("found no condition for \(node.name), expected one at least")
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private static func tests(from node: DefinitionNode) throws(DefinitionError) -> [FieldTest] {
    switch node.kind {
    case .scalar: return [.isOneOf(TextSet([try node.string()]))]
    case .sequence: return [.isOneOf(TextSet(try node.strings()))]
    case .mapping: break
    }
    try node.allow(keys: ["present", "in", "matches", "at_least", "at_most"])
    var tests: [FieldTest] = []
    if let present = node["present"] { tests.append(.present(try present.bool())) }
    if let choices = node["in"] { tests.append(.isOneOf(TextSet(try choices.strings()))) }
    if let patterns = node["matches"] {
      tests.append(.matches(try patterns.strings().map { WordPattern($0) }))
    }
    if let bound = node["at_least"] { tests.append(.atLeast(Int64(try bound.int()))) }
    if let bound = node["at_most"] { tests.append(.atMost(Int64(try bound.int()))) }
    return tests
  }

  // MARK: Engagement and grades

  private static func eventPoints(
    _ node: DefinitionNode?
  ) throws(DefinitionError) -> [(event: String, points: Int)] {
    guard let node else { return [] }
    try node.allow(keys: events)
    var points: [(event: String, points: Int)] = []
    for entry in try node.entries() {
      points.append((entry.key, try entry.value.int(in: -100...100)))
    }
    return points
  }

  private static func grades(
    from node: DefinitionNode
  ) throws(DefinitionError) -> [GradeThreshold] {
    var grades: [GradeThreshold] = []
    for entry in try node.entries() {
      let minimum = try entry.value.int(in: 0...100)
      if let last = grades.last, minimum >= last.minimum {
        throw entry.value.failure(
          "found \(minimum) for grade '\(entry.key)', expected less than the \(last.minimum) of "
            + "'\(last.grade)'; list grades from the best to the worst")
      }
      grades.append(GradeThreshold(grade: entry.key, minimum: minimum))
    }
    guard grades.last?.minimum == 0 else {
      throw node.failure("found no grade for a score of 0, expected the last grade to begin there")
    }
    return grades
  }
}
