import Bytes

/// The cells of the row that is being read, put straight into a batch while they come in order.
struct XLSXRow {
  /// The column that the next cell of the batch is for.
  private var nextColumn = 0
  /// All cells of a row whose cells do not come in order, which is rare.
  private var disordered: [(column: Int, bytes: [UInt8])]?
  private(set) var byteCount = 0
  private(set) var cellCount = 0
  /// Up to the last cell that is not empty, once the row is finished.
  var columnCount: Int { nextColumn }

  mutating func removeAll() {
    nextColumn = 0
    disordered = nil
    byteCount = 0
    cellCount = 0
  }

  @inline(__always)
  mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, column: Int, to batch: inout CellBatch
  ) {
    byteCount += text.count
    cellCount += 1
    if column < nextColumn || disordered != nil {
      appendDisordered(text, column: column, from: &batch)
      return
    }
    if column > nextColumn { batch.appendEmptyCells(column - nextColumn) }
    batch.appendCell(text)
    nextColumn = column + 1
  }

  private mutating func appendDisordered(
    _ text: UnsafeBufferPointer<UInt8>, column: Int, from batch: inout CellBatch
  ) {
    var cells = disordered ?? batch.takeOpenRow().enumerated().map { ($0.offset, $0.element) }
    // Given back at the end, so that there is one owner to append to.
    disordered = nil
    cells.append((column, Array(text)))
    disordered = cells
  }

  /// Has the batch hold all cells of the row, in order.
  ///
  /// - Returns: false, and the batch without them, for nothing but white space: that is no row.
  mutating func finish(in batch: inout CellBatch) -> Bool {
    if let cells = disordered { sort(cells, into: &batch) }
    guard batch.openRowIsBlank else { return true }
    batch.discardOpenRow()
    return false
  }

  /// A column that comes twice keeps its first text.
  private mutating func sort(_ cells: [(column: Int, bytes: [UInt8])], into batch: inout CellBatch)
  {
    let ordered = cells.enumerated()
      .sorted { ($0.element.column, $0.offset) < ($1.element.column, $1.offset) }
    var next = 0
    for (_, cell) in ordered where cell.column >= next && !cell.bytes.isEmpty {
      if cell.column > next { batch.appendEmptyCells(cell.column - next) }
      cell.bytes.withUnsafeBufferPointer { batch.appendCell($0) }
      next = cell.column + 1
    }
    nextColumn = next
  }
}
