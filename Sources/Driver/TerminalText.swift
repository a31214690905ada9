/// What a value looks like on a terminal.
enum TerminalText {
  /// Characters of one value; a longer one would blow up the column of every other row.
  static let maximumLength = 200

  /// One line of harmless characters, whatever the value holds: a cell of a supplier's file must
  /// not be able to colour, move or turn around what stands beside it.
  static func line(_ value: String) -> String {
    let count = value.count
    let line = value.prefix(maximumLength).map(shown).joined()
    return count > maximumLength ? "\(line)… (\(count) characters)" : line
  }

  /// The whole text as one line of harmless characters.
  static func harmless(_ text: String) -> String { text.map(shown).joined() }

  /// A text of at most so many characters: the middle gives way, for names differ at their ends.
  static func shortened(_ text: String, to length: Int) -> String {
    guard text.count > length, length > 1 else { return text }
    let tail = min(8, (length - 1) / 2)
    return "\(text.prefix(length - 1 - tail))…\(text.suffix(tail))"
  }

  private static func shown(_ character: Character) -> String {
    if character.isNewline || character == "\t" { return " " }
    guard character.unicodeScalars.contains(where: isHarmful) else { return String(character) }
    return "\u{FFFD}"
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    // Embeddings, overrides and isolates turn around the order of what follows.
    case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": true
    default: scalar.properties.generalCategory == .control
    }
  }
}
