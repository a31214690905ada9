/// Numbers that a spreadsheet has cut, so that different ones look alike: they identify nothing.
package enum CutNumber {
  /// Whether a text is what a spreadsheet writes for a long number: `1.23457E+14`, `1,23457E+14`, or
  /// digits of which those behind the fifteenth have become zeros, two or more.
  ///
  /// - Source: IEEE 754 double precision keeps 15 decimal digits; ECMA-376 part 1, 18.8.30, the
  ///   General format shows eleven characters.
  package static func isCut(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, ASCII.isDigit(first) else { return false }
    if let e = text.lastIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
      return isScientific(text, exponentAt: e)
    }
    return text.count >= 17 && text.allSatisfy(ASCII.isDigit)
      && text[15...].allSatisfy { $0 == UInt8(ascii: "0") }
  }

  private static func isScientific(
    _ text: UnsafeBufferPointer<UInt8>, exponentAt e: Int
  ) -> Bool {
    let (mantissa, exponent) = (text[..<e], text[(e + 1)...])
    guard exponent.first == UInt8(ascii: "+"), (2...4).contains(exponent.count),
      exponent.dropFirst().allSatisfy(ASCII.isDigit)
    else { return false }
    let marks = mantissa.filter { !ASCII.isDigit($0) }
    return marks.isEmpty
      || marks.count == 1 && mantissa.count > 2
        && [UInt8(ascii: "."), UInt8(ascii: ",")].contains(mantissa[1])
  }
}
