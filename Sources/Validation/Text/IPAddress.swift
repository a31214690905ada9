import Bytes

/// What a cell for the address of a visitor says.
package enum IPAddress {
  /// The address in a cell, in lower case: without a port, brackets or zone, and the first of a list
  /// of proxies.
  ///
  /// - Returns: nil when there is none: a name, a cut or blanked address, or the one that stands for
  ///   no address (`0.0.0.0`, `::`).
  /// - Source: RFC 4291 section 2.2; RFC 1122 section 3.2.1.3; RFC 7239 section 6.
  package static func read(_ text: String) -> String? {
    // Longer than any list of proxies that somebody keeps.
    guard text.utf8.count <= 256 else { return nil }
    let parts = text.split(whereSeparator: { ",; ".contains($0) }).map { one(String($0)) }
    guard let first = parts.first, !parts.contains(nil) else { return nil }
    return first
  }

  private static func one(_ text: String) -> String? {
    var address = text.lowercased()[...]
    if address.hasPrefix("[") {
      guard let end = address.firstIndex(of: "]") else { return nil }
      let rest = address[address.index(after: end)...]
      guard rest.isEmpty || isPort(rest) else { return nil }
      address = address[address.index(after: address.startIndex)..<end]
    } else if let colon = address.firstIndex(of: ":"), address[..<colon].contains("."),
      isPort(address[colon...])
    {
      address = address[..<colon]
    }
    if let percent = address.firstIndex(of: "%") { address = address[..<percent] }
    let bytes = Array(address.utf8)[...]
    if AddressLiteral.isIPv4(bytes) {
      return bytes.contains { !"0.".utf8.contains($0) } ? String(address) : nil
    }
    guard AddressLiteral.isIPv6(bytes, shortestGap: 1) else { return nil }
    return bytes.contains { !"0:.".utf8.contains($0) } ? String(address) : nil
  }

  /// `:` and a number.
  private static func isPort(_ text: Substring) -> Bool {
    let digits = text.dropFirst()
    return text.first == ":" && (1...5).contains(digits.utf8.count)
      && digits.utf8.allSatisfy(ASCII.isDigit)
  }
}
