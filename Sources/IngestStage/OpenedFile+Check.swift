import Bytes
import Tabular

extension OpenedFile {
  /// Reads a workbook to its end before any of its rows is taken: what is wrong with it may stand
  /// behind a million good rows, and half a workbook is worse than none.
  ///
  /// Text files are not read twice: the rows before their damage are taken back.
  ///
  /// - Returns: the sheet that cannot be read to its end, and why; nil where all can.
  func damage() -> (sheet: Sheet, error: TabularError)? {
    guard table.format == .xlsx else { return nil }
    for sheet in sheets {
      guard let index = table.sheets.firstIndex(where: { $0.name == sheet.name }) else { continue }
      do throws(TabularError) {
        let reader = try table.makeReader(sheet: index)
        var batch = CellBatch()
        while try reader.next(&batch) {}
      } catch {
        return (sheet, error)
      }
    }
    return nil
  }
}
