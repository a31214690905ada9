import LeadModel
import Testing

@testable import Tabular

@Suite("Workbooks put together in odd ways")
struct OddPackageTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    let change: @Sendable (inout XLSXParts) -> Void

    var testDescription: String { id }

    init(_ id: String, change: @escaping @Sendable (inout XLSXParts) -> Void) {
      self.id = id
      self.change = change
    }
  }

  private static let workbook = "xl/workbook.xml"
  private static let relations = "xl/_rels/workbook.xml.rels"
  private static let sheet = "xl/worksheets/sheet1.xml"

  static let readable = [
    Case("as everybody writes it") { _ in },
    Case("no relationships of the package") { $0["_rels/.rels"] = nil },
    Case("no relationships at all") {
      $0["_rels/.rels"] = nil
      $0[relations] = nil
    },
    Case("a workbook elsewhere, found by its content type") {
      $0["_rels/.rels"] = nil
      $0.rename(workbook, to: "book/main.xml")
      $0.rename(relations, to: "book/_rels/main.xml.rels")
      $0.rename(sheet, to: "book/worksheets/sheet1.xml")
      $0["[Content_Types].xml"] =
        "<Types><Override PartName='/book/main.xml' ContentType='application/vnd.openxmlformats-"
        + "officedocument.spreadsheetml.sheet.main+xml'/></Types>"
    },
    Case("a workbook elsewhere, found by its relationship") {
      $0.replace("xl/workbook.xml", with: "/Book.xml", in: "_rels/.rels")
      $0.rename(workbook, to: "Book.xml")
      $0.rename(relations, to: "_rels/Book.xml.rels")
      $0.replace("'worksheets/", with: "'/xl/worksheets/", in: "_rels/Book.xml.rels")
    },
    Case("names in another case") {
      $0.rename(workbook, to: "XL/Workbook.XML")
      $0.rename(sheet, to: "xl/WorkSheets/SHEET1.xml")
    },
    Case("targets that go up and down") {
      $0.replace("'worksheets/", with: "'./../xl/./worksheets/", in: relations)
    },
    Case("targets with escaped characters") {
      $0.rename(sheet, to: "xl/worksheets/my sheet.xml")
      $0.replace("sheet1.xml", with: "my%20sheet.xml", in: relations)
    },
    Case("the types of a template with macros") {
      $0["[Content_Types].xml"] =
        "<Types><Override PartName='/xl/workbook.xml' ContentType='application/vnd.ms-excel."
        + "template.macroEnabled.main+xml'/></Types>"
      $0["xl/vbaProject.bin"] = "macros"
    },
    Case("chart, dialog and macro sheets beside the worksheet") {
      $0.replace(
        "<sheets>",
        with: "<sheets><sheet name='C' sheetId='7' r:id='c'/><sheet name='D' sheetId='8' r:id='d'/>"
          + "<sheet name='M' sheetId='9' r:id='m'/><sheet name='V' sheetId='6' r:id=''/>",
        in: workbook)
      let types = [
        ("c", "chartsheet"), ("d", "dialogsheet"), ("m", "xlMacrosheet"),
      ].map { "<Relationship Id='\($0)' Type='x/\($1)' Target='\($1).xml'/>" }
      $0.replace("</Relationships>", with: types.joined() + "</Relationships>", in: relations)
    },
    Case("styles and texts that are named but not there") {
      $0.replace(
        "</Relationships>",
        with: "<Relationship Id='y' Type='\(XLSXParts.office)/styles' Target='styles.xml'/>"
          + "<Relationship Id='z' Type='\(XLSXParts.office)/sharedStrings' Target='s.xml'/>"
          + "</Relationships>", in: relations)
    },
    Case("texts to which no relationship leads") {
      $0.replace("t='inlineStr'><is><t>Ada</t></is>", with: "t='s'><v>0</v>", in: sheet)
      $0["xl/sharedStrings.xml"] = "<sst xmlns='\(XLSXParts.main)'><si><t>Ada</t></si></sst>"
    },
    Case("prefixes on every name") {
      for part in [workbook, sheet] {
        $0.replace("</", with: "</x:", in: part)
        $0.replace("<", with: "<x:", in: part)
        $0.replace("<x:/x:", with: "</x:", in: part)
        $0.replace("xmlns=", with: "xmlns:x=", in: part)
      }
    },
    Case("an extension with elements of the same names") {
      $0.replace(
        "</workbook>",
        with: "<extLst><ext xmlns:x14='m'><x14:workbookPr defaultImageDpi='1'/></ext></extLst>"
          + "</workbook>", in: workbook)
    },
  ]

  @Test("A workbook is read however its parts are arranged", arguments: readable)
  func reads(row: Case) throws {
    var parts = XLSXParts([("S", "", XLSXParts.rows([["name"], ["Ada"]]))])
    row.change(&parts)
    let scratch = try Scratch()
    let file = try TableFile(path: try scratch.write("t.xlsx", parts.bytes()))
    #expect(try XLSXSelectionTests.rendered(file) == ["S: 1 name; 2 Ada"])
  }

  @Test("A strict workbook reads like a transitional one, dates of 1904 with an extension too")
  func strict() throws {
    let parts = XLSXParts(
      [("S", "", "<sheetData><row r='1'><c r='A1' t='d'><v>2026-03-17</v></c></row></sheetData>")],
      inWorkbook:
        "<workbookPr date1904='1'/><extLst><ext><x:workbookPr xmlns:x='m'/></ext></extLst>",
      main: XLSXParts.strictMain, office: XLSXParts.strictOffice)
    let scratch = try Scratch()
    let path = try scratch.write("t.xlsx", parts.bytes())
    let file = try TableFile(path: path)
    #expect(try XLSXSelectionTests.rendered(file) == ["S: 1 2026-03-17"])
    #expect(try XLSXPackage(path: path, options: TabularOptions()).usesDates1904)
  }

  struct Broken: Sendable, CustomTestStringConvertible {
    let id: String
    let reason: TabularError.Reason
    let says: [String]
    let change: @Sendable (inout XLSXParts) -> Void

    var testDescription: String { id }

    init(
      _ id: String, _ reason: TabularError.Reason = .corrupt, says: String...,
      change: @escaping @Sendable (inout XLSXParts) -> Void
    ) {
      self.id = id
      self.reason = reason
      self.says = says
      self.change = change
    }
  }

  static let broken = [
    Broken("a sheet whose part is missing", says: sheet) { $0[sheet] = nil },
    Broken("a sheet whose relationship is missing", says: "sheet 'S'") {
      $0.replace("'s1'", with: "'other'", in: relations)
    },
    Broken("a sheet outside the file", says: "sheet 'S'") {
      $0.replace("Target=", with: "TargetMode='External' Target=", in: relations)
    },
    Broken("a sheet that leads back to the workbook", says: "the workbook", "sheet 'S'") {
      $0.replace("worksheets/sheet1.xml", with: "workbook.xml", in: relations)
    },
    Broken("two sheets that are one part", says: "'S' and sheet 'T'", "'XL/worksheets/sheet1.xml'")
    {
      $0.replace(
        "</sheets>", with: "<sheet name='T' sheetId='2' r:id='s2'/></sheets>", in: workbook)
      $0.replace(
        "</Relationships>",
        with: "<Relationship Id='s2' Type='x/worksheet' Target='/XL/worksheets/sheet1.xml'/>"
          + "</Relationships>", in: relations)
    },
    Broken("no worksheet at all", .empty, says: "no worksheet") {
      $0.replace("/worksheet'", with: "/chartsheet'", in: relations)
    },
    Broken("entities in the workbook", says: workbook, "document type") {
      $0[workbook] =
        "<!DOCTYPE w [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]>" + ($0[workbook] ?? "")
    },
    Broken("an entity from outside in the relationships", says: relations, "document type") {
      $0[relations] =
        "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Relationships>&x;</Relationships>"
    },
    Broken("a workbook that is no XML", says: workbook) { $0[workbook] = "PK not XML" },
    Broken("cells that refer to texts, whose part is missing", says: "row 1", "sharedStrings.xml") {
      $0.replace(
        "<sheetData>", with: "<sheetData><row r='1'><c r='A1' t='s'><v>0</v></c></row>", in: sheet)
      $0.replace(
        "</Relationships>",
        with: "<Relationship Id='z' Type='\(XLSXParts.office)/sharedStrings' "
          + "Target='sharedStrings.xml'/></Relationships>", in: relations)
    },
    Broken("a binary workbook", .format, says: ".xlsb", "save it as .xlsx") {
      $0.rename(workbook, to: "xl/workbook.bin")
    },
    Broken("a presentation", .format, says: "PowerPoint") {
      $0.rename(workbook, to: "ppt/presentation.xml")
    },
    Broken("a Numbers document", .format, says: "Numbers", ".xlsx") {
      $0["Index/Document.iwa"] = "x"
    },
    Broken("an archive of tables", .format, says: "unpack it", "'a.csv' and 1 more") {
      $0.parts = [("a.csv", "x"), ("b.xlsx", "y")]
    },
  ]

  @Test("A workbook that does not hold together is refused by name", arguments: broken)
  func refused(row: Broken) throws {
    var parts = XLSXParts([("S", "", XLSXParts.rows([["name"], ["Ada"]]))])
    row.change(&parts)
    let scratch = try Scratch()
    let path = try scratch.write("t.xlsx", parts.bytes())
    let error = #expect(throws: TabularError.self) { try readAll(try TableFile(path: path)) }
    #expect(error?.reason == row.reason, "\(error?.message ?? "")")
    for words in row.says {
      #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }
  }
}
