/// The number of a fax that stands in a cell with a telephone's: `Fax: 030 23125043, Tel: 030 23125042`.
enum FaxNumber {
  private static let words: [StaticString] = ["fax", "telefax", "f"]

  /// Where the fax and its label stand; nil for a cell without one.
  ///
  /// Where a word stands before the first number, words stand before their numbers; else behind.
  static func range(in cell: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    let text = CellScanner(cell)
    guard let label = label(in: text) else { return nil }
    var index = 0
    while index < text.end, !text.isDigit(index), !text.isLetter(index) { index += 1 }
    if text.isDigit(index) { return startBefore(label.lowerBound, of: text)..<label.upperBound }
    return label.lowerBound..<endBehind(label.upperBound, of: text)
  }

  private static func label(in text: CellScanner) -> Range<Int>? {
    for index in 0..<text.end where text.isLetter(index) && !text.isLetter(index - 1) {
      if let end = text.behind(anyOf: words, at: index) { return index..<end }
    }
    return nil
  }

  private static func startBefore(_ label: Int, of text: CellScanner) -> Int {
    var start = label
    var digits = 0
    while start > 0, !text.isLetter(start - 1) {
      if text.isDigit(start - 1) { digits += 1 }
      if digits >= DigitGroups.fewestOfNumber, isMark(text[start - 1]) { break }
      start -= 1
    }
    return start
  }

  private static func endBehind(_ label: Int, of text: CellScanner) -> Int {
    var end = label
    var digits = 0
    while end < text.end {
      if text.isDigit(end) { digits += 1 }
      if digits > 0, text.isLetter(end) { break }
      if digits >= DigitGroups.fewestOfNumber, isMark(text[end]) { break }
      end += 1
    }
    return end
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), 10, 13: true
    default: false
    }
  }
}
