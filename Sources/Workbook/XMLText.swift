/// Text that XML can carry.
enum XMLText {
  /// The text with U+FFFD for the control characters that XML 1.0 does not have.
  ///
  /// Cells of a streaming workbook need none of it, the library escapes them; charts, which keep a
  /// copy of the cells that they show, and everything else would break the file.
  static func safe(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isForbidden) else { return text }
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { output.append(isForbidden(scalar) ? "\u{FFFD}" : scalar) }
    return String(output)
  }

  /// - Source: XML 1.0 (fifth edition), production 2 (Char).
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9, 10, 13: false
    case 0..<32, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
