package import Bytes

/// Reads what was chosen of a worksheet: an area, without what is hidden, merged cells filled.
///
/// Where nothing was chosen, batches go through as they come.
package final class XLSXAreaReader: TableReader {
  private let reader: XLSXSheetReader
  private let path: String
  private let part: String
  private let area: XLSXCellRange?
  private let options: XLSXOptions
  private var fill: MergedFill?
  private var columns: VisibleColumns?
  private var inner = CellBatch()
  private var ended = false

  init(package: XLSXPackage, choice: XLSXPackage.Choice, options: XLSXOptions) throws(TabularError)
  {
    path = package.path
    area = choice.area
    part = choice.sheet.part
    self.options = options
    let hidden: XLSXHiddenRows = options.hiddenRows == .skip ? .skip : .include
    if options.mergedCells == .fill {
      fill = try MergedFill(package: package, sheet: choice.sheet, area: choice.area)
    }
    reader = try XLSXSheetReader(package: package, sheet: choice.sheet, hiddenRows: hidden)
  }

  package var bytesRead: Int { reader.bytesRead }

  package var notices: [TabularNotice] {
    var notices = reader.notices
    if options.hiddenRows != .include, let row = reader.firstHiddenRow {
      notices.append(
        TabularNotice(
          kind: .hiddenRows(count: reader.hiddenRowCount, isSkipped: options.hiddenRows == .skip),
          rowNumber: row))
    }
    let hidden = reader.hiddenColumns.reduce(0) { $0 + $1.count }
    if options.hiddenColumns != .include, hidden > 0 {
      notices.append(
        TabularNotice(
          kind: .hiddenColumns(
            first: reader.hiddenColumns[0].lowerBound, count: hidden,
            isSkipped: options.hiddenColumns == .skip),
          rowNumber: 0))
    }
    if let first = reader.mergedRanges.first {
      notices.append(
        TabularNotice(
          kind: .mergedCells(count: reader.mergedRanges.count, isFilled: fill != nil),
          rowNumber: first.rows.lowerBound))
    }
    return notices
  }

  private var isWhole: Bool { area == nil && fill == nil && options.hiddenColumns != .skip }

  package func next(_ output: inout CellBatch) throws(TabularError) -> Bool {
    if isWhole { return try reader.next(&output) }
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
    for column in columns.visible(upTo: count) {
      let text = row.map { inner.copy($0, column) } ?? []
      let cell = text.isEmpty ? fill?.value(row: number, column: column) ?? [] : text
      if cell.isEmpty {
        pending += 1
        continue
      }
      for _ in 0..<pending { output.appendEmptyCell() }
      pending = 0
      cell.withUnsafeBufferPointer {
        output.appendCell($0)
        isBlank = isBlank && $0.allSatisfy { ASCII.isSpace($0) }
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

/// The columns of an area that are to be read.
struct VisibleColumns {
  private let area: ClosedRange<Int>
  private let hidden: [ClosedRange<Int>]

  init(of area: XLSXCellRange?, hidden: [ClosedRange<Int>]) {
    self.area = area?.columns ?? 0...XLSXCellRange.maximumColumn
    self.hidden = hidden
  }

  /// Columns from 0 of a row with so many cells.
  func visible(upTo count: Int) -> [Int] {
    guard count > area.lowerBound else { return [] }
    return (area.lowerBound..<min(count, area.upperBound + 1)).filter { column in
      !hidden.contains { $0.contains(column) }
    }
  }
}

extension CellBatch {
  /// A cell's bytes, empty where the row has no such column.
  func copy(_ row: Int, _ column: Int) -> [UInt8] {
    withCell(row, column) { Array($0) }
  }
}
