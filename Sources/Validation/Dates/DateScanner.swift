import Bytes
import LeadModel

/// Goes through the characters of a date once, as `DateWording` writes it.
struct DateScanner {
  /// Year, month and day as they are written, whether there is such a day or not.
  struct Parts: Equatable {
    let year: Int
    let month: Int
    let day: Int
    /// Whether the year was written with two digits.
    var hasShortYear = false

    var date: CivilDate? { CivilDate(year: year, month: month, day: day) }
  }

  let text: UnsafeBufferPointer<UInt8>
  var index = 0
  private var hasShortYear = false

  init(_ cell: UnsafeBufferPointer<UInt8>) {
    let trimmed = ASCII.trimmed(cell)
    text =
      trimmed.count <= DateWording.longest ? trimmed : UnsafeBufferPointer(start: nil, count: 0)
  }

  var atEnd: Bool { index == text.count }

  /// Days since 1899-12-30, with decimals for the time: 1970 to 2079.
  ///
  /// - Source: ECMA-376 part 1, 18.17.4.1, the 1900 date base as it counts from March 1900 on.
  mutating func serialDay() -> DateReader.Reading? {
    guard text.count >= 5, text.prefix(5).allSatisfy(ASCII.isDigit),
      text.count == 5 || text[5] == UInt8(ascii: ".") || text[5] == UInt8(ascii: ","),
      text.dropFirst(6).allSatisfy(ASCII.isDigit), let days = number(maxDigits: 5),
      (25_569...65_745).contains(days)
    else {
      index = 0
      return nil
    }
    var seconds = 0
    if !atEnd {
      index += 1
      var scale = 864_000_000
      var fraction = 0
      while !atEnd, scale >= 10, ASCII.isDigit(text[index]) {
        scale /= 10
        fraction += Int(text[index] - 48) * scale
        index += 1
      }
      seconds = (fraction + 5_000) / 10_000
    }
    let day = CivilDate(daysSinceEpoch: days - 25_569)
    return DateReader.Reading(
      instant: Timestamp(day).adding(seconds: Int64(seconds)), day: day, isSerial: true,
      isLocal: seconds > 0)
  }

  /// A date in figures or with the month's name.
  mutating func parts(order: DateOrder) -> Parts? {
    if let month = monthName() { return partsAfterMonthName(month) }
    let start = index
    guard let first = number(maxDigits: 8) else { return nil }
    let width = index - start
    if width == 8 {
      return Parts(year: first / 10_000, month: first / 100 % 100, day: first % 100)
    }
    guard width == 4 || width <= 2 else { return nil }
    if width == 4, let day = weekDay(year: first) {
      return parts(day.year, day.month, day.day)
    }
    if width == 4, let day = yearDay(year: first) {
      return parts(day.year, day.month, day.day)
    }
    // SAS writes 12APR1985.
    let isDivided = skipSeparator()
    if isDivided || width <= 2, let month = monthName() {
      guard skipSeparator() || !isDivided else { return nil }
      // Hungarian begins with the year.
      if width == 4 { return number(maxDigits: 2).map { parts(first, month, $0) } }
      guard let year = year() else { return nil }
      return parts(year, month, first)
    }
    guard isDivided, let second = number(maxDigits: 2), skipSeparator() else { return nil }
    if width == 4 {
      // Latvian has the day before the month.
      if let month = monthName() { return parts(first, month, second) }
      guard let day = number(maxDigits: 2) else { return nil }
      return parts(first, second, day)
    }
    if order == .ymd {
      guard width == 2, let day = number(maxDigits: 2) else { return nil }
      let year = fullYear(first)
      return parts(year, second, day)
    }
    guard let year = year() else { return nil }
    return order == .dmy ? parts(year, second, first) : parts(year, first, second)
  }

  private func parts(_ year: Int, _ month: Int, _ day: Int) -> Parts {
    Parts(year: year, month: month, day: day, hasShortYear: hasShortYear)
  }

  /// The day behind its year in `2011-W05-4` and `2011W054`: week 1 is the one with 4 January, and
  /// begins on a Monday (ISO 8601-1 5.2.2).
  private mutating func weekDay(year: Int) -> CivilDate? {
    let start = index
    let isDivided = skip("-")
    guard skip("W") || skip("w"), let week = pair(), (1...53).contains(week),
      skip("-") == isDivided, let day = number(maxDigits: 1), (1...7).contains(day),
      let first = CivilDate(year: year, month: 1, day: 4)?.daysSinceEpoch
    else {
      index = start
      return nil
    }
    // 1970-01-01 was a Thursday.
    let monday = first - (first + 3) % 7 + (week - 1) * 7
    guard CivilDate(daysSinceEpoch: monday + 3).year == year else { return nil }
    return CivilDate(daysSinceEpoch: monday + day - 1)
  }

  /// The day behind its year in `2026-005`, counted from 1 January (ISO 8601-1 5.2.3). Without the
  /// hyphen it would be any number.
  private mutating func yearDay(year: Int) -> CivilDate? {
    guard index + 4 <= text.count, text[index] == UInt8(ascii: "-"), ASCII.isDigit(text[index + 3]),
      index + 4 == text.count || !ASCII.isDigit(text[index + 4])
    else { return nil }
    let start = index
    index += 1
    guard let day = number(maxDigits: 3), index == start + 4, day > 0,
      let first = CivilDate(year: year, month: 1, day: 1)?.daysSinceEpoch,
      CivilDate(daysSinceEpoch: first + day - 1).year == year
    else {
      index = start
      return nil
    }
    return CivilDate(daysSinceEpoch: first + day - 1)
  }

  private mutating func partsAfterMonthName(_ month: Int) -> Parts? {
    _ = skipSeparator()
    guard let day = number(maxDigits: 2), skipSeparator(), let year = year() else { return nil }
    return parts(year, month, day)
  }

  /// Seconds since midnight after the date, a stated offset applied; 0 at the end of the text.
  mutating func timeOfDay() -> (seconds: Int64, isLocal: Bool)? {
    // The point behind the day in `2026. 03. 04.`
    if index + 1 == text.count || index + 1 < text.count && [32, 44].contains(text[index + 1]) {
      _ = skip(".")
    }
    _ = skip(",")
    if atEnd { return (0, false) }
    let isCompact = index == 8 && text.prefix(8).allSatisfy(ASCII.isDigit)
    let hasMark = text[index] | 0x20 == UInt8(ascii: "t")
    guard isCompact && ASCII.isDigit(text[index]) || skipToClock(),
      let clock = hourAlone(hasMark) ?? clock(isCompact)
    else { return nil }
    var (hour, minute, second) = clock
    while skip(" ") {}
    if let isAfternoon = meridiem() {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
      while skip(" ") {}
    }
    let isLocal = atEnd
    // The end of the day (ISO 8601-1 Amd 1:2022).
    let isEnd = hour == 24 && minute == 0 && second == 0
    guard hour < 24 || isEnd, minute < 60, second <= 60, let offset = offset() else { return nil }
    return (Int64(hour * 3600 + minute * 60 + second) - offset, isLocal)
  }

  /// `T`, spaces, ` - `, or the colon of a web server's log.
  private mutating func skipToClock() -> Bool {
    if skip(":") { return true }
    guard !atEnd, text[index] | 0x20 == UInt8(ascii: "t") || text[index] == 32 else { return false }
    while !atEnd, text[index] | 0x20 == UInt8(ascii: "t") || text[index] == 32 { index += 1 }
    if skip("-") { return skip(" ") }
    return true
  }

  /// `14:05`, `14:05:30.25`, `14.05`, and behind a date of eight figures `1405` and `140530`.
  private mutating func clock(_ mayBeCompact: Bool) -> (hour: Int, minute: Int, second: Int)? {
    guard let hour = number(maxDigits: 2) else { return nil }
    if mayBeCompact, !atEnd, ASCII.isDigit(text[index]) {
      guard (1900...2099).contains(leadingYear), let minute = pair() else { return nil }
      let second = atEnd || !ASCII.isDigit(text[index]) ? 0 : pair()
      return second.map { (hour, minute, $0) }
    }
    if isBeforeMeridiem { return (hour, 0, 0) }
    let mark: Unicode.Scalar = skip(":") ? ":" : "."
    guard mark == ":" || skip("."), let minute = mark == "." ? pair() : number(maxDigits: 2) else {
      return nil
    }
    var second = 0
    if skip(mark) {
      guard let read = number(maxDigits: 2) else { return nil }
      second = read
      if skip(".") || skip(",") {
        while !atEnd, ASCII.isDigit(text[index]) { index += 1 }
      }
    }
    return (hour, minute, second)
  }

  /// The hour of `T14`, which only the mark before it tells from other numbers.
  private mutating func hourAlone(_ hasMark: Bool) -> (hour: Int, minute: Int, second: Int)? {
    guard hasMark, index + 2 <= text.count else { return nil }
    let next = index + 2 == text.count ? UInt8(ascii: "Z") : text[index + 2]
    guard "Zz+-".utf8.contains(next) else { return nil }
    return pair().map { ($0, 0, 0) }
  }

  private var leadingYear: Int { text.prefix(4).reduce(0) { $0 * 10 + Int($1) - 48 } }

  /// Two figures.
  private mutating func pair() -> Int? {
    let start = index
    let value = number(maxDigits: 2)
    return index - start == 2 ? value : nil
  }

  /// Whether `AM` or `PM` follows, perhaps behind a space.
  private var isBeforeMeridiem: Bool {
    var ahead = self
    _ = ahead.skip(" ")
    return ahead.meridiem() != nil
  }

  private mutating func meridiem() -> Bool? {
    guard text.count - index == 2 || text.count - index > 2 && text[index + 2] == 32,
      text[index + 1] | 0x20 == UInt8(ascii: "m")
    else { return nil }
    let letter = text[index] | 0x20
    guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else { return nil }
    index += 2
    return letter == UInt8(ascii: "p")
  }

  /// `Z`, `UTC`, `GMT`, `+02:00`, `+0200`, `+02` or nothing.
  private mutating func offset() -> Int64? {
    if atEnd { return 0 }
    let rest = String(decoding: text[index...], as: UTF8.self)
    if rest == "Z" || rest == "z" || rest == "UTC" || rest == "GMT" { return 0 }
    let sign: Int64 = text[index] == UInt8(ascii: "-") ? -1 : 1
    guard skip("+") || skip("-"), let hours = number(maxDigits: 2), hours < 15 else { return nil }
    _ = skip(":")
    let minutes = atEnd ? 0 : number(maxDigits: 2) ?? 60
    guard minutes < 60, atEnd else { return nil }
    return sign * Int64(hours * 3600 + minutes * 60)
  }

  private mutating func number(maxDigits: Int) -> Int? {
    var value = 0
    let start = index
    while !atEnd, index - start < maxDigits, ASCII.isDigit(text[index]) {
      value = value * 10 + Int(text[index] - 48)
      index += 1
    }
    return index > start ? value : nil
  }

  /// Four or two digits.
  private mutating func year() -> Int? {
    let start = index
    guard let value = number(maxDigits: 4) else { return nil }
    switch index - start {
    case 4: return value
    case 2: return fullYear(value)
    default: return nil
    }
  }

  private mutating func fullYear(_ value: Int) -> Int {
    hasShortYear = true
    return value < 70 ? 2000 + value : 1900 + value
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard !atEnd, text[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  /// `-`, `/`, `.`, `,` and spaces between the parts of a date.
  private mutating func skipSeparator() -> Bool {
    let start = index
    while !atEnd, index - start < 2 {
      let byte = text[index]
      guard
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
          || byte == UInt8(ascii: ",") || byte == 32
      else { break }
      index += 1
    }
    return index > start
  }

  private mutating func monthName() -> Int? {
    let word = text[index...].prefix { ASCII.isLetter($0) }
    guard let month = EnglishMonths.month(of: word) else { return nil }
    index = word.endIndex
    return month
  }
}
