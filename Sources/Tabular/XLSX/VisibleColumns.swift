/// The columns of a sheet that are to be read: those of an area, without hidden ones.
struct VisibleColumns {
  /// From 0, rising.
  let columns: [Int]

  init(of area: XLSXCellRange?, hidden: [ClosedRange<Int>]) {
    let all = area?.columns ?? 0...XLSXCellRange.maximumColumn
    var isHidden = [Bool](repeating: false, count: XLSXCellRange.maximumColumn + 1)
    for range in hidden {
      for column in range.clamped(to: 0...XLSXCellRange.maximumColumn) { isHidden[column] = true }
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
