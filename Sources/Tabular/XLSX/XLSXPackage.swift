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
  private(set) var names: [XLSXWorkbookPart.DefinedName] = []
  private(set) var usesDates1904 = false
  private(set) var formats: [NumberFormat] = []
  private var entries: [XLSXWorkbookPart.Entry] = []
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
    let workbookPart = try XLSXWorkbookPlace.find(in: archive)
    let workbook = try XLSXWorkbookPart(archive: archive, part: workbookPart)
    let relations = try XLSXRelations(archive: archive, ofPart: workbookPart)
    usesDates1904 = workbook.usesDates1904
    names = workbook.names
    entries = workbook.sheets
    sheets = try sheets(relations, workbookPart: workbookPart)
    if sheets.isEmpty { throw TabularError(.empty, path, "has no worksheet") }
    let folder = workbookPart.split(separator: "/").dropLast().joined(separator: "/")
    if let part = part("styles", of: relations, in: folder) {
      formats = try XLSXStyles(archive: archive, part: part).formats
    }
    // Without it most cells say nothing, so one that nothing leads to is better than none.
    let texts = Self.usual("sharedStrings", in: folder)
    sharedStringsPart =
      part("sharedStrings", of: relations, in: folder) ?? (archive.contains(texts) ? texts : nil)
  }

  /// Title of a sheet by its position among all, those without cells too.
  func entryName(_ position: Int) -> String? {
    entries.indices.contains(position) ? entries[position].name : nil
  }

  /// The text table, read when the first sheet is.
  func sharedStrings() throws(TabularError) -> XLSXSharedStrings {
    if let loadedStrings { return loadedStrings }
    let strings = XLSXSharedStrings()
    if let sharedStringsPart {
      try strings.load(
        from: archive, part: sharedStringsPart, maximumBytes: limits.sharedStringBytes)
    } else {
      strings.isAbsent = true
    }
    loadedStrings = strings
    return strings
  }

  /// The worksheets in the order of their tabs; chart, dialog and macro sheets have no cells to read.
  ///
  /// - Throws: `TabularError` for a sheet that leads nowhere, or where another one does: a workbook
  ///   of ten thousand sheets that all are one part would be read ten thousand times.
  private func sheets(_ relations: XLSXRelations, workbookPart: String) throws(TabularError)
    -> [Sheet]
  {
    var sheets: [Sheet] = []
    var titles: [String: String] = [workbookPart.lowercased(): "the workbook"]
    for (position, entry) in entries.enumerated() where !entry.relation.isEmpty {
      let part: String
      if let relation = relations.relation(id: entry.relation) {
        guard relation.type == "worksheet" else { continue }
        part = relation.target
      } else if relations.isEmpty {
        part = Self.joined(workbookPart, "worksheets/sheet\(position + 1).xml")
      } else {
        throw TabularError(
          .corrupt, path,
          "sheet '\(entry.name)' leads to no part; the file is damaged, save it "
            + "again as .xlsx")
      }
      if let other = titles.updateValue("sheet '\(entry.name)'", forKey: part.lowercased()) {
        throw TabularError(
          .corrupt, path,
          "\(other) and sheet '\(entry.name)' lead to the same part "
            + "'\(ZipDirectory.shown(part))'; do not trust this file")
      }
      sheets.append(Sheet(name: entry.name, isHidden: entry.isHidden, part: part))
    }
    return sheets
  }

  private static func joined(_ part: String, _ target: String) -> String {
    (part.split(separator: "/").dropLast().map(String.init) + [target]).joined(separator: "/")
  }

  /// A part that a workbook may do without.
  private func part(_ type: String, of relations: XLSXRelations, in folder: String) -> String? {
    let part =
      relations.target(ofType: type) ?? (relations.isEmpty ? Self.usual(type, in: folder) : nil)
    return part.flatMap { archive.contains($0) ? $0 : nil }
  }

  private static func usual(_ type: String, in folder: String) -> String {
    folder.isEmpty ? "\(type).xml" : "\(folder)/\(type).xml"
  }
}
