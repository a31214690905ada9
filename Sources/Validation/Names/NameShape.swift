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
      if let (scalar, count) = byte < 0x80 ? nil : letter(text, index, range.upperBound) {
        if LetterCase.upper(scalar) != scalar { return false }
        // A letter that is its own small form is none in capitals.
        if LetterCase.lower(scalar) == scalar { return false }
        // Two letters are initials as often.
        if scalar >= 0x370, scalar < 0x1E00 { shortest = 3 }
        letters += 1
        index += count - 1
      } else if byte >= 0xC6 {
        return false
      }
      index += 1
    }
    return letters >= shortest
  }

  /// A letter of the Latin, Greek, Cyrillic or Armenian blocks outside ASCII and how many bytes it has.
  private static func letter(
    _ text: Text, _ index: Int, _ end: Int
  ) -> (scalar: UInt32, count: Int)? {
    let byte = text[index]
    let found: (scalar: UInt32, count: Int)
    if 0xC3...0xC9 ~= byte || 0xCD...0xD6 ~= byte, index + 1 < end {
      found = (UInt32(byte & 0x1F) << 6 | UInt32(text[index + 1] & 0x3F), 2)
    } else if byte == 0xE1, index + 2 < end, 0xB8...0xBB ~= text[index + 1] {
      found = (0x1000 | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F), 3)
    } else {
      return nil
    }
    return LetterCase.isLetter(found.scalar) ? found : nil
  }

  /// How many letters a word has, each byte outside those blocks counted as one.
  static func letters(_ text: Text, _ range: Range<Int>) -> Int {
    var letters = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let found = text[index] < 0x80 ? nil : letter(text, index, range.upperBound)
      if found != nil || ASCII.isLetter(text[index]) || text[index] >= 0x80 { letters += 1 }
      index += found?.count ?? 1
    }
    return letters
  }

  /// Whether a word is single letters with points between: `J.R.`
  static func isInitials(_ text: Text, _ range: Range<Int>) -> Bool {
    guard text[range.dropLast()].contains(UInt8(ascii: ".")) else { return false }
    return text[range].split(separator: UInt8(ascii: ".")).allSatisfy { $0.count == 1 }
  }

  /// Whether a word begins with a capital and goes on in small letters.
  static func isCapitalised(_ text: Text, _ range: Range<Int>) -> Bool {
    guard let first = range.first, range.count >= 2 else { return false }
    var second = first + 1
    if text[first] >= 0x80 {
      guard let (scalar, count) = letter(text, first, range.upperBound),
        LetterCase.lower(scalar) != scalar
      else { return false }
      second = first + count
    } else if text[first] &- 65 >= 26 {
      return false
    }
    if text[second..<range.upperBound].contains(where: { $0 &- 97 < 26 }) { return true }
    // "É." and "A."
    guard second < range.upperBound else { return false }
    if second + 1 == range.upperBound { return text[second] == UInt8(ascii: ".") }
    return letter(text, second, range.upperBound).map { LetterCase.upper($0.scalar) != $0.scalar }
      ?? false
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
