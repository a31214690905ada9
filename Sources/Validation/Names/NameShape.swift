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

  /// Whether a word has two letters of the Latin alphabet and more, all of them capitals.
  static func isUpper(_ text: Text, _ range: Range<Int>) -> Bool {
    var letters = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte &- 97 < 26 { return false }
      if byte &- 65 < 26 { letters += 1 }
      if byte == 0xC3, index + 1 < range.upperBound {
        if text[index + 1] >= 0x9F { return false }
        letters += 1
        index += 1
      } else if byte == 0xC4 || byte == 0xC5, index + 1 < range.upperBound {
        // Pairs of Latin Extended-A: a letter that is its own small form is none in capitals.
        let scalar = UInt32(byte & 0x1F) << 6 | UInt32(text[index + 1] & 0x3F)
        if LatinCase.upper(scalar) != scalar { return false }
        letters += 1
        index += 1
      } else if byte >= 0xC6 {
        return false
      }
      index += 1
    }
    return letters >= 2
  }

  /// Whether a word begins with a capital and goes on in small letters.
  static func isCapitalised(_ text: Text, _ range: Range<Int>) -> Bool {
    guard let first = range.first, range.count >= 2 else { return false }
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

/// Small and capital letters of the Latin blocks, one to one.
enum LatinCase {
  /// Whether a scalar is a letter of the Latin alphabet with or without marks.
  static func isLatin(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F,
      0x1E00...0x1EFF:
      true
    default: false
    }
  }

  static func lower(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: scalar + 32
    case 0x130: 0x69
    case 0x178: 0xFF
    case 0x1E9E: 0xDF
    case 0x100...0x137, 0x14A...0x177, 0x1DE...0x1EF,
      0x1F8...0x21F, 0x222...0x233, 0x1E00...0x1E95, 0x1EA0...0x1EFF:
      scalar | 1
    case 0x139...0x148, 0x179...0x17E, 0x1CD...0x1DC: scalar & 1 == 1 ? scalar + 1 : scalar
    case 0x1A0, 0x1A2, 0x1A4, 0x1AF: scalar + 1
    default: scalar
    }
  }

  static func upper(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x61...0x7A, 0xE0...0xF6, 0xF8...0xFE: scalar - 32
    case 0x131: 0x49
    case 0xFF: 0x178
    case 0x138, 0x149, 0x17F, 0xDF: scalar
    case 0x100...0x137, 0x14A...0x177, 0x1DE...0x1EF, 0x1F8...0x21F, 0x222...0x233,
      0x1E00...0x1E95, 0x1EA0...0x1EFF:
      scalar & ~1
    case 0x139...0x148, 0x179...0x17E, 0x1CD...0x1DC: scalar & 1 == 0 ? scalar - 1 : scalar
    case 0x1A1, 0x1A3, 0x1A5, 0x1B0: scalar - 1
    default: scalar
    }
  }
}
