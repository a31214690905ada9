package import LeadModel

/// The local hours and days on which messages of a channel may be handed over.
package struct SendWindow: Equatable, Sendable {
  /// ISO 8601 weekdays, 1 = Monday.
  package let weekdays: Set<Int>
  /// Seconds of the local day; 86,400 as the end means midnight.
  package let seconds: Range<Int>
  package let holidays: Set<CivilDate>

  /// Always open.
  package static let always = SendWindow(weekdays: Set(1...7), seconds: 0..<86_400, holidays: [])

  package init(weekdays: Set<Int>, seconds: Range<Int>, holidays: Set<CivilDate>) {
    self.weekdays = weekdays
    self.seconds = seconds
    self.holidays = holidays
  }

  package func isOpen(at instant: Timestamp, in zone: ZoneRules) -> Bool {
    let local = zone.local(at: instant)
    return isOpen(on: local.date) && seconds.contains(local.secondOfDay)
  }

  /// The first instant at or after another at which the window is open.
  ///
  /// - Parameters:
  ///   - instant: where to start.
  ///   - zone: the zone that the window's hours are local to.
  /// - Returns: the instant itself when the window is open then; also when it never opens within
  ///   two years, which no reasonable calendar does.
  package func opening(atOrAfter instant: Timestamp, in zone: ZoneRules) -> Timestamp {
    if isOpen(at: instant, in: zone) { return instant }
    let start = zone.local(at: instant)
    for offset in 0...731 {
      let date = start.date.adding(days: offset)
      guard isOpen(on: date) else { continue }
      let candidate = zone.instant(of: date, secondOfDay: seconds.lowerBound)
      // A clock change can move the opening; what counts is that the window is open.
      if candidate >= instant { return candidate }
    }
    return instant
  }

  private func isOpen(on date: CivilDate) -> Bool {
    weekdays.contains(date.weekday) && !holidays.contains(date)
  }
}

extension SequenceDefinition {
  /// When a message may follow one that went out late, as after nights without a run: as late as
  /// that one, in whole days, so that the planned days lie between the two.
  ///
  /// - Parameters:
  ///   - dueAt: when the message was planned for.
  ///   - previousDueAt: when the one before it was planned for.
  ///   - previousSentAt: the as-of date on which that was handed over.
  /// - Returns: an instant that is not before `dueAt`.
  package static func turn(
    of dueAt: Timestamp, previousDueAt: Timestamp, previousSentAt: Timestamp
  ) -> Timestamp {
    let late = previousSentAt.seconds - previousDueAt.seconds
    return dueAt.adding(days: max(0, Int(late / Timestamp.secondsPerDay)))
  }

  /// When each message is due.
  ///
  /// A step of day 0 is due at once, a later one when the window opens on its local day; both are
  /// moved on to the next time that the window of their channel is open. No message is due before
  /// the one before it.
  ///
  /// - Parameters:
  ///   - enrolledAt: the as-of date of enrolment.
  ///   - zone: the person's time zone, UTC when it is not known.
  ///   - windows: by channel; a channel without one is always open.
  /// - Returns: one instant a step, in order.
  package func dueDates(
    enrolledAt: Timestamp, zone: ZoneRules, windows: [Channel: SendWindow]
  ) -> [Timestamp] {
    let enrolled = zone.local(at: enrolledAt).date
    var previous = enrolledAt
    return steps.map { step in
      let window = windows[step.channel] ?? .always
      let date = enrolled.adding(days: step.day)
      let start =
        step.day == 0
        ? enrolledAt : zone.instant(of: date, secondOfDay: window.seconds.lowerBound)
      previous = window.opening(atOrAfter: max(start, previous), in: zone)
      return previous
    }
  }
}
