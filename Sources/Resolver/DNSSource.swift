internal import Glibc

/// Whom to ask: `off`, `system`, or servers in the order of preference.
package enum DNSSource: Sendable, Equatable {
  case off
  /// The servers of the machine's resolver configuration.
  case system
  /// IP addresses (IPv6 in brackets) with ports, as `127.0.0.1:5353`; at least one.
  case servers([String])

  /// What a setting may say, for messages.
  package static let expectation =
    "give off, system, or addresses with a port such as 127.0.0.1:53 or [::1]:53"

  /// One server; nil when the text is not an address and a port.
  package static func server(_ text: String) -> DNSSource? {
    address(text[...]).map { .servers([$0]) }
  }

  /// Reads a setting, servers separated by commas; nil when it is none of the three.
  package init?(_ text: String) {
    switch text {
    case "off": self = .off
    case "system": self = .system
    default:
      let items = text.split(separator: ",", omittingEmptySubsequences: false)
      self.init(servers: items.map { String(Self.trimmed($0)) })
    }
  }

  /// Reads a list of servers; nil when one of them is not understood, or there is none.
  package init?(servers: [String]) {
    var read: [String] = []
    for text in servers {
      guard let address = Self.address(text[...]) else { return nil }
      if !read.contains(address) { read.append(address) }
    }
    guard !read.isEmpty, read.count <= Self.mostServers else { return nil }
    self = .servers(read)
  }

  /// More are no help, and a bit mask tells which were tried.
  static let mostServers = 32

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }

  private static func address(_ text: Substring) -> String? {
    guard let colon = text.lastIndex(of: ":") else { return nil }
    let digits = text[text.index(after: colon)...]
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let port = Int(digits),
      (1...65_535).contains(port)
    else { return nil }
    let host = text[..<colon]
    var bytes = [UInt8](repeating: 0, count: 16)
    if host == "localhost" { return "127.0.0.1:\(port)" }
    if host.first == "[", host.last == "]" {
      let inner = String(host.dropFirst().dropLast())
      return inet_pton(AF_INET6, inner, &bytes) == 1 ? "[\(inner)]:\(port)" : nil
    }
    return inet_pton(AF_INET, String(host), &bytes) == 1 ? "\(host):\(port)" : nil
  }
}
