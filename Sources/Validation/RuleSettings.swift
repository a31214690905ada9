package import LeadModel

/// How bad the findings of each rule are, and what each rule is tuned by, for the records of one
/// supplier and country.
package struct RuleSettings: Sendable, Equatable {
  /// What becomes of a rule's findings.
  package enum Grade: Sendable, Equatable {
    /// There are none.
    case off
    case severity(Severity)
  }

  /// By the rule's number; empty when every rule is as it was shipped.
  private var grades: [Grade?] = []
  /// By four times the rule's number and the parameter's place.
  private var values: [Int: Int] = [:]

  package init() {}

  /// What becomes of findings of a rule.
  package func grade(of rule: ValidationRule) -> Grade {
    guard !grades.isEmpty, let grade = grades[rule.number] else { return .severity(rule.severity) }
    return grade
  }

  /// Whether a rule is off: what only leads to its findings need not be worked out.
  package func isOff(_ rule: ValidationRule) -> Bool { grade(of: rule) == .off }

  /// The severity of a rule's findings, nil when it is off.
  package func severity(of rule: ValidationRule) -> Severity? {
    guard case .severity(let severity) = grade(of: rule) else { return nil }
    return severity
  }

  /// A finding as bad as it is configured to be, nil when its rule is off.
  package func graded(_ finding: Finding) -> Finding? {
    guard !grades.isEmpty, let grade = grades[ValidationRule.number(ofCode: finding.code)] else {
      return finding
    }
    switch grade {
    case .off: return nil
    case .severity(let severity):
      return severity == finding.severity ? finding : finding.graded(severity)
    }
  }

  /// What a rule is tuned by; the parameter is declared with the rule.
  package func value(_ rule: ValidationRule, _ parameter: String) -> Int {
    guard let place = rule.parameters.firstIndex(where: { $0.name == parameter }) else { return 0 }
    return values.isEmpty
      ? rule.parameters[place].defaultValue
      : values[rule.number * Self.places + place] ?? rule.parameters[place].defaultValue
  }

  /// Parameters that a rule can have.
  private static let places = 4

  mutating func set(_ grade: Grade, of rule: ValidationRule) {
    guard !rule.isFixed else { return }
    if grades.isEmpty { grades = Array(repeating: nil, count: ValidationRule.numberCount) }
    grades[rule.number] = grade
  }

  mutating func set(_ value: Int, of rule: ValidationRule, parameter place: Int) {
    values[rule.number * Self.places + place] = value
  }
}
