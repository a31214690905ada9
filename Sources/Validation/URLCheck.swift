import Bytes

/// Whether a text could be the address of a web page.
package enum URLCheck {
  /// Accepts `http` and `https` addresses and bare hosts such as `example.com/path`.
  ///
  /// - Source: RFC 3986 section 3; host names as RFC 1123 writes them, or UTF-8 letters.
  package static func isPlausible(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    if let schemeEnd = schemeEnd(text) {
      let scheme = UnsafeBufferPointer(rebasing: text[..<schemeEnd])
      guard isWebScheme(scheme) else { return false }
      index = schemeEnd + 3
    }
    let start = index
    var dots = 0
    var previousWasDot = true
    while index < text.count, !endsHost(text[index]) {
      let byte = text[index]
      if byte == UInt8(ascii: ".") {
        if previousWasDot { return false }
        dots += 1
      } else if !(ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: "-")
        || byte >= 0x80)
      {
        return false
      }
      previousWasDot = byte == UInt8(ascii: ".")
      index += 1
    }
    guard index > start, dots > 0, !previousWasDot else { return false }
    return !text[index...].contains { ASCII.isSpace($0) || $0 < 32 }
  }

  /// Whether a text is the address that browsers give for an application of a telephone, as
  /// `android-app://com.example.reader/`.
  ///
  /// - Source: Android's intents with the scheme `android-app`.
  package static func isApplication(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let scheme: StaticString = "android-app://"
    guard text.count > scheme.utf8CodeUnitCount, text.count < 1024 else { return false }
    for index in 0..<scheme.utf8CodeUnitCount
    where ASCII.lowercased(text[index]) != scheme.utf8Start[index] {
      return false
    }
    return isPlausible(UnsafeBufferPointer(rebasing: text[scheme.utf8CodeUnitCount...]))
  }

  private static func schemeEnd(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    for index in 0..<min(10, max(0, text.count - 2))
    where text[index] == UInt8(ascii: ":") && text[index + 1] == UInt8(ascii: "/")
      && text[index + 2] == UInt8(ascii: "/")
    {
      return index
    }
    return nil
  }

  private static func isWebScheme(_ scheme: UnsafeBufferPointer<UInt8>) -> Bool {
    let https: StaticString = "https"
    guard scheme.count == 4 || scheme.count == 5 else { return false }
    for index in 0..<scheme.count where ASCII.lowercased(scheme[index]) != https.utf8Start[index] {
      return false
    }
    return true
  }

  private static func endsHost(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "?")
      || byte == UInt8(ascii: "#")
  }
}
