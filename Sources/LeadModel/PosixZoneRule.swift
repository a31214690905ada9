/// The rule that a time zone follows after its last listed transition, as `CET-1CEST,M3.5.0,M10.5.0/3`.
///
/// - Source: POSIX.1-2017 section 8.3 (`TZ`), with the extension of RFC 8536 section 3.3.1: hours
///   from -167 to 167.
struct PosixZoneRule: Hashable, Sendable {
  private let standardOffset: Int
  private let daylight: Daylight?

  private struct Daylight: Hashable {
    let offset: Int
    let start: Switch
    let end: Switch
  }

  /// The day of a year and the wall clock time at which the offset changes.
  private struct Switch: Hashable {
    enum Day: Hashable {
      /// 1 to 365, 29 February never counted.
      case julian(Int)
      /// 0 to 365, 29 February counted.
      case zeroBased(Int)
      /// Weekday 0 = Sunday; week 5 = the last one of the month.
      case weekday(month: Int, week: Int, weekday: Int)
    }
    let day: Day
    let secondOfDay: Int

    /// The instant that a clock of UTC would show when the wall clock shows the switch.
    func naive(year: Int) -> Int64? {
      guard let newYear = CivilDate(year: year, month: 1, day: 1) else { return nil }
      let days: Int
      switch day {
      case .julian(let number):
        let isLeap = CivilDate(year: year, month: 2, day: 29) != nil
        days = newYear.daysSinceEpoch + number - 1 + (isLeap && number >= 60 ? 1 : 0)
      case .zeroBased(let number):
        days = newYear.daysSinceEpoch + number
      case .weekday(let month, let week, let weekday):
        guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
        let firstMatch = 1 + (weekday - first.weekday % 7 + 7) % 7
        var dayOfMonth = firstMatch + (week - 1) * 7
        while dayOfMonth > CivilDate.daysIn(month: month, year: year) { dayOfMonth -= 7 }
        days = first.daysSinceEpoch + dayOfMonth - 1
      }
      return Int64(days) * Timestamp.secondsPerDay + Int64(secondOfDay)
    }
  }

  /// Fails when the text is not of the form above.
  init?(_ text: String) {
    var reader = Reader(bytes: Array(text.utf8))
    guard reader.name(), let standard = reader.time() else { return nil }
    // POSIX counts west of Greenwich as positive.
    standardOffset = -standard
    if reader.atEnd {
      daylight = nil
      return
    }
    guard reader.name() else { return nil }
    var daylightOffset = -standard + 3600
    if !reader.atEnd, !reader.isAt(",") {
      guard let written = reader.time() else { return nil }
      daylightOffset = -written
    }
    guard let start = reader.change(), let end = reader.change(), reader.atEnd else { return nil }
    daylight = Daylight(offset: daylightOffset, start: start, end: end)
  }

  func offsetSeconds(at instant: Timestamp) -> Int {
    guard let daylight else { return standardOffset }
    let year = instant.adding(seconds: Int64(standardOffset)).date.year
    guard let naiveStart = daylight.start.naive(year: year),
      let naiveEnd = daylight.end.naive(year: year)
    else { return standardOffset }
    let start = naiveStart - Int64(standardOffset)
    let end = naiveEnd - Int64(daylight.offset)
    let isDaylight =
      start < end
      ? (start..<end).contains(instant.seconds)
      : instant.seconds >= start || instant.seconds < end
    return isDaylight ? daylight.offset : standardOffset
  }

  private struct Reader {
    let bytes: [UInt8]
    var index = 0

    var atEnd: Bool { index == bytes.count }

    func isAt(_ character: Unicode.Scalar) -> Bool {
      index < bytes.count && bytes[index] == UInt8(ascii: character)
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
      guard isAt(character) else { return false }
      index += 1
      return true
    }

    /// An abbreviation: letters, or anything between angle brackets.
    mutating func name() -> Bool {
      let start = index
      if skip("<") {
        while index < bytes.count, !isAt(">") { index += 1 }
        return skip(">")
      }
      while index < bytes.count, (65...90).contains(bytes[index] & 0xDF) { index += 1 }
      return index - start >= 3
    }

    mutating func number() -> Int? {
      let start = index
      var value = 0
      while index < bytes.count, (48...57).contains(bytes[index]), index - start < 4 {
        value = value * 10 + Int(bytes[index] - 48)
        index += 1
      }
      return index > start ? value : nil
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    mutating func time() -> Int? {
      let sign = skip("-") ? -1 : 1
      _ = skip("+")
      guard let hours = number(), hours <= 167 else { return nil }
      var seconds = hours * 3600
      if skip(":") {
        guard let minutes = number(), minutes < 60 else { return nil }
        seconds += minutes * 60
        if skip(":") {
          guard let rest = number(), rest < 60 else { return nil }
          seconds += rest
        }
      }
      return sign * seconds
    }

    /// `,Mm.w.d[/time]`, `,Jn[/time]` or `,n[/time]`; the time is 02:00 when left out.
    mutating func change() -> Switch? {
      guard skip(","), let day = day() else { return nil }
      guard skip("/") else { return Switch(day: day, secondOfDay: 7200) }
      guard let time = time() else { return nil }
      return Switch(day: day, secondOfDay: time)
    }

    private mutating func day() -> Switch.Day? {
      if skip("M") {
        guard let month = number(), (1...12).contains(month), skip("."), let week = number(),
          (1...5).contains(week), skip("."), let weekday = number(), (0...6).contains(weekday)
        else { return nil }
        return .weekday(month: month, week: week, weekday: weekday)
      }
      if skip("J") {
        guard let number = number(), (1...365).contains(number) else { return nil }
        return .julian(number)
      }
      guard let number = number(), number <= 365 else { return nil }
      return .zeroBased(number)
    }
  }
}
