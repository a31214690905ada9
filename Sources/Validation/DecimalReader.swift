import Bytes
import LeadModel

/// An exact decimal number as it was written: digits, and how many of them are decimals.
struct WrittenDecimal: Equatable {
  var isNegative = false
  /// The digits without the mark, as a number.
  var digits: Int64 = 0
  var decimals = 0

  /// Whether the mark may as well group thousands: one to three digits before it, three behind.
  var mayBeGrouped: Bool { decimals == 3 && (1..<1000).contains(digits / 1000) }

  /// A decimal by its place, from 1.
  func digit(_ place: Int) -> Int64 {
    (0..<(decimals - place)).reduce(digits) { rest, _ in rest / 10 } % 10
  }

  /// The number times 10 to the power of `scale`, rounded half away from zero; nil on overflow.
  func scaled(by scale: Int) -> Int64? {
    var value = digits
    var shift = scale - decimals
    while shift > 0 {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
      shift -= 1
    }
    if shift < 0 {
      guard shift > -18 else { return nil }
      var divisor: Int64 = 1
      for _ in 0..<(-shift) { divisor *= 10 }
      let rest = value % divisor
      value /= divisor
      if rest >= divisor - rest { value += 1 }
    }
    return isNegative ? -value : value
  }
}

/// Reads numbers as spreadsheets print them.
enum DecimalReader {
  /// Bytes of a cell beyond which it is no number.
  static let longest = 128

  /// Reads digits with an optional sign, grouping and decimals; nil for anything else.
  ///
  /// Groups are of three digits behind the other mark, an apostrophe, a space, or a no-break space.
  /// When the mark that the mapping states occurs in a way that only grouping explains (`1.234.567`,
  /// or `1,234.50` where a comma was stated), the number is read the only way it can be.
  static func read(_ text: UnsafeBufferPointer<UInt8>, mark: DecimalMark) -> WrittenDecimal? {
    var bytes = text
    var number = WrittenDecimal()
    if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      number.isNegative = first == UInt8(ascii: "-")
      bytes = ASCII.trimmed(UnsafeBufferPointer(rebasing: bytes[1...]))
    } else if let last = bytes.last, last == UInt8(ascii: "-") {
      number.isNegative = true
      bytes = ASCII.trimmed(UnsafeBufferPointer(rebasing: bytes[..<(bytes.count - 1)]))
    } else if bytes.count > 2, bytes[0] == UInt8(ascii: "("), bytes.last == UInt8(ascii: ")") {
      number.isNegative = true
      bytes = ASCII.trimmed(UnsafeBufferPointer(rebasing: bytes[1..<(bytes.count - 1)]))
    }
    guard let first = bytes.first, let last = bytes.last, ASCII.isDigit(last) else { return nil }
    let decimalByte = actualMark(bytes, stated: mark)
    guard ASCII.isDigit(first) || first == decimalByte else { return nil }
    return digits(bytes, decimalByte: decimalByte, into: number)
  }

  /// The mark that parts decimals in this number, nil when there is none.
  private static func actualMark(
    _ bytes: UnsafeBufferPointer<UInt8>, stated: DecimalMark
  ) -> UInt8? {
    let point = UInt8(ascii: ".")
    let comma = UInt8(ascii: ",")
    var points = 0
    var commas = 0
    var last: UInt8 = 0
    for byte in bytes {
      if byte == point { points += 1 }
      if byte == comma { commas += 1 }
      if byte == point || byte == comma { last = byte }
    }
    if points > 0, commas > 0 { return last }
    let count = stated == .point ? points : commas
    return count == 1 ? (stated == .point ? point : comma) : nil
  }

  private static func digits(
    _ bytes: UnsafeBufferPointer<UInt8>, decimalByte: UInt8?, into number: WrittenDecimal
  ) -> WrittenDecimal? {
    var number = number
    var groupLength = 0
    var sawGroup = false
    var inDecimals = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if ASCII.isDigit(byte) {
        let (shifted, tooLong) = number.digits.multipliedReportingOverflow(by: 10)
        let (sum, tooLarge) = shifted.addingReportingOverflow(Int64(byte - 48))
        guard !tooLong, !tooLarge else { return nil }
        number.digits = sum
        groupLength += 1
        if inDecimals { number.decimals += 1 }
        continue
      }
      guard !inDecimals else { return nil }
      if byte == decimalByte {
        if sawGroup, groupLength != 3 { return nil }
        inDecimals = true
        continue
      }
      guard let width = groupMarkWidth(bytes, at: index - 1) else { return nil }
      index += width - 1
      guard sawGroup ? groupLength == 3 : (1...3).contains(groupLength) else { return nil }
      sawGroup = true
      groupLength = 0
    }
    if sawGroup, !inDecimals, groupLength != 3 { return nil }
    return number
  }

  /// Bytes of the grouping mark at an index: a point, comma, apostrophe, space, or U+00A0, U+2009,
  /// U+202F, U+2019.
  private static func groupMarkWidth(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    switch bytes[index] {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "'"), 32: return 1
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: return 2
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
      let third = bytes[index + 2]
      return third == 0x89 || third == 0xAF || third == 0x99 ? 3 : nil
    default: return nil
    }
  }
}
