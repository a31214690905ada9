/// A number that a spreadsheet or a program wrote in scientific notation, as `4.47700900123E+11`.
struct ScientificNotation {
  /// All digits of the number, or nil when the notation kept fewer than the number had, or when it is
  /// no whole number.
  let digits: [UInt8]?
  /// Whether digits are gone.
  let hasLostDigits: Bool

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
    let isNegative = index < cell.count && cell[index] == UInt8(ascii: "-")
    if index < cell.count, isNegative || cell[index] == UInt8(ascii: "+") { index += 1 }
    guard index < cell.count, cell.count - index <= 2 else { return nil }
    var exponent = 0
    while index < cell.count {
      guard (48...57).contains(cell[index]) else { return nil }
      exponent = exponent * 10 + Int(cell[index] - 48)
      index += 1
    }
    // 12E3 is what somebody named a room.
    guard sawPoint || exponent >= 6 && !isNegative else { return nil }
    if isNegative { exponent = -exponent }
    // Trailing zeros of a number are dropped from its notation, so a shorter fraction may be whole
    // by chance; only one that reaches to the units is known to be.
    hasLostDigits = fraction < exponent
    let whole = mantissa.dropLast(fraction - min(exponent, fraction))
    let isWhole = mantissa[whole.endIndex...].allSatisfy { $0 == 48 }
    digits = hasLostDigits || !isWhole ? nil : Array(whole.drop { $0 == 48 })
  }
}
