/// The list of sheets and the date system, from the workbook's main part.
final class XLSXWorkbookPart: XMLHandler {
  struct Entry {
    let name: String
    let isHidden: Bool
    let relation: String
  }

  private(set) var sheets: [Entry] = []
  private(set) var usesDates1904 = false

  init(archive: ZipArchive, part: String) throws(TabularError) {
    try XMLStream(part: archive.open(part), path: archive.path, handler: self).readAll()
  }

  var wantsText: Bool { false }

  func startElement(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "workbookPr" {
      usesDates1904 = attributes.flag("date1904")
    } else if name == "sheet", let title = attributes.string("name"),
      let relation = attributes.string("id")
    {
      let state = attributes.string("state") ?? "visible"
      sheets.append(Entry(name: title, isHidden: state != "visible", relation: relation))
    }
  }

  func endElement(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
