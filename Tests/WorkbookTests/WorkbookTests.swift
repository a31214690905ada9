import Bytes
import Foundation
import LeadModel
import LeadmillTestSupport
import Tabular
import Testing

@testable import Workbook

@Suite("Workbooks")
struct WorkbookTests {
  static let asOf = Timestamp(seconds: 1_793_599_200)

  final class Scratch {
    let folder: String
    init() throws { folder = try TemporaryFolder.create(label: "workbook") }
    deinit { try? FileManager.default.removeItem(atPath: folder) }
    func path(_ name: String) -> String { "\(folder)/\(name)" }
  }

  /// Writes a workbook with one sheet and reads its rows back.
  private func roundTrip(streaming: Bool = false, _ fill: (Sheet) throws -> Void) throws
    -> [[String]]
  {
    let scratch = try Scratch()
    let path = scratch.path("t.xlsx")
    let book = try Workbook(
      path: path, properties: WorkbookProperties(title: "t", asOf: Self.asOf),
      streaming: streaming)
    try fill(try book.addSheet("S"))
    try book.close()
    let reader = try TableFile(path: path).makeReader()
    var batch = CellBatch()
    var rows: [[String]] = []
    while try reader.next(&batch) { rows += (0..<batch.rowCount).map { batch.strings($0) } }
    return rows
  }

  static let texts = [
    "=1+1", "=cmd|' /C calc'!A0", "+49 30 1", "-1", "@SUM(A1)", "\t=1", "\r=1", "_x000D_",
    "_x005F_", "a\u{1}b", "ä € 名 😀", "  spaces  ", "01234", "1e5", "TRUE", "http://example.com",
    "{=A1}", "line\nbreak", "\"quoted\"", "<&>", "'",
  ]

  @Test("Text comes back as the same text and is never a formula", arguments: texts, [false, true])
  func text(text: String, streaming: Bool) throws {
    let scratch = try Scratch()
    let path = scratch.path("t.xlsx")
    let book = try Workbook(
      path: path, properties: WorkbookProperties(title: "t", asOf: Self.asOf),
      streaming: streaming)
    let sheet = try book.addSheet("S")
    try sheet.write(0, 0, .text(text))
    try book.close()
    let reader = try TableFile(path: path).makeReader()
    var batch = CellBatch()
    #expect(try reader.next(&batch))
    // A chart may copy a cell, and cannot carry control characters.
    #expect(batch.strings(0) == [streaming ? text : text.replacing("\u{1}", with: "\u{FFFD}")])
  }

  @Test("Values come back as a person sees them")
  func values() throws {
    let rows = try roundTrip { sheet in
      try sheet.writeRow(
        0,
        [
          .integer(42), .integer(9_007_199_254_740_993), .number(1.5), .boolean(true), .blank,
          .time(Self.asOf), CellValue(Optional<Int64>.none), CellValue(Double.nan), .text(""),
          .text("end"),
        ])
      let date = CivilDate(year: 2026, month: 11, day: 2)
      if let date { try sheet.write(1, 0, .date(date)) }
      try sheet.write(2, 0, .time(Timestamp(seconds: -3_000_000_000)))
      try sheet.write(3, 0, .number(0.25), CellStyle(numberFormat: "0 %"))
    }
    #expect(
      rows == [
        [
          "42", "9007199254740993", "1.5", "TRUE", "", "2026-11-02T06:00:00", "", "", "", "end",
        ],
        ["2026-11-02"], ["1874-12-07T18:40:00Z"], ["0.25"],
      ])
  }

  @Test("Text longer than a cell can hold is cut, and says so")
  func longText() throws {
    let rows = try roundTrip { try $0.write(0, 0, .text(String(repeating: "ä😀", count: 20_000))) }
    let cell = try #require(rows.first?.first)
    #expect(cell.utf16.count <= 32_767)
    #expect(cell.utf16.count > 32_760)
    #expect(cell.hasSuffix("…"))
  }

  @Test("Tables, charts, notes, formats and print set-up: the same calls give the same bytes")
  func deterministic() throws {
    let scratch = try Scratch()
    var files: [Data] = []
    for name in ["a.xlsx", "b.xlsx"] {
      let path = scratch.path(name)
      let book = try Workbook(
        path: path, properties: WorkbookProperties(title: "Everything", asOf: Self.asOf))
      try Self.everything(book)
      try book.close()
      files.append(try #require(FileManager.default.contents(atPath: path)))
    }
    #expect(files[0] == files[1])
    let parts = String(decoding: files[0], as: UTF8.self)
    for part in ["xl/charts/chart9.xml", "xl/tables/table1.xml", "xl/comments1.xml"] {
      #expect(parts.contains(part), "\(part)")
    }
  }

  private static func everything(_ book: Workbook) throws {
    let sheet = try book.addSheet("Summary")
    try sheet.write(0, 0, "Title", CellStyle(bold: true, fontSize: 16))
    try sheet.merge(rows: 1...1, columns: 0...2, "merged", CellStyle(alignment: .center))
    let cells = try sheet.writeTable(
      row: 3, name: "stages",
      columns: [TableColumn("Stage"), TableColumn("Value", CellStyle(numberFormat: "#,##0"))],
      rows: [["New", 5], ["Won", 7], ["=Lost", 9]])
    #expect(cells == CellRange(sheet: "Summary", rows: 4...6, columns: 0...1))
    let kinds: [Chart.Kind] = [
      .bar, .barStacked, .column, .columnStacked, .columnStackedPercent, .line, .area, .pie,
      .doughnut,
    ]
    for (index, kind) in kinds.enumerated() {
      let series = Chart.Series(
        name: "=not a formula", categories: CellRange(sheet: "Summary", rows: 4...6, column: 0),
        values: CellRange(sheet: "Summary", rows: 4...6, column: 1), color: 0x1F4E79, labels: true,
        dashed: true)
      try sheet.insert(
        Chart(
          kind, title: "Chart \(index)", series: [series], categoryAxisTitle: "Stage",
          valueAxisTitle: "Value", valueFormat: "#,##0", valueMinimum: 0, valueMaximum: 10,
          legend: .bottom, pointColors: [0xC00000, 0x00C000, 0x0000C0]),
        row: 10 + index * 16, column: 4)
    }
    let style = CellStyle(bold: true, fontColor: 0xC00000)
    let rules: [ConditionalFormat] = [
      .dataBar(0x63BE7B, minimum: 0, maximum: 10), .twoColorScale(low: 0xFFFFFF, high: 0x63BE7B),
      .threeColorScale(low: 0xF8696B, middle: 0xFFEB84, high: 0x63BE7B),
      .number(.greaterOrEqual, 6, style), .between(1, 5, style), .containing("o", style),
      .text("say \"New\"", style),
    ]
    for rule in rules { try sheet.addConditionalFormat(rows: 4...6, columns: 0...1, rule) }
    try sheet.note(4, 0, "a note")
    try sheet.writeLink(8, 0, "to the details", toSheet: "De'tails")
    try sheet.setPrint(PrintSetup(repeatedRows: 0...3, headerLeft: "A & B", footerLeft: "run"))
    try sheet.setColumnWidths([20, 12])
    try sheet.setRow(0, height: 24)
    try sheet.autofilter(rows: 20...22, columns: 0...1)
    sheet.freeze(rows: 4, columns: 1)
    sheet.hideGridlines()
    sheet.setZoom(percent: 90)
    sheet.setTabColor(0x000000)
    _ = try book.addSheet("De'tails")
  }

  // MARK: Errors

  @Test("A folder that is not there is an error, and leaves nothing behind")
  func missingFolder() throws {
    let scratch = try Scratch()
    let path = scratch.path("none/t.xlsx")
    let book = try Workbook(
      path: path, properties: WorkbookProperties(title: "t", asOf: Self.asOf))
    _ = try book.addSheet("S")
    let error = #expect(throws: WorkbookError.self) { try book.close() }
    #expect(error?.path == path)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder).isEmpty)
  }

  @Test("A workbook that is not closed leaves the older file as it was")
  func abandoned() throws {
    let scratch = try Scratch()
    let path = scratch.path("t.xlsx")
    try Data("older".utf8).write(to: URL(fileURLWithPath: path))
    do {
      let book = try Workbook(
        path: path, properties: WorkbookProperties(title: "t", asOf: Self.asOf))
      try book.addSheet("S").write(0, 0, "x")
    }
    #expect(FileManager.default.contents(atPath: path) == Data("older".utf8))
  }

  @Test("Sheet names that Excel refuses are errors; valid names are made from any text")
  func sheetNames() throws {
    let scratch = try Scratch()
    let book = try Workbook(
      path: scratch.path("t.xlsx"), properties: WorkbookProperties(title: "t", asOf: Self.asOf))
    _ = try book.addSheet("Data")
    for name in ["data", "a/b", "", String(repeating: "x", count: 32)] {
      #expect(throws: WorkbookError.self, "\(name)") { try book.addSheet(name) }
    }
    #expect(SheetName.valid("Q1: [a/b]*?") == "Q1   a b")
    #expect(SheetName.valid("'quoted'") == "quoted")
    #expect(SheetName.valid(String(repeating: "😀", count: 40)).utf16.count <= 31)
    #expect(SheetName.valid("???") == "Sheet")
  }

  @Test("Streaming refuses tables and cells outside a sheet are refused")
  func limits() throws {
    let scratch = try Scratch()
    let book = try Workbook(
      path: scratch.path("t.xlsx"), properties: WorkbookProperties(title: "t", asOf: Self.asOf),
      streaming: true)
    let sheet = try book.addSheet("S")
    #expect(throws: WorkbookError.self) {
      try sheet.writeTable(row: 0, name: "t", columns: [TableColumn("a")], rows: [])
    }
    #expect(throws: WorkbookError.self) { try sheet.write(1_048_576, 0, "x") }
    #expect(throws: WorkbookError.self) { try sheet.write(0, 16_384, "x") }
    #expect(throws: WorkbookError.self) { try sheet.write(-1, 0, "x") }
  }
}
