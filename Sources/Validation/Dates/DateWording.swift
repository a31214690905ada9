import Bytes

/// Writes a date that has words in it as `DateScanner` reads dates: figures, marks and the months in
/// English.
///
/// `Mittwoch, den 4. März 2026 um 22:15 Uhr` becomes `4. mar 2026 22:15`, `2026年3月4日` becomes
/// `2026-3-4`. Days of the week, ordinals and the words between the parts go; the order of the
/// figures stays as it is. A word that belongs to no date leaves the text alone.
struct DateWording {
  typealias Text = UnsafeBufferPointer<UInt8>

  /// Bytes of a text beyond which it is no date, in any language.
  static let longest = 128

  private enum Item: Equatable {
    case number([UInt8])
    case month(Int)
    case mark(UInt8)
    /// An offset or `Z`.
    case zone(String)

    var digits: Int { if case .number(let digits) = self { digits.count } else { 0 } }
  }

  private var tokens: [DateTokens.Token]
  private var items: [Item] = []
  private var isAfternoon: Bool?

  /// Hands over the cell as the scanner reads it: as it is, where it has no words.
  static func withPlain<Result>(_ cell: Text, _ body: (Text) -> Result) -> Result {
    guard !isPlain(cell), cell.count <= longest else { return body(cell) }
    var wording = DateWording(tokens: DateTokens.of(cell))
    guard let plain = wording.plain() else { return body(cell) }
    return plain.withUnsafeBufferPointer(body)
  }

  /// Whether there is nothing but figures, marks and the letters of `T`, `Z`, `AM` and `PM`.
  private static func isPlain(_ cell: Text) -> Bool {
    var previous: UInt8 = 0
    var isBehindHalf = false
    for byte in cell {
      switch byte | 0x20 {
      case 0x61, 0x70, 0x74, 0x7A: break
      case 0x6D: isBehindHalf = true
      default:
        // Korean has the half of the day before the hour.
        if isBehindHalf, ASCII.isDigit(byte) { return false }
        guard byte < 0x80, !ASCII.isLetter(byte), byte != UInt8(ascii: "("),
          byte != UInt8(ascii: "["), byte != UInt8(ascii: ".") || !ASCII.isLetter(previous)
        else { return false }
      }
      previous = byte
    }
    return true
  }

  private init(tokens: [DateTokens.Token]) { self.tokens = tokens }

  /// The plain text; nil when a word is none of a date.
  private mutating func plain() -> [UInt8]? {
    var index = 0
    while index < tokens.count {
      switch tokens[index] {
      case .number(let digits): items.append(.number(digits))
      case .mark(let mark):
        if mark == UInt8(ascii: "(") || mark == UInt8(ascii: "[") {
          guard let end = takeBracket(index) else { return nil }
          index = end
        } else if mark == 32 {
          space()
        } else {
          // A word went before it.
          if mark == UInt8(ascii: ","), items.last == .mark(32) { items.removeLast() }
          items.append(.mark(mark))
        }
      case .word(let word):
        guard let next = take(word, at: index) else { return nil }
        index = next
      }
      index += 1
    }
    settleYear()
    settleMeridiem()
    return items.reduce(into: []) { Self.append($1, to: &$0) }
  }

  private static func append(_ item: Item, to text: inout [UInt8]) {
    switch item {
    case .number(let digits): text += digits
    case .month(let month): text += EnglishMonths.short[month - 1].utf8
    case .mark(let mark): text.append(mark)
    case .zone(let zone): text += zone.utf8
    }
  }

  // MARK: Words

  /// Takes a word; the index of the last token that belongs to it, nil when it is none of a date.
  private mutating func take(_ word: String, at index: Int) -> Int? {
    let isBehindNumber = index > 0 && tokens[index - 1].isNumber
    if isBehindNumber, DateWords.ordinals.contains(word), items.last.map({ $0.digits <= 2 }) == true
    {
      return index
    }
    if let end = takeMeridiem(word, at: index) { return end }
    // The week of a year, which the scanner reads.
    if word == "w", index + 1 < tokens.count, tokens[index + 1].isNumber { return nil }
    if let month = romanMonth(word, at: index) {
      items.append(.month(month))
      return index
    }
    let name = word.hasPrefix("d’") ? String(word.dropFirst(2)) : word
    if let month = DateWords.months[name], !isWeekday(word, at: index) {
      items.append(.month(month))
      return index
    }
    if takeUnit(word, at: index) { return index }
    if word == "t", isBehindNumber, hasNumber(behind: index) {
      space()
      return index
    }
    if hasClock, let zone = DateWords.zones[word] {
      // "GMT+0100" says it in figures.
      if index + 1 < tokens.count, tokens[index + 1].isSign { return index }
      items.append(.zone(zone))
      return index
    }
    guard DateWords.unsaid.contains(word) else { return nil }
    // The point of "Mi." and the comma behind it go with the word.
    var end = index
    while end + 1 < tokens.count, case .mark(let mark) = tokens[end + 1],
      mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") && items.isEmpty
        || mark == UInt8(ascii: "-") && end + 2 < tokens.count && tokens[end + 2].isWord
    {
      end += 1
    }
    return end
  }

  /// Whether `mar` is the Tuesday of Spain, Italy and France: at the beginning, before a month.
  private func isWeekday(_ word: String, at index: Int) -> Bool {
    guard items.isEmpty, DateWords.unsaid.contains(word) else { return false }
    return tokens[(index + 1)...].contains { DateWords.months[$0.word] != nil }
  }

  /// The month of `12.IV.1985`, with marks and figures on both sides.
  private func romanMonth(_ word: String, at index: Int) -> Int? {
    guard let month = DateWords.romanMonths[word] else { return nil }
    let before = tokens[..<index].reversed().prefix { !$0.isNumber && !$0.isWord }
    let after = tokens[(index + 1)...].prefix { !$0.isNumber && !$0.isWord }
    guard index > before.count, tokens[index - before.count - 1].isNumber,
      index + after.count + 1 < tokens.count, tokens[index + after.count + 1].isNumber,
      before.contains(where: { $0 != .mark(32) }), after.contains(where: { $0 != .mark(32) })
    else { return nil }
    return month
  }

  /// Makes the month of the number before it, which no order may take for the day.
  private mutating func closeMonth() {
    let dash = Item.mark(UInt8(ascii: "-"))
    let isBehindYear = items.count > 2 && items[items.count - 2] == dash
    if case .number(let digits) = items.last, digits.count <= 2, !isBehindYear {
      let number = digits.reduce(0) { $0 * 10 + Int($1) - 48 }
      if (1...12).contains(number) { items[items.count - 1] = .month(number) }
    }
    items.append(dash)
  }

  /// `年`, `h`, `Uhr`: what stands behind a number and says what it is.
  private mutating func takeUnit(_ word: String, at index: Int) -> Bool {
    guard let unit = DateWords.units[word] else { return false }
    let hasNext = hasNumber(behind: index)
    if items.last == .mark(32), items.count > 1, items[items.count - 2].digits > 0 {
      items.removeLast()
    }
    // The 日 of 水曜日 stands behind no number.
    guard let last = items.last, last.digits > 0 else { return unit == .day }
    let before = items.count > 1 ? items[items.count - 2] : .mark(32)
    switch unit {
    case .year: items.append(.mark(UInt8(ascii: "-")))
    case .month: closeMonth()
    case .day: space()
    case .hour:
      guard before != .mark(UInt8(ascii: ":")), before != .mark(UInt8(ascii: ".")) else { break }
      guard last.digits <= 2 else { return false }
      items.append(.mark(UInt8(ascii: ":")))
      if !hasNext { items.append(.number([48, 48])) }
    case .minute:
      guard before == .mark(UInt8(ascii: ":")) else { return false }
      if hasNext { items.append(.mark(UInt8(ascii: ":"))) }
    case .second: break
    }
    return true
  }

  /// `p.m.`, `午後`, `μ.μ.`, before or behind the time.
  private mutating func takeMeridiem(_ word: String, at index: Int) -> Int? {
    var end = index
    var text = word
    if word.unicodeScalars.count == 1 {
      for token in tokens[(index + 1)...] {
        guard end - index < 4 else { break }
        if case .mark(let mark) = token, mark == UInt8(ascii: ".") || mark == 32 {
          if mark == 32, text.unicodeScalars.count == 2 { break }
        } else if text.unicodeScalars.count == 1, case .word(let next) = token,
          next.unicodeScalars.count == 1
        {
          text += next
        } else {
          break
        }
        end += 1
      }
    }
    guard let isAfternoon = DateWords.meridiems[text] else { return nil }
    self.isAfternoon = isAfternoon
    return end
  }

  // MARK: Order

  private mutating func space() {
    guard let last = items.last, last != .mark(32), last != .mark(UInt8(ascii: ":")) else { return }
    items.append(.mark(32))
  }

  /// Whether a time of day has begun.
  private var hasClock: Bool { items.contains(.mark(UInt8(ascii: ":"))) }

  private func hasNumber(behind index: Int) -> Bool {
    let rest = tokens[(index + 1)...].drop { $0 == .mark(32) }
    return rest.first?.isNumber ?? false
  }

  /// A bracket holds a day of the week, or behind the time the name of a time zone, which goes where
  /// the offset is stated.
  private mutating func takeBracket(_ start: Int) -> Int? {
    let closing: UInt8 =
      tokens[start] == .mark(UInt8(ascii: "(")) ? UInt8(ascii: ")") : UInt8(ascii: "]")
    guard let end = tokens[start...].firstIndex(of: .mark(closing)) else { return nil }
    let words = tokens[(start + 1)..<end]
    if words.allSatisfy({ DateWords.unsaid.contains($0.word) }) || hasOffset { return end }
    guard hasClock, words.count == 1, let zone = words.first.flatMap({ DateWords.zones[$0.word] })
    else { return nil }
    items.append(.zone(zone))
    return end
  }

  /// Whether an offset stands behind the time of day.
  private var hasOffset: Bool {
    guard let clock = items.firstIndex(of: .mark(UInt8(ascii: ":"))) else { return false }
    return items[clock...].contains { item in
      switch item {
      case .zone, .mark(UInt8(ascii: "+")), .mark(UInt8(ascii: "-")): true
      default: false
      }
    }
  }

  /// `Mar 4 22:15:00 2026`, as C and Java write it: the year behind the time.
  private mutating func settleYear() {
    while let last = items.last, last == .mark(32) || last == .mark(UInt8(ascii: ",")) {
      items.removeLast()
    }
    guard let year = items.last, year.digits == 4, items.count > 4, case .month = items[0],
      items[items.count - 2] == .mark(32), let clock = items.firstIndex(of: .mark(58)),
      items[..<clock].filter({ $0.digits > 0 }).count == 2, clock > 2
    else { return }
    items.removeLast(2)
    items.insert(contentsOf: [year, .mark(32)], at: clock - 1)
  }

  /// Puts `am` or `pm` behind the time.
  private mutating func settleMeridiem() {
    guard let isAfternoon else { return }
    let mark = Item.zone(isAfternoon ? "pm" : "am")
    if let clock = items.firstIndex(of: .mark(UInt8(ascii: ":"))), clock + 1 < items.count {
      var end = clock + 2
      while end + 1 < items.count, items[end + 1].digits > 0,
        items[end] == .mark(UInt8(ascii: ":")) || items[end] == .mark(UInt8(ascii: "."))
      {
        end += 2
      }
      items.insert(contentsOf: [.mark(32), mark], at: end)
    } else if let hour = items.lastIndex(where: { $0.digits > 0 }), items[hour].digits <= 2 {
      let minutes: [Item] = [.mark(UInt8(ascii: ":")), .number([48, 48]), .mark(32), mark]
      items.insert(contentsOf: minutes, at: hour + 1)
    }
  }
}

/// The months as the scanner knows them.
enum EnglishMonths {
  static let short = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// 1 to 12, nil for any other word.
  static func month(of word: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard word.count == 3 else { return nil }
    return short.firstIndex { word.elementsEqual($0.utf8) }.map { $0 + 1 }
  }
}
