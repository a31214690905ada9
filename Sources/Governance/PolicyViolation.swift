package import LeadModel

/// One breach of one policy by one person. Holds no personal value.
package struct PolicyViolation: Equatable, Sendable {
  /// As the store keeps it: `consent_required`, `provenance_required.lead_source`.
  package let policy: String
  package let severity: PolicySeverity
  package let detail: String
}

/// What a look at a person comes to.
package struct PolicyAssessment: Equatable, Sendable {
  /// Sorted by policy.
  package let violations: [PolicyViolation]
  /// When the passing of time alone may change the outcome.
  package let nextLookAt: Timestamp?
}

/// What one policy says of one person.
struct PolicyVerdict {
  var violations: [PolicyViolation] = []
  var nextLookAt: Timestamp?
}
