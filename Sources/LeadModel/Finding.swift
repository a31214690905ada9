/// How bad a finding is, from worst to mildest.
package enum Severity: String, CaseIterable, Sendable, Hashable {
  /// The row is not taken.
  case reject
  /// The row is taken but kept away from messages until somebody looks at it.
  case quarantine
  /// The row is taken; the value is doubtful.
  case warn
  /// Worth knowing; nothing is wrong.
  case info
}

/// Something that is wrong or doubtful about one record: data, not an error of the machine.
///
/// The position (file, sheet, row, column) follows from the source row that it is attached to; the
/// finding itself names the field.
package struct Finding: Equatable, Sendable {
  /// Stable code, a stage's three letters and three digits, as `VAL012`; never reused.
  package let code: String
  package let severity: Severity
  /// The catalogue name of the field, empty when the finding concerns the whole row.
  package let field: String
  /// What was found, what was expected and what to do, in one lower-case sentence.
  package let message: String
  /// The offending value as it came. Never written to logs.
  package let value: String
  /// A value that would remove the finding, where one is safe.
  package let suggestion: String?

  package init(
    code: String, severity: Severity, field: String, message: String, value: String = "",
    suggestion: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.field = field
    self.message = message
    self.value = value
    self.suggestion = suggestion
  }

  /// The same with another severity.
  package func graded(_ severity: Severity) -> Finding {
    Finding(
      code: code, severity: severity, field: field, message: message, value: value,
      suggestion: suggestion)
  }
}
