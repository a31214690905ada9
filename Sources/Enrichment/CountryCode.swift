import Bytes

/// An ISO 3166-1 alpha-2 code in two bytes.
package struct CountryCode: Hashable, Sendable {
  /// First letter in the high byte.
  let packed: UInt16

  init(packed: UInt16) { self.packed = packed }

  /// Reads two ASCII letters in either case.
  package init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard text.count == 2, ASCII.isLetter(text[0]), ASCII.isLetter(text[1]) else { return nil }
    packed = UInt16(text[0] & 0xDF) << 8 | UInt16(text[1] & 0xDF)
  }

  package init?(_ text: String) {
    var text = text
    guard let code = text.withUTF8({ CountryCode($0) }) else { return nil }
    self = code
  }

  /// The two letters.
  package var bytes: (UInt8, UInt8) { (UInt8(packed >> 8), UInt8(packed & 0xFF)) }

  package var text: String { String(decoding: [bytes.0, bytes.1], as: UTF8.self) }
}
