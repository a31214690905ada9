/// Notices in words, with their place.
extension TabularNotice: CustomStringConvertible {
  package var description: String { rowNumber > 0 ? "row \(rowNumber): \(text)" : text }

  private var text: String {
    switch kind {
    case .unclosedQuote: "the file ends inside quotes"
    case .unendedLine: "the last line does not end"
    case .invalidBytes(let count, let offsets):
      "\(count) places make no sense in the encoding, the first at byte \(offsets.first ?? 0)"
    case .zeroBytes(let columns):
      "NUL characters in column \(columns.map { "\($0 + 1)" }.joined(separator: ", "))"
    case .strayZeroBytes(let count, let offset):
      "\(count) NUL characters outside of rows, the file's first at byte \(offset)"
    case .mended(let repairs): repairs.map(\.description).joined(separator: ", ")
    case .footer(let rows): "\(rows) rows below the table were left out"
    case .otherTable(let rows): "another table begins; its \(rows) rows were left out"
    case .digitsLost(let column, let count):
      "\(count) numbers of more than 15 digits in column \(column + 1)"
    case .numberShortened(let column, let count):
      "\(count) numbers that were saved as they were shown in column \(column + 1)"
    case .formulaWithoutValue(let column, let count):
      "\(count) formulas without a result in column \(column + 1)"
    case .missingText(let column, let count):
      "\(count) references to texts that are not there in column \(column + 1)"
    case .repeatedRows(let count, let number):
      "\(count) rows have a number that another has; the first was read as row \(number)"
    case .hiddenRows(let count, let isSkipped):
      "\(count) hidden rows were \(isSkipped ? "left out" : "read")"
    case .hiddenColumns(_, let count, let isSkipped):
      "\(count) hidden columns were \(isSkipped ? "left out" : "read")"
    case .mergedCells(let count, _): "\(count) ranges of merged cells"
    }
  }
}
