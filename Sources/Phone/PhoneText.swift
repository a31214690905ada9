/// The digits of a telephone cell, without the separators that mean nothing.
struct PhoneText {
  /// More bytes are no number: 250 characters are the most that one is read from.
  static let mostBytes = 1_000

  /// Digits and pluses, or the whole text when it holds anything else.
  private(set) var bytes: [UInt8] = []
  /// Whether nothing but digits, pluses and separators was there.
  private(set) var isPlain = true
  /// Whether there is more than one number can have.
  private(set) var isTooLong = false
  /// Whether the cell may hold two numbers: by a mark between digits, or by how many digits it has.
  private(set) var mayBeSeveral = false

  /// Reads a cell again into the same memory.
  mutating func read(_ whole: UnsafeBufferPointer<UInt8>) {
    let cell = UnsafeBufferPointer(rebasing: whole.prefix(Self.mostBytes))
    bytes.removeAll(keepingCapacity: true)
    isPlain = true
    isTooLong = whole.count > Self.mostBytes
    mayBeSeveral = false
    let end = Self.endWithoutDecimals(cell)
    var index = 0
    while index < end, isPlain {
      let byte = cell[index]
      index += 1
      switch byte {
      case 48...57, UInt8(ascii: "+"): bytes.append(byte)
      case UInt8(ascii: "/"):
        // Behind few digits it divides an area from its number.
        if bytes.count >= DigitGroups.fewestOfNumber || isStray { mayBeSeveral = true }
      case UInt8(ascii: "("):
        // Behind a number a bracket may hold something else.
        if bytes.count >= DigitGroups.fewestOfNumber, cell[index - 2] == 32 { mayBeSeveral = true }
      case UInt8(ascii: "."), UInt8(ascii: ")"):
        if bytes.count <= 2, isCounting(before: cell[index..<end]) { mayBeSeveral = true }
      case 32, 9, UInt8(ascii: "-"), UInt8(ascii: "'"): break
      case 0x80...:
        guard let foreign = ForeignCharacter(cell[..<end], at: index - 1) else {
          isPlain = false
          break
        }
        if let meant = foreign.meant { bytes.append(meant) }
        index += foreign.count - 1
      default: isPlain = false
      }
    }
    if bytes.count >= DigitGroups.fewestOfTwo { mayBeSeveral = true }
    if !isPlain || isTooLong {
      isPlain = false
      mayBeSeveral = true
      bytes.removeAll(keepingCapacity: true)
      bytes.append(contentsOf: cell[..<end])
    }
  }

  /// Whether the digits so far begin no number as numbers are written with an area.
  private var isStray: Bool {
    bytes.first.map { $0 != 48 && $0 != UInt8(ascii: "+") } ?? true || isZero
  }

  /// Whether the digits so far count a list, and a whole number comes behind them.
  private func isCounting(before rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard isStray, !bytes.isEmpty else { return false }
    let head = rest.first { $0 != 32 && $0 != UInt8(ascii: "(") }
    return head == 48 || head == UInt8(ascii: "+")
  }

  /// Whether there are digits, and all of them are zeros.
  var isZero: Bool { isPlain && !bytes.isEmpty && bytes.allSatisfy { $0 == 48 } }

  var startsWithPlus: Bool { bytes.first == UInt8(ascii: "+") }

  /// How many bytes stand for the plus in a text that begins with `00`, the plus of most countries'
  /// dialling, or with `+00`; 0 for another text.
  var doubleZeroLength: Int {
    guard isPlain else { return 0 }
    let start = startsWithPlus ? 1 : 0
    guard bytes.count > 8 + start, bytes[start] == 48, bytes[start + 1] == 48,
      bytes[start + 2] != 48
    else { return 0 }
    return start + 2
  }

  /// Whether the digits could be a number that lost its plus: long enough, no trunk zero.
  var mayHaveLostPlus: Bool {
    isPlain && bytes.count >= 10 && bytes.count <= 15 && bytes[0] != 48 && !startsWithPlus
  }

  /// `447700900123.0`, a number cell printed by a program, ends before its `.0`; so does one that
  /// was printed with a comma or two zeros.
  private static func endWithoutDecimals(_ cell: UnsafeBufferPointer<UInt8>) -> Int {
    let count = cell.count
    guard count > 9, cell[count - 1] == 48 else { return count }
    let point = cell[count - 2] == 48 ? count - 3 : count - 2
    guard cell[point] == UInt8(ascii: ".") || cell[point] == UInt8(ascii: ","), point >= 8 else {
      return count
    }
    let start = cell[0] == UInt8(ascii: "+") ? 1 : 0
    guard cell[start..<point].allSatisfy({ (48...57).contains($0) }) else { return count }
    return point
  }
}
