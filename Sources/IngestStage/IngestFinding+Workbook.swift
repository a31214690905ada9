import LeadModel
import Tabular

extension IngestFinding {
  /// What a workbook holds that a person does not see in it; nil for notices of other things.
  static func workbook(_ notice: TabularNotice) -> Finding? {
    switch notice.kind {
    case .hiddenRows(let count, let isSkipped):
      return hiddenRows(count, first: notice.rowNumber, isSkipped: isSkipped)
    case .hiddenColumns(_, let count, let isSkipped):
      return hiddenColumns(count, isSkipped: isSkipped)
    case .mergedCells(let count, let isFilled):
      return mergedCells(count, first: notice.rowNumber, isFilled: isFilled)
    default: return nil
    }
  }

  /// ING040: rows of the sheet are hidden.
  private static func hiddenRows(_ count: Int, first: Int, isSkipped: Bool) -> Finding {
    Finding(
      code: "ING040", severity: .warn, field: "",
      message: "\(count) rows are hidden in the sheet, the first is row \(first); they were "
        + (isSkipped ? "left out" : "read like the others")
        + "; hidden_rows in the mapping's 'xlsx' decides")
  }

  /// ING041: columns of the sheet are hidden.
  private static func hiddenColumns(_ count: Int, isSkipped: Bool) -> Finding {
    Finding(
      code: "ING041", severity: .info, field: "",
      message: "\(count) columns are hidden in the sheet; they were "
        + (isSkipped ? "left out" : "read like the others")
        + "; hidden_columns in the mapping's 'xlsx' decides")
  }

  /// ING042: cells of the sheet are merged.
  private static func mergedCells(_ count: Int, first: Int, isFilled: Bool) -> Finding {
    Finding(
      code: "ING042", severity: .info, field: "",
      message: "\(count) ranges of cells are merged, the first in row \(first); "
        + (isFilled
          ? "each cell of them got the value" : "only the first cell of each has the value")
        + "; merged_cells in the mapping's 'xlsx' decides")
  }

  /// ING043: the sheet that was read is hidden.
  static let hiddenSheet = Finding(
    code: "ING043", severity: .warn, field: "",
    message: "the sheet is hidden and was read; hidden_sheets in the mapping's 'xlsx' decides")
}
