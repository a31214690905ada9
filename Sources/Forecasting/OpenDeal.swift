package import LeadModel

/// When an open deal is expected to close, seen from a date.
package enum DueClass: String, Sendable, CaseIterable {
  /// The expected date has passed and the deal is still open.
  case overdue
  /// Expected inside the forecast's horizon.
  case within
  /// Expected after the horizon, or no date given.
  case later

  init(expectedCloseAt: Timestamp?, at instant: Timestamp, horizonDays: Int) {
    guard let expectedCloseAt else {
      self = .later
      return
    }
    if expectedCloseAt < instant {
      self = .overdue
    } else {
      self = expectedCloseAt <= instant.adding(days: horizonDays) ? .within : .later
    }
  }
}

/// A deal that was open at some instant, with what was known of it then.
package struct OpenDeal: Sendable, Equatable {
  package let id: Int64
  package let stage: String
  package let currency: String
  /// Empty for a past instant: no history of it is kept, and owners omit deals after losing them.
  package let category: String
  package let amountCents: Int64
  package let expectedCloseAt: Timestamp?
  package let dueClass: DueClass
}

extension Deal {
  /// The deal as it stood at an instant, or nil when it was not open then.
  ///
  /// Before `now` the stage, value and expected date are those of the last stage entry up to the
  /// instant; a value or date that the history lacks is the deal's present one. At `now` an open
  /// deal stands as the deal record itself says. A stage that no entry tells is `unknownStage`.
  func snapshot(
    at instant: Timestamp, now: Timestamp, horizonDays: Int, unknownStage: String
  ) -> OpenDeal? {
    guard let beganAt, beganAt <= instant else { return nil }
    if outcome != .open {
      guard let endedAt, endedAt > instant else { return nil }
    }
    let isCurrent = outcome == .open && instant >= now
    let known = isCurrent ? nil : entries.last { $0.at <= instant }
    let expected = known?.expectedCloseAt ?? expectedCloseAt
    return OpenDeal(
      id: id, stage: isCurrent ? stage : known?.stage ?? unknownStage, currency: currency,
      category: isCurrent ? category : "", amountCents: known?.amountCents ?? amountCents ?? 0,
      expectedCloseAt: expected,
      dueClass: DueClass(expectedCloseAt: expected, at: instant, horizonDays: horizonDays))
  }
}
