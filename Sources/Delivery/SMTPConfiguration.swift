/// How to reach a mail server.
package struct SMTPConfiguration: Sendable {
  package enum Security: String, CaseIterable, Sendable {
    /// Plain text all the way.
    case none
    /// Plain text first, then TLS; a server that does not offer it is not used.
    case starttls
    /// TLS from the first byte.
    case tls
  }

  package let host: String
  package let port: Int
  package let security: Security
  package var user: String?
  package var password: String?
  /// What the client calls itself; empty leaves it to libcurl.
  package var clientName = ""
  package var connectTimeoutSeconds = 30
  /// For one message, from its first command to the answer to its last byte. RFC 5321 section
  /// 4.5.3.2 asks for 10 minutes after the end of the data.
  package var timeoutSeconds = 600

  package init(host: String, port: Int, security: Security) {
    self.host = host
    self.port = port
    self.security = security
  }

  /// Reads `smtp://host:port` or `smtps://host:port`; without a port, 25 and 465.
  ///
  /// - Parameters:
  ///   - url: no user, password or path; an IPv6 address stands in brackets.
  ///   - starttls: ask for STARTTLS when the scheme is `smtp`.
  /// - Returns: nil for anything else.
  package static func parse(url: String, starttls: Bool = false) -> SMTPConfiguration? {
    let isTLS = url.hasPrefix("smtps://")
    guard isTLS || url.hasPrefix("smtp://") else { return nil }
    var authority = url.dropFirst(isTLS ? 8 : 7)
    if authority.hasSuffix("/") { authority = authority.dropLast() }
    var host = authority
    var port = isTLS ? 465 : 25
    let afterAddress = authority.lastIndex(of: "]") ?? authority.startIndex
    if let colon = authority[afterAddress...].lastIndex(of: ":") {
      host = authority[..<colon]
      guard let number = Int(authority[authority.index(after: colon)...]),
        (1...65_535).contains(number)
      else { return nil }
      port = number
    }
    let isName =
      !host.isEmpty
      && host.utf8.allSatisfy {
        (48...57).contains($0) || (97...122).contains($0 | 32) || ".-_[]:".utf8.contains($0)
      }
    guard isName else { return nil }
    return SMTPConfiguration(
      host: String(host), port: port, security: isTLS ? .tls : starttls ? .starttls : .none)
  }

  var isLoopback: Bool {
    host == "localhost" || host.hasPrefix("127.") || host == "[::1]"
  }

  /// The URL that libcurl wants; the path is the client's name.
  var url: String {
    "\(security == .tls ? "smtps" : "smtp")://\(host):\(port)/\(clientName)"
  }
}
