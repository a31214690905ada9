/// How much room text needs in cells, in characters of the default font.
enum TextMeasure {
  /// Lines that a text takes in a column, words kept whole.
  static func lines(of text: String, width: Double) -> Int {
    let limit = max(1, Int(width))
    return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { sum, line in
      var lines = 1
      var used = 0
      for word in line.split(separator: " ") {
        if used > 0, used + 1 + word.count > limit {
          lines += 1
          used = 0
        }
        used += (used > 0 ? 1 : 0) + word.count
        while used > limit {
          lines += 1
          used -= limit
        }
      }
      return sum + lines
    }
  }

  /// Breaks a text into lines of at most `width` characters where words allow it.
  static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// Pixels of a column of so many characters in Calibri 11.
  ///
  /// - Source: ECMA-376 part 1, 18.3.1.13 `col`: 7 pixels a digit and 5 of padding.
  static func pixels(ofColumn width: Double) -> Int { Int(width * 7) + 5 }
}
