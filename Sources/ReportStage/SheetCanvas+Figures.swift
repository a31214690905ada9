import Definitions
import Store
import Workbook

extension SheetCanvas {
  /// Figures side by side: label, value, traffic light, note.
  func draw(_ figures: [Figure]) throws {
    guard isGrid else {
      for figure in figures { try drawLine(figure) }
      row += 1
      return
    }
    // Six in a row at most; more go below.
    let perRow = min(6, figures.count)
    for start in stride(from: 0, to: figures.count, by: max(1, perRow)) {
      let group = figures[start..<min(start + perRow, figures.count)]
      try drawGroup(Array(group), span: max(1, definition.grid / perRow))
    }
  }

  private func drawGroup(_ figures: [Figure], span: Int) throws {
    let values = renderer.data.values
    var noteLines = 1
    for (index, figure) in figures.enumerated() {
      let columns = index * span...(index + 1) * span - 1
      let value = try values.value(figure.value, at: figure.node)
      let state = Self.state(of: value, figure)
      let note = value == .null ? "" : try figure.note?.filled(with: values) ?? ""
      try put(
        .text(try figure.label.filled(with: values)), row: row, columns: columns, Theme.figureLabel)
      var style = Theme.figureValue(state)
      style.numberFormat = figure.format.numberFormat
      let cell = value == .null ? CellValue.text("n/a") : figure.format.cell(value)
      try put(cell, row: row + 1, columns: columns, style)
      try put(
        .text(state?.rawValue ?? ""), row: row + 2, columns: columns, Theme.figureLight(state))
      try put(.text(note), row: row + 3, columns: columns, Theme.figureNote)
      noteLines = max(
        noteLines, TextMeasure.lines(of: note, width: Double(span) * Self.gridWidth * 1.05))
    }
    try sheet.setRow(row, height: 20)
    try sheet.setRow(row + 1, height: 34)
    try sheet.setRow(row + 2, height: 14)
    try sheet.setRow(row + 3, height: Double(noteLines) * 12.5 + 4)
    try sheet.setRow(row + 4, height: 8)
    row += 5
  }

  private func drawLine(_ figure: Figure) throws {
    let value = try renderer.data.values.value(figure.value, at: figure.node)
    var style = Theme.cell.with { $0.bold = true }
    style.numberFormat = figure.format.numberFormat
    if let state = Self.state(of: value, figure) {
      style.fill = Theme.tint(state).fill
      style.fontColor = Theme.tint(state).fontColor
    }
    let label = try figure.label.filled(with: renderer.data.values)
    try sheet.write(row, 0, .text(label), Theme.cell)
    try sheet.write(row, 1, figure.format.cell(value), style)
    row += 1
  }

  private static func state(of value: SQLValue, _ figure: Figure) -> LightState? {
    if case .text(let text) = value {
      return figure.states.first { $0.text == text }?.state
    }
    guard let light = figure.light else { return nil }
    let scale = figure.format == .money ? 0.01 : 1
    return switch value {
    case .int(let number): light.state(of: Double(number) * scale)
    case .real(let number): light.state(of: number * scale)
    case .null, .text: nil
    }
  }

  /// Writes a typed value into cells that are joined when there are several.
  func put(_ value: CellValue, row: Int, columns: ClosedRange<Int>, _ style: CellStyle) throws {
    if columns.count > 1 { try sheet.merge(rows: row...row, columns: columns, "", style) }
    try sheet.write(row, columns.lowerBound, value, style)
  }
}
