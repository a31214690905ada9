/// Which rows of a sheet have come; rows may come in any order.
struct XLSXRowNumbers {
  /// A bit for each row; 128 KiB for a full sheet.
  private var words: [UInt64] = []
  private var highest = 0

  /// Takes a number for a row: the file's own, or, where another row has it already, the first one
  /// behind all rows so far, so that no two rows are taken for one.
  mutating func take(_ row: Int) -> Int {
    let number = isTaken(row) ? highest + 1 : row
    let word = number >> 6
    while words.count <= word { words.append(0) }
    words[word] |= 1 << UInt64(number & 63)
    highest = max(highest, number)
    return number
  }

  private func isTaken(_ row: Int) -> Bool {
    guard row <= highest else { return false }
    return words[row >> 6] & (1 << UInt64(row & 63)) != 0
  }
}
