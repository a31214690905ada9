/// In which order a supplier writes day, month and year.
package enum DateOrder: String, CaseIterable, Sendable {
  case dmy, mdy, ymd
}
