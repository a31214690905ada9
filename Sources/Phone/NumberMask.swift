/// Signs in place of digits that somebody may not see: `030 1234xxxx`, `+49 30 ****42`.
enum NumberMask {
  /// Where the first one stands; nil for a cell without any.
  ///
  /// A word of a vanity number has no letter so often; O, I and l are the digits that they look like.
  static func range(in cell: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    let text = CellScanner(cell)
    var start = 0
    while start < text.end {
      let byte = text[start]
      var end = start + 1
      guard let fewest = fewest(of: byte) else {
        start = end
        continue
      }
      let width = byte == 0xE2 ? 3 : 1
      end = start + width
      while (0..<width).allSatisfy({ text[end + $0] == text[start + $0] }) { end += width }
      let isDot = width == 1 || text[start + 1] == 0x80 && text[start + 2] == 0xA2
      let isWord = text.isLetter(start) && (text.isLetter(start - 1) || text.isLetter(end))
      if (end - start) / width >= fewest, isDot, !isWord, !isEmphasis(byte, text),
        fewest > 2 || end - start > 2 || !text.isLetter(start) || hides(start..<end, text)
      {
        return start..<end
      }
      start = end
    }
    return nil
  }

  /// Whether two letters X hide digits: they follow a digit, or more of them follow. Brazil's and
  /// Argentina's `0xx` is followed by an area and stands for a carrier's code.
  private static func hides(_ run: Range<Int>, _ text: CellScanner) -> Bool {
    if text.isDigit(run.lowerBound - 1) {
      return text[run.lowerBound - 1] != 48 || text.isDigit(run.lowerBound - 2)
    }
    return text[text.behindBlanks(run.upperBound)] == text[run.lowerBound]
  }

  /// The part of a list, between two marks, that has the first one.
  static func part(of cell: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard let mask = range(in: cell) else { return nil }
    func isMark(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "|")
        || byte == 10 || byte == 13
    }
    let start = cell[..<mask.lowerBound].lastIndex(where: isMark).map { $0 + 1 } ?? 0
    let end = cell[mask.upperBound...].firstIndex(where: isMark) ?? cell.count
    return start..<end
  }

  /// How often a sign is repeated at least where it stands for digits.
  private static func fewest(of byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "*"), UInt8(ascii: "#"), 0xE2: 2
    case UInt8(ascii: "n"), UInt8(ascii: "N"): 3
    case UInt8(ascii: "O"), UInt8(ascii: "o"), UInt8(ascii: "I"), UInt8(ascii: "l"): nil
    case 65...90, 97...122: 4
    default: nil
    }
  }

  /// Whether the sign stands on both sides of the whole cell.
  private static func isEmphasis(_ byte: UInt8, _ text: CellScanner) -> Bool {
    (byte == UInt8(ascii: "*") || byte == UInt8(ascii: "#"))
      && text[0] == byte && text[text.end - 1] == byte
      && (0..<text.end).contains { text.isDigit($0) }
  }
}
