package import LeadModel

/// Month boundaries in UTC.
package enum MonthEnds {
  /// The last instants of months (23:59:59 UTC) before `instant`, latest first.
  ///
  /// `instant` itself counts when it is a month's last second.
  package static func before(_ instant: Timestamp, count: Int) -> [Timestamp] {
    var ends: [Timestamp] = []
    var month = firstDay(of: instant.adding(seconds: 1).date)
    while ends.count < count {
      ends.append(Timestamp(month).adding(seconds: -1))
      month = firstDay(of: month.adding(days: -1))
    }
    return ends
  }

  /// The first day of a date's month.
  package static func firstDay(of date: CivilDate) -> CivilDate {
    date.adding(days: 1 - date.day)
  }

  /// The first day of the month a number of months after a date's month.
  package static func firstDay(of date: CivilDate, addingMonths months: Int) -> CivilDate {
    var day = firstDay(of: date)
    // 31 days from the first of a month always fall into the next one.
    for _ in 0..<max(0, months) { day = firstDay(of: day.adding(days: 31)) }
    return day
  }
}
