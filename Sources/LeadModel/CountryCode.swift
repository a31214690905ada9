/// A country or territory: its two upper-case letters of ISO 3166-1 alpha-2.
///
/// The value only has the form of a code; whether it is assigned is the country table's to say.
package struct CountryCode: Hashable, Sendable {
  /// First letter in the high byte, second in the low one.
  package let packed: UInt16

  /// From two ASCII letters in any case.
  package init?(_ first: UInt8, _ second: UInt8) {
    guard let high = Self.upper(first), let low = Self.upper(second) else { return nil }
    packed = UInt16(high) << 8 | UInt16(low)
  }

  package init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard text.count == 2 else { return nil }
    self.init(text[0], text[1])
  }

  package init?(_ text: some StringProtocol) {
    var letters = text.utf8.makeIterator()
    guard let first = letters.next(), let second = letters.next(), letters.next() == nil
    else { return nil }
    self.init(first, second)
  }

  package var first: UInt8 { UInt8(truncatingIfNeeded: packed >> 8) }
  package var second: UInt8 { UInt8(truncatingIfNeeded: packed) }
  /// Both letters, as they lie in memory.
  package var bytes: (UInt8, UInt8) { (first, second) }

  private static func upper(_ byte: UInt8) -> UInt8? {
    let folded = byte & 0xDF
    return (65...90).contains(folded) ? folded : nil
  }
}

extension CountryCode: CustomStringConvertible {
  package var description: String { String(decoding: [first, second], as: UTF8.self) }
}
