/// The figures, words and marks of a date.
enum DateTokens {
  enum Token: Equatable {
    case number([UInt8])
    /// In lower case; each Han character is one.
    case word(String)
    /// Of ASCII: a space, or a mark of punctuation.
    case mark(UInt8)

    var isNumber: Bool { if case .number = self { true } else { false } }
    var isWord: Bool { if case .word = self { true } else { false } }
    var isSign: Bool { self == .mark(UInt8(ascii: "+")) || self == .mark(UInt8(ascii: "-")) }
    /// Nothing for other tokens.
    var word: String { if case .word(let word) = self { word } else { "" } }
  }

  static func of(_ cell: UnsafeBufferPointer<UInt8>) -> [Token] {
    var tokens: [Token] = []
    var word = String.UnicodeScalarView()
    func close() {
      if !word.isEmpty { tokens.append(.word(String(word).lowercased())) }
      word = String.UnicodeScalarView()
    }
    for scalar in String(decoding: cell, as: UTF8.self).unicodeScalars {
      let value = plain(scalar.value)
      switch value {
      case 0: continue
      case 0x30...0x39:
        close()
        if case .number(let digits) = tokens.last {
          tokens[tokens.count - 1] = .number(digits + [UInt8(value)])
        } else {
          tokens.append(.number([UInt8(value)]))
        }
      case 0x41...0x5A, 0x61...0x7A, 0xB0: word.append(scalar)
      case 0x27 where !word.isEmpty: word.append("’")
      case ..<0x80:
        close()
        tokens.append(.mark(UInt8(value)))
      case 0x2E80...0x9FFF:
        close()
        tokens.append(.word(String(scalar)))
      default: word.append(scalar)
      }
    }
    close()
    return DateWords.joined(tokens)
  }

  /// A space for every kind of space, ASCII for figures and marks of full width and for dashes; 0
  /// for signs that are not seen.
  private static func plain(_ value: UInt32) -> UInt32 {
    switch value {
    case 9, 0xA0, 0x2000...0x200A, 0x202F, 0x3000: 32
    case 0x200B...0x200F, 0xFEFF: 0
    case 0x2010...0x2015, 0x2212: 0x2D
    case 0xFF01...0xFF5E: value - 0xFEE0
    default: value
    }
  }
}
