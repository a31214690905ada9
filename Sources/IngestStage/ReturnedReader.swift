import Bytes
import Rejects
import Tabular

/// Where the tokens stand among the first rows of a sheet.
struct TokenPlace {
  let column: Int
  let headerRow: Int
  /// The token that leads to the sheet: the header's, else a row's.
  let sheet: RejectToken?

  private static let rowsSearched = 60

  init?(in batch: CellBatch) {
    for row in 0..<min(batch.rowCount, Self.rowsSearched) {
      for column in (0..<batch.cellCount(row)).reversed() {
        // "LM-" is rare enough to look no further at other cells.
        let mayBe = batch.withCell(row, column) { cell in
          (11...64).contains(cell.count) && cell.contains { $0 | 0x20 == UInt8(ascii: "l") }
        }
        guard mayBe, let token = RejectToken(batch.string(row, column)) else { continue }
        switch token.subject {
        case .sheet: headerRow = row
        // Somebody cleared the header's cell: the header stands above the first row.
        case .row where row > 0: headerRow = row - 1
        case .row: continue
        }
        self.column = column
        sheet = token
        return
      }
    }
    return nil
  }
}

/// Takes the tokens off rows, and puts the cells into the supplier's order.
struct TokenStripper {
  let column: Int
  let columns: ReturnedColumns
  let tokens: RowTokens
  let firstRow: Int

  /// `isFirst`: the batch has the header; what stands above it goes. A row of which only the token
  /// is left was removed.
  func strip(_ batch: CellBatch, isFirst: Bool) -> CellBatch {
    var output = CellBatch()
    let start = isFirst ? firstRow : 0
    for row in start..<max(start, batch.rowCount) {
      let number = batch.rowNumber(row)
      let cells: [String]
      if isFirst, row == firstRow {
        cells = columns.header
      } else {
        cells = columns.cells(of: batch.strings(row), tokens: column)
        guard cells.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else { continue }
        if let token = RejectToken(batch.string(row, column)) { tokens.set(token, row: number) }
      }
      for cell in cells { output.appendCell(cell) }
      output.endRow(number: number)
    }
    return output
  }
}

/// Reads a sheet of a rejects workbook without its tokens.
final class ReturnedReader: TableReader {
  private let reader: any TableReader
  private let stripper: TokenStripper

  init(_ reader: any TableReader, _ stripper: TokenStripper) {
    self.reader = reader
    self.stripper = stripper
  }

  func next(_ batch: inout CellBatch) throws(TabularError) -> Bool {
    defer { batch = stripper.strip(batch, isFirst: false) }
    return try reader.next(&batch)
  }

  var notices: [TabularNotice] { reader.notices }
  var bytesRead: Int { reader.bytesRead }
}
