/// A workbook as its parts' texts, in order; tests add, change and take away.
struct XLSXParts {
  var parts: [(name: String, text: String)]

  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let package = "http://schemas.openxmlformats.org/package/2006/relationships"
  static let strictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main"
  static let strictOffice = "http://purl.oclc.org/ooxml/officeDocument/relationships"

  /// A workbook of sheets, each the name, attributes and inside of its `worksheet`.
  init(
    _ sheets: [(name: String, attributes: String, content: String)], inWorkbook extra: String = "",
    main: String = main, office: String = office
  ) {
    let entries = sheets.enumerated().map {
      "<sheet name='\($1.name)' sheetId='\($0 + 1)' r:id='s\($0 + 1)' \($1.attributes)/>"
    }
    let targets = sheets.indices.map {
      "<Relationship Id='s\($0 + 1)' Type='\(office)/worksheet' Target='worksheets/sheet\($0 + 1).xml'/>"
    }
    parts = [
      (
        "_rels/.rels",
        "<Relationships xmlns='\(Self.package)'><Relationship Id='r1' "
          + "Type='\(office)/officeDocument' Target='xl/workbook.xml'/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns='\(main)' xmlns:r='\(office)'><sheets>\(entries.joined())</sheets>"
          + "\(extra)</workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns='\(Self.package)'>\(targets.joined())</Relationships>"
      ),
    ]
    for (index, sheet) in sheets.enumerated() {
      self["xl/worksheets/sheet\(index + 1).xml"] =
        "<worksheet xmlns='\(main)'>\(sheet.content)</worksheet>"
    }
  }

  /// A sheet's rows of texts, from row 1 and column A on.
  static func rows(_ rows: [[String]], from first: Int = 1) -> String {
    let written = rows.enumerated().map { index, cells in
      let cells = cells.enumerated().filter { !$1.isEmpty }.map { column, text in
        "<c r='\(letter(column))\(first + index)' t='inlineStr'><is><t>\(text)</t></is></c>"
      }
      return "<row r='\(first + index)'>\(cells.joined())</row>"
    }
    return "<sheetData>\(written.joined())</sheetData>"
  }

  static func letter(_ column: Int) -> Character {
    Character(UnicodeScalar(65 + UInt8(column)))
  }

  subscript(name: String) -> String? {
    get { parts.first { $0.name == name }?.text }
    set {
      let place = parts.firstIndex { $0.name == name }
      switch (place, newValue) {
      case (let place?, let text?): parts[place].text = text
      case (nil, let text?): parts.append((name, text))
      case (let place?, nil): parts.remove(at: place)
      case (nil, nil): break
      }
    }
  }

  mutating func rename(_ name: String, to other: String) {
    for index in parts.indices where parts[index].name == name { parts[index].name = other }
  }

  mutating func replace(_ old: String, with new: String, in name: String) {
    self[name] = self[name]?.replacing(old, with: new)
  }

  func bytes() -> [UInt8] {
    var zip = ZipBuilder()
    for (name, text) in parts { zip.add(name, text) }
    return zip.finished()
  }
}
