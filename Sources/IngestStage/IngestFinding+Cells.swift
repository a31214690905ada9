import LeadModel
import Tabular

/// What the cells of a workbook's column have lost before the file was sent, one finding for all.
extension IngestFinding {
  /// The finding of a notice about a column.
  ///
  /// - Parameters:
  ///   - notice: what the reader found.
  ///   - headers: of the sheet's columns.
  ///   - fields: that take the columns, empty for none.
  /// - Returns: nil for other notices, and for columns that no field takes.
  static func cells(_ notice: TabularNotice, headers: [String], fields: [String]) -> Finding? {
    func finding(
      _ make: (ColumnCells) -> Finding, _ column: Int, _ count: Int
    ) -> Finding? {
      guard fields.indices.contains(column), !fields[column].isEmpty else { return nil }
      return make(
        ColumnCells(
          field: fields[column], header: headers[column], count: count,
          firstRow: notice.rowNumber))
    }
    return switch notice.kind {
    case .digitsLost(let column, let count): finding(digitsLost, column, count)
    case .numberShortened(let column, let count): finding(numberShortened, column, count)
    case .formulaWithoutValue(let column, let count): finding(formulaWithoutValue, column, count)
    case .missingText(let column, let count): finding(missingText, column, count)
    default: nil
    }
  }

  /// Cells of one column that have the same wrong with them.
  struct ColumnCells {
    let field: String
    let header: String
    let count: Int
    let firstRow: Int

    /// As in `column 'phone' row 7 and 2 more: `.
    var place: String {
      "column '\(header)' row \(firstRow)" + (count > 1 ? " and \(count - 1) more: " : ": ")
    }
  }

  /// ING030: numbers of more than 15 digits.
  static func digitsLost(_ cells: ColumnCells) -> Finding {
    Finding(
      code: "ING030", severity: .warn, field: cells.field,
      message: cells.place + "a number of more than 15 digits, of which spreadsheets keep 15: the "
        + "last ones may have become zeros; ask for the column as text")
  }

  /// ING031: numbers with no more digits than their scientific notation shows.
  static func numberShortened(_ cells: ColumnCells) -> Finding {
    Finding(
      code: "ING031", severity: .warn, field: cells.field,
      message: cells.place + "a long number that ends in zeros, as 4.91702E+11 does that was saved "
        + "the way it was shown: digits may be lost; ask for the column as text")
  }

  /// ING032: formulas without a result.
  static func formulaWithoutValue(_ cells: ColumnCells) -> Finding {
    Finding(
      code: "ING032", severity: .warn, field: cells.field,
      message: cells.place + "a formula whose result the file does not have, so the cell came out "
        + "empty; open the file in a spreadsheet program, save it and send it again")
  }

  /// ING033: references to texts that are not there.
  static func missingText(_ cells: ColumnCells) -> Finding {
    Finding(
      code: "ING033", severity: .warn, field: cells.field,
      message: cells.place + "a reference to a text that the file does not have, so the cell came "
        + "out empty; the file is damaged, ask for it again")
  }
}
