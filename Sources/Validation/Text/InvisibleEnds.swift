import Bytes

/// What nobody sees at the ends of a text: white space of any kind, control characters, and marks that
/// steer how the letters beside them are written. Web pages, Windows and mail programs put them there.
package enum InvisibleEnds {
  typealias Text = UnsafeBufferPointer<UInt8>

  /// The text without them; one of more than 8,192 bytes, which is no value, as it is.
  ///
  /// With `keepsLatin`, no-break spaces, soft hyphens and their neighbours of Latin-1 stay: behind a
  /// letter that was decoded wrongly they are the rest of it.
  package static func trimmed(
    _ text: UnsafeBufferPointer<UInt8>, keepsLatin: Bool = false
  ) -> UnsafeBufferPointer<UInt8> {
    // Nearly all texts begin and end with visible ASCII.
    guard let first = text.first, let last = text.last, !isPlain(first) || !isPlain(last),
      text.count <= longest
    else { return text }
    var range = text.indices
    while let (scalar, length) = Self.first(of: text, in: range),
      isUnseen(scalar), !(keepsLatin && latin.contains(scalar.value))
    {
      range = (range.lowerBound + length)..<range.upperBound
    }
    while let (scalar, length) = Self.last(of: text, in: range),
      isUnseen(scalar), !(keepsLatin && latin.contains(scalar.value))
    {
      let rest = range.lowerBound..<(range.upperBound - length)
      if belongs(scalar, behind: Self.last(of: text, in: rest)?.scalar) { break }
      range = rest
    }
    return range.count < text.count ? UnsafeBufferPointer(rebasing: text[range]) : text
  }

  /// The text with a plain space for each white space, and without the other marks that nobody sees.
  ///
  /// - Returns: nil where there are none outside of ASCII.
  static func plain(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard text.count <= longest, text.contains(where: { $0 >= 0x80 }) else { return nil }
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    var sawAny = false
    var previous: Unicode.Scalar?
    var index = 0
    while let (scalar, length) = first(of: text, in: index..<text.count) {
      if scalar.value >= 0x80, isUnseen(scalar), !belongs(scalar, behind: previous) {
        sawAny = true
        if scalar.properties.isWhitespace { plain.append(32) }
      } else {
        plain.append(contentsOf: text[index..<(index + length)])
        previous = scalar
      }
      index += length
    }
    return sawAny ? plain : nil
  }

  private static let longest = 8_192

  private static func isPlain(_ byte: UInt8) -> Bool { byte &- 33 < 94 }

  /// Controls, the no-break space and the soft hyphen.
  private static let latin: ClosedRange<UInt32> = 0x80...0xAD

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...32, 0x7F...0xA0: true
    case 33..<0x7F: false
    // Marks around notes between the lines, and what stands for a picture.
    case 0xFFF9...0xFFFC: true
    // The tags that make a flag of a black one.
    case 0xE0000...0xE0FFF: false
    default: scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// Whether a mark is a part of the letter or picture before it: joiners behind a virama, selectors of
  /// how a sign is drawn.
  private static func belongs(_ mark: Unicode.Scalar, behind scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    switch mark.value {
    case 0x200C, 0x200D: return scalar.properties.canonicalCombiningClass == .virama
    case 0xFE00...0xFE0F: return !scalar.isASCII && !scalar.properties.isCased
    case 0x180B...0x180D, 0x180F: return (0x1800...0x18AF).contains(scalar.value)
    default: return false
    }
  }

  /// The first character of a part and its bytes; nil where there is none or what is there is no UTF-8.
  private static func first(
    of text: Text, in range: Range<Int>
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    guard let lead = range.first.map({ text[$0] }) else { return nil }
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead >= 0xC2, lead < 0xF5, range.count >= length else { return nil }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for byte in text[(range.lowerBound + 1)..<(range.lowerBound + length)] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return Unicode.Scalar(value).map { ($0, length) }
  }

  /// The last one.
  private static func last(
    of text: Text, in range: Range<Int>
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    var start = range.upperBound - 1
    while start > range.lowerBound, range.upperBound - start < 4, text[start] & 0xC0 == 0x80 {
      start -= 1
    }
    guard start >= range.lowerBound,
      let found = first(of: text, in: start..<range.upperBound),
      found.length == range.upperBound - start
    else { return nil }
    return found
  }
}
