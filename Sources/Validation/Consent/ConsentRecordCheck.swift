package import LeadModel

/// What is odd about a consent record beyond what makes it worthless.
package struct ConsentRecordCheck: Sendable {
  package enum Fault: Sendable, Equatable {
    /// It ended before the run.
    case expired
    case olderThan(days: Int)
    /// The law asks for the wording on record, and there is none.
    case withoutWording
    /// Nobody followed the link of a double opt-in.
    case unconfirmed
    /// Nothing says on what basis the data may be used.
    case withoutBasis
    /// Messages need consent, another basis will not do.
    case basisDoesNotCarry
    /// Messages need consent, but to these people: customers, businesses, consumers.
    case basisCarries([String])
    /// It was confirmed before it was given.
    case confirmedBefore(Timestamp)
    /// It was confirmed after the run.
    case confirmedAhead(Timestamp)
    /// It ended before it began.
    case endedBefore(Timestamp)
  }

  package var at: Timestamp
  package var confirmedAt: Timestamp?
  package var expiresAt: Timestamp?
  /// email, sms, whatsapp, phone or any.
  package var channel = "any"
  package var purpose = "marketing"
  /// As the vocabulary has it; nil when it is not stated.
  package var basis: String?
  package var hasWording = false
  /// What the law of the person's country asks for by this channel; nil where it is not known.
  package var rule: MarketingLaw.Rule?

  package init(at: Timestamp) { self.at = at }

  /// What is odd about a granted consent.
  ///
  /// - Parameters:
  ///   - asOf: the date of the run.
  ///   - maxAgeDays: an older one is worth renewing.
  /// - Returns: the faults, in a fixed order; none for a record that says it all.
  /// - Source: GDPR Articles 5(2), 6(1), 7(1); Directive 2002/58/EC Article 13(1), (2);
  ///   `marketing-law.yaml` where `rule` is known.
  package func faults(asOf: Timestamp, maxAgeDays: Int) -> [Fault] {
    var faults = dateFaults(asOf: asOf, maxAgeDays: maxAgeDays)
    if let basis, basis != "consent" {
      if purpose == "marketing" { addBasis(basis, asOf, to: &faults) }
    } else {
      if basis == nil { faults.append(.withoutBasis) }
      let isWritten = rule.map { $0.consumers == .written && $0.businesses == .written } ?? false
      if isWritten, !hasWording { faults.append(.withoutWording) }
    }
    if confirmedAt == nil, channel == "email", basis == nil || basis == "consent" {
      faults.append(.unconfirmed)
    }
    return faults
  }

  /// The first of them: what is odd about the dates of a consent, its age and its end.
  package func dateFaults(asOf: Timestamp, maxAgeDays: Int) -> [Fault] {
    var faults: [Fault] = []
    if let expiresAt, expiresAt <= asOf {
      faults.append(.expired)
    } else {
      let days = min(maxAgeDays, rule?.consentDays ?? maxAgeDays)
      if at.adding(days: days) < asOf { faults.append(.olderThan(days: days)) }
    }
    if let confirmedAt {
      if confirmedAt.adding(days: 1) < at { faults.append(.confirmedBefore(confirmedAt)) }
      if confirmedAt > asOf.adding(days: 1) { faults.append(.confirmedAhead(confirmedAt)) }
    }
    if let expiresAt, expiresAt < at { faults.append(.endedBefore(expiresAt)) }
    return faults
  }

  /// What another basis than consent is worth by the law of the person's country, and by the
  /// directive where that is not known.
  private func addBasis(_ basis: String, _ asOf: Timestamp, to faults: inout [Fault]) {
    guard let rule else {
      if channel != "phone" { faults.append(.basisDoesNotCarry) }
      return
    }
    let mayBeImplied = basis == "contract" || basis == "legitimate_interests"
    func carries(_ demand: MarketingLaw.Demand) -> Bool {
      switch demand {
      case .optOut: true
      case .implied: mayBeImplied
      case .optIn, .written: false
      }
    }
    let (consumers, businesses) = (carries(rule.consumers), carries(rule.businesses))
    if consumers, businesses {
      let days = basis == "contract" ? rule.purchaseDays : rule.inquiryDays
      if rule.consumers == .implied, let days, at.adding(days: days) < asOf {
        faults.append(.olderThan(days: days))
      }
      return
    }
    var people: [String] = []
    if rule.allowsCustomers, mayBeImplied { people.append("customers") }
    if businesses { people.append("businesses") }
    if consumers { people.append("consumers") }
    faults.append(people.isEmpty ? .basisDoesNotCarry : .basisCarries(people))
  }
}
