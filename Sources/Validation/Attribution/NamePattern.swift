import Bytes

/// A simple pattern for the names of campaigns: `#` is a digit, `@` a letter, `?` any one character,
/// `*` any number of characters, `{de|fr}` one of the words; everything else is itself.
package struct NamePattern: Sendable {
  private enum Token: Sendable, Equatable {
    case byte(UInt8)
    case digit, letter, one, many
  }

  /// As it was written.
  package let text: String
  private let alternatives: [[Token]]
  /// A name that is longer fits no pattern: what is compared stays small.
  private static let longest = 512

  /// - Returns: nil when a brace is not closed, or there are more than 256 combinations of words.
  package init?(_ text: String) {
    self.text = text
    var alternatives: [[Token]] = [[]]
    var rest = Array(text.lowercased().utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "{") {
        guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else { return nil }
        let words = rest[..<end].split(
          separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
        rest = rest[(end + 1)...]
        guard alternatives.count * words.count <= 256 else { return nil }
        alternatives = alternatives.flatMap { start in
          words.map { start + $0.map(Token.byte) }
        }
      } else {
        let token = Self.token(byte)
        for index in alternatives.indices { alternatives[index].append(token) }
      }
    }
    self.alternatives = alternatives
  }

  private static func token(_ byte: UInt8) -> Token {
    switch byte {
    case UInt8(ascii: "#"): .digit
    case UInt8(ascii: "@"): .letter
    case UInt8(ascii: "?"): .one
    case UInt8(ascii: "*"): .many
    default: .byte(byte)
    }
  }

  /// Whether a name in lower case fits.
  package func matches(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.count <= Self.longest else { return false }
    return alternatives.contains { Self.fits($0, name) }
  }

  /// Greedy, with the last star to go back to: at most the product of both lengths.
  private static func fits(_ tokens: [Token], _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    var token = 0
    var index = 0
    var star: (token: Int, index: Int)?
    while index < name.count {
      if token < tokens.count, tokens[token] == .many {
        star = (token, index)
        token += 1
      } else if token < tokens.count, let next = step(tokens[token], name, index) {
        token += 1
        index = next
      } else if let last = star {
        star = (last.token, last.index + 1)
        token = last.token + 1
        index = last.index + 1
      } else {
        return false
      }
    }
    while token < tokens.count, tokens[token] == .many { token += 1 }
    return token == tokens.count
  }

  /// Where a character that fits ends.
  private static func step(
    _ token: Token, _ name: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> Int? {
    let byte = name[index]
    switch token {
    case .byte(let own): return own == byte ? index + 1 : nil
    case .digit: return ASCII.isDigit(byte) ? index + 1 : nil
    case .letter:
      if ASCII.isLetter(byte) { return index + 1 }
      return byte >= 0xC3 ? end(of: name, at: index) : nil
    case .one: return end(of: name, at: index)
    case .many: return nil
    }
  }

  /// The end of a character of one or more bytes.
  private static func end(of name: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    var end = index + 1
    while end < name.count, name[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
