/// A CSV or XLSX file: what it is, how it is encoded, and its sheets.
///
/// Opening reads the whole file once, for its fingerprint and encoding; what it is follows from its
/// content, not from its name.
package final class TableFile {
  package enum Format: String, Sendable {
    case csv, xlsx
  }

  package let path: String
  package let format: Format
  /// As detected or given; `UTF-8` for XLSX.
  package let encoding: String
  /// Empty for XLSX.
  package let delimiter: String
  /// How a CSV file is written; nil for XLSX.
  package let dialect: TableDialect?
  /// Of the file itself, packed or not.
  package let byteCount: Int
  /// SHA-256 of the bytes, hexadecimal.
  package let contentHash: String
  package let sheets: [TableSheet]

  private let content: Content

  /// Whether whoever chose what to read has said which row is the header.
  package var headerIsFirstRow: Bool {
    switch content {
    case .csv: false
    case .xlsx(_, _, let options): options.fixesHeader
    }
  }

  /// Whether somebody has named the cells to read.
  package var isExactArea: Bool {
    switch content {
    case .csv: false
    case .xlsx(_, _, let options): options.table != nil || options.range != nil
    }
  }

  /// Whether notes below the table are to be found, rather than given.
  package var findsNotes: Bool {
    switch content {
    case .csv(let dialect): dialect.options.footerRows == nil
    case .xlsx: true
    }
  }

  /// Whether somebody has said that a sheet, given by its index in `sheets`, has no header.
  package func isHeaderlessByOrder(sheet: Int) -> Bool {
    switch content {
    case .csv: dialect?.isHeaderlessByOrder ?? false
    case .xlsx(_, let choices, let options):
      options.headerRows == 0
        || options.headerRows == nil && options.headerRow == nil && choices[sheet].lacksHeader
    }
  }

  private enum Content {
    case csv(CSVDialect)
    case xlsx(XLSXPackage, [XLSXPackage.Choice], XLSXOptions)
  }

  /// - Throws: `TabularError`: missing, a folder, empty, another format, encrypted, damaged.
  package init(path: String, options: TabularOptions = TabularOptions()) throws(TabularError) {
    self.path = path
    let probe = try FileProbe(path: path, limits: options.limits)
    byteCount = probe.byteCount
    contentHash = probe.contentHash
    switch try probe.format() {
    case .xlsx:
      format = .xlsx
      encoding = "UTF-8"
      delimiter = ""
      dialect = nil
      let package = try XLSXPackage(path: path, options: options)
      let choices = try package.choices(options.xlsx)
      let isChosen = options.xlsx.choosesArea && choices.count == 1
      sheets = choices.map { choice in
        TableSheet(
          name: choice.sheet.name, isHidden: choice.sheet.isHidden,
          isRead: !choice.sheet.isHidden || isChosen || options.xlsx.hiddenSheets != .skip,
          isSaid: choice.sheet.isHidden && !isChosen && options.xlsx.hiddenSheets == .warn)
      }
      content = .xlsx(package, choices, options.xlsx)
    case .csv:
      if path.lowercased().hasSuffix(".xlsx") || path.lowercased().hasSuffix(".xlsm") {
        throw TabularError(
          .format, path, "is named like a workbook but is a text; if it is CSV, rename it to .csv")
      }
      format = .csv
      let detected = try CSVDialect(path: path, probe: probe, options: options)
      encoding = detected.encoding.name
      delimiter = detected.description.delimiter.value
      dialect = detected.description
      sheets = [TableSheet(name: "", isHidden: false, isRead: true, isSaid: false)]
      content = .csv(detected)
    }
  }

  /// A new reader at the top of a sheet, given by its index in `sheets`.
  package func makeReader(sheet: Int = 0) throws(TabularError) -> any TableReader {
    switch content {
    case .csv(let dialect): try CSVReader(path: path, dialect: dialect)
    case .xlsx(let package, let choices, let options):
      try XLSXAreaReader(package: package, choice: choices[sheet], options: options)
    }
  }
}
