import Bytes
import ColumnMapping
import LeadModel
import Tabular

/// What stands above the header of a table: titles, or a table of its own.
struct TableAbove {
  /// The texts of the rows, with their numbers.
  private(set) var lines: [(row: Int, text: String)] = []
  private(set) var table: OtherTable?

  private static let fewestRows = 2

  /// Looks at the first rows of a sheet, up to the position of the header.
  init(_ batch: CellBatch, upTo end: Int, matcher: ColumnMatcher) {
    for row in 0..<min(end, batch.rowCount) {
      let cells = batch.strings(row).filter { !$0.allSatisfy(\.isWhitespace) }
      lines.append((batch.rowNumber(row), cells.joined(separator: " ")))
    }
    for row in 0..<min(end, batch.rowCount) {
      table = Self.table(at: row, batch, end, matcher)
      if table != nil { return }
    }
  }

  /// The table whose header a row is: different words, none of which asks for a value beside it, and
  /// rows of the same columns right below.
  private static func table(
    at row: Int, _ batch: CellBatch, _ end: Int, _ matcher: ColumnMatcher
  ) -> OtherTable? {
    let columns = filled(batch, row)
    let names = columns.map { batch.string(row, $0) }
    guard columns.count > 1, Set(names).count == names.count,
      names.allSatisfy({ !HeaderRow.looksLikeValue($0) && !$0.hasSuffix(":") })
    else { return nil }
    var last = row
    while last + 1 < end, batch.rowNumber(last + 1) == batch.rowNumber(last) + 1,
      filled(batch, last + 1).count > 1, columns.contains(filled(batch, last + 1))
    {
      last += 1
    }
    guard last - row >= fewestRows else { return nil }
    let values = columns.contains { column in
      (row + 1...last).allSatisfy { HeaderRow.looksLikeValue(batch.string($0, column)) }
    }
    let asHeader = matcher.row(names)
    let known = RecordKind.guessed.map { matcher.recognised(asHeader, kind: $0).count }.max() ?? 0
    guard values || known >= columns.count else { return nil }
    var table = OtherTable(header: batch.strings(row), headerRow: batch.rowNumber(row))
    (table.rows, table.lastRow, table.isAbove) = (last - row, batch.rowNumber(last), true)
    return table
  }

  private static func filled(_ batch: CellBatch, _ row: Int) -> [Int] {
    (0..<batch.cellCount(row)).filter { column in
      batch.withCell(row, column) { !ASCII.trimmed($0).isEmpty }
    }
  }
}
