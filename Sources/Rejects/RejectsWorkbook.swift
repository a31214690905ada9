import LeadModel
import Workbook

/// The workbook of one source file's rejected rows.
///
/// Summary first, then a sheet for each of the source's with the rows as they were sent, in the
/// supplier's columns. Every cell is text, so that numbers keep their zeros. A hidden column behind
/// the widest row carries the tokens by which rows are recognised when the workbook comes back.
struct RejectsWorkbook {
  let fileName: String
  /// The workbook's own name, for the command that imports it.
  let name: String
  let contentHash: String
  let sheets: [RejectedSheet]
  let asOf: Timestamp

  private static let title = CellStyle(bold: true, fontSize: 14)
  private static let head = CellStyle(
    bold: true, fill: 0xD9E1F2, numberFormat: "@", verticalAlignment: .center, wraps: true,
    border: .bottomThin)
  private static let wrong = CellStyle(fill: 0xFFC7CE, numberFormat: "@")
  private static let doubtful = CellStyle(fill: 0xFFEB9C, numberFormat: "@")
  /// Text, so that a corrected phone number or postcode keeps its zeros.
  private static let text = CellStyle(numberFormat: "@")
  private static let token = CellStyle(fontColor: 0x808080, numberFormat: "@")
  private static let wrapped = CellStyle(verticalAlignment: .top, wraps: true)
  private static let top = CellStyle(verticalAlignment: .top)
  private static let link = CellStyle(
    underline: true, fontColor: 0x1F4E79, verticalAlignment: .top)

  func write(to path: String) throws {
    let workbook = try Workbook(
      path: path,
      properties: WorkbookProperties(title: "Rejected rows of \(fileName)", asOf: asOf),
      streaming: true)
    let names = sheetNames()
    try writeSummary(to: try workbook.addSheet("Summary"), names: names)
    for (sheet, name) in zip(sheets, names) {
      try write(sheet, to: try workbook.addSheet(name))
    }
    try workbook.close()
  }

  /// The names of the source's sheets where they can be had; the summary's is taken.
  private func sheetNames() -> [String] {
    var taken: Set<String> = ["summary"]
    return sheets.map { sheet in
      let wanted = SheetName.valid(sheet.name.isEmpty ? "Rejected rows" : sheet.name)
      var name = wanted
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = SheetName.valid(String(wanted.prefix(26))) + " (\(number))"
        number += 1
      }
      return name
    }
  }

  // MARK: Summary

  private func writeSummary(to output: Sheet, names: [String]) throws {
    try output.setColumnWidths([9, 22, 52, 46, 12, 22])
    let rows = sheets.flatMap(\.rows)
    try output.write(0, 0, .text("Rejected rows of \(fileName)"), Self.title)
    let count = rows.count == 1 ? "1 row" : "\(rows.count) rows"
    let marked = rows.count { row in row.reasons.contains { $0.suggestion != nil } }
    let guide = [
      "\(count) could not be taken. As of \(asOf).",
      "1. The next sheets have the rows as they were sent. Red cells are wrong, yellow ones doubtful;"
        + " a note on each says why"
        + (marked == 0 ? "." : ", and for \(marked) rows what would be right."),
      "2. Correct the cells. Sort, filter, add or remove rows as you like; rows that you remove stay "
        + "rejected. Leave the header and the hidden last column as they are.",
      "3. Save, under any name, and import: leadmill import '\(name)'. What is right is loaded, what "
        + "is still wrong comes back.",
    ]
    for (offset, text) in guide.enumerated() { try output.write(1 + offset, 0, .text(text)) }
    let header = guide.count + 2
    try output.writeRow(
      header, ["Rows", "Column", "What is wrong (first such row)", "What to do", "Code", "Go to"],
      Self.head)
    let summary = RejectsSummary(sheets)
    var line = header + 1
    for entry in summary.lines {
      let (found, advice) = RejectsSummary.parts(of: entry.reason.message)
      let hint =
        entry.suggested == 0
        ? "" : "\(entry.suggested) of \(entry.rows) have a suggested fix in their notes"
      let advised = [advice, hint].filter { !$0.isEmpty }.joined(separator: "; ")
      try output.setRow(
        line, height: Self.height([(found, 52), (advised, 46), (entry.column, 22)]))
      let style = Self.top.with {
        $0.fill = entry.reason.rejects ? Self.wrong.fill : Self.doubtful.fill
      }
      try output.write(line, 0, .integer(Int64(entry.rows)), style)
      try output.write(
        line, 1, .text(entry.column.isEmpty ? "whole row" : entry.column), Self.wrapped)
      try output.write(line, 2, .text(found), Self.wrapped)
      try output.write(line, 3, .text(advised), Self.wrapped)
      try output.write(line, 4, .text(entry.reason.code), Self.top)
      let place = CellName.of(row: entry.row, column: entry.cell)
      try output.writeLink(
        line, 5, "\(names[entry.sheet])!\(place)", toSheet: names[entry.sheet], cell: place,
        Self.link)
      line += 1
    }
    output.freeze(rows: header + 1)
    try output.setPrint(
      PrintSetup(repeatedRows: header...header, headerLeft: fileName))
  }

  // MARK: Rows

  private func write(_ sheet: RejectedSheet, to output: Sheet) throws {
    let width = sheet.width
    for (column, characters) in widths(of: sheet).prefix(width).enumerated() {
      try output.setColumns(column...column, width: characters, Self.text)
    }
    try output.setColumns(width...width, width: 22, Self.token, hidden: true)
    try output.setRow(0, height: Self.height(zip(sheet.header, widths(of: sheet)).map { ($0, $1) }))
    for column in 0..<width {
      let name = column < sheet.header.count ? sheet.header[column] : ""
      try output.write(0, column, .text(name), Self.head)
    }
    try output.write(0, width, .text(tokenHeader(of: sheet)), Self.head)
    for (offset, row) in sheet.rows.enumerated() {
      try write(row, of: sheet, line: offset + 1, width: width, to: output)
    }
    try output.autofilter(rows: 0...sheet.rows.count, columns: 0...width)
    try output.ignoreNumbersAsText(rows: 0...sheet.rows.count, columns: 0...width)
    output.freeze(rows: 1)
    try output.setPrint(PrintSetup(repeatedRows: 0...0, headerLeft: fileName))
  }

  private func write(
    _ row: RejectedSheet.Row, of sheet: RejectedSheet, line: Int, width: Int, to output: Sheet
  ) throws {
    let reasons = Dictionary(grouping: row.reasons) { sheet.column(of: $0) }
    try output.setRow(line, height: 15)
    for column in 0..<width {
      let cell = column < row.cells.count ? row.cells[column] : ""
      let found = reasons[column] ?? []
      // Cells that no column is for are what is wrong with a row that has them.
      let isWrong = found.contains(where: \.rejects) || column >= sheet.header.count && cell != ""
      let style = isWrong ? Self.wrong : found.isEmpty ? Self.text : Self.doubtful
      try output.write(line, column, .text(cell), style)
      if !found.isEmpty { try output.note(line, column, note(found, row: row)) }
    }
    let token = RejectToken(.row(row.id), contentHash: contentHash)
    try output.write(line, width, .text(token.text), Self.token)
  }

  private func tokenHeader(of sheet: RejectedSheet) -> String {
    "Leadmill " + RejectToken(.sheet(sheet.id), contentHash: contentHash).text
  }

  /// The fix first: it is what somebody who knows the reason looks for.
  private func note(_ reasons: [RejectedSheet.Reason], row: RejectedSheet.Row) -> String {
    var lines: [String] = []
    for reason in reasons {
      if let fix = reason.suggestion, !lines.contains("Suggested: \(fix)") {
        lines.append("Suggested: \(fix)")
      }
    }
    lines += reasons.map { "\($0.code): \($0.message)" }
    lines.append(row.isAdded ? "A row added by hand." : "Row \(row.number) of \(fileName).")
    return lines.joined(separator: "\n")
  }

  /// The height of a row of wrapped texts, in points: not every program finds it by itself.
  private static func height(_ cells: [(text: String, width: Double)]) -> Double {
    let lines = cells.map { cell in
      cell.text.split(separator: "\n", omittingEmptySubsequences: false)
        .reduce(0) { $0 + 1 + Int(Double($1.count) * 1.1 / max(6, cell.width)) }
    }
    return Double(min(12, lines.max() ?? 1)) * 15
  }

  /// As wide as the longest cell, within reason.
  private func widths(of sheet: RejectedSheet) -> [Double] {
    var widths = sheet.header.map { min(30, $0.count + 3) }
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
