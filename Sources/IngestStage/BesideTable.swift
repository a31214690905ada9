import Bytes

/// Something that stands beside a table, with an empty column between: a pivot table, a list of
/// choices, sums. One cell alone is more likely one of the row's.
struct BesideTable {
  /// The first column of it, from 0.
  let column: Int
  private let width: Int

  private static let fewestRows = 2

  /// - Parameters:
  ///   - rows: the first ones of the table.
  ///   - width: columns of the table's header.
  init?(_ rows: CellBatch, width: Int) {
    var column = Int.max
    var count = 0
    for row in 0..<rows.rowCount where rows.cellCount(row) > width {
      let filled = (width..<rows.cellCount(row)).first { !rows.range(row, $0).isEmpty }
      guard let filled else { continue }
      column = min(column, filled)
      count += 1
    }
    guard count >= Self.fewestRows, column > width else { return nil }
    self.column = column
    self.width = width
  }

  /// The rows, up to a position, that go on beyond the empty column.
  func cut(_ batch: CellBatch, upTo end: Int) -> Set<Int> {
    var rows: Set<Int> = []
    for row in 0..<end where batch.cellCount(row) > width {
      if (width..<min(column, batch.cellCount(row))).allSatisfy({ batch.range(row, $0).isEmpty }) {
        rows.insert(row)
      }
    }
    return rows
  }
}
