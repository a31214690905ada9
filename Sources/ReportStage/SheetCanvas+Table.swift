import Definitions
import Store
import Workbook

extension SheetCanvas {
  func draw(_ table: TableDefinition) throws {
    guard let result = renderer.data.tables[table.id] else { return }
    row = max(row, bottom)
    try drawHeading(table.title)
    try drawNote(table.note)
    if let limit = renderer.data.clipped[table.id] {
      try drawNote("The first \(CellFormat.grouped(Int64(limit))) rows; there are more.")
    }
    guard !result.rows.isEmpty else {
      try sheet.write(row, 0, .text(table.empty), Theme.subtitle)
      renderer.places[table.id] = TablePlace(
        sheet: sheet.name, headerRow: row, rows: nil, columns: [:],
        endColumn: table.columns.count)
      row += 2
      return
    }
    let headerRow = row
    let columns = try table.columns.map { column in
      (definition: column, index: try result.index(of: column.name, at: column.node))
    }
    var offsets: [ClosedRange<Int>] = []
    for column in table.columns {
      let start = (offsets.last?.upperBound ?? -1) + 1
      offsets.append(start...start + (isGrid ? column.span : 1) - 1)
    }
    if !isGrid { try drawNative(table, result, columns.map(\.index)) }
    try drawHeader(table, offsets)
    let firstRow = headerRow + 1
    if isGrid {
      for (line, values) in result.rows.enumerated() {
        for (column, place) in zip(columns, offsets) {
          try put(
            Self.cell(values[column.index], column.definition), row: firstRow + line,
            columns: place, Self.style(of: column.definition))
        }
      }
    }
    let rows = firstRow...firstRow + result.rows.count - 1
    try fitHeights(table, columns.map(\.index), offsets, result, firstRow: firstRow)
    for (column, place) in zip(table.columns, offsets) {
      try addFormats(column, rows: rows, columns: place.lowerBound...place.lowerBound)
    }
    row = rows.upperBound + 1
    if table.hasTotal { try drawTotal(columns, offsets, result) }
    headerRows.append(headerRow)
    renderer.places[table.id] = TablePlace(
      sheet: sheet.name, headerRow: headerRow, rows: rows,
      columns: Dictionary(
        zip(table.columns.map(\.name), offsets.map(\.lowerBound)),
        uniquingKeysWith: { first, _ in first }),
      endColumn: (offsets.last?.upperBound ?? 0) + 1)
    row += 1
    bottom = max(bottom, row)
  }

  /// A native table; its cells carry the style themselves, for readers that know no table styles.
  private func drawNative(
    _ table: TableDefinition, _ result: ResultTable, _ indices: [Int]
  ) throws {
    try sheet.writeTable(
      row: row, name: "t_\(table.id)",
      columns: table.columns.map { TableColumn($0.label, Self.style(of: $0)) },
      rows: result.rows.map { values in
        zip(table.columns, indices).map { Self.cell(values[$1], $0) }
      })
  }

  /// Gives rows whose texts take several lines the height for them: not every reader does.
  private func fitHeights(
    _ table: TableDefinition, _ indices: [Int], _ offsets: [ClosedRange<Int>],
    _ result: ResultTable, firstRow: Int
  ) throws {
    let texts = zip(table.columns, zip(indices, offsets)).filter { !$0.0.format.isNumeric }
    for (line, values) in result.rows.enumerated() {
      let lines =
        texts.map { _, place in
          let width = place.1.reduce(0) { $0 + widths[min($1, lastColumn)] } * 1.08 - 1.5
          return TextMeasure.lines(of: values[place.0].text ?? "", width: width)
        }.max() ?? 1
      if lines > 1 { try sheet.setRow(firstRow + line, height: Double(min(lines, 25)) * 15) }
    }
  }

  private func drawHeader(_ table: TableDefinition, _ offsets: [ClosedRange<Int>]) throws {
    var lines = 1
    for (column, place) in zip(table.columns, offsets) {
      var style = Theme.header
      style.alignment = column.format.isNumeric ? .right : .left
      style.indent = column.format.isNumeric ? 0 : 1
      try put(.text(column.label), row: row, columns: place, style)
      let width = place.reduce(0) { $0 + widths[min($1, lastColumn)] } - (isGrid ? 1 : 3)
      lines = max(lines, TextMeasure.lines(of: column.label, width: width))
    }
    try sheet.setRow(row, height: Double(lines) * 15 + 5)
  }

  private func drawTotal(
    _ columns: [(definition: ColumnDefinition, index: Int)], _ offsets: [ClosedRange<Int>],
    _ result: ResultTable
  ) throws {
    for (number, (column, place)) in zip(columns, offsets).enumerated() {
      var style = Theme.total
      style.numberFormat = column.definition.format.numberFormat
      var value = CellValue.text(number == 0 ? "Total" : "")
      style.indent = column.definition.format.isNumeric ? 0 : 1
      if column.definition.isSummed {
        value = column.definition.format.cell(Self.sum(result.rows.map { $0[column.index] }))
        style.alignment = .right
      }
      try put(value, row: row, columns: place, style)
    }
    row += 1
  }

  private static func sum(_ values: [SQLValue]) -> SQLValue {
    var whole: Int64 = 0
    var fraction = 0.0
    var isWhole = true
    for value in values {
      switch value {
      case .int(let number): whole += number
      case .real(let number):
        fraction += number
        isWhole = false
      case .null, .text: break
      }
    }
    return isWhole ? .int(whole) : .real(Double(whole) + fraction)
  }

  private static func style(of column: ColumnDefinition) -> CellStyle {
    var style = Theme.cell
    style.numberFormat = column.format.numberFormat
    style.alignment = column.format.isNumeric ? .right : .left
    // Long texts wrap rather than run under their neighbours.
    style.wraps = !column.format.isNumeric
    style.indent = column.format.isNumeric ? 0 : 1
    return style
  }

  private static func cell(_ value: SQLValue, _ column: ColumnDefinition) -> CellValue {
    // A blank would count as 0 in the light's comparisons.
    if value == .null, column.light != nil { return .text("–") }
    return column.format.cell(value)
  }

  private func addFormats(
    _ column: ColumnDefinition, rows: ClosedRange<Int>, columns: ClosedRange<Int>
  ) throws {
    if let light = column.light {
      // Comparisons that text does not satisfy; the first rule that holds wins.
      let far = 1e12
      let rules: [(Double, Double, LightState)] =
        light.risesToGood
        ? [(light.good, far, .good), (light.watch, light.good, .watch), (-far, light.watch, .act)]
        : [(-far, light.good, .good), (light.good, light.watch, .watch), (light.watch, far, .act)]
      for (low, high, state) in rules {
        try sheet.addConditionalFormat(
          rows: rows, columns: columns, .between(low, high, Theme.tint(state)))
      }
    }
    if column.hasBar {
      try sheet.addConditionalFormat(
        rows: rows, columns: columns,
        .dataBar(0xB7CBE3, minimum: 0, maximum: column.format == .percent ? 1 : nil))
    }
    for (text, state) in column.states {
      try sheet.addConditionalFormat(rows: rows, columns: columns, .text(text, Theme.tint(state)))
    }
  }
}
