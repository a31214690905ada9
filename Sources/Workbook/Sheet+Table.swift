import CXLSXWriter
import Glibc

/// A column of a native table.
package struct TableColumn: Sendable {
  package let header: String
  package let style: CellStyle

  package init(_ header: String, _ style: CellStyle = .plain) {
    self.header = header
    self.style = style
  }
}

extension Sheet {
  /// Makes a native table (banded rows, filter buttons) and fills it. Not while streaming.
  ///
  /// The header stands in `row` and the rows follow below it. The name is unique in the workbook:
  /// letters, digits and underscores only. The result is the cells of the rows, without the
  /// header, for charts and conditional formats.
  @discardableResult
  package func writeTable(
    row: Int, column: Int = 0, name: String, columns: [TableColumn], rows: [[CellValue]]
  ) throws(WorkbookError) -> CellRange {
    try requireRandomAccess("tables")
    guard !columns.isEmpty else { throw failure("table '\(name)' has no columns") }
    // Excel refuses a table without a data row; an empty one gets a blank row.
    let lastRow = row + max(1, rows.count)
    let lastColumn = column + columns.count - 1
    let code = addTable(
      from: try position(row, column), to: try position(lastRow, lastColumn), name: name,
      columns: columns)
    try check(code, row, column)
    for (line, values) in rows.enumerated() {
      for (place, value) in values.enumerated() where place < columns.count {
        try write(row + 1 + line, column + place, value, columns[place].style)
      }
    }
    return CellRange(sheet: self.name, rows: row + 1...lastRow, columns: column...lastColumn)
  }

  private func addTable(
    from first: (lxw_row_t, lxw_col_t), to last: (lxw_row_t, lxw_col_t), name: String,
    columns: [TableColumn]
  ) -> lxw_error {
    withMutableCStrings([name] + columns.map(\.header)) { texts in
      let records = UnsafeMutablePointer<lxw_table_column>.allocate(capacity: columns.count)
      let list = UnsafeMutablePointer<UnsafeMutablePointer<lxw_table_column>?>.allocate(
        capacity: columns.count + 1)
      defer {
        records.deallocate()
        list.deallocate()
      }
      for (index, column) in columns.enumerated() {
        var record = lxw_table_column()
        record.header = texts[index + 1]
        record.format = workbook.format(column.style)
        records.advanced(by: index).initialize(to: record)
        list[index] = records.advanced(by: index)
      }
      list[columns.count] = nil
      var options = lxw_table_options()
      options.name = texts[0]
      options.columns = list
      options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_MEDIUM.rawValue)
      options.style_type_number = 2
      return worksheet_add_table(handle, first.0, first.1, last.0, last.1, &options)
    }
  }
}
