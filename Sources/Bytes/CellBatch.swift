internal import Glibc

/// Rows of cells as bytes: one buffer for all cells, and where each cell ends.
///
/// This is what readers, workers and the writer hand to each other; a batch is filled, read and
/// emptied again without an allocation per cell.
package struct CellBatch: Sendable {
  private var bytes: [UInt8] = []
  /// End offset of each cell in `bytes`, of all rows in order.
  private var cellEnds: [Int32] = []
  /// Number of cells before the end of each row.
  private var rowEnds: [Int32] = []
  private var rowNumbers: [Int] = []

  package init() {}

  package var rowCount: Int { rowEnds.count }
  /// Bytes of all cells together.
  package var byteCount: Int { bytes.count }
  package var isEmpty: Bool { rowEnds.isEmpty }

  /// Adds a cell to the row that is being built.
  package mutating func appendCell(_ cell: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: cell)
    cellEnds.append(Int32(truncatingIfNeeded: bytes.count))
  }

  package mutating func appendCell(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    cellEnds.append(Int32(truncatingIfNeeded: bytes.count))
  }

  /// Adds the cells of a JSON array of strings that has no escape to the row that is being built.
  ///
  /// - Returns: whether it is one; of anything else nothing is added.
  mutating func appendUnescaped(_ json: UnsafeBufferPointer<UInt8>) -> Bool {
    let (start, end) = (bytes.count, bytes.count + json.count)
    let firstCell = cellEnds.count
    bytes.append(contentsOf: json)
    // Each cell moves over the signs before it: one copy of the row and no more growing.
    var cellEnds: [Int32] = []
    swap(&cellEnds, &self.cellEnds)
    let last = bytes.withUnsafeMutableBufferPointer { buffer -> Int? in
      guard let base = buffer.baseAddress else { return nil }
      func isSign(_ sign: Unicode.Scalar, at index: Int) -> Bool {
        index < end && base[index] == UInt8(ascii: sign)
      }
      guard isSign("[", at: start) else { return nil }
      if isSign("]", at: start + 1) { return start + 2 == end ? start : nil }
      var (read, write) = (start + 1, start)
      while true {
        guard isSign("\"", at: read), let quote = memchr(base + read + 1, 0x22, end - read - 1)
        else { return nil }
        let count = UnsafeRawPointer(quote) - UnsafeRawPointer(base + read + 1)
        memmove(base + write, base + read + 1, count)
        read += count + 2
        write += count
        cellEnds.append(Int32(truncatingIfNeeded: write))
        if isSign(",", at: read) {
          read += 1
        } else {
          return isSign("]", at: read) && read + 1 == end ? write : nil
        }
      }
    }
    bytes.removeLast(end - (last ?? start))
    if last == nil { cellEnds.removeLast(cellEnds.count - firstCell) }
    swap(&cellEnds, &self.cellEnds)
    return last != nil
  }

  package mutating func appendEmptyCell() {
    cellEnds.append(Int32(truncatingIfNeeded: bytes.count))
  }

  package mutating func appendEmptyCells(_ count: Int) {
    for _ in 0..<count { appendEmptyCell() }
  }

  /// Ends the row that is being built.
  ///
  /// - Parameter number: the row number as a person sees it in the file, from 1.
  package mutating func endRow(number: Int) {
    rowEnds.append(Int32(truncatingIfNeeded: cellEnds.count))
    rowNumbers.append(number)
  }

  /// Forgets the cells added since the last `endRow`.
  package mutating func discardOpenRow() {
    cellEnds.removeLast(cellEnds.count - Int(rowEnds.last ?? 0))
    bytes.removeLast(bytes.count - Int(cellEnds.last ?? 0))
  }

  /// Takes the cells of the row that is being built out again.
  package mutating func takeOpenRow() -> [[UInt8]] {
    var start = openRowStart
    let cells = cellEnds[Int(rowEnds.last ?? 0)...].map { end in
      defer { start = Int(end) }
      return Array(bytes[start..<Int(end)])
    }
    discardOpenRow()
    return cells
  }

  /// Whether the row that is being built has no text, or nothing but white space.
  package var openRowIsBlank: Bool {
    bytes[openRowStart...].allSatisfy(ASCII.isSpace)
  }

  private var openRowStart: Int {
    let firstCell = Int(rowEnds.last ?? 0)
    return firstCell == 0 ? 0 : Int(cellEnds[firstCell - 1])
  }

  /// Cells of all rows together.
  package var cellCount: Int { cellEnds.count }

  /// Forgets the rows from a position on, and the row that is being built.
  package mutating func removeRows(from row: Int) {
    guard row < rowCount || openCellCount > 0 else { return }
    rowEnds.removeLast(rowCount - row)
    rowNumbers.removeLast(rowNumbers.count - row)
    discardOpenRow()
  }

  /// Adds some rows of another batch.
  package mutating func append(rows: Range<Int>, of other: CellBatch) {
    for row in rows {
      for column in 0..<other.cellCount(row) {
        other.withCell(row, column) { appendCell($0) }
      }
      endRow(number: other.rowNumber(row))
    }
  }

  /// Cells of the row that is being built.
  package var openCellCount: Int { cellEnds.count - Int(rowEnds.last ?? 0) }

  /// Empties the batch and keeps its memory.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    cellEnds.removeAll(keepingCapacity: true)
    rowEnds.removeAll(keepingCapacity: true)
    rowNumbers.removeAll(keepingCapacity: true)
  }

  /// The row's number in its file, from 1.
  package func rowNumber(_ row: Int) -> Int { rowNumbers[row] }

  package func cellCount(_ row: Int) -> Int {
    Int(rowEnds[row]) - firstCell(row)
  }

  /// Where a cell stands in the batch's bytes; empty when the row has no such column.
  package func range(_ row: Int, _ column: Int) -> Range<Int> {
    let index = firstCell(row) + column
    guard index < Int(rowEnds[row]) else { return 0..<0 }
    let start = index == 0 ? 0 : Int(cellEnds[index - 1])
    return start..<Int(cellEnds[index])
  }

  /// Runs a closure over the bytes of all cells; pair it with `range`.
  package func withBytes<R>(_ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
    try bytes.withUnsafeBufferPointer(body)
  }

  /// Runs a closure over all cells.
  package func withView<R>(_ body: (CellView) throws -> R) rethrows -> R {
    try bytes.withUnsafeBufferPointer { bytes in
      try cellEnds.withUnsafeBufferPointer { cellEnds in
        try rowEnds.withUnsafeBufferPointer { rowEnds in
          try body(CellView(bytes: bytes, cellEnds: cellEnds, rowEnds: rowEnds))
        }
      }
    }
  }

  /// Runs a closure over one cell; an empty buffer when the row has no such column.
  package func withCell<R>(
    _ row: Int, _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> R
  ) rethrows -> R {
    let range = range(row, column)
    return try bytes.withUnsafeBufferPointer {
      try body(UnsafeBufferPointer(rebasing: $0[range]))
    }
  }

  /// A cell as text; bytes that are not UTF-8 become replacement characters.
  package func string(_ row: Int, _ column: Int) -> String {
    withCell(row, column) { String(decoding: $0, as: UTF8.self) }
  }

  /// All cells of a row as text.
  package func strings(_ row: Int) -> [String] {
    (0..<cellCount(row)).map { string(row, $0) }
  }

  /// U+FFFD in the cells of a row.
  package func replacementCount(_ row: Int) -> Int {
    let from = range(row, 0).lowerBound
    let to = rowEnds[row] == 0 ? 0 : Int(cellEnds[Int(rowEnds[row]) - 1])
    var count = 0
    var index = from
    while index + 2 < to {
      if bytes[index] == 0xEF, bytes[index + 1] == 0xBF, bytes[index + 2] == 0xBD { count += 1 }
      index += 1
    }
    return count
  }

  private func firstCell(_ row: Int) -> Int {
    row == 0 ? 0 : Int(rowEnds[row - 1])
  }
}
