import Bytes

/// The cells of one row: their bytes without quotes, and where each ends.
struct RecordBuffer {
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [Int] = []

  var count: Int { ends.count }
  /// Bytes since the end of the last cell.
  var openLength: Int { bytes.count - (ends.last ?? 0) }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ part: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: part) }

  mutating func endCell() { ends.append(bytes.count) }

  /// Forgets what follows the end of the last cell.
  mutating func discardOpenCell() { bytes.removeLast(openLength) }

  func range(_ column: Int) -> Range<Int> {
    (column == 0 ? 0 : ends[column - 1])..<ends[column]
  }

  func cell(_ column: Int) -> ArraySlice<UInt8> { bytes[range(column)] }

  /// Whether there is nothing but white space, NUL, which some programs pad with, and the sign that
  /// ended files under CP/M and DOS.
  var isBlank: Bool { bytes.allSatisfy { ASCII.isSpace($0) || $0 == 0 || $0 == 0x1A } }

  var filledCount: Int { (0..<count).count { !range($0).isEmpty } }

  /// Adds the row to a batch.
  func write(to batch: inout CellBatch, number: Int) {
    bytes.withUnsafeBufferPointer { all in
      var start = 0
      for end in ends {
        batch.appendCell(UnsafeBufferPointer(rebasing: all[start..<end]))
        start = end
      }
    }
    batch.endRow(number: number)
  }
}
