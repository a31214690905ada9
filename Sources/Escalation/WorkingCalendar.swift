package import LeadModel

/// Why a calendar cannot be worked by.
package enum WorkingCalendarError: Error, Equatable, Sendable {
  /// No weekday has working hours, so that no delay ever runs out.
  case noWorkingHours
  /// Hours of a day that end before they begin, overlap, or leave the day.
  case badHours(weekday: Int)
}

/// When people work: hours of each weekday in one time zone, less the holidays.
///
/// Delays are counted in working seconds, as wall clocks of the zone count them: a working day in
/// the night of a clock change has as many hours as any other.
package struct WorkingCalendar: Equatable, Sendable {
  package let zone: ZoneRules
  /// Seconds of the day, ascending; index 0 = Monday.
  private let hours: [[Range<Int>]]
  private let holidays: [Holiday]

  /// A search ends after this many days, when a calendar of nothing but holidays would go on.
  private static let horizonDays = 3660

  /// - Parameters:
  ///   - zone: the time zone that the hours are local to.
  ///   - hours: ISO weekday (1 = Monday) -> ranges of seconds since local midnight.
  ///   - holidays: days without working hours.
  /// - Throws: `WorkingCalendarError`.
  package init(
    zone: ZoneRules, hours: [Int: [Range<Int>]], holidays: [Holiday]
  ) throws(WorkingCalendarError) {
    var week: [[Range<Int>]] = []
    for weekday in 1...7 {
      let ranges = (hours[weekday] ?? []).sorted { $0.lowerBound < $1.lowerBound }
      for (range, next) in zip(ranges, ranges.dropFirst()) where range.overlaps(next) {
        throw .badHours(weekday: weekday)
      }
      for range in ranges
      where range.isEmpty || range.lowerBound < 0
        || range.upperBound > Int(Timestamp.secondsPerDay)
      {
        throw .badHours(weekday: weekday)
      }
      week.append(ranges)
    }
    guard week.contains(where: { !$0.isEmpty }) else { throw .noWorkingHours }
    self.zone = zone
    self.hours = week
    self.holidays = holidays
  }

  package func isHoliday(_ day: CivilDate) -> Bool {
    holidays.contains { $0.falls(on: day) }
  }

  /// Whether people work at an instant; the end of the hours is no longer working time.
  package func isWorking(at instant: Timestamp) -> Bool {
    let local = zone.local(at: instant)
    return ranges(on: local.date).contains { $0.contains(local.secondOfDay) }
  }

  /// The first working instant at or after an instant; nil when there is none in ten years.
  package func nextWorking(from instant: Timestamp) -> Timestamp? {
    adding(workingSeconds: 0, to: instant)
  }

  /// The instant at which a number of working seconds has passed.
  ///
  /// - Returns: nil when they do not pass within ten years. With 0, the first working instant. A
  ///   delay that fills a day's hours ends with them, not with the next morning.
  package func adding(workingSeconds delay: Int, to instant: Timestamp) -> Timestamp? {
    var remaining = delay
    let start = zone.local(at: instant)
    for offset in 0..<Self.horizonDays {
      let day = start.date.adding(days: offset)
      for range in ranges(on: day) {
        let from = offset == 0 ? max(range.lowerBound, start.secondOfDay) : range.lowerBound
        let available = range.upperBound - from
        guard available > 0 else { continue }
        if remaining <= available {
          // The instant itself where it counts, so that an hour that is shown twice stays its own.
          let isStart = offset == 0 && from == start.secondOfDay && remaining == 0
          return isStart ? instant : zone.instant(of: day, secondOfDay: from + remaining)
        }
        remaining -= available
      }
    }
    return nil
  }

  private func ranges(on day: CivilDate) -> [Range<Int>] {
    let ranges = hours[day.weekday - 1]
    return ranges.isEmpty || isHoliday(day) ? [] : ranges
  }
}
