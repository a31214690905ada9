import CXLSXWriter

extension Sheet {
  /// Sets the width of columns, in characters of the default font.
  package func setColumns(
    _ columns: ClosedRange<Int>, width: Double, _ style: CellStyle = .plain, hidden: Bool = false
  ) throws(WorkbookError) {
    let first = try position(0, columns.lowerBound).1
    let last = try position(0, columns.upperBound).1
    var options = lxw_row_col_options(hidden: hidden ? 1 : 0, level: 0, collapsed: 0)
    let code = worksheet_set_column_opt(
      handle, first, last, width, workbook.format(style), &options)
    try check(code, 0, columns.lowerBound)
  }

  /// Sets widths of the columns from the first on, in characters.
  package func setColumnWidths(_ widths: [Double]) throws(WorkbookError) {
    for (column, width) in widths.enumerated() {
      try setColumns(column...column, width: width)
    }
  }

  /// Sets the height of a row, in points (15 is the default).
  package func setRow(_ row: Int, height: Double, _ style: CellStyle = .plain)
    throws(WorkbookError)
  {
    let line = try position(row, 0).0
    try check(worksheet_set_row(handle, line, height, workbook.format(style)), row, 0)
  }

  /// Keeps the rows above and the columns left of a cell in view.
  package func freeze(rows: Int, columns: Int = 0) {
    worksheet_freeze_panes(handle, lxw_row_t(clamping: rows), lxw_col_t(clamping: columns))
  }

  /// Puts filter buttons on a header row.
  package func autofilter(rows: ClosedRange<Int>, columns: ClosedRange<Int>)
    throws(WorkbookError)
  {
    let (firstRow, firstColumn) = try position(rows.lowerBound, columns.lowerBound)
    let (lastRow, lastColumn) = try position(rows.upperBound, columns.upperBound)
    let code = worksheet_autofilter(handle, firstRow, firstColumn, lastRow, lastColumn)
    try check(code, rows.lowerBound, columns.lowerBound)
  }

  /// Keeps spreadsheets from flagging digits that are text on purpose.
  package func ignoreNumbersAsText(rows: ClosedRange<Int>, columns: ClosedRange<Int>)
    throws(WorkbookError)
  {
    let first = try cellName(rows.lowerBound, columns.lowerBound)
    let last = try cellName(rows.upperBound, columns.upperBound)
    let type = UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue)
    try check(
      worksheet_ignore_errors(handle, type, "\(first):\(last)"), rows.lowerBound,
      columns.lowerBound)
  }

  private func cellName(_ row: Int, _ column: Int) throws(WorkbookError) -> String {
    let (line, place) = try position(row, column)
    return CellName.of(row: Int(line), column: Int(place))
  }

  package func hideGridlines() {
    worksheet_gridlines(handle, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
  }

  package func setTabColor(_ color: Color) {
    worksheet_set_tab_color(handle, color.code)
  }

  /// Percent, 10 to 400.
  package func setZoom(percent: Int) {
    worksheet_set_zoom(handle, UInt16(clamping: percent))
  }

  /// Prepares the sheet for printing on A4 paper.
  package func setPrint(_ setup: PrintSetup) throws(WorkbookError) {
    worksheet_set_paper(handle, 9)  // A4
    if setup.landscape { worksheet_set_landscape(handle) }
    if setup.fitsWidth { worksheet_fit_to_pages(handle, 1, 0) }
    worksheet_set_margins(handle, 0.4, 0.4, 0.6, 0.6)
    if let rows = setup.repeatedRows {
      let first = try position(rows.lowerBound, 0).0
      let last = try position(rows.upperBound, 0).0
      try check(worksheet_repeat_rows(handle, first, last), rows.lowerBound, 0)
    }
    try check(worksheet_set_header(handle, setup.header), 0, 0)
    try check(worksheet_set_footer(handle, setup.footer), 0, 0)
  }
}
