import LeadModel

/// The text of a numeric cell, as a person sees it.
struct NumberText {
  /// What may have been lost before the file was written.
  enum Loss: Sendable {
    /// More digits than the 15 that Excel keeps: the last ones may have become zeros.
    case digits
    /// Spelled like `4.91702E+11`, with no more digits than Excel shows of such a number.
    case shortened
  }

  let usesDates1904: Bool
  let decimalMark: UInt8
  private(set) var output: [UInt8] = []
  private(set) var loss: Loss?
  private var spelling = NumberSpelling()
  private var wholeDigits: [UInt8] = []

  /// - Source: ECMA-376 part 1, 18.17.2.2 and IEEE 754: a number has 15 digits for certain.
  private static let certainDigits = 15
  /// Digits that the format General shows of a number of twelve digits or more.
  private static let shownDigits = 6

  init(usesDates1904: Bool, decimalMark: UInt8) {
    self.usesDates1904 = usesDates1904
    self.decimalMark = decimalMark
    output.reserveCapacity(64)
  }

  /// Replaces `output` by the text of a number, and `loss` by what it looks like.
  ///
  /// - Parameters:
  ///   - raw: the number as the file spells it, as `4.9171E+11`.
  ///   - format: what the cell's style makes of it.
  mutating func render(_ raw: UnsafeBufferPointer<UInt8>, as format: NumberFormat) {
    output.removeAll(keepingCapacity: true)
    loss = nil
    let text = Self.trimmed(raw)
    guard spelling.read(text) else {
      output.append(contentsOf: text)
      return
    }
    let section = format.isUniform ? format.first : format.section(for: spelling.value)
    switch section.meaning {
    case .number: number()
    case .pattern(let pattern):
      if spelling.isNegative || !spelling.isWhole { return number() }
      loss = wholeLoss()
      wholeDigits.removeAll(keepingCapacity: true)
      spelling.appendWhole(to: &wholeDigits)
      pattern.append(wholeDigits, to: &output)
    case .date, .time, .dateAndTime, .span, .moment:
      if !serial(section) { number() }
    }
  }

  /// Whether a text is a number that needs no rendering when its format makes nothing of it: digits
  /// as they are shown, no more than are certain.
  static func isPlain(_ raw: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    let count = raw.count
    if count > 0, raw[0] == UInt8(ascii: "-") { index = 1 }
    guard count > index, count - index <= certainDigits else { return false }
    // A leading zero stands alone, and none is negative.
    if raw[index] == 48 { return count == 1 }
    while index < count {
      guard raw[index] &- 48 < 10 else { return false }
      index += 1
    }
    return true
  }

  /// Digits without exponent: of whole numbers all, of others those that are certain, which are as
  /// many as Excel shows: 0.1 + 0.2 is 0.3.
  private mutating func number() {
    if spelling.isWhole {
      loss = wholeLoss()
    } else {
      spelling.round(toSignificant: Self.certainDigits)
    }
    spelling.append(to: &output, decimalMark: decimalMark)
  }

  private func wholeLoss() -> Loss? {
    if spelling.point > Self.certainDigits { return .digits }
    let isShortened =
      spelling.hasExponent && spelling.point > 11
      && (Self.shownDigits - 1...Self.shownDigits).contains(spelling.digits.count)
    return isShortened ? .shortened : nil
  }

  /// A serial number of days as ISO 8601.
  ///
  /// Day 1 is 1900-01-01, and day 60 is a 29 February 1900 that never was; in the other system
  /// day 0 is 1904-01-01. Days end with the year 9999.
  ///
  /// - Source: ECMA-376 part 1, 18.17.4.1 (dates as numbers of days) and 18.17.4.3.
  private mutating func serial(_ section: NumberFormat.Section) -> Bool {
    let lastDay = usesDates1904 ? 2_957_003 : 2_958_465
    let value = spelling.value
    guard value >= 0, value < Double(lastDay + 1) else { return false }
    var scale = 1
    for _ in 0..<section.secondDigits { scale *= 10 }
    let units = Int((value * 86_400 * Double(scale)).rounded())
    let seconds = units / scale
    let fraction = units % scale
    let day = seconds / 86_400
    guard day <= lastDay else { return false }
    var meaning = section.meaning
    if meaning == .moment {
      meaning = units % (86_400 * scale) == 0 ? .date : day == 0 ? .time : .dateAndTime
    }
    if meaning == .span {
      append(seconds / 3600)
      clock(seconds, from: 1)
    } else if day == 0, meaning == .time || !usesDates1904 {
      clock(seconds, from: 0)
    } else {
      date(day)
      if meaning == .date { return true }
      output.append(UInt8(ascii: "T"))
      clock(seconds % 86_400, from: 0)
    }
    if fraction > 0 {
      output.append(UInt8(ascii: "."))
      append(fraction, digits: section.secondDigits)
    }
    return true
  }

  /// Hours (from 0), minutes and seconds of a day, each with two digits.
  private mutating func clock(_ seconds: Int, from first: Int) {
    if first == 0 { append(seconds / 3600, digits: 2) }
    output.append(UInt8(ascii: ":"))
    append(seconds / 60 % 60, digits: 2)
    output.append(UInt8(ascii: ":"))
    append(seconds % 60, digits: 2)
  }

  private mutating func date(_ day: Int) {
    if !usesDates1904, day == 60 {
      output.append(contentsOf: "1900-02-29".utf8)
      return
    }
    // Days from 1970-01-01 to 1904-01-01 and to 1899-12-30, the day 0 that fits from 1900-03-01.
    let origin = usesDates1904 ? -24_107 : day < 60 ? -25_568 : -25_569
    let date = CivilDate(daysSinceEpoch: origin + day)
    append(date.year, digits: 4)
    output.append(UInt8(ascii: "-"))
    append(date.month, digits: 2)
    output.append(UInt8(ascii: "-"))
    append(date.day, digits: 2)
  }

  private mutating func append(_ number: Int, digits: Int) {
    var power = 1
    for _ in 1..<digits { power *= 10 }
    while power > 0 {
      output.append(UInt8(48 + number / power % 10))
      power /= 10
    }
  }

  private mutating func append(_ number: Int) {
    if number >= 10 { append(number / 10) }
    output.append(UInt8(48 + number % 10))
  }

  private static func trimmed(
    _ raw: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = raw.count
    while start < end, raw[start] <= 32 { start += 1 }
    while end > start, raw[end - 1] <= 32 { end -= 1 }
    return UnsafeBufferPointer(rebasing: raw[start..<end])
  }
}
