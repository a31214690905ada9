import Definitions
import LeadModel
import Store
import Workbook

/// Where a table stands in the workbook, for charts and conditional formats.
struct TablePlace {
  let sheet: String
  let headerRow: Int
  /// First and last row with data; nil when the table is empty.
  let rows: ClosedRange<Int>?
  /// Sheet columns by the names of the table's columns.
  let columns: [String: Int]
  /// The first column to the right of the table.
  let endColumn: Int
}

/// Draws one report as a workbook.
final class WorkbookRenderer {
  let definition: ReportDefinition
  let data: ReportData
  let asOf: Timestamp
  /// The last run that had work.
  let runID: String
  let workbook: Workbook
  var places: [String: TablePlace] = [:]
  private var pendingCharts: [(sheet: Sheet, chart: ChartDefinition, spot: ChartSpot)] = []

  /// Where a chart goes; its table may stand on a sheet that is drawn later.
  struct ChartSpot {
    let row: Int
    let column: Int
    let width: Int
  }

  init(
    definition: ReportDefinition, data: ReportData, asOf: Timestamp, runID: String, path: String
  ) throws {
    self.definition = definition
    self.data = data
    self.asOf = asOf
    self.runID = runID
    workbook = try Workbook(
      path: path,
      properties: WorkbookProperties(
        title: definition.title, subject: definition.question,
        comments: "As of \(asOf), run \(runID)", asOf: asOf))
  }

  /// What every sheet says about its origin.
  var stamp: String { "As of \(asOf.date) · run \(runID)" }

  func render() throws {
    for sheet in definition.sheets {
      let canvas = try SheetCanvas(
        sheet: workbook.addSheet(SheetName.valid(sheet.name)), definition: sheet, renderer: self,
        isFirst: places.isEmpty && sheet.name == definition.sheets.first?.name)
      try canvas.draw()
    }
    if !definition.terms.isEmpty { try drawTerms() }
    for (sheet, chart, spot) in pendingCharts { try draw(chart, on: sheet, at: spot) }
    try workbook.close()
  }

  func place(_ chart: ChartDefinition, on sheet: Sheet, at spot: ChartSpot) {
    pendingCharts.append((sheet, chart, spot))
  }

  private func draw(_ chart: ChartDefinition, on sheet: Sheet, at spot: ChartSpot) throws {
    guard let place = places[chart.table] else {
      throw chart.node.failure(
        "found no table '\(chart.table)' for the chart, "
          + "expected one of \(places.keys.sorted().joined(separator: ", "))")
    }
    guard var rows = place.rows else {
      try sheet.write(
        spot.row, spot.column, .text("\(chart.title): nothing to draw yet."), Theme.subtitle)
      return
    }
    if let first = chart.first {
      rows = rows.lowerBound...min(rows.upperBound, rows.lowerBound + first - 1)
    }
    func range(_ name: String) throws -> CellRange {
      guard let column = place.columns[name] else {
        throw chart.node.failure(
          "found no column '\(name)' in table '\(chart.table)', "
            + "expected one of \(place.columns.keys.sorted().joined(separator: ", "))")
      }
      return CellRange(sheet: place.sheet, rows: rows, column: column)
    }
    let categories = try range(chart.categories)
    let series = try chart.series.enumerated().map { index, series in
      Chart.Series(
        name: series.label, categories: categories, values: try range(series.column),
        color: Theme.color(named: series.color, at: index), labels: series.hasLabels,
        dashed: series.isDashed)
    }
    try sheet.insert(
      Chart(
        chart.nativeKind, title: chart.title, series: series, valueAxisTitle: chart.axisTitle,
        valueFormat: chart.format == .percent ? "0%" : chart.format.numberFormat,
        valueMinimum: chart.minimum, valueMaximum: chart.maximum, legend: chart.nativeLegend,
        width: spot.width, height: chart.height),
      row: spot.row, column: spot.column)
  }

  private func drawTerms() throws {
    let sheet = try workbook.addSheet("Definitions")
    sheet.hideGridlines()
    let widths = [26.0, 58, 58, 40]
    try sheet.setColumnWidths(widths)
    try sheet.write(0, 0, "Definitions", Theme.title)
    try sheet.setRow(0, height: 28)
    try sheet.write(1, 0, .text("What each figure means and how it is computed."), Theme.subtitle)
    try sheet.write(2, 0, .text(stamp), Theme.stamp.with { $0.alignment = .left })
    try sheet.writeRow(
      4, ["Term", "Meaning", "Formula", "Source"], Theme.header.with { $0.indent = 1 })
    try sheet.setRow(4, height: 20)
    let style = Theme.cell.with {
      $0.wraps = true
      $0.verticalAlignment = .top
      $0.indent = 1
    }
    for (index, term) in definition.terms.enumerated() {
      let texts = try [term.name, term.meaning, term.formula, term.source].map {
        try $0?.filled(with: data.values) ?? ""
      }
      for (column, text) in texts.enumerated() {
        try sheet.write(
          5 + index, column, .text(text), column == 0 ? style.with { $0.bold = true } : style)
      }
      let lines = zip(texts, widths).map { TextMeasure.lines(of: $0, width: $1 - 3) }.max() ?? 1
      try sheet.setRow(5 + index, height: 15 * Double(lines) + 3)
    }
    sheet.freeze(rows: 5)
    try sheet.setPrint(printSetup(repeating: 4...4))
  }

  func printSetup(repeating rows: ClosedRange<Int>?) -> PrintSetup {
    PrintSetup(
      repeatedRows: rows, footerLeft: "\(definition.title) · \(stamp)", numbersPages: true)
  }
}

extension ChartDefinition {
  var nativeKind: Chart.Kind {
    switch kind {
    case "bar": .bar
    case "bar_stacked": .barStacked
    case "column_stacked": .columnStacked
    case "column_stacked_percent": .columnStackedPercent
    case "line": .line
    case "area": .area
    case "pie": .pie
    case "doughnut": .doughnut
    default: .column
    }
  }

  var nativeLegend: Chart.Legend {
    switch legend {
    case "right": .right
    case "bottom": .bottom
    case "top": .top
    default: .none
    }
  }
}
