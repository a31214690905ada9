package import LeadModel

/// A rule of validation: the code of its findings, how bad they are, and what it asks for.
///
/// Codes are stable and never reused. How bad a finding is in the end, and what a rule is tuned by,
/// is `validation.yaml`'s to say (`RuleSettings`); here stands what it is without a word there.
///
/// A class, for there is one of each, and findings and settings look at it for every record.
package final class ValidationRule: Sendable {
  package let code: String
  package let severity: Severity
  /// What the rule asks for, for documentation.
  package let summary: String
  /// Where the rule comes from, as `RFC 5321 4.5.3.1`; for one of our own, the characteristic of
  /// data quality that it measures (`DataQuality`).
  package let reference: String
  /// Whole numbers that the rule is tuned by; at most four.
  package let parameters: [RuleParameter]
  /// Whether the store cannot hold a record that breaks the rule, so that it can only reject.
  package let isFixed: Bool
  /// The three digits of the code: the rule's place in tables.
  package let number: Int

  init(
    _ code: String, _ severity: Severity, _ summary: String, reference: String,
    parameters: [RuleParameter] = [], isFixed: Bool = false
  ) {
    self.code = code
    self.severity = severity
    self.summary = summary
    self.reference = reference
    self.parameters = parameters
    self.isFixed = isFixed
    number = Self.number(ofCode: code)
  }

  package func finding(
    field: String, message: String, value: String = "", suggestion: String? = nil
  ) -> Finding {
    Finding(
      code: code, severity: severity, field: field, message: message, value: value,
      suggestion: suggestion)
  }

  /// Numbers that three digits can make.
  static let numberCount = 1000

  /// What the last three bytes of a code say; 0 when they are no digits.
  static func number(ofCode code: String) -> Int {
    var number = 0
    for byte in code.utf8.suffix(3) {
      guard (48...57).contains(byte) else { return 0 }
      number = number * 10 + Int(byte - 48)
    }
    return number < numberCount ? number : 0
  }
}

extension ValidationRule {
  /// Every rule, topic by topic.
  package static let all: [ValidationRule] = RuleTopic.all.flatMap(\.rules)
    .sorted { $0.code < $1.code }

  private static let byCode = Dictionary(
    all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// The rule of a code, in any case.
  package static func named(_ code: String) -> ValidationRule? {
    byCode[code.uppercased()]
  }
}
