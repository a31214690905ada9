/// A ZIP container without compression, for workbooks that no honest writer would make.
///
/// - Source: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
struct ZipBuilder {
  private var output: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  mutating func add(_ name: String, _ text: String) {
    let content = Array(text.utf8)
    let offset = output.count
    let common =
      little(20, 2) + little(0, 2) + little(0, 2) + little(0, 2) + little(0x21, 2)
      + little(Int(Self.crc32(content)), 4) + little(content.count, 4) + little(content.count, 4)
      + little(name.utf8.count, 2) + little(0, 2)
    output += little(0x0403_4B50, 4) + common + Array(name.utf8) + content
    directory += little(0x0201_4B50, 4) + little(20, 2) + common
    directory += little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(offset, 4)
    directory += Array(name.utf8)
    count += 1
  }

  func finished() -> [UInt8] {
    output + directory + little(0x0605_4B50, 4) + little(0, 2) + little(0, 2) + little(count, 2)
      + little(count, 2) + little(directory.count, 4) + little(output.count, 4) + little(0, 2)
  }

  private func little(_ value: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}

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

  func bytes() -> [UInt8] {
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
    zip.add(
      "xl/worksheets/sheet1.xml",
      "\(prolog)<worksheet xmlns='\(main)'><sheetData>\(sheetData)</sheetData></worksheet>")
    for (name, text) in extraParts { zip.add(name, text) }
    return zip.finished()
  }
}
