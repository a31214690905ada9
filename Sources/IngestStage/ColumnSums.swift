import Bytes
import Tabular

/// What the numbers of a small table's columns add up to: a row of the same words and numbers may be
/// a record, but not where its numbers are the sums of those above.
struct ColumnSums {
  private var columns: [(sum: Double, count: Int)]
  private var rowCount = 0

  /// Computed results differ in their last digits.
  private static let tolerance = 1e-6

  /// Adds up the rows that are not sums themselves.
  init(_ rows: CellBatch, width: Int, _ sense: TableSense) {
    columns = Array(repeating: (0, 0), count: width)
    for row in 0..<rows.rowCount where !sense.isLabelledSum(rows, row) {
      rowCount += 1
      for column in 0..<width {
        guard let number = Self.number(rows, row, column) else { continue }
        columns[column].sum += number
        columns[column].count += 1
      }
    }
  }

  /// Whether a row has the sum, the mean or the count of what stands above in some column.
  func explain(_ batch: CellBatch, _ row: Int) -> Bool {
    columns.indices.contains { column in
      guard columns[column].count > 1, let number = Self.number(batch, row, column) else {
        return false
      }
      let (sum, count) = columns[column]
      return [sum, sum / Double(count), Double(rowCount)].contains {
        abs($0 - number) <= Self.tolerance * max(1, abs($0))
      }
    }
  }

  private static func number(_ batch: CellBatch, _ row: Int, _ column: Int) -> Double? {
    batch.withCell(row, column) { cell in
      let text = ASCII.trimmed(cell)
      return text.isEmpty || text.count > 24 ? nil : Double(String(decoding: text, as: UTF8.self))
    }
  }
}
