package import LeadModel

/// What is odd about a consent record beyond what makes it worthless.
package struct ConsentRecordCheck: Sendable {
  package enum Fault: Sendable, Equatable {
    /// It ended before the run.
    case expired
    case olderThan(days: Int)
    /// Nobody followed the link of a double opt-in.
    case unconfirmed
    /// Nothing says on what basis the data may be used.
    case withoutBasis
    /// Messages need consent, another basis will not do.
    case basisDoesNotCarry
    /// It was confirmed before it was given, or it ended before it began.
    case outOfOrder
  }

  package var at: Timestamp
  package var confirmedAt: Timestamp?
  package var expiresAt: Timestamp?
  /// email, sms, whatsapp, phone or any.
  package var channel = "any"
  package var purpose = "marketing"
  /// As the vocabulary has it; nil when it is not stated.
  package var basis: String?

  package init(at: Timestamp) { self.at = at }

  /// What is odd about a granted consent.
  ///
  /// - Parameters:
  ///   - asOf: the date of the run.
  ///   - maxAgeDays: an older one is worth renewing.
  /// - Returns: the faults, in a fixed order; none for a record that says it all.
  /// - Source: GDPR Articles 5(2), 6(1), 7(1); Directive 2002/58/EC Article 13(1).
  package func faults(asOf: Timestamp, maxAgeDays: Int) -> [Fault] {
    var faults: [Fault] = []
    if let expiresAt, expiresAt <= asOf {
      faults.append(.expired)
    } else if at.adding(days: maxAgeDays) < asOf {
      faults.append(.olderThan(days: maxAgeDays))
    }
    let isEarly = confirmedAt.map { $0.adding(days: 1) < at || $0 > asOf.adding(days: 1) }
    if isEarly == true || expiresAt.map({ $0 < at }) == true { faults.append(.outOfOrder) }
    let isElectronic = channel != "phone"
    switch basis {
    case nil: faults.append(.withoutBasis)
    case "consent": break
    default: if isElectronic, purpose == "marketing" { faults.append(.basisDoesNotCarry) }
    }
    if confirmedAt == nil, channel == "email", basis == nil || basis == "consent" {
      faults.append(.unconfirmed)
    }
    return faults
  }
}
