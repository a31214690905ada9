package import LeadModel

/// What one cell holds.
///
/// There is no formula case on purpose: text that came from a file must never become one, so text
/// is always stored as a string, whatever its first character.
package enum CellValue: Sendable, Equatable {
  case text(String)
  case integer(Int64)
  case number(Double)
  case boolean(Bool)
  /// A day or an instant in UTC; shown by the format, ISO 8601 unless the style says otherwise.
  case date(CivilDate)
  case time(Timestamp)
  case blank

  /// Text, or an empty cell for nil.
  package init(_ text: String?) {
    self = text.map(CellValue.text) ?? .blank
  }

  /// A whole number, or an empty cell for nil.
  package init(_ number: Int64?) {
    self = number.map(CellValue.integer) ?? .blank
  }

  package init(_ number: Int) {
    self = .integer(Int64(number))
  }

  /// A number, or an empty cell for nil; an infinite or undefined one is an empty cell too.
  package init(_ number: Double?) {
    guard let number, number.isFinite else {
      self = .blank
      return
    }
    self = .number(number)
  }
}

extension CellValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral
{
  package init(stringLiteral value: String) { self = .text(value) }
  package init(integerLiteral value: Int64) { self = .integer(value) }
  package init(floatLiteral value: Double) { self = .number(value) }
}
