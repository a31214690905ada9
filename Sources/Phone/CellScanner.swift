/// Reads the bytes of a telephone cell at any offset; beyond its ends is a zero.
struct CellScanner {
  private let cell: UnsafeBufferPointer<UInt8>
  /// As many bytes as a cell is looked through.
  let end: Int

  init(_ cell: UnsafeBufferPointer<UInt8>) {
    self.cell = cell
    end = min(cell.count, DigitGroups.mostBytes)
  }

  subscript(index: Int) -> UInt8 { index >= 0 && index < end ? cell[index] : 0 }

  func isDigit(_ index: Int) -> Bool { (48...57).contains(self[index]) }

  func isLetter(_ index: Int) -> Bool { (65...90).contains(self[index] & 0xDF) }

  /// The offset of the first byte from an offset on that is no digit.
  func endOfDigits(_ index: Int) -> Int {
    var index = index
    while isDigit(index) { index += 1 }
    return index
  }

  /// The offset of the first byte from an offset on that is no blank.
  func behindBlanks(_ index: Int) -> Int {
    var index = index
    while true {
      if self[index] == 32 || self[index] == 9 {
        index += 1
      } else if self[index] == 0xC2, self[index + 1] == 0xA0 {
        index += 2
      } else {
        return index
      }
    }
  }

  func bytes(_ range: Range<Int>) -> Slice<UnsafeBufferPointer<UInt8>> { cell[range] }

  /// The value of at most four digits, nil for more or none.
  func number(_ digits: Range<Int>) -> Int? {
    guard (1...4).contains(digits.count) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int(self[$1] - 48) }
  }

  /// The offset behind a word that stands at an offset, in letters of any case; nil for another word,
  /// or a longer one.
  func behind(_ word: StaticString, at index: Int) -> Int? {
    let end = index + word.utf8CodeUnitCount
    for offset in 0..<word.utf8CodeUnitCount {
      let letter = word.utf8Start[offset]
      let byte = self[index + offset]
      guard byte == letter || (97...122).contains(letter) && byte == letter & 0xDF else {
        return nil
      }
    }
    return isLetter(end - 1) && isLetter(end) ? nil : end
  }

  /// The offset behind the first of some words that stands at an offset.
  func behind(anyOf words: [StaticString], at index: Int) -> Int? {
    for word in words {
      if let end = behind(word, at: index) { return end }
    }
    return nil
  }

  /// The offset behind a hyphen or a dash and the blanks around it.
  func behindDash(_ index: Int) -> Int? {
    let dash = behindBlanks(index)
    if self[dash] == UInt8(ascii: "-") { return behindBlanks(dash + 1) }
    guard self[dash] == 0xE2, self[dash + 1] == 0x80, (0x90...0x95).contains(self[dash + 2]) else {
      return nil
    }
    return behindBlanks(dash + 3)
  }
}
