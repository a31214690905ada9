import Bytes
import ColumnMapping
import LeadModel
import Tabular

/// The beginning of a sheet: what its header is looked for in.
struct SheetHead {
  let name: String
  let reader: any TableReader
  /// The first rows; the reader goes on below them.
  let batch: CellBatch
  /// Those that may be the header, as text.
  private(set) var rows: [[String]]
  /// Set when the rows are rejected ones that came back.
  var returned: ReturnedSheet?
  /// Numbers of the header's rows as far as the file tells; none when it tells nothing.
  private var headerRows = 0..<0
  /// Whether the first of `rows` was made up, because the file has no header.
  var isHeaderless = false
  /// What may stand around the table: nothing where somebody said what to read.
  private var around = Around()

  private struct Around {
    var isLookedFor = false
    var findsNotes = false
    var isWorkbook = false
  }

  /// Of the sheet that the rows came with first.
  var knownName: String { returned?.originName ?? name }

  /// Rows that values are judged by: enough to know a column by, and quickly read.
  static let profiledRows = 300

  init(
    name: String, reader: any TableReader, batch: CellBatch, rows: [[String]],
    returned: ReturnedSheet?
  ) {
    self.name = name
    self.reader = reader
    self.batch = batch
    self.rows = rows
    self.returned = returned
  }

  init(index: Int, reader: any TableReader, of table: TableFile) throws(TabularError) {
    let name = table.sheets[index].name
    var batch = CellBatch()
    _ = try reader.next(&batch)
    let searched = table.headerIsFirstRow ? 1 : MappingChooser.headerSearchRows
    let rows = (0..<min(batch.rowCount, searched)).map { batch.strings($0) }
    self.init(name: name, reader: reader, batch: batch, rows: rows, returned: nil)
    around = Around(
      isLookedFor: !table.isExactArea, findsNotes: table.findsNotes,
      isWorkbook: table.format == .xlsx)
    let dialect = table.dialect
    if let dialect {
      let above = dialect.preambleRows.value
      headerRows = above + 1..<above + 1 + dialect.headerRows.value
    }
    if table.isHeaderlessByOrder(sheet: index)
      || dialect.map({ Self.lacksHeader($0, rows.first ?? []) }) ?? false
    {
      makeHeaderless(width: dialect?.columnCount.value ?? 0)
    }
  }

  /// Names the columns by their numbers: a word in the data that names a column elsewhere does not
  /// make its row a header.
  mutating func makeHeaderless(width: Int = 0) {
    var widest = width
    for row in 0..<batch.rowCount { widest = max(widest, batch.cellCount(row)) }
    rows = [(1...max(1, widest)).map { "column \($0)" }]
    isHeaderless = true
  }

  /// Whether the sheet of a workbook begins with its rows: what its first row has of addresses,
  /// numbers and days stands in the rows below too.
  var beginsWithData: Bool {
    guard !isHeaderless, batch.rowCount >= 2 else { return false }
    var proofs = 0
    for column in 0..<batch.cellCount(0) {
      guard let kind = batch.withCell(0, column, HeaderRow.valueClass) else { continue }
      let last = min(batch.rowCount, 1 + MappingChooser.headerSearchRows)
      var filled = 0
      var alike = 0
      for row in 1..<last where column < batch.cellCount(row) {
        guard batch.withCell(row, column, { !ASCII.trimmed($0).isEmpty }) else { continue }
        filled += 1
        if batch.withCell(row, column, HeaderRow.valueClass) == kind {
          alike += 1
        } else if filled <= 2 {
          return false
        }
      }
      if filled > 0, alike * 10 >= filled * 8 { proofs += 1 }
    }
    return proofs > 0
  }

  /// Whether the rows begin at once: the first is like those below, and holds an address, a number
  /// or a day. A table whose names of columns stand further down is no such thing.
  private static func lacksHeader(_ dialect: TableDialect, _ first: [String]) -> Bool {
    dialect.headerRows.value == 0 && dialect.headerRows.confidence >= 0.9
      && HeaderRow.holdsValues(first)
  }

  /// The number of a header's row, from 1; 0 when the file has none.
  func headerNumber(_ row: Int) -> Int { isHeaderless ? 0 : batch.rowNumber(row) }

  /// Position in `batch` of the first row of data below a header.
  func firstDataRow(below row: Int) -> Int {
    if isHeaderless { return row }
    var first = row + 1
    if around.isWorkbook, around.isLookedFor, hasUnits(below: row) { first += 1 }
    // Further rows of a header that has several.
    while headerRows.contains(batch.rowNumber(row)), first < batch.rowCount,
      headerRows.contains(batch.rowNumber(first))
    {
      first += 1
    }
    return first
  }

  /// Whether the row below a header has words where every row below has values: units, or what
  /// else belongs to the header.
  private func hasUnits(below row: Int) -> Bool {
    guard row + 1 < batch.rowCount, batch.rowNumber(row + 1) == batch.rowNumber(row) + 1 else {
      return false
    }
    let types = TableTypes(batch, from: row + 2, width: batch.cellCount(row))
    let (like, unlike) = types.likeness(batch, row + 1)
    return like == 0 && unlike > 1
  }

  /// What stands above a header.
  func above(_ row: Int, _ matcher: ColumnMatcher) -> TableAbove? {
    isHeaderless || returned != nil || !around.isLookedFor
      ? nil : TableAbove(batch, upTo: row, matcher: matcher)
  }

  /// The rows of the table below a header, without what stands around them; the fields are those
  /// that the header's columns carry.
  func table(below row: Int, fields: [String], kind: RecordKind, matcher: ColumnMatcher)
    -> TableRows
  {
    let start = firstDataRow(below: row)
    let isLookedFor = around.isLookedFor && !isHeaderless && returned == nil
    let header = rows[row]
    let sense =
      isLookedFor
      ? TableSense(
        header: header, fields: fields,
        types: TableTypes(batch, from: start, width: header.count), kind: kind, matcher: matcher)
      : nil
    return TableRows(
      reader, first: batch, start: start, sense: sense, above: above(row, matcher)?.table,
      header: isLookedFor ? row : nil, findsNotes: around.findsNotes,
      cutsBeside: around.isWorkbook, findsContacts: kind.holdsRefusals)
  }

  /// What the values of the columns below a header look like.
  func profiles(below header: Int, width: Int) -> [ValueProfile] {
    var profiles = [ValueProfile](repeating: ValueProfile(), count: width)
    let first = firstDataRow(below: header)
    for row in first..<max(first, min(batch.rowCount, first + Self.profiledRows)) {
      if mayEnd(row, from: first) { break }
      for column in 0..<width {
        batch.withCell(row, column) { profiles[column].add($0) }
      }
    }
    return profiles
  }

  /// Whether another table may begin with a row: it stands apart, and has nothing but words.
  private func mayEnd(_ row: Int, from first: Int) -> Bool {
    guard around.isLookedFor, row >= first + 3,
      batch.rowNumber(row) > batch.rowNumber(row - 1) + 1
    else { return false }
    return batch.strings(row).allSatisfy { !HeaderRow.looksLikeValue($0) }
  }

  /// The sheet with its rows; those of an export are all taken as they come.
  func sheet(
    _ header: HeaderPlace, kind: RecordKind, matcher: ColumnMatcher, isExport: Bool
  ) -> OpenedFile.Sheet {
    let cells = rows[header.row]
    var head = self
    if isExport { head.around = Around() }
    return OpenedFile.Sheet(
      name: name, reader: reader, batch: batch,
      table: head.table(
        below: header.row, fields: header.match.fields, kind: kind, matcher: matcher),
      header: header, cells: cells,
      headerRow: headerNumber(header.row),
      profiles: profiles(below: header.row, width: cells.count),
      returned: returned)
  }
}
