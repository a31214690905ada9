/// A link to a chat that names a telephone number: `https://wa.me/493023125042`.
///
/// The number is international and has no plus, zeros or brackets before it.
///
/// - Source: WhatsApp Help Center: How to use click to chat.
struct MessengerLink {
  /// Where the link stands, up to a blank.
  let range: Range<Int>
  /// The digits of its number; empty when it names none.
  let digits: [UInt8]

  private static let hosts: [StaticString] = ["wa.me", "whatsapp.com", "whatsapp:"]

  /// Nil for a cell without a link.
  init?(_ cell: UnsafeBufferPointer<UInt8>) {
    let text = CellScanner(cell)
    var index = 0
    while index < text.end {
      if text[index] | 0x20 == UInt8(ascii: "w"), !text.isLetter(index - 1),
        let path = text.behind(anyOf: Self.hosts, at: index), text[path] == UInt8(ascii: "/")
      {
        var (start, end) = (index, path)
        while start > 0, text[start - 1] > 32 { start -= 1 }
        while end < text.end, text[end] > 32 { end += 1 }
        range = start..<end
        digits = Self.digits(of: text, path: path + 1..<end)
        return
      }
      index += 1
    }
    return nil
  }

  private static func digits(of text: CellScanner, path: Range<Int>) -> [UInt8] {
    var index = path.lowerBound
    for start in path {
      guard let value = text.behind("phone=", at: start) else { continue }
      index = value
      break
    }
    if text[index] == UInt8(ascii: "+") {
      index += 1
    } else if let value = text.behind("%2b", at: index) {
      index = value
    }
    var digits: [UInt8] = []
    while index < path.upperBound {
      if text.isDigit(index) {
        digits.append(text[index])
      } else if text[index] != UInt8(ascii: "-") {
        break
      }
      index += 1
    }
    // The name of a message or a group may begin with a digit.
    return text.isLetter(index) ? [] : digits
  }
}
