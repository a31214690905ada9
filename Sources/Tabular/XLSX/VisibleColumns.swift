/// The columns of a sheet that are to be read: those of an area, without hidden ones.
struct VisibleColumns {
  /// From 0, rising.
  let columns: [Int]

  init(of area: XLSXCellRange?, hidden: [ClosedRange<Int>]) {
    let all = area?.columns ?? 0...XLSXCellRange.maximumColumn
    // Where ranges begin and end, for there may be a great many.
    var changes = [Int](repeating: 0, count: XLSXCellRange.maximumColumn + 2)
    for range in hidden {
      let range = range.clamped(to: 0...XLSXCellRange.maximumColumn)
      changes[range.lowerBound] += 1
      changes[range.upperBound + 1] -= 1
    }
    var depth = 0
    let isHidden = changes.map { change in
      depth += change
      return depth > 0
    }
    columns = all.filter { !isHidden[$0] }
  }

  /// Where a column of the sheet comes among them; nil where it does not.
  func position(of column: Int) -> Int? {
    var (low, high) = (0, columns.count)
    while low < high {
      let middle = (low + high) / 2
      if columns[middle] < column { low = middle + 1 } else { high = middle }
    }
    return low < columns.count && columns[low] == column ? low : nil
  }
}
