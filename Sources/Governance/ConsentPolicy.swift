import LeadModel

/// In these countries an e-mail address may be kept only with evidence of consent.
package struct ConsentPolicy: Equatable, Sendable {
  package static let name = "consent_required"
  package let severity: PolicySeverity
  /// ISO 3166-1 alpha-2 codes.
  package let countries: Set<String>
  /// Whether a person of unknown country is treated as if consent were required.
  package let coversUnknownCountry: Bool

  package init(severity: PolicySeverity, countries: Set<String>, coversUnknownCountry: Bool) {
    self.severity = severity
    self.countries = countries
    self.coversUnknownCountry = coversUnknownCountry
  }

  func verdict(on person: GovernedPerson, asOf: Timestamp) -> PolicyVerdict {
    let isCovered = person.country.map(countries.contains) ?? coversUnknownCountry
    guard isCovered, person.hasEmail else { return PolicyVerdict() }
    let problem: String
    switch person.statement(for: .email, asOf: asOf) {
    case nil: problem = "no consent on record"
    case let statement? where statement.decision == .expired:
      problem = "consent expired" + (statement.at.map { ", known on \($0.date)" } ?? "")
    case let statement? where statement.decision != .granted:
      problem = "consent was \(statement.decision.rawValue)"
    case let statement? where statement.at == nil: problem = "consent without a date"
    case let statement?:
      guard let end = statement.expiresAt else { return PolicyVerdict() }
      if end > asOf { return PolicyVerdict(nextLookAt: end) }
      problem = "consent expired on \(end.date)"
    }
    let detail = "\(person.country ?? "unknown country"): \(problem)"
    return PolicyVerdict(
      violations: [PolicyViolation(policy: Self.name, severity: severity, detail: detail)])
  }
}
