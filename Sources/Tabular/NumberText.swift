import Glibc
import LeadModel

/// The text of a numeric cell, as a person sees it.
struct NumberText {
  let usesDates1904: Bool
  let decimalMark: UInt8
  private(set) var output: [UInt8] = []

  init(usesDates1904: Bool, decimalMark: UInt8) {
    self.usesDates1904 = usesDates1904
    self.decimalMark = decimalMark
    output.reserveCapacity(64)
  }

  /// Replaces `output` by the text of a number.
  ///
  /// - Parameters:
  ///   - raw: the number as the file spells it, as `4.9171E+11`.
  ///   - format: what the cell's style makes of it.
  mutating func render(_ raw: UnsafeBufferPointer<UInt8>, as format: NumberFormat) {
    output.removeAll(keepingCapacity: true)
    if format == .number, isWhole(raw) {
      output.append(contentsOf: raw)
      return
    }
    guard let value = parse(raw), value.isFinite else {
      output.append(contentsOf: raw)
      return
    }
    switch format {
    case .number:
      putNumber(plain(value))
    case .pattern(let pattern):
      let text = plain(value)
      if text.allSatisfy(\.isNumber) { put(pattern.text(text)) } else { putNumber(text) }
    case .date, .time, .dateAndTime, .span:
      if let text = serial(value, format) { put(text) } else { putNumber(plain(value)) }
    }
  }

  private mutating func put(_ text: String) {
    output.append(contentsOf: text.utf8)
  }

  private mutating func putNumber(_ text: String) {
    for byte in text.utf8 { output.append(byte == UInt8(ascii: ".") ? decimalMark : byte) }
  }

  /// Digits alone, which are the number whatever their count: Excel writes none of more than 15
  /// that it does not know, and of other programs these are long ids.
  private func isWhole(_ raw: UnsafeBufferPointer<UInt8>) -> Bool {
    guard (1...32).contains(raw.count) else { return false }
    return raw.allSatisfy { $0 &- 48 < 10 } && (raw[0] != 48 || raw.count == 1)
  }

  private func parse(_ raw: UnsafeBufferPointer<UInt8>) -> Double? {
    Double(String(decoding: raw, as: UTF8.self).trimmingSpaces())
  }

  /// Digits without exponent: whole numbers to 15 digits, as Excel keeps them, and beyond them the
  /// digits that identify the number.
  private func plain(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
    // Excel computes with 17 and shows at most 15 significant digits: 0.1 + 0.2 is 0.3.
    let rounded = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { buffer in
      withVaList([value]) { _ = vsnprintf(buffer.baseAddress, 32, "%.15g", $0) }
      return buffer.baseAddress.flatMap { Double(String(cString: $0)) } ?? value
    }
    return Self.withoutExponent("\(rounded)")
  }

  /// `1.5e-07` as `0.00000015`, `1.0e+20` as `100000000000000000000`.
  private static func withoutExponent(_ text: String) -> String {
    var body = text[...]
    let isNegative = body.first == "-"
    if isNegative { body = body.dropFirst() }
    let parts = body.split(whereSeparator: { $0 == "e" || $0 == "E" })
    guard let mantissa = parts.first else { return text }
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let pieces = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    var digits = String(pieces[0])
    let fraction = pieces.count > 1 && pieces[1] != "0" ? String(pieces[1]) : ""
    let point = digits.count + exponent
    digits += fraction
    if point >= digits.count {
      digits += String(repeating: "0", count: point - digits.count)
    } else if point > 0 {
      digits.insert(".", at: digits.index(digits.startIndex, offsetBy: point))
    } else {
      digits = "0." + String(repeating: "0", count: -point) + digits
    }
    return (isNegative ? "-" : "") + digits
  }

  /// A serial number of days as ISO 8601.
  ///
  /// Day 1 is 1900-01-01, and day 60 is a 29 February 1900 that never was; in the other system
  /// day 0 is 1904-01-01.
  private func serial(_ value: Double, _ format: NumberFormat) -> String? {
    guard value >= 0, value < 2_958_466 else { return nil }
    let seconds = Int64((value * 86_400).rounded())
    if format == .span {
      return "\(seconds / 3600):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    }
    let day = Int(seconds / 86_400)
    let clock = seconds % 86_400
    let time = "\(two(clock / 3600)):\(two(clock / 60 % 60)):\(two(clock % 60))"
    if format == .time, day == 0 { return time }
    // Days from 1970-01-01 to 1904-01-01 and to 1899-12-30, the day 0 that fits from 1900-03-01.
    let origin = usesDates1904 ? -24_107 : day < 60 ? -25_568 : -25_569
    if !usesDates1904, day == 60 { return format == .date ? "1900-02-29" : "1900-02-29T\(time)" }
    if !usesDates1904, day == 0 { return time }
    let date = CivilDate(daysSinceEpoch: origin + day)
    return format == .date ? "\(date)" : "\(date)T\(time)"
  }

  private func two(_ number: Int64) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

extension String {
  fileprivate func trimmingSpaces() -> Substring {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
