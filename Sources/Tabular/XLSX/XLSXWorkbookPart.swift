/// The list of sheets, the defined names and the date system, from the workbook's main part.
final class XLSXWorkbookPart: XMLHandler {
  struct Entry {
    let name: String
    let isHidden: Bool
    /// Empty for sheets that have no part, as those of old macro languages.
    let relation: String
  }

  /// A name that somebody gave to a range or formula.
  struct DefinedName {
    let name: String
    /// Position of the one sheet that knows it, from 0; nil: all do.
    let sheet: Int?
    /// As `Leads!$A$5:$F$200`, or any other formula.
    let formula: String
  }

  private(set) var sheets: [Entry] = []
  private(set) var names: [DefinedName] = []
  private(set) var usesDates1904 = false
  private var openName: (name: String, sheet: Int?)?
  private var text: [UInt8] = []

  /// Of one defined name; a reference needs far less, and longer formulas are none.
  private static let longestFormula = 8192

  init(archive: ZipArchive, part: String) throws(TabularError) {
    try XMLStream(part: archive.open(part), path: archive.path, handler: self).readAll()
  }

  var wantsText: Bool { openName != nil && text.count < Self.longestFormula }

  func startElement(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "workbookPr" {
      // Extensions at the end have an element of the same name, without the date system.
      usesDates1904 = usesDates1904 || attributes.flag("date1904")
    } else if name == "sheet", let title = attributes.string("name") {
      let state = attributes.string("state") ?? "visible"
      sheets.append(
        Entry(
          name: title, isHidden: state != "visible", relation: attributes.string("id") ?? ""))
    } else if name == "definedName", let given = attributes.string("name") {
      openName = (given, attributes.int("localSheetId"))
      text.removeAll(keepingCapacity: true)
    }
  }

  func endElement(_ name: XMLName) {
    guard name == "definedName", let given = openName else { return }
    names.append(
      DefinedName(
        name: given.name, sheet: given.sheet, formula: String(decoding: text, as: UTF8.self)))
    openName = nil
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    text.append(contentsOf: bytes)
  }
}
