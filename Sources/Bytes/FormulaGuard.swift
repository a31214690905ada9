/// Cells that a spreadsheet would compute when it opens a CSV file, and the apostrophe that keeps
/// it from doing so. Nothing is lost: `unescaped` takes back exactly what `escape` put there.
///
/// - Source: OWASP, CSV Injection: cells that begin with `=`, `+`, `-`, `@`, a tab, a line break, or
///   a full-width form of those signs.
package enum FormulaGuard {
  private static let apostrophe = UInt8(ascii: "'")

  /// Whether a spreadsheet would take the text for a formula. A telephone number (`+49 30 1234`)
  /// and a signed number (`-5.20`) compute nothing that is not there.
  package static func isFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 9, 10, 13: return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return !isNumber(text)
    case 0xEF:
      // U+FF1D, U+FF0B, U+FF0D, U+FF20.
      return text.count >= 3 && text[1] == 0xBC && [0x9D, 0x8B, 0x8D, 0xA0].contains(text[2])
    default: return false
    }
  }

  /// A sign and digits, in groups at most; or the sign alone.
  private static func isNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = text.count
    if end > 2, text[end - 1] == UInt8(ascii: "%") { end -= 1 }
    var index = 1
    while index < end {
      switch text[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), 32, UInt8(ascii: "."), UInt8(ascii: ","),
        UInt8(ascii: "("), UInt8(ascii: ")"):
        index += 1
      // A no-break space.
      case 0xC2 where index + 1 < end && text[index + 1] == 0xA0: index += 2
      default: return false
      }
    }
    return true
  }

  /// Whether the text needs an apostrophe before it: it is a formula, or one behind apostrophes.
  package static func needsEscape(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    if first != apostrophe { return isFormula(text) }
    let start = text.firstIndex { $0 != apostrophe } ?? text.count
    return isFormula(UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// The text without the apostrophe that `needsEscape` asked for; any other text as it is.
  package static func unescaped(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    guard text.first == apostrophe, needsEscape(text) else { return text }
    return UnsafeBufferPointer(rebasing: text[1...])
  }

  /// The text in the formula `="00491"`, which other programs write into CSV so that a spreadsheet
  /// does not take a text for a number; any other text as it is.
  package static func literal(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    let quote = UInt8(ascii: "\"")
    guard text.first == UInt8(ascii: "="), text.count > 2, text[1] == quote,
      text[text.count - 1] == quote
    else { return text }
    let inside = UnsafeBufferPointer(rebasing: text[2..<text.count - 1])
    return inside.contains(quote) ? text : inside
  }
}
