import CXLSXWriter
import LeadModel

/// One sheet of a workbook being written. Rows and columns count from 0.
package final class Sheet {
  package let name: String
  // Keeps the workbook, and so the handle, alive.
  let workbook: Workbook
  let handle: UnsafeMutablePointer<lxw_worksheet>

  /// Excel's limit on the text of one cell, in UTF-16 units.
  static let maximumTextLength = 32_767
  static let dateFormat = "yyyy-mm-dd"
  static let timeFormat = "yyyy-mm-dd hh:mm:ss"

  init(workbook: Workbook, name: String, handle: UnsafeMutablePointer<lxw_worksheet>) {
    self.workbook = workbook
    self.name = name
    self.handle = handle
  }

  /// Writes one cell.
  ///
  /// Text is always a string and never a formula, whatever it starts with; longer than a cell can
  /// hold, it is cut and ends in `…`.
  ///
  /// - Throws: `WorkbookError` beyond the last row or column of a sheet, or (streaming) for a row
  ///   above the current one.
  package func write(_ row: Int, _ column: Int, _ value: CellValue, _ style: CellStyle = .plain)
    throws(WorkbookError)
  {
    let (line, place) = try position(row, column)
    let code: lxw_error
    switch value {
    case .text(let text):
      code = writeText(line, place, text, workbook.format(style))
    case .integer(let number) where number.magnitude > 1 << 53:
      // A double would show other digits than were there.
      code = writeText(line, place, String(number), workbook.format(style))
    case .integer(let number):
      code = worksheet_write_number(handle, line, place, Double(number), workbook.format(style))
    case .number(let number):
      code = worksheet_write_number(handle, line, place, number, workbook.format(style))
    case .boolean(let flag):
      code = worksheet_write_boolean(handle, line, place, flag ? 1 : 0, workbook.format(style))
    case .date(let date):
      code = writeTime(line, place, Timestamp(date), Self.dateFormat, style)
    case .time(let time):
      code = writeTime(line, place, time, Self.timeFormat, style)
    case .blank:
      // A blank without a format does not exist in the file.
      guard let format = workbook.format(style) else { return }
      code = worksheet_write_blank(handle, line, place, format)
    }
    try check(code, row, column)
  }

  /// Writes cells side by side from a column on, all in one style.
  package func writeRow(
    _ row: Int, from column: Int = 0, _ values: [CellValue], _ style: CellStyle = .plain
  ) throws(WorkbookError) {
    for (offset, value) in values.enumerated() {
      try write(row, column + offset, value, style)
    }
  }

  /// Writes a text that leads to a cell of another sheet of the same workbook.
  package func writeLink(
    _ row: Int, _ column: Int, _ text: String, toSheet target: String, cell: String = "A1",
    _ style: CellStyle = CellStyle(underline: true, fontColor: 0x1F4E79)
  ) throws(WorkbookError) {
    let (line, place) = try position(row, column)
    let url = "internal:'\(target.replacing("'", with: "''"))'!\(cell)"
    let code = worksheet_write_url_opt(
      handle, line, place, url, workbook.format(style), Self.clipped(XMLText.safe(text)), nil)
    try check(code, row, column)
  }

  /// Joins cells into one that holds a text. Not while streaming.
  package func merge(
    rows: ClosedRange<Int>, columns: ClosedRange<Int>, _ text: String, _ style: CellStyle = .plain
  ) throws(WorkbookError) {
    try requireRandomAccess("merged cells")
    let (firstRow, firstColumn) = try position(rows.lowerBound, columns.lowerBound)
    let (lastRow, lastColumn) = try position(rows.upperBound, columns.upperBound)
    let code = worksheet_merge_range(
      handle, firstRow, firstColumn, lastRow, lastColumn, Self.clipped(XMLText.safe(text)),
      workbook.format(style))
    try check(code, rows.lowerBound, columns.lowerBound)
  }

  /// Attaches a note that shows when the mouse rests on the cell.
  ///
  /// The width is in pixels; the height follows from the length of the text.
  package func note(_ row: Int, _ column: Int, _ text: String, width: Int = 260)
    throws(WorkbookError)
  {
    let (line, place) = try position(row, column)
    // About 6 pixels a character and 17 a line in the note's 9-point font.
    let perLine = max(10, width / 6)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + 1 + $1.count / perLine }
    let code = withMutableCStrings(["Leadmill"]) { texts in
      var options = lxw_comment_options()
      options.author = texts[0]
      options.width = UInt16(clamping: width)
      options.height = UInt16(clamping: 12 + 17 * lines)
      options.color = 0xFFFFE1
      options.font_size = 9
      let shown = Self.clipped(XMLText.safe(text))
      return worksheet_write_comment_opt(handle, line, place, shown, &options)
    }
    try check(code, row, column)
  }

  func position(_ row: Int, _ column: Int) throws(WorkbookError) -> (lxw_row_t, lxw_col_t) {
    guard (0..<1_048_576).contains(row), (0..<16_384).contains(column) else {
      throw failure("row \(row + 1) column \(column + 1) lies outside a sheet")
    }
    return (lxw_row_t(row), lxw_col_t(column))
  }

  func requireRandomAccess(_ what: String) throws(WorkbookError) {
    if workbook.isStreaming { throw failure("\(what) cannot be written while streaming") }
  }

  func failure(_ message: String) -> WorkbookError {
    WorkbookError(path: workbook.path, message: "sheet '\(name)': \(message)")
  }

  func check(_ code: lxw_error, _ row: Int, _ column: Int) throws(WorkbookError) {
    guard code == LXW_NO_ERROR else {
      throw failure("row \(row + 1) column \(column + 1): \(Workbook.message(code))")
    }
  }

  private func writeText(
    _ row: lxw_row_t, _ column: lxw_col_t, _ text: String,
    _ format: UnsafeMutablePointer<lxw_format>?
  ) -> lxw_error {
    if text.isEmpty {
      return format == nil
        ? LXW_NO_ERROR : worksheet_write_blank(handle, row, column, format)
    }
    let shown = workbook.isStreaming ? text : XMLText.safe(text)
    return worksheet_write_string(handle, row, column, Self.clipped(shown), format)
  }

  private func writeTime(
    _ row: lxw_row_t, _ column: lxw_col_t, _ time: Timestamp, _ format: String, _ style: CellStyle
  ) -> lxw_error {
    let shown = style.numberFormat == nil ? style.with { $0.numberFormat = format } : style
    // The 1900 date system begins with 1900 and ends with 9999.
    guard (1900...9999).contains(time.date.year) else {
      return writeText(row, column, time.description, workbook.format(style))
    }
    return worksheet_write_unixtime(handle, row, column, time.seconds, workbook.format(shown))
  }

  /// Writes a text exactly, or not at all: for files that are read back.
  ///
  /// - Throws: `WorkbookError` for a text longer than a cell can hold, or beyond the sheet.
  package func writeExact(
    _ row: Int, _ column: Int, _ text: UnsafeBufferPointer<UInt8>, _ style: CellStyle = .plain
  ) throws(WorkbookError) {
    let (line, place) = try position(row, column)
    var text = String(decoding: text, as: UTF8.self)
    if text.utf8.count > Self.maximumTextLength {
      let units = text.utf16.count
      guard units <= Self.maximumTextLength else {
        throw failure(
          "row \(row + 1) column \(column + 1) has \(units) characters, a cell holds "
            + "\(Self.maximumTextLength)")
      }
    }
    text = Self.clipped(text)
    try check(
      worksheet_write_string(handle, line, place, text, workbook.format(style)), row, column)
  }

  /// What a cell can hold of a text, with `_xHHHH_`, which would be read as an escape, escaped.
  static func clipped(_ text: String) -> String {
    var safe = text.utf8.contains(0) ? text.replacing("\0", with: " ") : text
    if safe.contains("_x") {
      safe = safe.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
    }
    guard safe.utf8.count > maximumTextLength, safe.utf16.count > maximumTextLength else {
      return safe
    }
    var units = 0
    let end = safe.indices.first {
      units += safe[$0].utf16.count
      return units > maximumTextLength - 1
    }
    safe = String(safe[..<(end ?? safe.endIndex)])
    return safe + "…"
  }
}
