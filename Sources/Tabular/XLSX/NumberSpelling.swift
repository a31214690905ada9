/// A number as a file spells it, taken apart into its decimal digits: no detour over a binary
/// number changes any of them.
struct NumberSpelling {
  private(set) var isNegative = false
  private(set) var hasExponent = false
  /// Digits without leading and trailing zeros; none for zero.
  private(set) var digits: [UInt8] = []
  /// Digits before the point; negative for zeros behind it, as -2 for `0.00123`.
  private(set) var point = 0

  /// Of the exponent; Excel's numbers end at 308.
  private static let maximumExponent = 400

  init() {
    digits.reserveCapacity(32)
  }

  /// Replaces this by the number that a text spells.
  ///
  /// - Returns: false when the text is no number.
  mutating func read(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    digits.removeAll(keepingCapacity: true)
    isNegative = false
    hasExponent = false
    point = 0
    var index = 0
    if index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
      isNegative = text[index] == UInt8(ascii: "-")
      index += 1
    }
    var count = 0
    var isBehindPoint = false
    while index < text.count {
      let byte = text[index]
      if byte &- 48 < 10 {
        count += 1
        if byte != 48 || !digits.isEmpty {
          digits.append(byte)
          if !isBehindPoint { point += 1 }
        } else if isBehindPoint {
          point -= 1
        }
      } else if byte == UInt8(ascii: "."), !isBehindPoint {
        isBehindPoint = true
      } else {
        break
      }
      index += 1
    }
    guard count > 0, let exponent = Self.exponent(text[index...]) else { return false }
    hasExponent = index < text.count
    trim()
    point = digits.isEmpty ? 0 : point + exponent
    return true
  }

  private static func exponent(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard let letter = text.first else { return 0 }
    guard letter == UInt8(ascii: "E") || letter == UInt8(ascii: "e") else { return nil }
    var rest = text.dropFirst()
    var isNegative = false
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest = rest.dropFirst()
    }
    guard !rest.isEmpty else { return nil }
    var value = 0
    for byte in rest {
      guard byte &- 48 < 10 else { return nil }
      value = value * 10 + Int(byte - 48)
      if value > maximumExponent { return nil }
    }
    return isNegative ? -value : value
  }

  private mutating func trim() {
    while digits.last == 48 { digits.removeLast() }
  }

  var isZero: Bool { digits.isEmpty }

  var isWhole: Bool { digits.count <= point || digits.isEmpty }

  /// Rounds to a number of significant digits, halves away from zero.
  mutating func round(toSignificant count: Int) {
    guard digits.count > count else { return }
    let roundsUp = digits[count] >= 53
    digits.removeLast(digits.count - count)
    if roundsUp {
      var index = count - 1
      while index >= 0, digits[index] == 57 {
        digits[index] = 48
        index -= 1
      }
      if index >= 0 {
        digits[index] += 1
      } else {
        digits.insert(49, at: 0)
        point += 1
      }
    }
    trim()
  }

  /// The number in binary, to about 16 digits.
  var value: Double {
    var mantissa = 0.0
    for digit in digits.prefix(18) { mantissa = mantissa * 10 + Double(digit - 48) }
    var exponent = point - min(digits.count, 18)
    while exponent > 0 {
      mantissa *= 10
      exponent -= 1
    }
    // One division, so that short fractions come out exactly rounded.
    var divisor = 1.0
    while exponent < 0 {
      divisor *= 10
      exponent += 1
      if divisor >= 1e22 {
        mantissa /= divisor
        divisor = 1
      }
    }
    mantissa /= divisor
    return isNegative ? -mantissa : mantissa
  }

  /// Appends the number without an exponent.
  func append(to output: inout [UInt8], decimalMark: UInt8) {
    if isNegative, !isZero { output.append(UInt8(ascii: "-")) }
    if point <= 0 { output.append(48) }
    for index in 0..<max(0, point) { output.append(index < digits.count ? digits[index] : 48) }
    guard !isWhole else { return }
    output.append(decimalMark)
    for _ in 0..<max(0, -point) { output.append(48) }
    output.append(contentsOf: digits[max(0, point)...])
  }

  /// Appends the digits of a whole number.
  func appendWhole(to output: inout [UInt8]) {
    if point <= 0 { output.append(48) }
    for index in 0..<max(0, point) { output.append(index < digits.count ? digits[index] : 48) }
  }
}
