/// The cells of a batch that is held still: a look at one costs two reads.
///
/// It is only of use inside the closure that it is given to. Public for the same reason as `ASCII`.
public struct CellView {
  @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
  @usableFromInline let cellEnds: UnsafeBufferPointer<Int32>
  @usableFromInline let rowEnds: UnsafeBufferPointer<Int32>

  init(
    bytes: UnsafeBufferPointer<UInt8>, cellEnds: UnsafeBufferPointer<Int32>,
    rowEnds: UnsafeBufferPointer<Int32>
  ) {
    self.bytes = bytes
    self.cellEnds = cellEnds
    self.rowEnds = rowEnds
  }

  /// A cell by its position in its row, without white space at its ends; empty when the row has no
  /// such column.
  @inlinable
  package func trimmed(_ row: Int, _ column: Int) -> UnsafeBufferPointer<UInt8> {
    let index = (row == 0 ? 0 : Int(rowEnds[row - 1])) + column
    guard column >= 0, index < Int(rowEnds[row]) else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    let start = index == 0 ? 0 : Int(cellEnds[index - 1])
    return ASCII.trimmed(UnsafeBufferPointer(rebasing: bytes[start..<Int(cellEnds[index])]))
  }
}
