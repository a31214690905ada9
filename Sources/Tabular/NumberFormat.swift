/// What a cell's number format makes of its number, as far as it changes the meaning.
enum NumberFormat: Equatable, Sendable {
  /// Currency signs, separators and decimals do not matter to the value.
  case number
  /// A serial number of days is shown as a date, a time of day, both, or a span of time.
  case date, time, dateAndTime, span
  /// Digits put into a pattern such as `00000` or `+0`.
  case pattern(DigitPattern)

  /// - Source: ECMA-376 part 1, 18.8.30 (numFmt), the built-in formats; 27 to 36 and 50 to 58 are
  ///   the dates of East Asian versions.
  init(builtIn id: Int) {
    switch id {
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .date
    case 18...21, 32...35, 45, 47, 55, 56: self = .time
    case 22: self = .dateAndTime
    case 46: self = .span
    default: self = .number
    }
  }

  /// - Parameter code: a custom format, as `dd.mm.yyyy;@` or `[$-407]d. mmm yyyy`.
  init(code: String) {
    var scan = FormatScan()
    scan.read(code)
    if scan.hasSpan {
      self = .span
    } else if scan.hasDate {
      self = scan.hasTime ? .dateAndTime : .date
    } else if scan.hasTime {
      self = .time
    } else if let pattern = DigitPattern(code: code) {
      self = .pattern(pattern)
    } else {
      self = .number
    }
  }
}

/// Looks for date and time letters in the first section of a format code.
private struct FormatScan {
  var hasDate = false
  var hasTime = false
  var hasSpan = false
  private var hasMonthOrMinute = false

  mutating func read(_ code: String) {
    var characters = Substring(code)
    if code.lowercased().hasPrefix("general") { return }
    loop: while let character = characters.popFirst() {
      switch character {
      case ";": break loop
      case "\"":
        characters = characters.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*":
        characters = characters.dropFirst()
      case "[":
        let content = characters.prefix { $0 != "]" }.lowercased()
        characters = characters.dropFirst(content.count + 1)
        if !content.isEmpty, content.allSatisfy({ "hms".contains($0) }) { hasSpan = true }
      case "y", "Y", "d", "D", "e", "g", "G", "b": hasDate = true
      case "h", "H", "s", "S": hasTime = true
      case "m", "M": hasMonthOrMinute = true
      case "0", "#", "?":
        // Fractions of a second follow a time; any other digit means a plain number.
        if !hasTime, !hasDate, !hasSpan, !hasMonthOrMinute { return }
      default: break
      }
    }
    // An m alone, or beside a day or year, is a month; beside hours or seconds it is minutes.
    if hasMonthOrMinute, !hasTime, !hasSpan { hasDate = true }
  }
}
