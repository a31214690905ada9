package import LeadModel

/// A rule of validation: the code of its findings, how bad they are, and what it asks for.
///
/// Codes are stable and never reused.
package struct ValidationRule: Sendable {
  package let code: String
  package let severity: Severity
  /// What the rule asks for, for documentation.
  package let summary: String
  /// Where the rule comes from, as `RFC 5321 4.5.3.1`; empty for one of common sense.
  package let reference: String

  init(_ code: String, _ severity: Severity, _ summary: String, reference: String = "") {
    self.code = code
    self.severity = severity
    self.summary = summary
    self.reference = reference
  }

  package func finding(
    field: String, message: String, value: String = "", suggestion: String? = nil
  ) -> Finding {
    Finding(
      code: code, severity: severity, field: field, message: message, value: value,
      suggestion: suggestion)
  }
}

extension ValidationRule {
  /// Every rule, topic by topic.
  package static let all: [ValidationRule] =
    recordRules
    + emailRules
    + phoneRules
    + consentRules
    + attributionRules
    + placeRules
    + dateRules
    + valueRules
}
