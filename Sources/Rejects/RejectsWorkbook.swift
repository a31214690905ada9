import LeadModel
import Workbook

/// The workbook of one source file's rejected rows.
struct RejectsWorkbook {
  let fileName: String
  let sheets: [RejectedSheet]
  let asOf: Timestamp

  private static let title = CellStyle(bold: true, fontSize: 14)
  private static let head = CellStyle(
    bold: true, fill: 0xD9E1F2, verticalAlignment: .center, wraps: true, border: .bottomThin)
  private static let bad = CellStyle(fill: 0xFFC7CE, numberFormat: "@")
  /// Text, so that a corrected phone number or postcode keeps its zeros.
  private static let text = CellStyle(numberFormat: "@")
  private static let wrapped = CellStyle(verticalAlignment: .top, wraps: true)
  private static let top = CellStyle(verticalAlignment: .top)

  func write(to path: String) throws {
    let count = sheets.reduce(0) { $0 + $1.rows.count }
    let workbook = try Workbook(
      path: path,
      properties: WorkbookProperties(title: "Rejected rows of \(fileName)", asOf: asOf),
      streaming: true)
    var names: Set<String> = ["summary"]
    try writeSummary(to: try workbook.addSheet("Summary"), count: count)
    for sheet in sheets {
      let wanted = SheetName.valid(sheet.name.isEmpty ? "Rejected rows" : sheet.name)
      // The summary's name is taken.
      let name = names.insert(wanted.lowercased()).inserted ? wanted : "Rows \(names.count)"
      try write(sheet, to: try workbook.addSheet(name))
    }
    try workbook.close()
  }

  // MARK: Summary

  private struct Line: Hashable {
    let code: String
    let field: String
  }

  private func writeSummary(to output: Sheet, count: Int) throws {
    try output.setColumnWidths([10, 24, 90, 8])
    try output.write(0, 0, .text("Rejected rows of \(fileName)"), Self.title)
    let advice = [
      "\(count) rows could not be taken. As of \(asOf).",
      "On the next sheets each row stands as it was sent; the red cells are wrong, and the note on "
        + "each says why.",
      "Correct the cells and import this workbook: it is read like the file that it comes from.",
    ]
    for (offset, text) in advice.enumerated() { try output.write(1 + offset, 0, .text(text)) }
    try output.writeRow(5, ["Code", "Column", "Reason (of the first such row)", "Rows"], Self.head)
    var counts: [Line: (count: Int, example: String)] = [:]
    for reason in sheets.flatMap(\.rows).flatMap(\.reasons) {
      let line = Line(code: reason.code, field: reason.field)
      counts[line, default: (0, reason.message)].count += 1
    }
    let sorted = counts.sorted {
      ($1.value.count, $0.key.code, $0.key.field) < ($0.value.count, $1.key.code, $1.key.field)
    }
    for (offset, entry) in sorted.enumerated() {
      let row = 6 + offset
      try output.write(row, 0, .text(entry.key.code), Self.top)
      try output.write(row, 1, .text(entry.key.field), Self.top)
      try output.write(row, 2, .text(entry.value.example), Self.wrapped)
      try output.write(row, 3, .integer(Int64(entry.value.count)), Self.top)
    }
    output.freeze(rows: 6)
    try output.setPrint(PrintSetup(repeatedRows: 5...5, headerLeft: fileName))
  }

  // MARK: Rows

  private func write(_ sheet: RejectedSheet, to output: Sheet) throws {
    try output.setColumnWidths(widths(of: sheet))
    try output.writeRow(0, sheet.header.map { .text($0) }, Self.head)
    for (offset, row) in sheet.rows.enumerated() {
      let line = offset + 1
      let width = max(row.cells.count, sheet.header.count)
      let reasons = Dictionary(grouping: row.reasons) { sheet.column(of: $0) }
      for column in 0..<width {
        let cell = column < row.cells.count ? row.cells[column] : ""
        let isBad = reasons[column] != nil
        try output.write(line, column, .text(cell), isBad ? Self.bad : Self.text)
        if let found = reasons[column] {
          try output.note(line, column, note(found, row: row.number))
        }
      }
    }
    output.freeze(rows: 1)
    try output.setPrint(PrintSetup(repeatedRows: 0...0, headerLeft: fileName))
  }

  private func note(_ reasons: [RejectedSheet.Reason], row: Int) -> String {
    let texts = reasons.map { reason in
      let fix = reason.suggestion.map { "\nSuggestion: \($0)" } ?? ""
      return "\(reason.code): \(reason.message)\(fix)"
    }
    return (texts + ["Row \(row) of \(fileName)."]).joined(separator: "\n")
  }

  /// As wide as the longest cell, within reason.
  private func widths(of sheet: RejectedSheet) -> [Double] {
    var widths = sheet.header.map(\.count)
    for cells in sheet.rows.map(\.cells) {
      for (column, cell) in cells.enumerated() {
        if column < widths.count {
          widths[column] = max(widths[column], cell.count)
        } else {
          widths.append(cell.count)
        }
      }
    }
    return widths.map { Double(min(50, max(8, $0 + 2))) }
  }
}
