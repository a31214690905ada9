import Bytes
package import LeadModel
import Store
import Workbook

/// Writes records as a workbook: texts as texts whatever they begin with, numbers and times as such.
/// One row is in memory at a time; what does not fit on a sheet goes on on the next.
package struct XLSXExport {
  /// Data rows of one sheet: Excel's limit less the header.
  package static let rowsPerSheet = 1_048_575

  let title: String
  let asOf: Timestamp
  let rowsPerSheet: Int

  /// The as-of date goes into the workbook's properties: equal exports are equal bytes.
  package init(title: String, asOf: Timestamp, rowsPerSheet: Int = Self.rowsPerSheet) {
    self.title = title
    self.asOf = asOf
    self.rowsPerSheet = rowsPerSheet
  }

  private static let head = CellStyle(bold: true, fill: 0xD9E1F2, border: .bottomThin)
  private static let text = CellStyle(numberFormat: "@")
  private static let amount = CellStyle(numberFormat: "0.00")
  private static let time = CellStyle(numberFormat: "yyyy-mm-dd hh:mm:ss")
  /// A number of more digits would not come back from a double.
  private static let exactNumbers = -999_999_999_999_999...999_999_999_999_999 as ClosedRange<Int64>

  /// - Returns: how many records there were.
  /// - Throws: `ExportError` for a text that no cell can hold, and when the file cannot be written;
  ///   nothing appears under its name then.
  package func write(
    _ records: borrowing RecordReader, to path: String, progress: (Int) -> Void
  ) throws -> Int {
    do {
      return try writeBook(records, to: path, progress: progress)
    } catch let error as WorkbookError {
      let advice = error.message.contains("a cell holds") ? "; export it as CSV" : ""
      throw ExportError("\(error.path): \(error.message)\(advice)")
    }
  }

  private func writeBook(
    _ records: borrowing RecordReader, to path: String, progress: (Int) -> Void
  ) throws -> Int {
    let workbook = try Workbook(
      path: path, properties: WorkbookProperties(title: title, asOf: asOf), streaming: true)
    var sheet = try begin(workbook, number: 1, records)
    var written = 0
    var row = 0
    var bytes: [UInt8] = []
    while try records.next() {
      if row == rowsPerSheet {
        sheet = try begin(workbook, number: written / rowsPerSheet + 1, records)
        row = 0
      }
      row += 1
      for position in records.columns.indices {
        try write(records, position, row: row, to: sheet, &bytes)
      }
      written += 1
      if written % 10_000 == 0 { progress(written) }
    }
    try workbook.close()
    return written
  }

  private func begin(
    _ workbook: Workbook, number: Int, _ records: borrowing RecordReader
  ) throws -> Sheet {
    let sheet = try workbook.addSheet(number == 1 ? title : "\(title) \(number)")
    try sheet.setColumnWidths(
      records.columns.map { $0.type == .text ? 22 : $0.type == .identity ? 18 : 19 })
    try sheet.writeRow(0, records.columns.map { .text($0.name) }, Self.head)
    sheet.freeze(rows: 1)
    return sheet
  }

  private func write(
    _ records: borrowing RecordReader, _ position: Int, row: Int, to sheet: Sheet,
    _ bytes: inout [UInt8]
  ) throws {
    let statement = records.statement
    let column = position + RecordReader.leading
    if statement.isNull(column) { return }
    switch records.columns[position].type {
    case .integer where Self.exactNumbers.contains(statement.int(column)):
      try sheet.write(row, position, .integer(statement.int(column)))
      return
    case .cents where Self.exactNumbers.contains(statement.int(column)):
      try sheet.write(row, position, .number(Double(statement.int(column)) / 100), Self.amount)
      return
    case .time:
      let time = Timestamp(seconds: statement.int(column))
      // Days before March 1900 are other days to some programs.
      if (1901...9999).contains(time.date.year) {
        try sheet.write(row, position, .time(time), Self.time)
        return
      }
    default: break
    }
    bytes.removeAll(keepingCapacity: true)
    records.append(position, to: &bytes)
    try bytes.withUnsafeBufferPointer { try sheet.writeExact(row, position, $0, Self.text) }
  }
}
