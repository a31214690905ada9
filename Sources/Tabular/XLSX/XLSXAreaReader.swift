package import Bytes

/// Reads what was chosen of a worksheet: an area, without what is hidden, merged cells filled.
///
/// Where nothing was chosen, batches go through as they come.
package final class XLSXAreaReader: TableReader {
  private let reader: XLSXSheetReader
  private let path: String
  private let part: String
  private let area: XLSXCellRange?
  private let totals: [XLSXCellRange]
  /// Rows of totals that held something.
  private var totalRows: [Int] = []
  private let options: XLSXOptions
  private var fill: MergedFill?
  private var columns: VisibleColumns?
  private var inner = CellBatch()
  private var ended = false

  init(package: XLSXPackage, choice: XLSXPackage.Choice, options: XLSXOptions) throws(TabularError)
  {
    path = package.path
    area = choice.area
    totals = choice.totals
    part = choice.sheet.part
    self.options = options
    let hidden: XLSXHiddenRows = options.hiddenRows == .skip ? .skip : .include
    if options.mergedCells == .fill {
      fill = try MergedFill(package: package, sheet: choice.sheet, area: choice.area)
    }
    reader = try XLSXSheetReader(
      package: package, sheet: choice.sheet, hiddenRows: hidden, area: choice.area)
  }

  package var bytesRead: Int { reader.bytesRead }

  package var notices: [TabularNotice] {
    var notices = reader.notices
    if let columns { notices = notices.compactMap { $0.moved(columns.position) } }
    if options.hiddenRows != .include, let row = reader.firstHiddenRow {
      notices.append(
        TabularNotice(
          kind: .hiddenRows(count: reader.hiddenRowCount, isSkipped: options.hiddenRows == .skip),
          rowNumber: row))
    }
    notices += totalRows.map { TabularNotice(kind: .totalsRow, rowNumber: $0) }
    let hidden = hiddenColumns
    if options.hiddenColumns != .include, let first = hidden.first {
      notices.append(
        TabularNotice(
          kind: .hiddenColumns(
            first: first, count: hidden.count, isSkipped: options.hiddenColumns == .skip),
          rowNumber: 0))
    }
    let merged = reader.mergedRanges.filter { area?.overlaps($0) != false }
    if let first = merged.map(\.rows.lowerBound).min() {
      notices.append(
        TabularNotice(
          kind: .mergedCells(count: merged.count, isFilled: fill != nil), rowNumber: first))
    }
    return notices
  }

  /// Hidden columns of the area that hold something, from 0.
  private var hiddenColumns: [Int] {
    guard !reader.hiddenColumns.isEmpty else { return [] }
    let shown = VisibleColumns(of: area, hidden: reader.hiddenColumns)
    return VisibleColumns(of: area, hidden: []).columns
      .prefix { $0 < reader.columnCount }
      .filter { shown.position(of: $0) == nil }
  }

  /// The column of the sheet, from 0, that a cell of a delivered row came from.
  package func sheetColumn(_ position: Int) -> Int {
    guard let columns, columns.columns.indices.contains(position) else { return position }
    return columns.columns[position]
  }

  private var isWhole: Bool { area == nil && fill == nil && options.hiddenColumns != .skip }

  package func next(_ output: inout CellBatch) throws(TabularError) -> Bool {
    if isWhole {
      repeat {
        guard try reader.next(&output) else { return false }
        dropTotals(from: &output)
      } while output.isEmpty
      return true
    }
    output.removeAll()
    while output.isEmpty, !ended {
      ended = try !reader.next(&inner)
      if columns == nil {
        columns = VisibleColumns(
          of: area, hidden: options.hiddenColumns == .skip ? reader.hiddenColumns : [])
      }
      for row in 0..<inner.rowCount { try take(row, into: &output) }
      if ended { try fillGap(before: XLSXCellRange.maximumRow + 1, into: &output) }
    }
    return !output.isEmpty
  }

  /// Takes the totals of tables out of rows that are delivered as they come.
  private func dropTotals(from batch: inout CellBatch) {
    guard !totals.isEmpty, batch.rowCount > 0 else { return }
    let numbers = batch.rowNumber(0)...batch.rowNumber(batch.rowCount - 1)
    guard totals.contains(where: { numbers.contains($0.rows.lowerBound) }) else { return }
    var kept = CellBatch()
    for row in 0..<batch.rowCount {
      let number = batch.rowNumber(row)
      var isBlank = true
      for column in 0..<batch.cellCount(row) {
        batch.withCell(row, column) { cell in
          guard !isTotal(number, column, cell) else { return kept.appendEmptyCells(1) }
          kept.appendCell(cell)
          isBlank = isBlank && cell.allSatisfy { ASCII.isSpace($0) }
        }
      }
      if isBlank { kept.discardOpenRow() } else { kept.endRow(number: number) }
    }
    batch = kept
  }

  /// Whether a cell is one of a table's totals; what stands beside the table is not.
  private func isTotal(
    _ number: Int, _ column: Int, _ cell: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard !totals.isEmpty, !cell.isEmpty,
      totals.contains(where: { $0.rows.contains(number) && $0.columns.contains(column) })
    else { return false }
    if totalRows.last != number { totalRows.append(number) }
    return true
  }

  private func take(_ row: Int, into output: inout CellBatch) throws(TabularError) {
    let number = inner.rowNumber(row)
    try fillGap(before: number, into: &output)
    fill?.pass(inner, row)
    if let area, !area.rows.contains(number) { return }
    try emit(row: row, number: number, into: &output)
  }

  /// Rows that hold nothing of their own but lie in merged cells.
  private func fillGap(before number: Int, into output: inout CellBatch) throws(TabularError) {
    guard let gap = fill?.gap(before: number) else { return }
    for row in gap where area?.rows.contains(row) != false {
      try emit(row: nil, number: row, into: &output)
    }
  }

  private func emit(row: Int?, number: Int, into output: inout CellBatch) throws(TabularError) {
    guard let columns else { return }
    let count = max(row.map { inner.cellCount($0) } ?? 0, fill?.width(of: number) ?? 0)
    var isBlank = true
    var pending = 0
    func put(_ cell: UnsafeBufferPointer<UInt8>) {
      guard !cell.isEmpty else {
        pending += 1
        return
      }
      output.appendEmptyCells(pending)
      pending = 0
      output.appendCell(cell)
      isBlank = isBlank && cell.allSatisfy { ASCII.isSpace($0) }
    }
    for column in columns.columns {
      guard column < count else { break }
      if let row, fill == nil || !inner.range(row, column).isEmpty {
        inner.withCell(row, column) { cell in
          put(isTotal(number, column, cell) ? UnsafeBufferPointer(rebasing: cell[..<0]) : cell)
        }
      } else {
        (fill?.value(row: number, column: column) ?? []).withUnsafeBufferPointer(put)
      }
    }
    if isBlank { output.discardOpenRow() } else { output.endRow(number: number) }
    if let fill, fill.isOverLimit {
      throw TabularError(
        .limit, path,
        "part '\(part)' merges more cells than can be filled; set "
          + "merged_cells to 'first'")
    }
  }
}
