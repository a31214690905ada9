/// A rectangle of cells, as `B2:D9` names it.
struct XLSXCellRange: Equatable, Sendable {
  /// From 1, as a person counts them.
  let rows: ClosedRange<Int>
  /// From 0.
  let columns: ClosedRange<Int>

  static let maximumRow = 1_048_576
  static let maximumColumn = 16_383

  init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }

  /// Fails for what is no range, or beyond what a sheet has.
  ///
  /// - Parameter reference: `B2:D9`, `B2`, with or without `$`.
  /// - Source: ECMA-376 part 1, 18.18.62 (ST_Ref).
  init?(reference: String) {
    let corners = reference.split(separator: ":", omittingEmptySubsequences: false)
    guard corners.count <= 2, let one = corners.first, let other = corners.last,
      let first = Self.cell(one), let last = Self.cell(other)
    else { return nil }
    rows = min(first.row, last.row)...max(first.row, last.row)
    columns = min(first.column, last.column)...max(first.column, last.column)
  }

  private static func cell(_ text: Substring) -> (row: Int, column: Int)? {
    var row = 0
    var column = 0
    for byte in text.utf8 where byte != UInt8(ascii: "$") {
      if byte &- 48 < 10 {
        guard column > 0 else { return nil }
        row = row * 10 + Int(byte - 48)
      } else if (byte & 0xDF) &- 65 < 26, row == 0 {
        column = column * 26 + Int((byte & 0xDF) - 64)
      } else {
        return nil
      }
      guard row <= maximumRow, column <= maximumColumn + 1 else { return nil }
    }
    return row > 0 && column > 0 ? (row, column - 1) : nil
  }
}
