/// Amounts as exports write them: whole cents, a point, two decimals.
enum DecimalText {
  /// Appends `-1234.50`.
  static func append(cents: Int64, to output: inout [UInt8]) {
    if cents < 0 { output.append(UInt8(ascii: "-")) }
    append(cents.magnitude / 100, to: &output)
    output.append(UInt8(ascii: "."))
    output.append(48 + UInt8(cents.magnitude / 10 % 10))
    output.append(48 + UInt8(cents.magnitude % 10))
  }

  static func append(_ number: Int64, to output: inout [UInt8]) {
    if number < 0 { output.append(UInt8(ascii: "-")) }
    append(number.magnitude, to: &output)
  }

  private static func append(_ number: UInt64, to output: inout [UInt8]) {
    let start = output.count
    var rest = number
    repeat {
      output.append(48 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    output[start...].reverse()
  }

  /// Reads `1234`, `-1234.5` or `1234.50`; nil for anything else.
  static func cents(_ text: some StringProtocol) -> Int64? {
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0).split(
      separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let digits = parts.count == 2 ? String(parts[1]) : ""
    // Zeros behind the cents, as a spreadsheet may write them, say nothing.
    guard let first = parts.first, let units = UInt64(first), first.first != "+",
      digits.utf8.allSatisfy({ (48...57).contains($0) }),
      digits.dropFirst(2).allSatisfy({ $0 == "0" }),
      let fraction = UInt64((digits + "00").prefix(2))
    else { return nil }
    let (whole, overflows) = units.multipliedReportingOverflow(by: 100)
    guard !overflows, let magnitude = Int64(exactly: whole), let sum = Int64(exactly: fraction)
    else { return nil }
    let (total, isTooMuch) = magnitude.addingReportingOverflow(sum)
    return isTooMuch ? nil : isNegative ? -total : total
  }
}
