import Bytes
package import LeadModel

/// Reads counts such as a number of employees.
package enum IntegerReader {
  package struct Reading: Equatable, Sendable {
    package let value: Int64
    /// Whether a range, `>500` or `500+` was written; the value is its lower bound.
    package let isLowerBound: Bool
  }

  /// The count in a cell, nil when it holds none.
  ///
  /// A mark between one to three digits and three more groups thousands, whatever the decimal mark:
  /// a count has no decimals.
  package static func read(
    _ cell: UnsafeBufferPointer<UInt8>, mark: DecimalMark
  ) -> Reading? {
    guard cell.count <= DecimalReader.longest else { return nil }
    var text = cell
    var isLowerBound = false
    if let first = text.first, first == UInt8(ascii: ">") || first == UInt8(ascii: "~") {
      isLowerBound = true
      text = ASCII.trimmed(UnsafeBufferPointer(rebasing: text[1...]))
    }
    if let last = text.last, last == UInt8(ascii: "+") {
      isLowerBound = true
      text = ASCII.trimmed(UnsafeBufferPointer(rebasing: text[..<(text.count - 1)]))
    }
    if let dash = rangeDash(text) {
      let lower = ASCII.trimmed(UnsafeBufferPointer(rebasing: text[..<dash.lowerBound]))
      let upper = ASCII.trimmed(UnsafeBufferPointer(rebasing: text[dash.upperBound...]))
      guard let low = whole(lower, mark: mark), let high = whole(upper, mark: mark), low <= high
      else { return nil }
      return Reading(value: low, isLowerBound: true)
    }
    guard let value = whole(text, mark: mark) else { return nil }
    return Reading(value: value, isLowerBound: isLowerBound)
  }

  private static func whole(
    _ text: UnsafeBufferPointer<UInt8>, mark: DecimalMark
  ) -> Int64? {
    var small: Int64 = 0
    if !text.isEmpty, text.count < 10, text.allSatisfy(ASCII.isDigit) {
      for byte in text { small = small * 10 + Int64(byte - 48) }
      return small
    }
    guard let number = DecimalReader.read(text, mark: mark), !number.isNegative else { return nil }
    if number.mayBeGrouped { return number.digits }
    guard let value = number.scaled(by: 0) else { return nil }
    return WrittenDecimal(digits: value).scaled(by: number.decimals) == number.digits ? value : nil
  }

  /// A hyphen or en dash between two numbers.
  private static func rangeDash(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    for index in 1..<max(1, text.count) {
      if text[index] == UInt8(ascii: "-") { return index..<(index + 1) }
      if text[index] == 0xE2, index + 2 < text.count, text[index + 1] == 0x80,
        text[index + 2] == 0x93
      {
        return index..<(index + 3)
      }
    }
    return nil
  }
}
