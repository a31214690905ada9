/// Rows in aligned columns, as a person reads them on a terminal.
struct TextTable {
  enum Alignment { case left, right }

  private let headers: [String]
  private let alignments: [Alignment]
  private var rows: [[String]] = []

  /// A header that begins with `>` heads a column that is aligned to the right.
  init(_ headers: [String]) {
    alignments = headers.map { $0.hasPrefix(">") ? .right : .left }
    self.headers = headers.map { $0.hasPrefix(">") ? String($0.dropFirst()) : $0 }
  }

  var isEmpty: Bool { rows.isEmpty }

  mutating func add(_ cells: [String]) {
    rows.append(cells)
  }

  /// One line a row, headers first, without spaces at the end.
  func lines(indent: Int = 0) -> [String] {
    let all = [headers] + rows
    let widths = headers.indices.map { column in
      all.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    let margin = String(repeating: " ", count: indent)
    return all.map { row in
      var line = margin
      for (column, cell) in row.enumerated() where column < widths.count {
        if column > 0 { line += "  " }
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        line += alignments[column] == .right ? padding + cell : cell + padding
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
