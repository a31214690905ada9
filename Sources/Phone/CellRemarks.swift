/// What has digits in a telephone cell and is no part of a number: hours, dates with a time, prices,
/// floors, a list's counting, and brackets behind a number.
struct CellRemarks {
  /// Where they stand, in order.
  private(set) var found: [Range<Int>] = []
  /// Whether a time is among them; the cell as a whole is no number then.
  private(set) var hasTime = false
  private let text: CellScanner
  private let times: CellTimes

  /// Nil for a cell without any.
  init?(_ cell: UnsafeBufferPointer<UInt8>) {
    text = CellScanner(cell)
    times = CellTimes(text: text)
    var index = counting(from: text.behindBlanks(0))
    var digits = 0
    while index < text.end {
      if text.isDigit(index) {
        if let end = times.clock(at: index) {
          hasTime = true
          index = add(startOfWords(before: index), end)
        } else if let end = times.hours(at: index) ?? amount(at: index) ?? always(at: index) {
          index = add(startOfWords(before: index), end)
        } else {
          let end = text.endOfDigits(index)
          digits += end - index
          index = end
        }
      } else if let end = digits < DigitGroups.fewestOfNumber ? nil : aside(at: index) {
        index = add(index, end)
      } else {
        index += 1
      }
    }
    if found.isEmpty { return nil }
  }

  /// The cell without them; a mark where one stood between digits.
  func rest(of cell: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var rest = Array(cell)
    for range in found {
      for index in range { rest[index] = 32 }
    }
    func hasDigit(_ part: ArraySlice<UInt8>) -> Bool { part.contains { (48...57).contains($0) } }
    for range in found
    where hasDigit(rest[..<range.lowerBound]) && hasDigit(rest[range.upperBound...]) {
      rest[range.lowerBound] = UInt8(ascii: ";")
    }
    return rest
  }

  /// Where the words begin that lead up to an offset, as "Mo-Fr" and "after": read as on a telephone's
  /// keys they would go on with the number. Those of vanity numbers are in capitals.
  private func startOfWords(before index: Int) -> Int {
    var start = index
    while text[start - 1] == 32 {
      var word = start
      while text[word - 1] == 32 { word -= 1 }
      let end = word
      while text.isLetter(word - 1) || text[word - 1] == UInt8(ascii: "-") || text[word - 1] >= 0x80
      {
        word -= 1
      }
      let isInText = word == 0 || text[word - 1] == 32 || text[word - 1] == UInt8(ascii: "(")
      guard isInText, (word..<end).contains(where: { (97...122).contains(text[$0]) }) else { break }
      start = word
    }
    return start
  }

  private mutating func add(_ start: Int, _ end: Int) -> Int {
    found.append(start..<end)
    return end
  }

  /// A list's counting before the number: `1.`, `(2)`.
  private mutating func counting(from start: Int) -> Int {
    let open = text[start] == UInt8(ascii: "(") || text[start] == UInt8(ascii: "[")
    let digits = (open ? start + 1 : start)..<text.endOfDigits(open ? start + 1 : start)
    guard (1...2).contains(digits.count), text[digits.lowerBound] != 48 else { return start }
    let mark = text[digits.upperBound]
    guard
      mark == UInt8(ascii: ")") || mark == UInt8(ascii: "]")
        || !open && mark == UInt8(ascii: ".")
    else { return start }
    let end = digits.upperBound + 1
    let next = text.behindBlanks(end)
    let head = text[next] == UInt8(ascii: "(") ? next + 1 : next
    guard next > end || mark != UInt8(ascii: "."),
      text[head] == 48 || text[head] == UInt8(ascii: "+")
    else { return start }
    return add(start, end)
  }

  // MARK: Between blanks

  private static let currencies: [StaticString] = [
    "€", "eur", "euro", "ct", "cent", "cents", "£", "$", "chf", "zł", "kč",
  ]
  private static let floors: [StaticString] = ["og", "ug", "eg", "dg", "stock", "etage", "floor"]

  /// A price or a floor: `0,14 €`, `2. OG`.
  private func amount(at start: Int) -> Int? {
    guard text[start - 1] == 32 || text[start - 1] == UInt8(ascii: "(") else { return nil }
    let whole = start..<text.endOfDigits(start)
    guard whole.count <= 3 else { return nil }
    var end = whole.upperBound
    let point = text[end]
    if point == UInt8(ascii: ".") || point == UInt8(ascii: ",") {
      if let floor = text.behind(anyOf: Self.floors, at: text.behindBlanks(end + 1)) {
        return floor
      }
      let cents = text.endOfDigits(end + 1)
      if (2...4).contains(cents - end) { end = cents }
    }
    return text.behind(anyOf: Self.currencies, at: text.behindBlanks(end))
  }

  /// `24/7` before a number, or behind one whose last group is no pair: those may go on with a pair.
  private func always(at start: Int) -> Int? {
    guard let end = text.behind("24/7", at: start), !text.isDigit(end) else { return nil }
    var last = start
    while last > 0, text[last - 1] == 32 { last -= 1 }
    guard last > 0 else { return end }
    guard last < start else { return nil }
    let isLong = (1...4).allSatisfy { text.isDigit(last - $0) }
    return isLong || !text.isDigit(last - 1) ? end : nil
  }

  // MARK: Behind a number

  /// A bracket with few digits, a key to press, or a remark that begins with an ordinal behind a dash.
  private func aside(at start: Int) -> Int? {
    guard text[start - 1] == 32 else { return nil }
    switch text[start] {
    case UInt8(ascii: "("): return bracket(from: start, to: UInt8(ascii: ")"))
    case UInt8(ascii: "["): return bracket(from: start, to: UInt8(ascii: "]"))
    case UInt8(ascii: "*"):
      let end = text.endOfDigits(start + 1)
      return (1...2).contains(end - start - 1) && text.behindBlanks(end) == text.end ? end : nil
    default:
      guard let digits = text.behindDash(start), text[digits - 1] == 32 else { return nil }
      let point = text.endOfDigits(digits)
      let word = text.behindBlanks(point + 1)
      guard (1...2).contains(point - digits), text[point] == UInt8(ascii: "."),
        text.isLetter(word), text.isLetter(word + 1)
      else { return nil }
      return point + 1
    }
  }

  private func bracket(from start: Int, to close: UInt8) -> Int? {
    var index = start + 1
    var digits = 0
    let end = min(text.end, start + Self.mostOfBracket)
    while index < end, text[index] != close {
      if text[index] == UInt8(ascii: "+") { return nil }
      if text.isDigit(index) {
        let date = times.date(at: index)
        digits += date == nil ? 1 : 2
        index = date ?? index + 1
      } else {
        index += 1
      }
    }
    guard index < end, (1..<DigitGroups.fewestOfNumber).contains(digits),
      !ExtensionWord.stands(in: text.bytes(start..<index))
    else { return nil }
    // Digits that follow go on with the number, if nothing divides them from the bracket.
    var next = index + 1
    while next < text.end, !text.isLetter(next), !isMark(next) {
      if text.isDigit(next) { return nil }
      next += 1
    }
    return index + 1
  }

  /// Bytes of a bracket with a remark.
  private static let mostOfBracket = 60

  private func isMark(_ index: Int) -> Bool {
    switch text[index] {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "/"), 10, 13: true
    default: false
    }
  }
}
