/// Letters that stand for the digits that they look like: `020 7946 0O18`.
package enum LookalikeLetters {
  /// Whether letters touch a digit that can be taken for one; a word that has others is none.
  static func stand(in cell: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var index = cell.startIndex
    while index < cell.endIndex {
      guard isLetter(cell[index]) else {
        index += 1
        continue
      }
      let start = index
      var isAlike = true
      while index < cell.endIndex, isLetter(cell[index]) {
        if digit(for: cell[index]) == nil { isAlike = false }
        index += 1
      }
      let touches =
        start > cell.startIndex && isDigit(cell[start - 1])
        || index < cell.endIndex && isDigit(cell[index])
      if isAlike, touches { return true }
    }
    return false
  }

  /// The digit that a letter looks like.
  package static func digit(for byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "O"), UInt8(ascii: "o"): UInt8(ascii: "0")
    case UInt8(ascii: "I"), UInt8(ascii: "l"): UInt8(ascii: "1")
    default: nil
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte & 0xDF) }
}
