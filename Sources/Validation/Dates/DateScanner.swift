import Bytes
import LeadModel

/// Goes through the characters of a date once.
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
    text = trimmed.count <= Self.longest ? trimmed : UnsafeBufferPointer(start: nil, count: 0)
  }

  /// Bytes of a text beyond which it is no date, in any language.
  private static let longest = 128

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
  mutating func parts(order: DateOrder) -> Parts? {
    skipWeekday()
    if let month = monthName() { return partsAfterMonthName(month) }
    let start = index
    guard let first = number(maxDigits: 8) else { return nil }
    let width = index - start
    if width == 8 {
      return Parts(year: first / 10_000, month: first / 100 % 100, day: first % 100)
    }
    if width <= 2 { skipMark() }
    guard width == 4 || width <= 2, skipSeparator() else { return nil }
    if width <= 2 { skipConnector() }
    if let month = monthName() {
      guard width <= 2, skipSeparator() else { return nil }
      skipConnector()
      guard let year = year() else { return nil }
      return parts(year, month, first)
    }
    guard let second = number(maxDigits: 2), skipSeparator() else { return nil }
    if width == 4 {
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

  private mutating func partsAfterMonthName(_ month: Int) -> Parts? {
    _ = skipSeparator()
    guard let day = number(maxDigits: 2) else { return nil }
    skipOrdinal()
    guard skipSeparator(), let year = year() else { return nil }
    return parts(year, month, day)
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

  /// The `er` of `1er`, the `º` of `1º` behind a day.
  private mutating func skipMark() {
    let rest = text[index...]
    for mark in ["er ", "º ", "ª ", "° "] where rest.starts(with: mark.utf8) {
      index += mark.utf8.count - 1
    }
  }

  /// The `de` of `1 de octubre de 2026`.
  private mutating func skipConnector() {
    let rest = text[index...]
    for word in ["de ", "del "] where rest.starts(with: word.utf8) { index += word.utf8.count }
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
