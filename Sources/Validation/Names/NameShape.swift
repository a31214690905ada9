import Bytes

/// What the letters of a name look like, byte by byte.
enum NameShape {
  typealias Text = UnsafeBufferPointer<UInt8>

  /// Whether nothing can be wrong with a cell of a name: words of one capital and small letters
  /// with single spaces or hyphens between, none of which means anything else.
  static func isPlain(_ cell: Text) -> Bool {
    guard !cell.isEmpty, cell.count <= NameReader.longestName else { return false }
    var start = 0
    var wordStart = 0
    var index = 0
    while index <= cell.count {
      let byte = index < cell.count ? cell[index] : 32
      if byte == 32 || byte == UInt8(ascii: "-") {
        guard index - start >= 2 else { return false }
        if byte == 32 {
          let word = Text(rebasing: cell[wordStart..<index])
          let kind = NameWords.kind(of: word)
          if !kind.subtracting([.iberian, .secondGiven]).isEmpty { return false }
          wordStart = index + 1
        }
        start = index + 1
      } else if index == start {
        if byte &- 65 < 26 {
        } else if byte == 0xC3, index + 1 < cell.count, cell[index + 1] &- 0x80 < 0x1F {
          index += 1
        } else {
          return false
        }
      } else if byte &- 97 < 26 {
      } else if byte == 0xC3, index + 1 < cell.count, cell[index + 1] >= 0x9F,
        cell[index + 1] != 0xB7
      {
        index += 1
      } else {
        return false
      }
      index += 1
    }
    return true
  }

  /// Whether a word has two letters of the Latin alphabet and more, three of the Greek or Cyrillic,
  /// all of them capitals.
  static func isUpper(_ text: Text, _ range: Range<Int>) -> Bool {
    var letters = 0
    var shortest = 2
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte &- 97 < 26 { return false }
      if byte &- 65 < 26 { letters += 1 }
      if byte == 0xC3, index + 1 < range.upperBound {
        if text[index + 1] >= 0x9F { return false }
        letters += 1
        index += 1
      } else if let scalar = pair(text, index, range.upperBound) {
        // A letter that is its own small form is none in capitals.
        if LetterCase.upper(scalar) != scalar { return false }
        if byte >= 0xCD {
          if LetterCase.lower(scalar) == scalar { return false }
          // Two letters are initials as often.
          shortest = 3
        }
        letters += 1
        index += 1
      } else if byte >= 0xC6 {
        return false
      }
      index += 1
    }
    return letters >= shortest
  }

  /// A letter of Latin Extended-A, Greek or Cyrillic.
  private static func pair(_ text: Text, _ index: Int, _ end: Int) -> UInt32? {
    let byte = text[index]
    guard byte == 0xC4 || byte == 0xC5 || 0xCD...0xD4 ~= byte, index + 1 < end else { return nil }
    return UInt32(byte & 0x1F) << 6 | UInt32(text[index + 1] & 0x3F)
  }

  /// Whether a word begins with a capital and goes on in small letters.
  static func isCapitalised(_ text: Text, _ range: Range<Int>) -> Bool {
    guard let first = range.first, range.count >= 2 else { return false }
    if text[first] >= 0xCD, let scalar = pair(text, first, range.upperBound) {
      guard LetterCase.lower(scalar) != scalar, range.count > 2 else { return false }
      return pair(text, first + 2, range.upperBound).map { LetterCase.upper($0) != $0 } ?? false
    }
    let isCapital =
      text[first] &- 65 < 26 || text[first] == 0xC3 && text[first + 1] < 0x9F
      || text[first] == 0xC4 || text[first] == 0xC5
    guard isCapital else { return false }
    return text[range].dropFirst().contains { $0 &- 97 < 26 }
      || range.count == 2 && text[range].last == UInt8(ascii: ".")
  }

  /// Whether a word in Cyrillic ends as a patronymic does: `-вич`, `-вна`, `-чна`.
  static func isPatronymic(_ text: Text, _ range: Range<Int>) -> Bool {
    guard range.count > 8, text[range.lowerBound] == 0xD0 || text[range.lowerBound] == 0xD1 else {
      return false
    }
    let ending = text[(range.upperBound - 6)..<range.upperBound]
    return ["вич", "вна", "чна"].contains { ending.elementsEqual($0.utf8) }
  }
}
