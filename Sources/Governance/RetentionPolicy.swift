import LeadModel

/// A person with whom nothing has happened for so long is not to be kept.
package struct RetentionPolicy: Equatable, Sendable {
  package enum Action: String, CaseIterable, Sendable {
    /// A violation is opened; somebody decides.
    case report
    /// The person is erased.
    case erase
  }

  package static let name = "retention"
  package let severity: PolicySeverity
  package let days: Int
  package let action: Action

  package init(severity: PolicySeverity, days: Int, action: Action) {
    self.severity = severity
    self.days = days
    self.action = action
  }

  func verdict(on person: GovernedPerson, asOf: Timestamp) -> PolicyVerdict {
    let end = person.lastActivityAt.adding(days: days)
    guard end <= asOf else { return PolicyVerdict(nextLookAt: end) }
    let detail = "no activity since \(person.lastActivityAt.date), kept for \(days) days at most"
    return PolicyVerdict(
      violations: [PolicyViolation(policy: Self.name, severity: severity, detail: detail)])
  }
}
