/// One rule: points for entities that it applies to.
package struct ScoringRule: Sendable {
  /// Name in explanations.
  package let id: String
  package let predicate: Predicate
  /// Negative for a malus.
  package let points: Int

  package init(id: String, predicate: Predicate, points: Int) {
    self.id = id
    self.predicate = predicate
    self.points = points
  }
}

/// The lowest score that earns a grade.
package struct GradeThreshold: Sendable, Equatable {
  package let grade: String
  package let minimum: Int

  package init(grade: String, minimum: Int) {
    self.grade = grade
    self.minimum = minimum
  }
}

/// How leads are scored: the content of `scoring.yaml`.
package struct ScoringRules: Sendable {
  /// At most `maximumRules`.
  package let rules: [ScoringRule]
  /// Points for each event, by the event's name, in the order of explanations.
  package let eventPoints: [(event: String, points: Int)]
  /// Bound of the points for engagement.
  package let engagementMaximum: Int
  /// From the highest to the lowest; the last one is everybody's.
  package let grades: [GradeThreshold]

  package static let maximumRules = 128
  /// Conditions that all rules together can set for one field.
  package static let maximumConditionsOfField = CompiledRules.maximumTestsOfField

  package init(
    rules: [ScoringRule], eventPoints: [(event: String, points: Int)], engagementMaximum: Int,
    grades: [GradeThreshold]
  ) {
    self.rules = rules
    self.eventPoints = eventPoints
    self.engagementMaximum = engagementMaximum
    self.grades = grades
  }

  /// The fields that any rule asks about, in column order.
  package var fields: [ScoreField] {
    let used = rules.reduce(into: Set<ScoreField>()) { $0.formUnion($1.predicate.fields) }
    return ScoreField.allCases.filter(used.contains)
  }

  /// A field with more conditions than can be had; nil when all is well.
  package static func overburdenedField(in rules: [ScoringRule]) -> ScoreField? {
    var counts: [ScoreField: Int] = [:]
    for rule in rules {
      for field in rule.predicate.testedFields { counts[field, default: 0] += 1 }
    }
    return ScoreField.allCases.first { counts[$0, default: 0] > maximumConditionsOfField }
  }

  package func grade(of score: Int) -> String {
    (grades.first { score >= $0.minimum } ?? grades.last)?.grade ?? ""
  }
}
