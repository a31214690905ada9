import Bytes
import ColumnMapping
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
    /// The rows of data, those in `batch` first.
    let table: TableRows
    let header: HeaderPlace
    /// The header's cells.
    let cells: [String]
    /// Number of the header's row, from 1; 0 when the file has none.
    let headerRow: Int
    /// What the values of the first rows look like, by column.
    let profiles: [ValueProfile]
    /// Set when the rows are rejected ones that came back.
    let returned: ReturnedSheet?
  }

  let path: String
  let name: String
  let table: TableFile
  let mapping: SourceMapping
  /// What its rows may do to known records: as the mapping says, unless somebody asked for another.
  var loading: LoadRules
  /// The mapping's text, where it was proposed because no mapping claims the file.
  let proposedText: String?
  /// Sheets that have a header; at least one.
  let sheets: [Sheet]
  /// Why sheets that are not empty are left alone, a line each.
  let leftAlone: [String]
  /// What is wrong with sheets of people who refuse, a line each.
  let refusalSheets: [String]
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
        fileName: name, sheets: heads, named: named)
    } catch {
      throw StageFailure(.unusableInput, "\(path): \(error.message)")
    }
    mapping = choice.mapping
    loading = choice.mapping.loading
    proposedText = choice.proposedText
    // The mapping may say how to read what was only guessed so far.
    if choice.mapping.name != expected?.name || isReturned,
      Self.saysHowToRead(choice.mapping, table, isReturned: isReturned)
    {
      table = try Self.open(path, choice.mapping, arguments, isReturned: isReturned)
      heads = try Self.heads(of: table, returns)
      let again = try? chooser.choose(
        fileName: name, sheets: heads, named: choice.mapping)
      sheets = Self.sheets(heads, again ?? choice, chooser.matcher)
    } else {
      sheets = Self.sheets(heads, choice, chooser.matcher)
    }
    self.table = table
    leftAlone = Self.leftAlone(of: self.table, heads, taken: sheets, by: choice.mapping)
    refusalSheets = RefusalSheets.problems(
      of: self.table, heads, taken: sheets, mapping: choice.mapping, chooser: chooser)
  }

  private static func leftAlone(
    of table: TableFile, _ heads: [SheetHead], taken: [Sheet], by mapping: SourceMapping
  ) -> [String] {
    // The mapping names the one sheet that it wants.
    if mapping.xlsx.choosesArea { return [] }
    let hidden = table.sheets.filter { !$0.isRead }.map { "sheet '\($0.name)' is hidden" }
    let names = Set(taken.map(\.name))
    let headless = heads.filter { !$0.batch.isEmpty && !names.contains($0.name) }
      .map { "sheet '\($0.name)' has no header of mapping '\(mapping.name)'" }
    return hidden + headless
  }

  private static func mapping(of heads: [SheetHead], in mappings: SourceMappings) -> SourceMapping?
  {
    heads.lazy.compactMap(\.returned).first.flatMap {
      mappings.mapping(kind: $0.kind, supplier: $0.supplier)
    }
  }

  /// What a workbook was saved as is written as somebody's spreadsheet does, not as the supplier.
  private static func saysHowToRead(
    _ mapping: SourceMapping, _ table: TableFile, isReturned: Bool
  ) -> Bool {
    switch table.format {
    case .csv: !isReturned && (!mapping.csv.isEmpty || mapping.kind.holdsRefusals)
    case .xlsx: mapping.decimal != .point || !isReturned && !mapping.xlsx.isEmpty
    }
  }

  private static func look(
    at path: String, _ mapping: SourceMapping?, _ arguments: ParsedArguments,
    _ returns: ReturnedSheets
  ) throws -> (TableFile, [SheetHead]) {
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
    return !mapping.xlsx.isEmpty && !TableName.isText(path)
      || RejectsName.original(of: path) != nil
  }

  static func open(
    _ path: String, _ mapping: SourceMapping?, _ arguments: ParsedArguments,
    isReturned: Bool = false
  ) throws -> TableFile {
    var options = TabularOptions(decimalMark: UInt8(ascii: mapping?.decimal == .comma ? "," : "."))
    if !isReturned {
      options.encoding = mapping?.csv.encoding
      options.csv = mapping.map { CSVOptions($0.csv) } ?? CSVOptions()
      options.csv.keepsContacts = mapping?.kind.holdsRefusals ?? false
      options.xlsx = mapping.map { XLSXOptions($0.xlsx) } ?? XLSXOptions()
      try CSVArguments.apply(arguments, to: &options, command: "leadmill-ingest")
      try WorkbookArguments.apply(arguments, to: &options.xlsx)
    }
    return try TableFile(path: path, options: options)
  }

  private static func heads(of table: TableFile, _ returns: ReturnedSheets) throws -> [SheetHead] {
    var heads: [SheetHead] = []
    /// One of ours that came back.
    var isOurs = false
    for (index, sheet) in table.sheets.enumerated() where sheet.isRead {
      let head = try SheetHead(
        index: index, reader: try table.makeReader(sheet: index), of: table)
      if let opened = try returns.open(head.reader, first: head.batch) {
        // Beside the rows that were given out there is only their summary.
        if !isOurs { heads.removeAll() }
        isOurs = true
        heads.append(
          SheetHead(
            name: sheet.name, reader: opened.reader, batch: opened.batch,
            rows: [opened.batch.strings(0)], returned: opened.sheet))
      } else if let review = ReviewedSheet(head.batch) {
        guard review.missing.isEmpty else {
          let columns = review.missing.map { "'\($0)'" }.joined(separator: " and ")
          throw StageFailure(
            .unusableInput,
            "\(table.path): sheet '\(sheet.name)' of a review workbook has no column \(columns), so "
              + "no decision was taken; name the header as 'leadmill review' writes it, and import "
              + "the workbook again")
        }
        // Beside the pairs there is only what the workbook says of itself.
        let batch = review.strip(head.batch, isFirst: true)
        heads = [
          SheetHead(
            name: sheet.name, reader: ReviewedReader(head.reader, review), batch: batch,
            rows: [batch.strings(0)], returned: nil)
        ]
        isOurs = true
      } else if !isOurs {
        heads.append(head)
      }
    }
    if table.format == .xlsx, !isOurs, !table.headerIsFirstRow {
      nameByNumbers(&heads)
    }
    return heads
  }

  /// Reads the sheets of a workbook without a header by their values. Where one sheet has a header,
  /// another that has none is a list beside it.
  static func nameByNumbers(_ heads: inout [SheetHead]) {
    let filled = heads.indices.filter { !heads[$0].batch.isEmpty }
    guard filled.allSatisfy({ heads[$0].beginsWithData }) else { return }
    for index in filled { heads[index].makeHeaderless() }
  }

  private static func sheets(
    _ heads: [SheetHead], _ choice: MappingChoice, _ matcher: ColumnMatcher
  ) -> [Sheet] {
    let mapping = choice.mapping
    return zip(heads, choice.headers).compactMap { head, place in
      place.map {
        head.sheet(
          $0, kind: mapping.kind, matcher: matcher,
          isExport: mapping.supplier == ReservedField.exportSupplier)
      }
    }
  }
}
