import Bytes
import Export
import LeadModel
import Tabular

/// A sheet of a review workbook that came back: which of its rows carry decisions, and where.
struct ReviewedSheet {
  /// Headers of columns without which nothing is decided, that somebody renamed or took out.
  let missing: [String]
  private let headerRow: Int
  /// Columns that are read, with their places among the fields.
  private let columns: [Int]
  private let lead: Int
  /// A row counts when one of these is filled in: pairs that nobody decided stay open.
  private let said: [Int]

  private static let rowsSearched = 30

  /// - Returns: nil for any other sheet, also for one of decisions that were exported, of whose rows
  ///   each is one.
  init?(_ batch: CellBatch) {
    for row in 0..<min(batch.rowCount, Self.rowsSearched) {
      let cells = batch.strings(row)
      guard let file = ExportedFile(header: cells), file.kind == .linkDecision,
        cells.contains(where: { $0.lowercased().contains("waterfall") })
      else { continue }
      missing = ["Decision", "lead", "other_lead"].filter {
        !file.fields.contains($0.lowercased())
      }
      let lead = file.fields.firstIndex(of: "lead") ?? 0
      headerRow = row
      columns = file.fields.indices.filter { !file.fields[$0].isEmpty }
      self.lead = lead
      said = file.fields.indices.filter { ["decision", "comment"].contains(file.fields[$0]) }
      return
    }
    return nil
  }

  /// The rows with decisions, in the columns that are read. `isFirst`: the batch has the header.
  func strip(_ batch: CellBatch, isFirst: Bool) -> CellBatch {
    var output = CellBatch()
    let start = isFirst ? headerRow : 0
    for row in start..<max(start, batch.rowCount) {
      let isHeader = isFirst && row == headerRow
      guard
        isHeader || isFilled(batch, row, lead) && said.contains(where: { isFilled(batch, row, $0) })
      else { continue }
      for column in columns {
        if column < batch.cellCount(row) {
          batch.withCell(row, column) { output.appendCell($0) }
        } else {
          output.appendCell("")
        }
      }
      output.endRow(number: batch.rowNumber(row))
    }
    return output
  }

  private func isFilled(_ batch: CellBatch, _ row: Int, _ column: Int) -> Bool {
    column < batch.cellCount(row)
      && batch.withCell(row, column) { !ASCII.trimmed($0).isEmpty }
  }
}

/// Reads the decisions of a review workbook.
final class ReviewedReader: TableReader {
  private let reader: any TableReader
  private let sheet: ReviewedSheet

  init(_ reader: any TableReader, _ sheet: ReviewedSheet) {
    self.reader = reader
    self.sheet = sheet
  }

  func next(_ batch: inout CellBatch) throws(TabularError) -> Bool {
    defer { batch = sheet.strip(batch, isFirst: false) }
    return try reader.next(&batch)
  }

  /// What is hidden, and how the sheet is laid out, is ours.
  var notices: [TabularNotice] { reader.notices.filter(\.isAboutContent) }
  var bytesRead: Int { reader.bytesRead }
}
