import Bytes

/// The way that a message was to take, before an address: `<@relay.example,@other.example:ann@example.com>`.
///
/// - Source: RFC 5321 section 4.1.2 and appendix C: it must be accepted, and should be ignored.
package enum SourceRoute {
  /// The address behind a route; nil for a text that does not begin with one.
  package static func removed(
    from text: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>? {
    let isBracketed = text.first == UInt8(ascii: "<") && text.last == UInt8(ascii: ">")
    let start = isBracketed ? 1 : 0
    guard text.count > start + 3, text[start] == UInt8(ascii: "@"), text.count <= longest,
      let colon = text.firstIndex(of: UInt8(ascii: ":")),
      text[start..<colon].allSatisfy(isOfRoute)
    else { return nil }
    let address = text[(colon + 1)..<(text.count - start)]
    return address.contains(UInt8(ascii: "@"))
      ? ASCII.trimmed(UnsafeBufferPointer(rebasing: address)) : nil
  }

  /// Octets of a route and an address, as RFC 5321 section 4.5.3.1.3 has it for a path, twice.
  private static let longest = 512

  private static func isOfRoute(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte >= 0x80 || "@,.- ".utf8.contains(byte)
  }
}
