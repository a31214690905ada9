import Bytes
import CommandLineKit
import Definitions
import LeadModel
import Rejects
import StageKit
import Store
import Tabular

/// A file that was looked into: its mapping, and its sheets with their readers.
struct OpenedFile {
  struct Sheet {
    let name: String
    let reader: any TableReader
    /// The rows read to find the header.
    let batch: CellBatch
    let header: HeaderPlace
    /// The header's cells.
    let cells: [String]
    /// Number of the header's row, from 1; 0 when the file has none.
    let headerRow: Int
    /// Position in `batch` of the first row of data.
    let firstDataRow: Int
    /// Set when the rows are rejected ones that came back.
    let returned: ReturnedSheet?
  }

  let path: String
  let name: String
  let table: TableFile
  let mapping: SourceMapping
  /// What its rows may do to known records: as the mapping says, unless somebody asked for another.
  var loading: LoadRules
  /// Sheets that have a header; at least one.
  let sheets: [Sheet]
  /// Why sheets that are not empty are left alone, a line each.
  let leftAlone: [String]
  /// Whether it is a workbook of rejected rows that came back.
  var isReturned: Bool { sheets.contains { $0.returned != nil } }

  /// - Throws: `TabularError`; `StageFailure` when no mapping fits.
  init(
    path: String, chooser: MappingChooser, named: SourceMapping?, returns: ReturnedSheets,
    arguments: ParsedArguments
  ) throws {
    self.path = path
    name = path.split(separator: "/").last.map(String.init) ?? path
    // What the one mapping that can be meant says of sheets and areas helps to find the header.
    let expected = named ?? chooser.claimed(name)
    var (table, heads) = try Self.look(at: path, expected, arguments, returns)
    // Rejected rows that came back are read like the file that they came from.
    let named = named ?? Self.mapping(of: heads, in: chooser.mappings)
    let isReturned = heads.contains { $0.returned != nil }
    let choice: MappingChoice
    do throws(MappingChoiceError) {
      choice = try chooser.choose(
        fileName: name, sheets: heads.map { ($0.knownName, $0.rows) }, named: named)
    } catch {
      throw StageFailure(.unusableInput, "\(path): \(error.message)")
    }
    mapping = choice.mapping
    loading = choice.mapping.loading
    // The mapping may say how to read what was only guessed so far.
    if choice.mapping.name != expected?.name || isReturned,
      Self.saysHowToRead(choice.mapping, table, isReturned: isReturned)
    {
      table = try Self.open(path, choice.mapping, arguments, isReturned: isReturned)
      heads = try Self.heads(of: table, returns)
      let again = try? chooser.choose(
        fileName: name, sheets: heads.map { ($0.knownName, $0.rows) }, named: choice.mapping)
      sheets = Self.sheets(heads, (again ?? choice).headers)
    } else {
      sheets = Self.sheets(heads, choice.headers)
    }
    self.table = table
    leftAlone = Self.leftAlone(of: self.table, heads, taken: sheets, by: choice.mapping)
  }

  private static func leftAlone(
    of table: TableFile, _ heads: [Head], taken: [Sheet], by mapping: SourceMapping
  ) -> [String] {
    // The mapping names the one sheet that it wants.
    if mapping.xlsx.choosesArea { return [] }
    let hidden = table.sheets.filter { !$0.isRead }.map { "sheet '\($0.name)' is hidden" }
    let names = Set(taken.map(\.name))
    let headless = heads.filter { !$0.batch.isEmpty && !names.contains($0.name) }
      .map { "sheet '\($0.name)' has no header of mapping '\(mapping.name)'" }
    return hidden + headless
  }

  private static func mapping(of heads: [Head], in mappings: SourceMappings) -> SourceMapping? {
    heads.lazy.compactMap(\.returned).first.flatMap {
      mappings.mapping(kind: $0.kind, supplier: $0.supplier)
    }
  }

  /// What a workbook was saved as is written as somebody's spreadsheet does, not as the supplier.
  private static func saysHowToRead(
    _ mapping: SourceMapping, _ table: TableFile, isReturned: Bool
  ) -> Bool {
    switch table.format {
    case .csv: !isReturned && !mapping.csv.isEmpty
    case .xlsx: mapping.decimal != .point || !isReturned && !mapping.xlsx.isEmpty
    }
  }

  private struct Head {
    let name: String
    let reader: any TableReader
    let batch: CellBatch
    let rows: [[String]]
    var returned: ReturnedSheet?
    /// Number of the last row of the header as far as the file tells; 0 when it tells nothing.
    var headerEnd = 0
    /// Whether the first of `rows` was made up, because the file has no header.
    var isHeaderless = false
    /// Of the sheet that the rows came with first.
    var knownName: String { returned?.originName ?? name }

    func sheet(_ header: HeaderPlace) -> Sheet {
      let row = isHeaderless ? 0 : batch.rowNumber(header.row)
      var first = isHeaderless ? header.row : header.row + 1
      // Further rows of a header that has several.
      while !isHeaderless, row <= headerEnd, first < batch.rowCount,
        batch.rowNumber(first) <= headerEnd
      {
        first += 1
      }
      return Sheet(
        name: name, reader: reader, batch: batch, header: header, cells: rows[header.row],
        headerRow: row, firstDataRow: first, returned: returned)
    }
  }

  private static func look(
    at path: String, _ mapping: SourceMapping?, _ arguments: ParsedArguments,
    _ returns: ReturnedSheets
  ) throws -> (TableFile, [Head]) {
    do {
      // Rejected rows that came back are in another workbook than the supplier's: what the mapping
      // leaves out of that may be their tokens, or rows that somebody filtered away.
      if mayBeReturned(path, mapping) {
        let table = try TableFile(path: path)
        let heads = try heads(of: table, returns)
        if heads.contains(where: { $0.returned != nil }) { return (table, heads) }
      }
      let table = try open(path, mapping, arguments)
      return (table, try heads(of: table, returns))
    } catch let error as TabularError where error.reason == .absent {
      let table = try TableFile(path: path)
      let heads = try heads(of: table, returns)
      guard heads.contains(where: { $0.returned != nil }) else { throw error }
      return (table, heads)
    }
  }

  /// Whether a look without what the mapping says is worth its time.
  private static func mayBeReturned(_ path: String, _ mapping: SourceMapping?) -> Bool {
    guard let mapping else { return false }
    return !mapping.xlsx.isEmpty && !path.lowercased().hasSuffix(".csv")
      || RejectsName.original(of: path) != nil
  }

  private static func open(
    _ path: String, _ mapping: SourceMapping?, _ arguments: ParsedArguments,
    isReturned: Bool = false
  ) throws -> TableFile {
    var options = TabularOptions(decimalMark: UInt8(ascii: mapping?.decimal == .comma ? "," : "."))
    if !isReturned {
      options.encoding = mapping?.csv.encoding
      options.csv = mapping.map { CSVOptions($0.csv) } ?? CSVOptions()
      options.xlsx = mapping.map { XLSXOptions($0.xlsx) } ?? XLSXOptions()
      try CSVArguments.apply(arguments, to: &options, command: "leadmill-ingest")
      try WorkbookArguments.apply(arguments, to: &options.xlsx)
    }
    return try TableFile(path: path, options: options)
  }

  private static func heads(of table: TableFile, _ returns: ReturnedSheets) throws -> [Head] {
    var heads: [Head] = []
    var isRejectsWorkbook = false
    for (index, sheet) in table.sheets.enumerated() where sheet.isRead {
      let reader = try table.makeReader(sheet: index)
      var batch = CellBatch()
      _ = try reader.next(&batch)
      if let opened = try returns.open(reader, first: batch) {
        // Beside the rows that were given out there is only their summary.
        if !isRejectsWorkbook { heads.removeAll() }
        isRejectsWorkbook = true
        heads.append(
          Head(
            name: sheet.name, reader: opened.reader, batch: opened.batch,
            rows: [opened.batch.strings(0)], returned: opened.sheet))
      } else if !isRejectsWorkbook {
        heads.append(head(sheet.name, reader, batch, of: table))
      }
    }
    return heads
  }

  private static func sheets(_ heads: [Head], _ places: [HeaderPlace?]) -> [Sheet] {
    zip(heads, places).compactMap { head, place in place.map(head.sheet) }
  }

  private static func head(
    _ name: String, _ reader: any TableReader, _ batch: CellBatch, of table: TableFile
  ) -> Head {
    let searched = table.headerIsFirstRow ? 1 : MappingChooser.headerSearchRows
    var rows = (0..<min(batch.rowCount, searched)).map { batch.strings($0) }
    let dialect = table.dialect
    let isHeaderless = dialect?.isHeaderlessByOrder == true
    if isHeaderless {
      let width = max(dialect?.columnCount.value ?? 0, rows.map(\.count).max() ?? 0)
      rows.insert((1...max(1, width)).map { "column \($0)" }, at: 0)
    }
    return Head(
      name: name, reader: reader, batch: batch, rows: rows,
      headerEnd: dialect.map { $0.preambleRows.value + $0.headerRows.value } ?? 0,
      isHeaderless: isHeaderless)
  }
}
