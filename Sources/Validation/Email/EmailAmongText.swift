import Bytes

/// The one address in a cell that says more than an address: `E-mail: ann@example.com`,
/// `Ann Lee (ann@example.com)`.
enum EmailAmongText {
  /// Where the address stands.
  ///
  /// It has to be set apart by a sign: of `ann lee@example.com` and `ann@example.co m` nobody knows
  /// what was meant.
  ///
  /// - Returns: nil when no text with an `@` stands so, or when several that differ do.
  static func range(in text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var found: Range<Int>?
    for at in 0..<text.count where text[at] == UInt8(ascii: "@") {
      let start = (text[..<at].lastIndex { ends($0) } ?? -1) + 1
      let end = text[(at + 1)...].firstIndex { ends($0) } ?? text.count
      guard start < at, at + 1 < end, begins(text[start]),
        mayBegin(text, at: start), mayEnd(text, at: end)
      else { return nil }
      if let found, !found.elementsEqual(start..<end, by: { text[$0] == text[$1] }) { return nil }
      found = start..<end
    }
    return found
  }

  private static func ends(_ byte: UInt8) -> Bool {
    ASCII.isSpace(byte) || "@<>()[]{}\":;,|#=".utf8.contains(byte)
  }

  /// What the name of an address begins with, but for oddities.
  private static func begins(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte >= 0x80
  }

  private static func mayBegin(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start > 0 else { return true }
    let sign = text[start - 1]
    let before = text[..<(start - 1)].last { !ASCII.isSpace($0) }
    if ASCII.isSpace(sign) {
      return before.map { ":=|#>/-*)]".utf8.contains($0) } ?? true
    }
    if ":=|#".utf8.contains(sign) { return true }
    return "<([{\"".utf8.contains(sign)
      && (start == 1 || ASCII.isSpace(text[start - 2]) || ends(before ?? 32))
  }

  private static func mayEnd(_ text: UnsafeBufferPointer<UInt8>, at end: Int) -> Bool {
    guard end < text.count else { return true }
    let sign = text[end]
    if ASCII.isSpace(sign) {
      let after = text[end...].first { !ASCII.isSpace($0) }
      return after.map { "|#/-<([".utf8.contains($0) } ?? true
    }
    return ">)]}\"|#".utf8.contains(sign) || "<([".utf8.contains(sign) && end + 1 < text.count
  }
}
