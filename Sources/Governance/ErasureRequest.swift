/// How an erasure request names a person: one way of reaching them.
///
/// The text form, `email:anna@example.com` or `phone:+493023125000`, is what its SHA-256 is taken of:
/// the only thing that is kept of an erased person.
package enum ErasureRequest: Hashable, Sendable {
  /// Lower case.
  case email(String)
  /// E.164.
  case phone(String)

  package var text: String {
    switch self {
    case .email(let address): "email:\(address)"
    case .phone(let number): "phone:\(number)"
    }
  }

  /// Reads one line of a request file: an e-mail address or a number in E.164, the prefix of the
  /// text form allowed; spaces around it do not count.
  ///
  /// - Returns: nil when the line is neither.
  package init?(line: some StringProtocol) {
    var text = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for prefix in ["email:", "phone:"] where text.lowercased().hasPrefix(prefix) {
      text = text.dropFirst(prefix.count).split(separator: " ").joined(separator: " ")
      break
    }
    if let number = Self.number(text) {
      self = .phone(number)
    } else if let address = Self.address(text) {
      self = .email(address)
    } else {
      return nil
    }
  }

  /// `+` and 7 to 15 digits (ITU-T E.164), with spaces, hyphens and brackets left out.
  private static func number(_ text: String) -> String? {
    guard text.first == "+" else { return nil }
    let digits = text.dropFirst().filter { !" -().".contains($0) }
    guard (7...15).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return "+" + digits
  }

  private static func address(_ text: String) -> String? {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !text.contains(" "),
      !text.contains(",")
    else { return nil }
    return text.lowercased()
  }
}
