import Bytes

/// The cells of the row being read, which may come with gaps and, rarely, out of order.
struct XLSXRow {
  private var bytes: [UInt8] = []
  private var cells: [(column: Int, end: Int)] = []
  private var isInOrder = true

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    isInOrder = true
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>, column: Int) {
    if let last = cells.last, last.column >= column { isInOrder = false }
    bytes.append(contentsOf: text)
    cells.append((column, bytes.count))
  }

  mutating func append(_ text: String, column: Int) {
    var text = text
    text.withUTF8 { append($0, column: column) }
  }

  /// Hands the row over, with empty cells in its gaps; a row of white space is none.
  func append(to batch: inout CellBatch, number: Int) {
    guard bytes.contains(where: { !ASCII.isSpace($0) }) else { return }
    bytes.withUnsafeBufferPointer { buffer in
      var next = 0
      for (range, column) in ordered() {
        while next < column {
          batch.appendEmptyCell()
          next += 1
        }
        // A column that comes twice keeps its first value.
        guard next == column else { continue }
        batch.appendCell(UnsafeBufferPointer(rebasing: buffer[range]))
        next += 1
      }
    }
    batch.endRow(number: number)
  }

  private func ordered() -> [(Range<Int>, Int)] {
    var start = 0
    var result: [(Range<Int>, Int)] = []
    result.reserveCapacity(cells.count)
    for cell in cells {
      result.append((start..<cell.end, cell.column))
      start = cell.end
    }
    return isInOrder ? result : result.sorted { $0.1 < $1.1 }
  }
}
