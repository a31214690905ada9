import Definitions
import LeadModel
import Store
import Workbook

/// Draws the blocks of one sheet, from top to bottom.
///
/// On a grid all columns are equal, blocks share the width and cells are merged; without one the
/// tables decide the widths, and are native tables with filters.
final class SheetCanvas {
  /// Width of a grid column, in characters: twelve fill a laptop's screen.
  static let gridWidth = 11.5
  static let rowPixels = 20

  let sheet: Sheet
  let definition: SheetDefinition
  let renderer: WorkbookRenderer
  let isFirst: Bool
  /// The next free row.
  var row = 0
  /// The row that is free to the left and the right: charts beside tables reach below them.
  var bottom = 0
  var widths: [Double] = []
  var headerRows: [Int] = []

  init(
    sheet: Sheet, definition: SheetDefinition, renderer: WorkbookRenderer, isFirst: Bool
  ) {
    self.sheet = sheet
    self.definition = definition
    self.renderer = renderer
    self.isFirst = isFirst
  }

  var isGrid: Bool { definition.grid > 0 }
  var lastColumn: Int { max(0, widths.count - 1) }
  var totalWidth: Double { widths.reduce(0, +) }

  func draw() throws {
    sheet.hideGridlines()
    if isFirst { sheet.setTabColor(Theme.ink) }
    widths = try columnWidths()
    try sheet.setColumnWidths(widths)
    try drawTop()
    for block in definition.blocks {
      switch block {
      case .headline: try drawHeadline()
      case .figures(let figures): try draw(figures)
      case .table(let table): try draw(table)
      case .charts(let charts): try draw(charts)
      case .note(let text): try drawNote(try text.filled(with: renderer.data.values))
      }
    }
    // Only a single table near the top keeps its header in view and on every page.
    let single = headerRows.count == 1 && !isGrid ? headerRows.first : nil
    if let single, single <= 10 { sheet.freeze(rows: single + 1) }
    try sheet.setPrint(renderer.printSetup(repeating: single.map { $0...$0 }))
  }

  private func drawTop() throws {
    let title = isFirst ? renderer.definition.title : definition.name
    let answers = isFirst ? renderer.definition.question : definition.answers
    try sheet.setRow(0, height: 28)
    try sheet.write(0, 0, .text(title), Theme.title)
    try sheet.write(1, 0, .text(answers), Theme.subtitle)
    if isGrid {
      let middle = lastColumn / 2 + 1
      try sheet.merge(rows: 0...0, columns: middle...lastColumn, renderer.stamp, Theme.stamp)
      row = 2
    } else {
      try sheet.write(2, 0, .text(renderer.stamp), Theme.stamp.with { $0.alignment = .left })
      row = 4
    }
    bottom = row
  }

  private func drawHeadline() throws {
    let values = renderer.data.values
    let headline = try renderer.definition.headlines.first { headline in
      guard let condition = headline.condition else { return true }
      return try values.holds(condition, at: headline.text.node)
    }
    guard let headline else { return }
    let text = try headline.text.filled(with: values)
    // 13-point bold letters are about a third wider than the default's.
    let lines = TextMeasure.lines(of: text, width: totalWidth / 1.3)
    try drawWide(text, Theme.headline, height: Double(lines) * 18 + 10)
    try sheet.setRow(row, height: 8)
    row += 1
  }

  /// A heading above a block.
  func drawHeading(_ text: String) throws {
    guard !text.isEmpty else { return }
    try sheet.setRow(row, height: 20)
    try sheet.write(row, 0, .text(text), Theme.heading)
    row += 1
  }

  func drawNote(_ text: String) throws {
    guard !text.isEmpty else { return }
    if isGrid {
      // 9-point letters are narrower than the default's.
      let lines = TextMeasure.lines(of: text, width: totalWidth * 1.1)
      try drawWide(text, Theme.note, height: Double(lines) * 12.5 + 3)
    } else {
      for line in TextMeasure.wrapped(text, width: max(110, Int(totalWidth))) {
        try sheet.write(row, 0, .text(line), Theme.note.with { $0.wraps = false })
        row += 1
      }
    }
  }

  private func drawWide(_ text: String, _ style: CellStyle, height: Double) throws {
    if lastColumn > 0 {
      try sheet.merge(rows: row...row, columns: 0...lastColumn, text, style)
    } else {
      try sheet.write(row, 0, .text(text), style)
    }
    try sheet.setRow(row, height: height)
    row += 1
  }

  private func draw(_ charts: [ChartDefinition]) throws {
    if let beside = charts.first, charts.count == 1, beside.isBeside, !isGrid,
      let table = definition.blocks.lastTable(before: beside),
      let place = renderer.places[table.id]
    {
      renderer.place(
        beside, on: sheet,
        at: .init(row: place.headerRow, column: place.endColumn + 1, width: beside.width))
      bottom = max(bottom, place.headerRow + beside.height / Self.rowPixels + 2)
      row = max(row, bottom)
      return
    }
    let columns = isGrid ? definition.grid / max(1, charts.count) : 0
    var column = 0
    for chart in charts {
      let width =
        isGrid
        ? columns * TextMeasure.pixels(ofColumn: Self.gridWidth) - 8 : chart.width
      renderer.place(chart, on: sheet, at: .init(row: row, column: column, width: width))
      column += isGrid ? columns : 0
    }
    row += (charts.map(\.height).max() ?? 0) / Self.rowPixels + 2
    bottom = max(bottom, row)
  }

  private func columnWidths() throws -> [Double] {
    if isGrid { return Array(repeating: Self.gridWidth, count: definition.grid) }
    var widths: [Double] = []
    for case .table(let table) in definition.blocks {
      guard let result = renderer.data.tables[table.id] else { continue }
      for (place, column) in table.columns.enumerated() {
        let width = try Self.width(of: column, in: result)
        if place < widths.count {
          widths[place] = max(widths[place], width)
        } else {
          widths.append(width)
        }
      }
    }
    return widths.isEmpty ? [60] : widths
  }

  /// The width that shows every value of a column; long texts wrap instead.
  private static func width(of column: ColumnDefinition, in table: ResultTable) throws -> Double {
    if let width = column.width { return width }
    let index = try table.index(of: column.name, at: column.node)
    let content =
      table.rows.reduce(0) { longest, row in
        // The widths of typed values are those of their formats, sums a little wider.
        max(longest, column.format.words(row[index]).count)
      } + (column.isSummed ? 2 : 0)
    let words = column.label.split(separator: " ").map(\.count)
    // Room for the filter button, and for a label on two lines.
    let label = max((words.max() ?? 0) + 6, column.label.count / 2 + 6)
    return Double(min(max(content + 3, label, 8), 60))
  }
}

extension [SheetDefinition.Block] {
  /// The table that stands above a chart.
  fileprivate func lastTable(before chart: ChartDefinition) -> TableDefinition? {
    var last: TableDefinition?
    for block in self {
      switch block {
      case .table(let table): last = table
      case .charts(let charts):
        if charts.contains(where: { $0.title == chart.title }) { return last }
      default: break
      }
    }
    return nil
  }
}
