package import LeadModel

/// The policies of a workspace. One that is nil is not in force.
package struct PolicySet: Equatable, Sendable {
  package let consent: ConsentPolicy?
  package let retention: RetentionPolicy?
  package let provenance: ProvenancePolicy?

  package init(
    consent: ConsentPolicy?, retention: RetentionPolicy?, provenance: ProvenancePolicy?
  ) {
    self.consent = consent
    self.retention = retention
    self.provenance = provenance
  }

  /// What the policies say of a person at a date. An erased person breaches nothing.
  package func assess(_ person: GovernedPerson, asOf: Timestamp) -> PolicyAssessment {
    if person.isErased { return PolicyAssessment(violations: [], nextLookAt: nil) }
    let verdicts = [
      consent?.verdict(on: person, asOf: asOf), retention?.verdict(on: person, asOf: asOf),
      provenance?.verdict(on: person, asOf: asOf),
    ].compactMap { $0 }
    return PolicyAssessment(
      violations: verdicts.flatMap(\.violations).sorted { $0.policy < $1.policy },
      nextLookAt: verdicts.compactMap(\.nextLookAt).min())
  }

  /// Whether a person with these violations is to be erased.
  package func erases(_ assessment: PolicyAssessment) -> Bool {
    retention?.action == .erase
      && assessment.violations.contains { $0.policy == RetentionPolicy.name }
  }

  /// Why an open violation does not hold any more, for its history.
  package static func resolution(of policy: String, person: GovernedPerson?) -> String {
    guard let person else { return "merged into another entity" }
    if person.isErased { return "erased" }
    switch policy {
    case ConsentPolicy.name: return "consent is on record or not required"
    case RetentionPolicy.name: return "activity was seen or the policy changed"
    default: return "the field is filled or the policy changed"
    }
  }
}
