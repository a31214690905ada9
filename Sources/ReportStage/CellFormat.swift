import LeadModel
import Store
import Workbook

/// How a value of a query is shown.
enum CellFormat: String, CaseIterable {
  case text
  /// A whole number with thousands separators.
  case count
  /// A whole number without them: ids, years, row numbers.
  case number
  case decimal
  /// A share of 1, as a percentage.
  case percent
  /// Cents, shown as whole units.
  case money
  /// Seconds since the epoch, or an ISO text.
  case date
  case time

  /// The number format of the cell; nil for text.
  var numberFormat: String? {
    switch self {
    case .text: nil
    case .count, .money: "#,##0"
    case .number: "0"
    case .decimal: "#,##0.0"
    case .percent: "0.0%"
    case .date: "yyyy-mm-dd"
    case .time: "yyyy-mm-dd hh:mm"
    }
  }

  var isNumeric: Bool { self != .text }

  /// The typed value of a cell.
  func cell(_ value: SQLValue) -> CellValue {
    switch (self, value) {
    case (_, .null): .blank
    case (.text, .int(let number)): .integer(number)
    case (.money, .int(let cents)): .number(Double(cents) / 100)
    case (.money, .real(let cents)): .number((cents).rounded() / 100)
    case (.date, .int(let seconds)): .date(Timestamp(seconds: seconds).date)
    case (.time, .int(let seconds)): .time(Timestamp(seconds: seconds))
    case (.date, .text(let text)), (.time, .text(let text)):
      Timestamp(iso: text).map { self == .date ? .date($0.date) : .time($0) } ?? .text(text)
    case (_, .int(let number)): .integer(number)
    case (_, .real(let number)): CellValue(number)
    case (_, .text(let text)): .text(text)
    }
  }

  /// The value in words, for sentences and for the width of columns.
  func words(_ value: SQLValue) -> String {
    switch (self, value) {
    case (_, .null): "n/a"
    case (_, .text(let text)): text
    case (.count, .int(let number)): Self.grouped(number)
    case (.count, .real(let number)): Self.grouped(Int64(number.rounded()))
    case (.money, .int(let cents)): Self.grouped((Double(cents) / 100).rounded())
    case (.money, .real(let cents)): Self.grouped((cents / 100).rounded())
    case (.percent, .int(let number)): Self.fixed(Double(number) * 100, digits: 1) + "%"
    case (.percent, .real(let number)): Self.fixed(number * 100, digits: 1) + "%"
    case (.decimal, .int(let number)): Self.fixed(Double(number), digits: 1)
    case (.decimal, .real(let number)): Self.fixed(number, digits: 1)
    case (.date, .int(let seconds)): Timestamp(seconds: seconds).date.description
    case (.time, .int(let seconds)): String(Timestamp(seconds: seconds).description.prefix(16))
    case (_, .int(let number)): String(number)
    case (_, .real(let number)): Self.fixed(number, digits: 1)
    }
  }

  static func grouped(_ number: Double) -> String {
    number.magnitude < 9e15 ? grouped(Int64(number)) : String(number)
  }

  static func grouped(_ number: Int64) -> String {
    var text = String(number.magnitude)
    var index = text.count - 3
    while index > 0 {
      text.insert(",", at: text.index(text.startIndex, offsetBy: index))
      index -= 3
    }
    return number < 0 ? "-" + text : text
  }

  /// Fixed-point text, rounded half away from zero.
  static func fixed(_ number: Double, digits: Int) -> String {
    guard number.isFinite, number.magnitude < 1e12 else { return String(number) }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int64((number.magnitude * scale).rounded())
    let whole = scaled / Int64(scale)
    let fraction = String(scaled % Int64(scale))
    let sign = number < 0 && scaled != 0 ? "-" : ""
    if digits == 0 { return sign + grouped(whole) }
    return sign + grouped(whole) + "."
      + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}
