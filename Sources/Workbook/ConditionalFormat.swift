/// A format that depends on the cell's value.
package enum ConditionalFormat: Sendable {
  package enum Comparison: Sendable {
    case equal, notEqual, greater, greaterOrEqual, less, lessOrEqual
  }

  /// A bar in the cell as long as its value; without limits, the least and greatest value of the
  /// range are the ends.
  case dataBar(Color, minimum: Double? = nil, maximum: Double? = nil)
  /// Colours from the least to the greatest value of the range.
  case twoColorScale(low: Color, high: Color)
  case threeColorScale(low: Color, middle: Color, high: Color)
  /// The style where a number compares so.
  case number(Comparison, Double, CellStyle)
  /// The style where a number lies between two, both included.
  case between(Double, Double, CellStyle)
  /// The style where the text contains this.
  case containing(String, CellStyle)
  /// The style where the text is exactly this.
  case text(String, CellStyle)
}
