/// Text broken into lines.
package enum TextLayout {
  /// Breaks text at spaces so that no line is wider than asked, except for longer single words.
  package static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// A label column and wrapped text beside it; a label that is too wide gets its own line.
  package static func entry(label: String, text: String, indent: Int, column: Int, width: Int)
    -> [String]
  {
    let left = String(repeating: " ", count: indent) + label
    let margin = String(repeating: " ", count: column)
    let lines = wrapped(text, width: width - column).map { margin + $0 }
    guard left.count + 2 <= column, let first = lines.first else { return [left] + lines }
    return [left + first.dropFirst(left.count)] + lines.dropFirst()
  }
}
