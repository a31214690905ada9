/// As much of a text as a message quotes.
package enum Excerpt {
  /// Bytes of a cell that are shown; what stands behind is in its file.
  package static let limit = 400

  /// The whole text, or its beginning up to the limit, cut between characters, with `…` behind it.
  package static func of(_ text: UnsafeBufferPointer<UInt8>) -> String {
    guard text.count > limit else { return String(decoding: text, as: UTF8.self) }
    var end = limit
    while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: text[..<end], as: UTF8.self) + "…"
  }

  package static func of(_ text: String) -> String {
    guard text.utf8.count > limit else { return text }
    var text = text
    return text.withUTF8 { of($0) }
  }
}
