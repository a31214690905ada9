/// The order in which a supplier writes the parts of a numeric date such as `03/04/2026`.
package enum DateOrder: String, CaseIterable, Sendable, Hashable {
  case dmy, mdy, ymd
}

/// The sign between the whole and the fraction of a supplier's numbers.
package enum DecimalMark: String, CaseIterable, Sendable, Hashable {
  case point, comma
}
