/// A workbook made of its parts' texts.
struct XLSXBuilder {
  var sheetData = ""
  var sharedStrings = ""
  /// Format codes of cell styles 1, 2, 3 ...; style 0 is General.
  var formats: [String] = []
  var uses1904 = false
  var prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
  var extraParts: [(String, String)] = []
  var sheetAttributes = ""
  /// The sheet's part as a whole, instead of one made from `sheetData`.
  var sheetPart: ZipBuilder.Part?

  func bytes() -> [UInt8] { zip().finished() }

  /// The container, for a test to add to.
  func zip() -> ZipBuilder {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    var zip = ZipBuilder()
    zip.add(
      "_rels/.rels",
      "<Relationships xmlns='\(package)'><Relationship Id='r1' Type='\(office)/officeDocument' "
        + "Target='xl/workbook.xml'/></Relationships>")
    zip.add(
      "xl/workbook.xml",
      "<workbook xmlns='\(main)' xmlns:r='\(office)'><workbookPr date1904='\(uses1904 ? 1 : 0)'/>"
        + "<sheets><sheet name='Data' sheetId='1' r:id='r1' \(sheetAttributes)/></sheets></workbook>"
    )
    zip.add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns='\(package)'>"
        + "<Relationship Id='r1' Type='\(office)/worksheet' Target='worksheets/sheet1.xml'/>"
        + "<Relationship Id='r2' Type='\(office)/styles' Target='styles.xml'/>"
        + "<Relationship Id='r3' Type='\(office)/sharedStrings' Target='/xl/sharedStrings.xml'/>"
        + "</Relationships>")
    let codes = formats.enumerated().map { index, code in
      "<numFmt numFmtId='\(200 + index)' formatCode='\(code.replacing("\"", with: "&quot;"))'/>"
    }
    let styles = formats.indices.map { "<xf numFmtId='\(200 + $0)'/>" }
    zip.add(
      "xl/styles.xml",
      "<styleSheet xmlns='\(main)'><numFmts>\(codes.joined())</numFmts>"
        + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
        + "<cellXfs><xf numFmtId='0'/>\(styles.joined())</cellXfs></styleSheet>")
    zip.add("xl/sharedStrings.xml", "<sst xmlns='\(main)'>\(sharedStrings)</sst>")
    if let sheetPart {
      zip.add(sheetPart)
    } else {
      zip.add(
        "xl/worksheets/sheet1.xml",
        "\(prolog)<worksheet xmlns='\(main)'><sheetData>\(sheetData)</sheetData></worksheet>")
    }
    for (name, text) in extraParts { zip.add(name, text) }
    return zip
  }
}
