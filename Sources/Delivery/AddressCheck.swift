/// Which addresses and URLs may go into a header or an SMTP command.
///
/// Not validation of what people enter (that was done before): the last line of defence against
/// values that would end a header or a command early.
package enum AddressCheck {
  /// `local@domain` with a dot-atom on the left and a host name on the right.
  ///
  /// - Source: RFC 5322 section 3.2.3 (atext); RFC 5321 section 4.5.3.1 (64 + 1 + 255 bytes).
  package static func isSafe(_ address: String) -> Bool {
    let parts = address.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, (1...64).contains(parts[0].count), (1...255).contains(parts[1].count)
    else { return false }
    return isDotted(parts[0], allowed: isAtomText) && isDotted(parts[1], allowed: isHostText)
  }

  /// An `https` URL without spaces, brackets or control characters.
  package static func isSafeURL(_ url: String) -> Bool {
    url.hasPrefix("https://") && url.utf8.count > 8 && url.utf8.count <= 900
      && url.utf8.allSatisfy { (33...126).contains($0) && !"<>\"\\^`{|}".utf8.contains($0) }
  }

  /// `<left@right>` without anything that would need quoting.
  static func isSafeMessageID(_ bracketed: String) -> Bool {
    guard bracketed.hasPrefix("<"), bracketed.hasSuffix(">") else { return false }
    let id = bracketed.dropFirst().dropLast()
    let parts = id.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && id.utf8.count <= 200
      && parts.allSatisfy { !$0.isEmpty }
      && id.utf8.allSatisfy {
        isLetterOrDigit($0) || ".-_+=@".utf8.contains($0)
      }
  }

  private static func isDotted(
    _ bytes: Substring.UTF8View.SubSequence, allowed: (UInt8) -> Bool
  ) -> Bool {
    bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && $0.allSatisfy(allowed) }
  }

  private static func isAtomText(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
  }

  private static func isHostText(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || byte == UInt8(ascii: "-")
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }
}
