/// The parts that a list of numbers in a cell is looked at in: of a single number no more is read than
/// `DigitGroups` holds.
enum ListParts {
  private static let mostDigits = DigitGroups.mostDigits - 1

  /// Where the parts stand. Neighbours share an entry, for the last digits of a second number may stand
  /// behind a mark (`7946 0018, 19`); where there are no marks but blanks they share half.
  static func of(_ cell: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    while start < cell.count {
      let part = Part(of: cell, from: start)
      parts.append(start..<part.end)
      if part.end == cell.count { break }
      start = part.next
    }
    return parts
  }

  private struct Part {
    var end: Int
    /// Where the part behind it begins.
    var next: Int

    init(of cell: UnsafeBufferPointer<UInt8>, from start: Int) {
      var digits = 0
      // Behind the last two marks, the last blank, and the last blank of the first half.
      var (mark, markBefore, blank, middle) = (start, start, start, start)
      end = start
      while end < cell.count, end - start < DigitGroups.mostBytes, digits <= mostDigits {
        let byte = cell[end]
        end += 1
        if (48...57).contains(byte) {
          digits += 1
        } else if ";,|&\n\r\t".utf8.contains(byte) {
          (markBefore, mark) = (mark, end)
        } else if byte == 32 {
          blank = end
          if end - start < DigitGroups.mostBytes / 2, digits < mostDigits / 2 { middle = end }
        }
      }
      next = end
      guard end < cell.count else { return }
      if mark > start {
        (end, next) = (mark, markBefore > start ? markBefore : mark)
      } else if blank > start {
        (end, next) = (blank, middle > start ? middle : blank)
      }
    }
  }
}
