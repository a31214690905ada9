import Bytes

/// The values that merged cells spread over their ranges.
///
/// The list of merged ranges stands behind the rows, so the sheet is read once before for it.
struct MergedFill {
  private struct Merge {
    let range: XLSXCellRange
    var value: [UInt8] = []
  }

  /// By first row; those whose first row has been passed and whose last has not.
  private var waiting: [XLSXCellRange] = []
  private var open: [Merge] = []
  private var lastRow = 0
  /// Last row that holds anything: merged cells are not filled below it.
  private var end = 0
  private var budget: Int
  private let area: XLSXCellRange?

  var isOverLimit: Bool { budget < 0 }

  init(package: XLSXPackage, sheet: XLSXPackage.Sheet, area: XLSXCellRange?) throws(TabularError) {
    self.area = area
    budget = package.limits.filledCells
    let reader = try XLSXSheetReader(package: package, sheet: sheet)
    var batch = CellBatch()
    while try reader.next(&batch) {
      for row in 0..<batch.rowCount { end = max(end, batch.rowNumber(row)) }
    }
    // Popped from the end.
    waiting = reader.mergedRanges.filter { $0.rows.count > 1 || $0.columns.count > 1 }
      .sorted { $0.rows.lowerBound > $1.rows.lowerBound }
  }

  /// Rows between the last one and this that merged cells reach into; the rows' own are none.
  mutating func gap(before number: Int) -> Range<Int> {
    let reach = open.filter { !$0.value.isEmpty }.map(\.range.rows.upperBound).max() ?? 0
    let from = lastRow + 1
    let to = min(number, min(reach, end) + 1)
    return from < to ? from..<to : from..<from
  }

  /// Takes the values of ranges that begin in this row.
  mutating func pass(_ batch: CellBatch, _ row: Int) {
    let number = batch.rowNumber(row)
    open.removeAll { $0.range.rows.upperBound < number }
    while let next = waiting.last, next.rows.lowerBound <= number {
      waiting.removeLast()
      guard next.rows.lowerBound == number else { continue }
      let value = batch.withCell(row, next.columns.lowerBound) { Array($0) }
      if !value.isEmpty { open.append(Merge(range: next, value: value)) }
    }
    lastRow = max(lastRow, number)
  }

  /// Cells of a row that merged ranges reach to.
  func width(of number: Int) -> Int {
    let last = area?.columns.upperBound ?? XLSXCellRange.maximumColumn
    return open.filter { $0.range.rows.contains(number) }
      .map { min($0.range.columns.upperBound, last) + 1 }.max() ?? 0
  }

  /// The value spread over a cell that has none of its own; nil: none is.
  mutating func value(row: Int, column: Int) -> [UInt8]? {
    let found = open.first { $0.range.rows.contains(row) && $0.range.columns.contains(column) }
    if found != nil { budget -= 1 }
    return found?.value
  }
}
