import LeadModel
import Tabular

extension IngestFinding {
  /// What a workbook holds that a person does not see in it; nil for notices of other things.
  static func workbook(_ notice: TabularNotice) -> Finding? {
    switch notice.kind {
    case .hiddenRows(let count, let isSkipped):
      return hiddenRows(count, first: notice.rowNumber, isSkipped: isSkipped)
    case .repeatedRows(let count, let number):
      return repeatedRows(count, first: notice.rowNumber, number: number)
    case .hiddenColumns(let first, let count, let isSkipped):
      return hiddenColumns(count, first: first, isSkipped: isSkipped)
    case .mergedCells(let count, let isFilled):
      return mergedCells(count, first: notice.rowNumber, isFilled: isFilled)
    case .totalsRow: return totalsRow(notice.rowNumber)
    default: return nil
    }
  }

  /// ING034: rows that say to be the same row of the sheet.
  private static func repeatedRows(_ count: Int, first: Int, number: Int) -> Finding {
    Finding(
      code: "ING034", severity: .warn, field: "",
      message: "row \(first) stands twice in the sheet"
        + (count > 1 ? ", and \(count - 1) more rows do" : "")
        + "; both were read, the second one as row \(number); open the file in a spreadsheet "
        + "program, see whether one of them is wrong, save it and send it again"
    )
  }

  /// ING040: rows of the sheet are hidden.
  private static func hiddenRows(_ count: Int, first: Int, isSkipped: Bool) -> Finding {
    Finding(
      code: "ING040", severity: .warn, field: "",
      message: (count == 1
        ? "row \(first) is hidden in the sheet; it was "
        : "\(count) rows are hidden in the sheet, the first is row \(first); they were ")
        + (isSkipped ? "left out" : "read like the others")
        + "; hidden_rows in the mapping's 'xlsx' decides")
  }

  /// ING041: columns of the sheet are hidden.
  private static func hiddenColumns(_ count: Int, first: Int, isSkipped: Bool) -> Finding {
    Finding(
      code: "ING041", severity: .info, field: "",
      message: (count == 1
        ? "column \(SheetColumn.letters(first)) is hidden in the sheet; it was "
        : "\(count) columns are hidden in the sheet, the first is \(SheetColumn.letters(first)); "
          + "they were ")
        + (isSkipped ? "left out" : "read like the others")
        + "; hidden_columns in the mapping's 'xlsx' decides")
  }

  /// ING042: cells of the sheet are merged.
  private static func mergedCells(_ count: Int, first: Int, isFilled: Bool) -> Finding {
    Finding(
      code: "ING042", severity: .info, field: "",
      message: (count == 1
        ? "a range of cells is merged in row \(first); "
        : "\(count) ranges of cells are merged, the first in row \(first); ")
        + (isFilled
          ? "each cell of them got the value" : "only the first cell of each has the value")
        + "; merged_cells in the mapping's 'xlsx' decides")
  }

  /// ING044: totals below a table.
  private static func totalsRow(_ row: Int) -> Finding {
    Finding(
      code: "ING044", severity: .info, field: "",
      message: "row \(row) holds the totals of a table of the workbook and was left out")
  }

  /// ING043: the sheet that was read is hidden.
  static let hiddenSheet = Finding(
    code: "ING043", severity: .warn, field: "",
    message: "the sheet is hidden and was read; hidden_sheets in the mapping's 'xlsx' decides")
}
