/// The places in a cell where a first telephone number may end: before a mark that people put between
/// numbers, or before a word.
struct PartEnds: Sequence, IteratorProtocol {
  struct End {
    let offset: Int
    /// Whether a word follows, as in `030 23125042 Durchwahl 12`.
    let isWord: Bool
  }

  /// Digits that a number has at least.
  private static let leastDigits = 5
  /// More places are not looked at: a cell with so many marks is no list of numbers.
  private static let mostEnds = 8

  private let cell: Slice<UnsafeBufferPointer<UInt8>>
  private var index = 0
  private var digits = 0
  private var isInWord = false
  private var count = 0

  init(_ cell: UnsafeBufferPointer<UInt8>) {
    self.cell = cell.prefix(PhoneText.mostBytes)
  }

  mutating func next() -> End? {
    while index < cell.endIndex, count < Self.mostEnds {
      let byte = cell[index]
      index += 1
      let isLetter = (65...90).contains(byte & 0xDF) || byte >= 0x80
      defer { isInWord = isLetter }
      if (48...57).contains(byte) { digits += 1 }
      guard digits >= Self.leastDigits, isLetter ? !isInWord : Self.separates(byte) else {
        continue
      }
      count += 1
      return End(offset: index - 1, isWord: isLetter)
    }
    return nil
  }

  private static func separates(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: "/"),
      UInt8(ascii: "&"), 10, 13:
      true
    default: false
    }
  }
}
