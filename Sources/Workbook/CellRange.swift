/// A rectangle of cells of a sheet; rows and columns count from 0, both ends belong to it.
package struct CellRange: Hashable, Sendable {
  package let sheet: String
  package let rows: ClosedRange<Int>
  package let columns: ClosedRange<Int>

  package init(sheet: String, rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.sheet = sheet
    self.rows = rows
    self.columns = columns
  }

  /// Some rows of one column, as chart series use them.
  package init(sheet: String, rows: ClosedRange<Int>, column: Int) {
    self.init(sheet: sheet, rows: rows, columns: column...column)
  }
}
