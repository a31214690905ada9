import LeadModel

/// Fields that say where a person's data came from must be filled.
package struct ProvenancePolicy: Equatable, Sendable {
  package struct Field: Equatable, Sendable {
    /// Catalogue field.
    package let name: String
    package let severity: PolicySeverity

    package init(name: String, severity: PolicySeverity) {
      self.name = name
      self.severity = severity
    }
  }

  package static let name = "provenance_required"
  package let fields: [Field]

  package init(fields: [Field]) {
    self.fields = fields
  }

  func verdict(on person: GovernedPerson, asOf: Timestamp) -> PolicyVerdict {
    // Where consent was given is asked only of those who gave it.
    let hasConsent = person.consent.contains { $0.decision == .granted }
    let missing = fields.filter { field in
      !person.filledFields.contains(field.name)
        && (hasConsent || !field.name.hasPrefix("consent_"))
    }
    return PolicyVerdict(
      violations: missing.map { field in
        PolicyViolation(
          policy: "\(Self.name).\(field.name)", severity: field.severity,
          detail: "no \(field.name) on record")
      })
  }
}
