import LeadModel
import Validation

/// The date that a file's name states, as `tps-2026-11-01.csv`, `robinson_20261101.csv`,
/// `sperrliste 01.11.2026.csv` and `bloctel-nov-2026.csv` do.
enum SnapshotDate {
  /// What a file's name says about its date.
  enum Statement: Equatable {
    /// Nothing that looks like a date.
    case nothing
    /// Of several readings the earliest: a list that seems older than it is holds messages back, one
    /// that seems newer lets them go. A month alone is its first day.
    case date(CivilDate)
    /// Numbers that seem to be a date, and are none that one can be sure of.
    case unreadable
  }

  static func statement(in name: String) -> Statement {
    let parts = parts(of: withWholeYears(name))
    var dates: [CivilDate] = []
    var isUnreadable = false
    var index = 0
    while index < parts.count {
      if let (readings, count) = readings(parts[index...]) {
        dates += readings
        isUnreadable = isUnreadable || readings.isEmpty
        index += count
      } else {
        index += 1
      }
    }
    if let first = dates.min() { return .date(first) }
    return isUnreadable ? .unreadable : .nothing
  }

  /// When the list in a file was drawn up: at the end of the day that its name states, at the latest
  /// as of the run; where it states none, as of the run that first brought the list.
  static func time(name: String, asOf: Timestamp, first: Timestamp? = nil) -> Timestamp {
    guard case .date(let date) = statement(in: name) else { return min(first ?? asOf, asOf) }
    return min(Timestamp(date).adding(seconds: Timestamp.secondsPerDay - 1), asOf)
  }

  /// A name with all digits of the year where days are written as `05.01.25`: dots stand in dates of
  /// one order only, between other signs two digits may be anything.
  private static func withWholeYears(_ name: String) -> String {
    name.replacing(/(^|[^0-9.])([0-9]{1,2}\.[0-9]{1,2}\.)([0-9]{2})(?![0-9]|\.[0-9])/) {
      "\($0.output.1)\($0.output.2)20\($0.output.3)"
    }
  }

  /// A run of digits or letters of a name.
  private enum Part {
    case number(Int, digits: Int)
    case month(Int)
    case word
  }

  /// The runs of a name; its extensions are words that mean nothing.
  private static func parts(of name: String) -> [Part] {
    var parts: [Part] = []
    var rest = Substring(name)
    while let first = rest.first {
      if first.isASCII, first.isNumber {
        let run = rest.prefix { $0.isASCII && $0.isNumber }
        parts.append(.number(Int(run) ?? 0, digits: run.count))
        rest = rest[run.endIndex...]
      } else if first.isLetter {
        let run = rest.prefix(while: \.isLetter)
        parts.append(MonthNames.month(named: String(run)).map { .month($0) } ?? .word)
        rest = rest[run.endIndex...]
      } else {
        rest = rest.dropFirst()
      }
    }
    return parts
  }

  /// The dates that the parts at the beginning may mean, and how many parts they take; no date for
  /// what only looks like one, nil for anything else.
  private static func readings(_ parts: ArraySlice<Part>) -> (dates: [CivilDate], count: Int)? {
    let three = Array(parts.prefix(3))
    switch three.first {
    case .number(let number, digits: 8):
      return (days(number), 1)
    // The time of the day behind the day: of an hour alone only where the day is one.
    case .number(let number, digits: 14): return (days(number / 1_000_000), 1)
    case .number(let number, digits: 12): return (days(number / 10_000), 1)
    case .number(let number, digits: 10):
      let days = days(number / 100)
      return days.isEmpty ? nil : (days, 1)
    // Two digits of a year, or something else entirely.
    case .number(_, digits: 6): return ([], 1)
    default: break
    }
    if three.count == 3, let dates = dates(three[0], three[1], three[2]) { return (dates, 3) }
    if three.count >= 2, let dates = month(three[0], three[1]) { return (dates, 2) }
    if case .number(let year, digits: 4) = three.first, isYear(year) { return ([], 1) }
    return nil
  }

  /// The days that eight digits may mean.
  private static func days(_ number: Int) -> [CivilDate] {
    [
      date(number / 10_000, number / 100 % 100, number % 100),
      date(number % 10_000, number / 10_000 % 100, number / 1_000_000),
    ].compactMap { $0 }
  }

  private static func dates(_ one: Part, _ two: Part, _ three: Part) -> [CivilDate]? {
    switch (one, two, three) {
    case (
      .number(let year, digits: 4), .number(let month, digits: 1...2),
      .number(let day, digits: 1...2)
    ) where isYear(year):
      [date(year, month, day)].compactMap { $0 }
    case (
      .number(let first, digits: 1...2), .number(let second, digits: 1...2),
      .number(let year, digits: 4)
    ) where isYear(year):
      [date(year, second, first), date(year, first, second)].compactMap { $0 }
    case (.number(let day, digits: 1...2), .month(let month), .number(let year, digits: 4))
    where isYear(year):
      [date(year, month, day)].compactMap { $0 }
    case (.month(let month), .number(let day, digits: 1...2), .number(let year, digits: 4))
    where isYear(year):
      [date(year, month, day)].compactMap { $0 }
    case (.number(let day, digits: 1...2), .month(let month), .number(let year, digits: 2)):
      // `5-jan-25`; a year long ago is rather the day: `25-jan-05`.
      year < firstShortYear ? [] : [date(2000 + year, month, day)].compactMap { $0 }
    case (.month, .number(_, digits: 1...2), .number(_, digits: 2)): []
    case (.number(_, digits: 1...2), .number(_, digits: 1...2), .number(_, digits: 2)): []
    default: nil
    }
  }

  /// Years in two digits before it are more likely days of a month that comes first or last.
  private static let firstShortYear = 15

  /// A month of a year, as its first day.
  private static func month(_ one: Part, _ two: Part) -> [CivilDate]? {
    switch (one, two) {
    case (.number(let year, digits: 4), .number(let month, digits: 2)) where isYear(year):
      [date(year, month, 1)].compactMap { $0 }
    case (.number(let month, digits: 2), .number(let year, digits: 4)) where isYear(year):
      [date(year, month, 1)].compactMap { $0 }
    case (.month(let month), .number(let year, digits: 4)) where isYear(year):
      [date(year, month, 1)].compactMap { $0 }
    case (.number(let year, digits: 4), .month(let month)) where isYear(year):
      [date(year, month, 1)].compactMap { $0 }
    default: nil
    }
  }

  /// A number of four or eight digits is hardly ever a year or day of another time.
  private static func isYear(_ number: Int) -> Bool { (1990...2099).contains(number) }

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> CivilDate? {
    isYear(year) ? CivilDate(year: year, month: month, day: day) : nil
  }
}
