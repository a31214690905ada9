import Bytes

/// The form of a date in digits, and what it says about the order of day and month.
struct DateShape {
  enum Order {
    /// Year first, or both numbers fit either.
    case ymd, dmy, mdy, unclear
  }

  let order: Order
  let hasTime: Bool

  /// Reads `2025-12-31`, `31.12.2025`, `12/31/25`, `20251231T120000Z` and the like, with or without
  /// a time; nil for anything else.
  static func read(_ cell: UnsafeBufferPointer<UInt8>) -> DateShape? {
    var numbers: (Int, Int, Int) = (0, 0, 0)
    var lengths: (Int, Int, Int) = (0, 0, 0)
    var separator: UInt8 = 0
    var index = 0
    for part in 0..<3 {
      let start = index
      var value = 0
      while index < cell.count, ASCII.isDigit(cell[index]), index - start < 5 {
        value = value * 10 + Int(cell[index] - 48)
        index += 1
      }
      let length = index - start
      guard length > 0 else { return nil }
      switch part {
      case 0: (numbers.0, lengths.0) = (value, length)
      case 1: (numbers.1, lengths.1) = (value, length)
      default: (numbers.2, lengths.2) = (value, length)
      }
      if part == 2 { break }
      guard index < cell.count else { return nil }
      let mark = cell[index]
      guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: ".") || mark == UInt8(ascii: "/"),
        separator == 0 || separator == mark
      else { return nil }
      separator = mark
      index += 1
    }
    guard let order = order(numbers, lengths, separator) else { return nil }
    if index == cell.count { return DateShape(order: order, hasTime: false) }
    let rest = cell[index...]
    guard rest[index] == 32 || rest[index] == UInt8(ascii: "T") || rest[index] == UInt8(ascii: ",")
    else { return nil }
    let hasTime = rest.contains(UInt8(ascii: ":")) && rest.count <= 32
    return hasTime ? DateShape(order: order, hasTime: true) : nil
  }

  private static func order(
    _ n: (Int, Int, Int), _ lengths: (Int, Int, Int), _ separator: UInt8
  ) -> Order? {
    if lengths.0 == 4 {
      guard (1000...2999).contains(n.0), (1...12).contains(n.1), (1...31).contains(n.2),
        lengths.1 <= 2, lengths.2 <= 2
      else { return nil }
      return .ymd
    }
    guard lengths.0 <= 2, lengths.1 <= 2, lengths.2 == 2 || lengths.2 == 4,
      (1...31).contains(n.0), (1...31).contains(n.1), n.0 <= 12 || n.1 <= 12
    else { return nil }
    if n.0 > 12 { return .dmy }
    if n.1 > 12 { return .mdy }
    // Points are written where the day comes first.
    return separator == UInt8(ascii: ".") ? .dmy : .unclear
  }

  /// Whether a month's name stands in it, as in `31 Dec 2025`.
  static func hasMonthName(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard (8...40).contains(cell.count) else { return false }
    let text = String(decoding: cell.map(ASCII.lowercased), as: UTF8.self)
    return text.split(whereSeparator: { !$0.isLetter }).contains { months.contains(String($0)) }
  }

  /// Names of the months and their usual short forms, in the seven languages of headers. Whole
  /// words: marketing is no March.
  private static let months: Set<String> = Set(
    """
    jan feb mar apr may jun jul aug sep sept oct nov dec mär mrz mai okt dez janv fév févr avr juin
    juil aoû déc ene abr ago dic gen mag giu lug set ott fev out mrt mei
    january february march april june july august september october november december
    januar jänner februar märz juni juli oktober dezember
    janvier février mars avril juillet août septembre octobre novembre décembre
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
    janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
    januari februari maart augustus
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
