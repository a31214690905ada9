extension XLSXCellRange {
  /// Reads `A5:F200`, `A:F` or `5:200`, with or without `$`; nil when it is none of these.
  init?(area: String) {
    if let range = XLSXCellRange(reference: area) {
      self = range
      return
    }
    let ends = area.replacing("$", with: "").split(
      separator: ":", omittingEmptySubsequences: false)
    guard ends.count == 2 else { return nil }
    if let first = Int(ends[0]), let last = Int(ends[1]) {
      let rows = min(first, last)...max(first, last)
      guard rows.lowerBound >= 1, rows.upperBound <= Self.maximumRow else { return nil }
      self.init(rows: rows, columns: 0...Self.maximumColumn)
    } else if let whole = XLSXCellRange(reference: "\(ends[0])1:\(ends[1])1"),
      ends.allSatisfy({ $0.allSatisfy(\.isLetter) })
    {
      self.init(rows: 1...Self.maximumRow, columns: whole.columns)
    } else {
      return nil
    }
  }

  /// Whether there is a cell in both.
  func overlaps(_ other: XLSXCellRange) -> Bool {
    rows.overlaps(other.rows) && columns.overlaps(other.columns)
  }

  /// The part that two areas share; nil when there is none.
  func clamped(to other: XLSXCellRange) -> XLSXCellRange? {
    guard overlaps(other) else { return nil }
    return XLSXCellRange(
      rows: rows.clamped(to: other.rows), columns: columns.clamped(to: other.columns))
  }
}
