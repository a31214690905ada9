/// An XLSX workbook: its sheets, date system, number formats and text table.
final class XLSXPackage {
  struct Sheet {
    let name: String
    let isHidden: Bool
    let part: String
  }

  let path: String
  let archive: ZipArchive
  private(set) var sheets: [Sheet] = []
  private(set) var usesDates1904 = false
  private(set) var formats: [NumberFormat] = []
  private var sharedStringsPart: String?
  private var loadedStrings: XLSXSharedStrings?
  /// What parts whole digits from decimals in the text of a number.
  let decimalMark: UInt8
  let limits: TabularLimits

  /// - Throws: `TabularError` for another ZIP-based format, or damage.
  init(path: String, options: TabularOptions) throws(TabularError) {
    self.path = path
    decimalMark = options.decimalMark
    limits = options.limits
    archive = try ZipArchive(path: path, limits: limits)
    try checkFormat()
    let root = try XLSXRelations(archive: archive, ofPart: "")
    let workbookPart = root.target(ofType: "officeDocument") ?? "xl/workbook.xml"
    guard archive.contains(workbookPart) else {
      throw TabularError(.format, path, "is a ZIP file but no workbook; send CSV or XLSX")
    }
    if workbookPart.lowercased().hasSuffix(".bin") {
      throw TabularError(.format, path, "is a binary workbook (.xlsb); save it as .xlsx")
    }
    let workbook = try XLSXWorkbookPart(archive: archive, part: workbookPart)
    let relations = try XLSXRelations(archive: archive, ofPart: workbookPart)
    usesDates1904 = workbook.usesDates1904
    for entry in workbook.sheets {
      // Chart sheets and macro sheets have no cells to read.
      guard let relation = relations.relation(id: entry.relation), relation.type == "worksheet"
      else { continue }
      sheets.append(Sheet(name: entry.name, isHidden: entry.isHidden, part: relation.target))
    }
    if sheets.isEmpty { throw TabularError(.empty, path, "has no worksheet") }
    if let part = relations.target(ofType: "styles"), archive.contains(part) {
      formats = try XLSXStyles(archive: archive, part: part).formats
    }
    if let part = relations.target(ofType: "sharedStrings"), archive.contains(part) {
      sharedStringsPart = part
    }
  }

  /// The text table, read when the first sheet is.
  func sharedStrings() throws(TabularError) -> XLSXSharedStrings {
    if let loadedStrings { return loadedStrings }
    let strings = XLSXSharedStrings()
    if let sharedStringsPart {
      try strings.load(
        from: archive, part: sharedStringsPart, maximumBytes: limits.sharedStringBytes)
    }
    loadedStrings = strings
    return strings
  }

  private func checkFormat() throws(TabularError) {
    if archive.contains("content.xml"), archive.contains("mimetype") {
      throw TabularError(.format, path, "is an OpenDocument file; save it as .xlsx or .csv")
    }
    if archive.contains("word/document.xml") {
      throw TabularError(.format, path, "is a Word document; send a CSV or XLSX file")
    }
  }
}
