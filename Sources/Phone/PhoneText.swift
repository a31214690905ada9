/// The digits of a telephone cell, without the separators that mean nothing.
struct PhoneText {
  /// Digits and pluses, or the whole text when it holds anything else.
  private(set) var bytes: [UInt8] = []
  /// Whether nothing but digits, pluses and separators was there.
  private(set) var isPlain = true
  /// Whether the cell holds a mark that people put between two numbers.
  private(set) var splitOffset: Int?

  /// Reads a cell again into the same memory.
  mutating func read(_ cell: UnsafeBufferPointer<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    isPlain = true
    splitOffset = nil
    let end = Self.endWithoutDecimals(cell)
    var index = 0
    while index < end {
      let byte = cell[index]
      switch byte {
      case 48...57, UInt8(ascii: "+"): bytes.append(byte)
      case UInt8(ascii: "/"):
        if splitOffset == nil { splitOffset = index }
      case 32, 9, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"),
        UInt8(ascii: "'"):
        break
      case 0xC2 where index + 1 < end && cell[index + 1] == 0xA0: index += 1
      default:
        isPlain = false
        if Self.separatesNumbers(byte), splitOffset == nil { splitOffset = index }
      }
      index += 1
    }
    if !isPlain {
      bytes.removeAll(keepingCapacity: true)
      bytes.append(contentsOf: cell[..<end])
    }
  }

  var startsWithPlus: Bool { bytes.first == UInt8(ascii: "+") }

  /// Digits behind a leading `00`, the plus of most countries' dialling.
  var startsWithDoubleZero: Bool {
    isPlain && bytes.count > 8 && bytes[0] == 48 && bytes[1] == 48 && bytes[2] != 48
  }

  /// Whether the digits could be a number that lost its plus: long enough, no trunk zero.
  var mayHaveLostPlus: Bool {
    isPlain && bytes.count >= 10 && bytes.count <= 15 && bytes[0] != 48 && !startsWithPlus
  }

  /// `447700900123.0`, a number cell printed by a program, ends before its `.0`.
  private static func endWithoutDecimals(_ cell: UnsafeBufferPointer<UInt8>) -> Int {
    let count = cell.count
    guard count > 9, cell[count - 1] == 48, cell[count - 2] == UInt8(ascii: "."),
      cell[..<(count - 2)].allSatisfy({ (48...57).contains($0) })
    else { return count }
    return count - 2
  }

  private static func separatesNumbers(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "|")
      || byte == 10
  }
}

/// A number that a spreadsheet turned into scientific notation, as `4.47700900123E+11`.
struct ScientificNotation {
  /// All digits of the number, or nil when the notation kept fewer than the number had.
  let digits: [UInt8]?

  /// Nil when the text is no such notation.
  init?(_ cell: UnsafeBufferPointer<UInt8>) {
    var mantissa: [UInt8] = []
    var fraction = 0
    var index = 0
    var sawPoint = false
    while index < cell.count, cell[index] | 0x20 != UInt8(ascii: "e") {
      switch cell[index] {
      case 48...57:
        mantissa.append(cell[index])
        if sawPoint { fraction += 1 }
      case UInt8(ascii: "."), UInt8(ascii: ","):
        guard !sawPoint else { return nil }
        sawPoint = true
      default: return nil
      }
      index += 1
    }
    guard index < cell.count, !mantissa.isEmpty else { return nil }
    index += 1
    if index < cell.count, cell[index] == UInt8(ascii: "+") { index += 1 }
    guard index < cell.count, cell.count - index <= 2 else { return nil }
    var exponent = 0
    while index < cell.count {
      guard (48...57).contains(cell[index]) else { return nil }
      exponent = exponent * 10 + Int(cell[index] - 48)
      index += 1
    }
    guard (6...17).contains(exponent) else { return nil }
    // Trailing zeros of a number are dropped from its notation, so a shorter fraction may be whole
    // by chance; only the full one is known to be.
    digits = fraction == exponent ? mantissa : nil
  }
}
