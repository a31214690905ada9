import Bytes

/// An IP address in brackets in the place of a domain.
///
/// - Source: RFC 5321 section 4.1.3. Its `::` stands for two groups or more, and a tag other than
///   `IPv6` has no meaning.
enum AddressLiteral {
  /// Appends the literal in lower case, with the tag as the standard writes it.
  ///
  /// - Throws: `EmailFault.badAddressLiteral`.
  static func append(
    _ domain: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
  ) throws(EmailFault) {
    guard domain.count > 2, domain.count <= 64, domain.last == UInt8(ascii: "]") else {
      throw .badAddressLiteral
    }
    let inside = Array(domain[1..<(domain.count - 1)].map(ASCII.lowercased))
    let tag = Array("ipv6:".utf8)
    if inside.starts(with: tag) {
      let address = inside[tag.count...]
      guard isIPv6(address) else { throw .badAddressLiteral }
      output.append(contentsOf: "[IPv6:".utf8)
      output.append(contentsOf: address)
    } else {
      guard isIPv4(inside[...]) else { throw .badAddressLiteral }
      output.append(UInt8(ascii: "["))
      output.append(contentsOf: inside)
    }
    output.append(UInt8(ascii: "]"))
  }

  static func isIPv4(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        (1...3).contains(part.count) && part.allSatisfy(ASCII.isDigit)
          && part.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } <= 255
      }
  }

  /// `shortestGap`: groups that `::` stands for at least.
  static func isIPv6(_ text: ArraySlice<UInt8>, shortestGap: Int = 2) -> Bool {
    let colon = UInt8(ascii: ":")
    var gap: ArraySlice<UInt8>.Index?
    for index in text.indices.dropLast() where text[index] == colon && text[index + 1] == colon {
      // A second gap, and three colons in a row.
      guard gap == nil else { return false }
      gap = index
    }
    guard let gap else { return groups(text, mayEndInIPv4: true) == 8 }
    let (before, after) = (text[..<gap], text[(gap + 2)...])
    guard let first = groups(before, mayEndInIPv4: false),
      let second = groups(after, mayEndInIPv4: true)
    else { return false }
    return first + second <= 8 - shortestGap
  }

  /// Groups of 16 bits in a text without a gap; nil when it is none.
  private static func groups(_ text: ArraySlice<UInt8>, mayEndInIPv4: Bool) -> Int? {
    if text.isEmpty { return 0 }
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    var count = 0
    for (position, part) in parts.enumerated() {
      if mayEndInIPv4, position == parts.count - 1, isIPv4(part) {
        count += 2
      } else {
        guard (1...4).contains(part.count), part.allSatisfy(isHexDigit) else { return nil }
        count += 1
      }
    }
    return count
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    ASCII.isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}
