import Bytes
package import LeadModel

/// Why a cell is no date.
package enum DateFault: Equatable, Sendable {
  /// It has not the form of one.
  case notADate
  /// It is one in another order of day, month and year.
  case otherOrder
  /// What a database or spreadsheet writes for nothing: `0000-00-00`, `1900-01-00`.
  case zero
  /// There is no such month.
  case month(Int)
  /// The month has not so many days.
  case day(Int, month: Int, year: Int)
  /// The clock shows no such time.
  case time

  /// Looks into a cell that `DateReader` does not read.
  ///
  /// - Parameters:
  ///   - cell: the cell.
  ///   - order: as the supplier states it; nil when nothing is stated.
  /// - Returns: the first thing wrong with it.
  package static func of(_ cell: UnsafeBufferPointer<UInt8>, order: DateOrder?) -> DateFault {
    DateWording.withPlain(cell) { fault($0, order: order) }
  }

  private static func fault(_ cell: UnsafeBufferPointer<UInt8>, order: DateOrder?) -> DateFault {
    let others = DateOrder.allCases.filter { $0 != order }
    if order != nil, others.contains(where: { DateReader.scan(cell, order: $0) != nil }) {
      return .otherOrder
    }
    var found: (parts: DateScanner.Parts, rest: Slice<UnsafeBufferPointer<UInt8>>)?
    for order in [order ?? .dmy, .dmy, .mdy] where found == nil {
      var scanner = DateScanner(cell)
      guard let parts = scanner.parts(order: order) else { continue }
      let rest = scanner.text[scanner.index...]
      // A longer number is none that begins with a date.
      if let next = rest.first, ASCII.isDigit(next) { continue }
      found = (parts, rest)
    }
    guard let (parts, rest) = found else { return .notADate }
    guard rest.allSatisfy({ isOfTime($0) }) else { return .notADate }
    if parts.day == 0, parts.month == 0 || parts.year <= 1900 { return .zero }
    if !(1...12).contains(parts.month) { return .month(parts.month) }
    if parts.date == nil { return .day(parts.day, month: parts.month, year: parts.year) }
    return rest.isEmpty ? .notADate : .time
  }

  /// Digits, and what stands between those of a time of day and its offset.
  private static func isOfTime(_ byte: UInt8) -> Bool {
    ASCII.isDigit(byte) || [32, 43, 44, 45, 46, 58].contains(byte)
      || [
        UInt8(ascii: "t"), UInt8(ascii: "z"), UInt8(ascii: "a"), UInt8(ascii: "p"),
        UInt8(ascii: "m"),
      ].contains(byte | 0x20)
  }

  /// What is wrong, after the quoted cell.
  package var explanation: String {
    switch self {
    case .notADate: "is no date"
    case .otherOrder: "is no date in the order that the mapping states"
    case .zero: "is what a program writes for no date"
    case .month(let month): "is no day: there is no month \(month)"
    case .day(let day, let month, let year):
      day == 0
        ? "is no day: months begin with day 1"
        : "is no day: \(Self.months[month - 1]) \(year) has "
          + "\(CivilDate.daysIn(month: month, year: year)) days"
    case .time: "begins with a date, and what follows is no time of day"
    }
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
