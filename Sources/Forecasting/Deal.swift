package import LeadModel

/// How a deal ended, or that it has not.
package enum DealOutcome: String, Sendable, CaseIterable {
  case open, won, lost
}

/// A deal entering a stage, with what was believed about it then.
package struct StageEntry: Sendable, Equatable {
  package let stage: String
  package let at: Timestamp
  /// Value of the deal then, where the history has it.
  package let amountCents: Int64?
  package let expectedCloseAt: Timestamp?

  package init(
    stage: String, at: Timestamp, amountCents: Int64? = nil, expectedCloseAt: Timestamp? = nil
  ) {
    self.stage = stage
    self.at = at
    self.amountCents = amountCents
    self.expectedCloseAt = expectedCloseAt
  }
}

/// One deal as it is known now, with the stages it went through.
package struct Deal: Sendable, Equatable {
  package let id: Int64
  package let stage: String
  /// ISO 4217 code, or empty when the source did not say.
  package let currency: String
  package let amountCents: Int64?
  /// pipeline, best_case, commit, omitted ...; empty when the source did not say.
  package let category: String
  package let createdAt: Timestamp?
  package let expectedCloseAt: Timestamp?
  package let closedAt: Timestamp?
  package let outcome: DealOutcome
  /// In order of time.
  package let entries: [StageEntry]

  package init(
    id: Int64, stage: String, currency: String, amountCents: Int64?, category: String = "",
    createdAt: Timestamp?, expectedCloseAt: Timestamp? = nil, closedAt: Timestamp? = nil,
    outcome: DealOutcome, entries: [StageEntry] = []
  ) {
    self.id = id
    self.stage = stage
    self.currency = currency
    self.amountCents = amountCents
    self.category = category
    self.createdAt = createdAt
    self.expectedCloseAt = expectedCloseAt
    self.closedAt = closedAt
    self.outcome = outcome
    self.entries = entries.sorted { $0.at < $1.at }
  }

  /// When the deal came to be: as stated, else when it entered its first stage.
  package var beganAt: Timestamp? { createdAt ?? entries.first?.at }

  /// When the deal ended: as stated, else when its last stage was entered; nil while it is open
  /// and when a closed deal carries no date at all.
  package var endedAt: Timestamp? {
    outcome == .open ? nil : closedAt ?? entries.last?.at
  }

  /// The deal's value when it was won within `(start, end]`, else nil.
  package func wonCents(after start: Timestamp, through end: Timestamp) -> Int64? {
    guard outcome == .won, let endedAt, endedAt > start, endedAt <= end else { return nil }
    return amountCents ?? 0
  }
}
