import Bytes

/// A score and what it is made of.
package struct ScoreOutcome: Sendable, Equatable {
  /// 0 to 100.
  package let score: Int
  /// Points of all rules.
  package let fit: Int
  /// Points for engagement, after the maximum.
  package let engagement: Int
  package let grade: String
  /// JSON `{rule id: points}`; the points add up to the score.
  package let parts: [UInt8]

  package init(score: Int, fit: Int, engagement: Int, grade: String, parts: [UInt8]) {
    self.score = score
    self.fit = fit
    self.engagement = engagement
    self.grade = grade
    self.parts = parts
  }
}

/// Scores entities by compiled rules. One value per worker: it remembers the outcomes of the
/// combinations of rules that it has met.
package struct Scorer: Sendable {
  private let rules: ScoringRules
  /// By the set of rules that applied, one bit each, of entities without engagement.
  private var known: [UInt128: Int] = [:]
  /// All outcomes met so far; what `score` returns are indexes into it.
  package private(set) var outcomes: [ScoreOutcome] = []
  private var compiled: CompiledRules

  package init(rules: ScoringRules) {
    self.rules = rules
    compiled = CompiledRules(rules.rules)
  }

  /// Scores one entity, with how often each of `rules.eventPoints` happened (empty for never), and
  /// gives an index into `outcomes`.
  package mutating func score(_ row: ScoreRow, events: [Int] = []) -> Int {
    let applied = compiled.applied(to: row)
    let hasEvents = events.contains { $0 != 0 }
    if !hasEvents, let index = known[applied] { return index }
    outcomes.append(outcome(of: applied, events: events))
    if !hasEvents { known[applied] = outcomes.count - 1 }
    return outcomes.count - 1
  }

  private func outcome(of applied: UInt128, events: [Int]) -> ScoreOutcome {
    var parts = ScoreParts()
    var fit = 0
    for (index, rule) in rules.rules.enumerated() where applied & (1 << UInt128(index)) != 0 {
      fit += rule.points
      parts.add(rule.id, rule.points)
    }
    var engagement = 0
    for (position, entry) in rules.eventPoints.enumerated()
    where position < events.count && events[position] != 0 {
      let points = entry.points * events[position]
      engagement += points
      parts.add("engagement.\(entry.event)", points)
    }
    if engagement > rules.engagementMaximum {
      parts.add("engagement.maximum", rules.engagementMaximum - engagement)
      engagement = rules.engagementMaximum
    }
    let sum = fit + engagement
    let score = min(100, max(0, sum))
    if score < sum { parts.add("score.maximum", score - sum) }
    if score > sum { parts.add("score.minimum", score - sum) }
    return ScoreOutcome(
      score: score, fit: fit, engagement: engagement, grade: rules.grade(of: score),
      parts: parts.json)
  }
}

/// The JSON object of an explanation while it is written.
private struct ScoreParts {
  private var bytes: [UInt8] = [UInt8(ascii: "{")]

  mutating func add(_ id: String, _ points: Int) {
    if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
    var id = id
    id.withUTF8 { CellJSON.appendQuoted($0, to: &bytes) }
    bytes.append(UInt8(ascii: ":"))
    bytes.append(contentsOf: String(points).utf8)
  }

  var json: [UInt8] { bytes + [UInt8(ascii: "}")] }
}
