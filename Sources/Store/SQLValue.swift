/// A value that is bound to a statement's parameter or read from a column.
package enum SQLValue: Sendable, Equatable {
  case null
  case int(Int64)
  case real(Double)
  case text(String)

  package init(_ text: String?) {
    self = text.map { .text($0) } ?? .null
  }

  package init(_ number: Int64?) {
    self = number.map { .int($0) } ?? .null
  }

  package init(_ number: Int?) {
    self = number.map { .int(Int64($0)) } ?? .null
  }

  /// The value as text, as SQLite would cast it; nil for NULL.
  package var text: String? {
    switch self {
    case .null: nil
    case .int(let number): String(number)
    case .real(let number): String(number)
    case .text(let text): text
    }
  }
}

extension SQLValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByNilLiteral
{
  package init(stringLiteral value: String) { self = .text(value) }
  package init(integerLiteral value: Int64) { self = .int(value) }
  package init(floatLiteral value: Double) { self = .real(value) }
  package init(nilLiteral: ()) { self = .null }
}
