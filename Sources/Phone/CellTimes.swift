/// Hours and dates as they stand beside telephone numbers: `9:00-17:00`, `9-17 Uhr`, `2017-01-27 14:49`.
struct CellTimes {
  let text: CellScanner

  private static let joins: [StaticString] = ["bis", "to", "till", "until", "à"]
  /// Words behind hours, in the languages of ingest.
  private static let hours: [StaticString] = [
    "uhr", "std", "stunden", "hrs", "hr", "hours", "heures", "horas", "ore", "uur", "godz", "am",
    "pm", "a.m", "p.m",
  ]

  /// The end of a date with a time, or of a time with minutes, that begins at an offset.
  ///
  /// Neither has a digit of a number: a colon stands in none.
  func clock(at start: Int) -> Int? {
    if text[start - 1] == UInt8(ascii: ":") { return nil }
    if let date = date(at: start), let time = time(at: behindSeparators(date)), time.hasMinutes {
      return span(from: time.end)?.end ?? time.end
    }
    guard isApart(start), !text.isLetter(start - 1), let first = time(at: start) else { return nil }
    if let last = span(from: first.end), first.hasMinutes || last.hasMinutes { return last.end }
    // Tel. 2:01 42 68 53 00 is a label and its number.
    return first.hasMinutes && !text.isDigit(text.behindBlanks(first.end)) ? first.end : nil
  }

  /// The end of hours without minutes that begin at an offset: `9-17 Uhr`, `6pm`, `24h`.
  func hours(at start: Int) -> Int? {
    guard isApart(start), let first = time(at: start) else { return nil }
    let behindFirst = behindUnit(first.end)
    if let last = span(from: behindFirst ?? first.end) {
      return behindUnit(last.end) ?? (behindFirst == nil ? nil : last.end)
    }
    return behindFirst
  }

  /// The end of a day, month and year in figures that begin at an offset.
  func date(at start: Int) -> Int? {
    guard isApart(start) else { return nil }
    let first = start..<text.endOfDigits(start)
    let mark = text[first.upperBound]
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: ".") || mark == UInt8(ascii: "/") else {
      return nil
    }
    let second = first.upperBound + 1..<text.endOfDigits(first.upperBound + 1)
    guard text[second.upperBound] == mark, isDayOrMonth(second) else { return nil }
    let third = second.upperBound + 1..<text.endOfDigits(second.upperBound + 1)
    let isDate =
      first.count == 4 && isDayOrMonth(third)
      || isDayOrMonth(first) && (third.count == 2 || third.count == 4)
    return isDate ? third.upperBound : nil
  }

  private func isDayOrMonth(_ digits: Range<Int>) -> Bool {
    digits.count <= 2 && text.number(digits).map { (1...31).contains($0) } ?? false
  }

  private func behindSeparators(_ index: Int) -> Int {
    var index = index
    while text[index] == UInt8(ascii: ",") || text.behindBlanks(index) > index {
      index = max(index + 1, text.behindBlanks(index))
    }
    return text[index] | 0x20 == UInt8(ascii: "t") ? index + 1 : index
  }

  /// An hour, with minutes and seconds or without, that begins at an offset.
  private func time(at start: Int) -> (end: Int, hasMinutes: Bool)? {
    let hour = start..<text.endOfDigits(start)
    guard hour.count <= 2, let value = text.number(hour), value <= 24 else { return nil }
    var end = hour.upperBound
    var parts = 0
    while text[end] == UInt8(ascii: ":"), text.isDigit(end + 1) {
      let part = end + 1..<text.endOfDigits(end + 1)
      guard parts < 2, part.count == 2, text.number(part).map({ $0 < 60 }) ?? false else {
        return nil
      }
      end = part.upperBound
      parts += 1
    }
    if parts == 2, text[end] == UInt8(ascii: "."), text.isDigit(end + 1) {
      end = text.endOfDigits(end + 1)
    }
    return (end, parts > 0)
  }

  /// The second of two times with a dash or a word like "to" between them.
  private func span(from end: Int) -> (end: Int, hasMinutes: Bool)? {
    if let second = text.behindDash(end) { return time(at: second) }
    let word = text.behindBlanks(end)
    return text.behind(anyOf: Self.joins, at: word).flatMap { time(at: text.behindBlanks($0)) }
  }

  private func behindUnit(_ end: Int) -> Int? {
    if text[end] | 0x20 == UInt8(ascii: "h"), !text.isLetter(end + 1) {
      // 9h30
      let minutes = text.endOfDigits(end + 1)
      return minutes - end == 3 ? minutes : minutes == end + 1 ? minutes : nil
    }
    return text.behind(anyOf: Self.hours, at: text.behindBlanks(end))
  }

  /// Whether what begins at an offset is not the continuation of a group before it.
  private func isApart(_ start: Int) -> Bool {
    switch text[start - 1] {
    case 48...57, UInt8(ascii: "+"): false
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"),
      UInt8(ascii: ","):
      !text.isDigit(start - 2)
    default: true
    }
  }
}
