/// Which rows of a sheet have come; rows may come in any order, but each once.
struct XLSXRowNumbers {
  /// A bit for each row; 128 KiB for a full sheet.
  private var words: [UInt64] = []

  /// - Returns: false when the row came before.
  mutating func insert(_ row: Int) -> Bool {
    let word = row >> 6
    while words.count <= word { words.append(0) }
    let bit: UInt64 = 1 << UInt64(row & 63)
    if words[word] & bit != 0 { return false }
    words[word] |= bit
    return true
  }
}
