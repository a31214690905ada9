/// Something irregular in a row that was read all the same; columns count from 1.
package enum TableRepair: Sendable, Equatable, CustomStringConvertible {
  /// A quote that is part of the text, though nothing marks it as such.
  case strayQuote(column: Int)
  /// Two cells without a delimiter between them; the column of the second.
  case missingDelimiter(column: Int)
  /// An empty cell too many before the column.
  case extraDelimiter(column: Int)
  /// A delimiter in the text of a cell without quotes.
  case mergedCell(column: Int)
  /// The row ends before the column.
  case missingCells(column: Int)
  /// The row has another delimiter than the file.
  case otherDelimiter
  /// A line break in the text of a cell without quotes.
  case lineBreak(column: Int)
  /// The whole row stands in quotes.
  case wrapped

  init(_ step: RowRepair.Step) {
    switch step {
    case .strayQuote(let column): self = .strayQuote(column: column + 1)
    case .missingDelimiter(let column): self = .missingDelimiter(column: column + 1)
    case .extraDelimiter(let column): self = .extraDelimiter(column: column + 1)
    case .mergedCell(let column): self = .mergedCell(column: column + 1)
    case .missingCells(let column): self = .missingCells(column: column + 1)
    case .otherDelimiter: self = .otherDelimiter
    case .lineBreak(let column): self = .lineBreak(column: column + 1)
    case .wrapped: self = .wrapped
    }
  }

  package var description: String {
    switch self {
    case .strayQuote(let column): "a stray quote in column \(column)"
    case .missingDelimiter(let column): "no delimiter before column \(column)"
    case .extraDelimiter(let column): "a delimiter too many before column \(column)"
    case .mergedCell(let column): "a delimiter in column \(column) without quotes"
    case .missingCells(let column): "nothing from column \(column) on"
    case .otherDelimiter: "another delimiter than the other rows"
    case .lineBreak(let column): "a line break in column \(column) without quotes"
    case .wrapped: "quotes around all of it"
    }
  }
}
