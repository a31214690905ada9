package import LeadModel

/// A day off that a calendar names: one date, a date of every year, or a distance from Easter.
package enum Holiday: Hashable, Sendable {
  case date(CivilDate)
  /// 29 February is a holiday in leap years only.
  case yearly(month: Int, day: Int)
  /// Days after Easter Sunday, negative before it: Good Friday is -2, Whit Monday 50.
  case easter(offsetDays: Int)

  package func falls(on day: CivilDate) -> Bool {
    switch self {
    case .date(let date): date == day
    case .yearly(let month, let dayOfMonth): day.month == month && day.day == dayOfMonth
    case .easter(let offset): Self.easterSunday(of: day.year)?.adding(days: offset) == day
    }
  }

  /// Easter Sunday of the western churches.
  ///
  /// - Source: the "Anonymous Gregorian" computus, Nature 13 (1876), p. 487.
  package static func easterSunday(of year: Int) -> CivilDate? {
    let golden = year % 19
    let (century, yearOfCentury) = year.quotientAndRemainder(dividingBy: 100)
    let moonCorrection = (8 * century + 13) / 25
    let epact = (19 * golden + century - century / 4 - moonCorrection + 15) % 30
    let weekday =
      (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let late = (golden + 11 * epact + 22 * weekday) / 451
    let days = epact + weekday - 7 * late + 114
    return CivilDate(year: year, month: days / 31, day: days % 31 + 1)
  }
}
