import Bytes
package import LeadModel

/// Reads dates and times as they are written in spreadsheets.
package enum DateReader {
  package struct Reading: Equatable, Sendable {
    /// In UTC, unless `isLocal`.
    package let instant: Timestamp
    /// Whether a spreadsheet's day number stood in the cell.
    package let isSerial: Bool
    /// Whether a time of day without an offset was read: the instant is what a wall clock shows.
    package let isLocal: Bool
  }

  /// The instant that a cell names; nil when it names none. A date alone is midnight UTC.
  ///
  /// ISO 8601 is read whatever the order. A year of two digits is of 1970 to 2069 (POSIX).
  ///
  /// `12/31/2025` is no date in the order `dmy`.
  package static func read(
    _ cell: UnsafeBufferPointer<UInt8>, order: DateOrder
  ) -> Reading? {
    var scanner = DateScanner(cell)
    if let serial = scanner.serialDay() { return serial }
    guard let date = scanner.date(order: order) else { return nil }
    guard let time = scanner.timeOfDay() else { return nil }
    return Reading(
      instant: Timestamp(date).adding(seconds: time.seconds), isSerial: false,
      isLocal: time.isLocal)
  }

  package static func read(_ text: String, order: DateOrder) -> Reading? {
    var text = text
    return text.withUTF8 { read($0, order: order) }
  }
}

/// Goes through the characters of a date once.
private struct DateScanner {
  let text: UnsafeBufferPointer<UInt8>
  var index = 0

  init(_ cell: UnsafeBufferPointer<UInt8>) {
    text = ASCII.trimmed(cell)
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
    let instant = Timestamp(CivilDate(daysSinceEpoch: days - 25_569))
    return DateReader.Reading(
      instant: instant.adding(seconds: Int64(seconds)), isSerial: true,
      isLocal: seconds > 0)
  }

  /// A date in figures or with the month's name.
  mutating func date(order: DateOrder) -> CivilDate? {
    skipWeekday()
    if let month = monthName() { return dateAfterMonthName(month) }
    let start = index
    guard let first = number(maxDigits: 8) else { return nil }
    let width = index - start
    if width == 8 {
      return CivilDate(year: first / 10_000, month: first / 100 % 100, day: first % 100)
    }
    guard width == 4 || width <= 2, skipSeparator() else { return nil }
    if let month = monthName() {
      guard width <= 2, skipSeparator(), let year = year() else { return nil }
      return CivilDate(year: year, month: month, day: first)
    }
    guard let second = number(maxDigits: 2), skipSeparator() else { return nil }
    if width == 4 {
      guard let day = number(maxDigits: 2) else { return nil }
      return CivilDate(year: first, month: second, day: day)
    }
    if order == .ymd {
      guard width == 2, let day = number(maxDigits: 2) else { return nil }
      return CivilDate(year: fullYear(first), month: second, day: day)
    }
    guard let year = year() else { return nil }
    return order == .dmy
      ? CivilDate(year: year, month: second, day: first)
      : CivilDate(year: year, month: first, day: second)
  }

  private mutating func dateAfterMonthName(_ month: Int) -> CivilDate? {
    _ = skipSeparator()
    guard let day = number(maxDigits: 2) else { return nil }
    skipOrdinal()
    guard skipSeparator(), let year = year() else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// Seconds since midnight after the date, a stated offset applied; 0 at the end of the text.
  mutating func timeOfDay() -> (seconds: Int64, isLocal: Bool)? {
    if atEnd { return (0, false) }
    if text[index] == UInt8(ascii: ",") { index += 1 }
    guard !atEnd, text[index] | 0x20 == UInt8(ascii: "t") || text[index] == 32 else { return nil }
    while !atEnd, text[index] | 0x20 == UInt8(ascii: "t") || text[index] == 32 { index += 1 }
    guard var hour = number(maxDigits: 2), skip(":"), let minute = number(maxDigits: 2) else {
      return nil
    }
    var second = 0
    if skip(":") {
      guard let read = number(maxDigits: 2) else { return nil }
      second = read
      if skip(".") || skip(",") {
        while !atEnd, ASCII.isDigit(text[index]) { index += 1 }
      }
    }
    while skip(" ") {}
    if let isAfternoon = meridiem() {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    let isLocal = atEnd
    guard hour < 24, minute < 60, second <= 60, let offset = offset() else { return nil }
    return (Int64(hour * 3600 + minute * 60 + second) - offset, isLocal)
  }

  private mutating func meridiem() -> Bool? {
    guard text.count - index == 2, text[index + 1] | 0x20 == UInt8(ascii: "m") else { return nil }
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

  private func fullYear(_ value: Int) -> Int {
    value < 70 ? 2000 + value : 1900 + value
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

  /// `st`, `nd`, `rd`, `th` behind a day.
  private mutating func skipOrdinal() {
    guard text.count - index >= 2, ASCII.isLetter(text[index]), ASCII.isLetter(text[index + 1])
    else { return }
    index += 2
  }

  /// `Mon, ` before a date.
  private mutating func skipWeekday() {
    guard let comma = text.prefix(12).firstIndex(of: UInt8(ascii: ",")), comma >= 2,
      text[..<comma].allSatisfy(ASCII.isLetter), !MonthNames.contains(text[..<comma])
    else { return }
    index = comma + 1
    while skip(" ") {}
  }

  private mutating func monthName() -> Int? {
    let start = index
    var end = index
    while end < text.count, ASCII.isLetter(text[end]) || text[end] >= 0x80 { end += 1 }
    guard end > start, let month = MonthNames.month(of: text[start..<end]) else { return nil }
    index = end
    return month
  }
}
