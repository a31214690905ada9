/// Whom to ask: `off`, `system`, or one server.
package enum DNSSource: Sendable, Equatable {
  case off
  /// The servers of the machine's resolver configuration.
  case system
  /// An IP address (IPv6 in brackets) and a port, as `127.0.0.1:5353`.
  case server(String)

  /// What a setting may say, for messages.
  package static let expectation =
    "give off, system, or an address and a port such as 127.0.0.1:53"

  /// Reads a setting; nil when it is none of the three.
  package init?(_ text: String) {
    switch text {
    case "off": self = .off
    case "system": self = .system
    default:
      guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
        (1...65_535).contains(port), Self.isAddress(text[..<colon])
      else { return nil }
      self = .server(text)
    }
  }

  private static func isAddress(_ host: Substring) -> Bool {
    if host.hasPrefix("["), host.hasSuffix("]") {
      return host.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }
}
