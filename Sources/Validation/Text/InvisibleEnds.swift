import Bytes

/// Signs at the ends of a text that nobody sees: the byte order mark, spaces without width.
package enum InvisibleEnds {
  /// The text without them and without white space at its ends; one of more than 8,192 bytes, which
  /// is no value, as it is.
  package static func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    // Nearly all texts begin and end in ASCII.
    guard let first = text.first, let last = text.last, first | last >= 0x80,
      text.count <= 8_192
    else { return text }
    var range = text.indices
    while let sign = signs.first(where: { text[range].starts(with: $0) }) {
      range = (range.lowerBound + sign.count)..<range.upperBound
    }
    while let sign = signs.first(where: { text[range].suffix($0.count).elementsEqual($0) }) {
      range = range.lowerBound..<(range.upperBound - sign.count)
    }
    guard range.count < text.count else { return text }
    return ASCII.trimmed(UnsafeBufferPointer(rebasing: text[range]))
  }

  /// U+FEFF, U+200B, U+200E, U+200F and U+2060.
  private static let signs: [[UInt8]] = [
    "\u{FEFF}", "\u{200B}", "\u{200E}", "\u{200F}", "\u{2060}",
  ]
  .map { Array($0.utf8) }
}
