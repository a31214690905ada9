extension TabularNotice: CustomStringConvertible {
  /// As in `row 3: a formula without a result in column E`; columns are those of the table as read.
  package var description: String {
    (rowNumber > 0 ? "row \(rowNumber): " : "") + "\(kind)"
  }
}

extension TabularNotice.Kind: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unclosedQuote: "the file ends inside of quotes"
    case .unendedLine: "the file ends in the middle of a line"
    case .invalidBytes(let count, _):
      count == 1
        ? "a byte that the encoding does not have"
        : "\(count) bytes that the encoding does not have"
    case .zeroBytes(let columns):
      "NUL characters in column " + columns.map { "\($0 + 1)" }.joined(separator: ", ")
    case .strayZeroBytes(let count, let offset):
      "\(count) NUL characters outside of the rows, the file's first one at byte \(offset)"
    case .mended(let repairs): repairs.map(\.description).joined(separator: ", ")
    case .footer(let rows):
      rows == 1 ? "left out below the table" : "\(rows) rows left out below the table"
    case .otherTable(let table): "another table of \(table.rows) rows, left out"
    case .headerAgain(let count, _, _):
      count == 1 ? "the header again, left out" : "the first of \(count) headers, left out"
    case .totals(let count, _):
      count == 1 ? "a sum, left out" : "the first of \(count) sums, left out"
    case .beside(let column, let rows):
      "\(rows) rows have something beside the table, from column \(SheetColumn.letters(column)) on"
    case .contactsLeftOut(let rows):
      (rows.count == 1 ? "has" : "is the first of \(rows.count) rows that have")
        + " an address or a number, left out"
    case .digitsLost(let column, let count):
      Self.cells(count, "a number of more than 15 digits", column)
    case .numberShortened(let column, let count):
      Self.cells(count, "a number that may have been shortened", column)
    case .formulaWithoutValue(let column, let count):
      Self.cells(count, "a formula without a result", column)
    case .missingText(let column, let count):
      Self.cells(count, "a text that the file does not have", column)
    case .repeatedRows(let count, let number):
      "stands twice, the second one is read as row \(number)"
        + (count > 1 ? "; so do \(count - 1) more" : "")
    case .hiddenRows(let count, let isSkipped):
      (count == 1 ? "is hidden" : "is the first of \(count) hidden rows")
        + (isSkipped ? ", left out" : ", read all the same")
    case .hiddenColumns(let first, let count, let isSkipped):
      "column \(SheetColumn.letters(first)) is "
        + (count == 1 ? "hidden" : "the first of \(count) hidden columns")
        + (isSkipped ? ", left out" : ", read all the same")
    case .totalsRow: "totals of a table, left out"
    case .mergedCells(let count, let isFilled):
      (count == 1 ? "merged cells" : "the first of \(count) ranges of merged cells")
        + (isFilled ? ", filled" : ", of which only the first has the value")
    }
  }

  private static func cells(_ count: Int, _ what: String, _ column: Int) -> String {
    "\(what) in column \(SheetColumn.letters(column))"
      + (count > 1 ? ", and \(count - 1) more" : "")
  }
}
