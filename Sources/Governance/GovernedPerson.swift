package import LeadModel

/// What a person said about being contacted, as the store spells it.
package enum ConsentDecision: String, CaseIterable, Sendable, Hashable {
  case granted, declined, withdrawn, expired
  case notAsked = "not_asked"
}

/// One statement about consent: a consent record, or what a lead row said.
package struct ConsentStatement: Equatable, Sendable {
  package let channels: Set<Channel>
  package let decision: ConsentDecision
  /// nil: the supplier gave no date, so that the statement proves nothing.
  package let at: Timestamp?
  package let expiresAt: Timestamp?

  /// How much it grants less than everything: of two statements of one time the more counts.
  fileprivate var bounds: Int { decision != .granted ? 2 : expiresAt != nil ? 1 : 0 }

  package init(
    channels: Set<Channel>, decision: ConsentDecision, at: Timestamp?, expiresAt: Timestamp? = nil
  ) {
    self.channels = channels
    self.decision = decision
    self.at = at
    self.expiresAt = expiresAt
  }
}

/// What policies look at in one person.
package struct GovernedPerson: Equatable, Sendable {
  /// ISO 3166-1 alpha-2; nil when unknown.
  package let country: String?
  package let hasEmail: Bool
  /// The lead rows' own statement and the consent records, in any order.
  package let consent: [ConsentStatement]
  /// Catalogue fields that have a value.
  package let filledFields: Set<String>
  /// Arrival, or the last activity or engagement after it.
  package let lastActivityAt: Timestamp
  /// Whether nothing personal is left.
  package let isErased: Bool

  package init(
    country: String?, hasEmail: Bool, consent: [ConsentStatement], filledFields: Set<String>,
    lastActivityAt: Timestamp, isErased: Bool
  ) {
    self.country = country
    self.hasEmail = hasEmail
    self.consent = consent
    self.filledFields = filledFields
    self.lastActivityAt = lastActivityAt
    self.isErased = isErased
  }

  /// The statement about a channel that holds at a date: the last one made up to then, and of two
  /// made at the same time the one that grants less. Undated ones come first of all.
  package func statement(for channel: Channel, asOf: Timestamp) -> ConsentStatement? {
    consent
      .filter { $0.decision != .notAsked && $0.channels.cover(channel) }
      .filter { ($0.at ?? asOf) <= asOf }
      .max { left, right in
        let times = (left.at?.seconds ?? Int64.min, right.at?.seconds ?? Int64.min)
        if times.0 != times.1 { return times.0 < times.1 }
        return left.bounds < right.bounds
      }
  }
}
