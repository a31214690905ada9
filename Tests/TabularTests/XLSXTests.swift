import Foundation
import LeadModel
import Testing
import Workbook

@testable import Tabular

@Suite("XLSX files")
struct XLSXTests {
  /// One cell in row 1: its XML, the format of style 1, and the text that must come out.
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    let cell: String
    let format: String
    let text: String

    var testDescription: String { id }

    init(_ id: String, _ cell: String, format: String = "General", _ text: String) {
      self.id = id
      self.cell = cell
      self.format = format
      self.text = text
    }

    static func number(_ value: String, format: String = "General", _ text: String) -> Case {
      Case("\(value) as \(format)", "<c r='A1' s='1'><v>\(value)</v></c>", format: format, text)
    }
  }

  static let numbers: [Case] = [
    .number("42", "42"), .number("-7", "-7"), .number("1.5", "1.5"), .number("0", "0"),
    .number("491701234567", "491701234567"), .number("4.91701234567E11", "491701234567"),
    .number("4.91701234567E+11", format: "0", "491701234567"),
    .number("1E-3", "0.001"), .number("1.5E-7", "0.00000015"),
    .number("1234567890123456789", "1234567890123456789"),
    .number("1E+20", "100000000000000000000"), .number("0.30000000000000004", "0.3"),
    .number("1234567.891", format: "#,##0.00", "1234567.891"),
    .number("1234.0", "1234"), .number("1067", format: "00000", "01067"),
    .number("123456", format: "00000", "123456"),
    .number("491701234567", format: "\"+\"0", "+491701234567"),
    .number("491701234567", format: "\\+#", "+491701234567"),
    .number("123456789", format: "000-00-0000", "123-45-6789"),
    .number("0", format: "#,##0; (#,##0); 0", "0"), .number("0.125", format: "0.0%", "0.125"),
    .number("12", format: "0.00 \"d\"", "12"),
    .number("12.5", format: "#,##0 [$€-407]", "12.5"),
  ]

  static let dates: [Case] = [
    .number("46098", format: "yyyy\\-mm\\-dd", "2026-03-17"),
    .number("46098", format: "dd.mm.yyyy;@", "2026-03-17"),
    .number("46098", format: "[$-407]d. mmmm yyyy", "2026-03-17"),
    .number("46098.5", format: "dd/mm/yyyy hh:mm", "2026-03-17T12:00:00"),
    .number("46098.4375", format: "m/d/yy h:mm AM/PM", "2026-03-17T10:30:00"),
    .number("46098.999999", format: "yyyy-mm-dd hh:mm:ss", "2026-03-18T00:00:00"),
    .number("0.4375", format: "h:mm", "10:30:00"),
    .number("1.5", format: "[h]:mm:ss", "36:00:00"),
    .number("46098", format: "mmm yy", "2026-03-17"), .number("46098", format: "mm", "2026-03-17"),
    .number("1", format: "yyyy-mm-dd", "1900-01-01"),
    .number("59", format: "yyyy-mm-dd", "1900-02-28"),
    .number("60", format: "yyyy-mm-dd", "1900-02-29"),
    .number("61", format: "yyyy-mm-dd", "1900-03-01"),
    .number("-1", format: "yyyy-mm-dd", "-1"),
    .number("46098", format: "\"day \"0", "day 46098"),
    .number("46098", format: "0.00_d", "46098"),
  ]

  static let kinds: [Case] = [
    Case("true", "<c r='A1' t='b'><v>1</v></c>", "TRUE"),
    Case("false", "<c r='A1' t='b'><v>0</v></c>", "FALSE"),
    Case("error", "<c r='A1' t='e'><v>#N/A</v></c>", "#N/A"),
    Case("text of a formula", "<c r='A1' t='str'><f>A2</f><v>x &amp; y</v></c>", "x & y"),
    Case("ISO date", "<c r='A1' t='d'><v>2026-03-17</v></c>", "2026-03-17"),
    Case("shared text", "<c r='A1' t='s'><v>0</v></c>", "plain"),
    Case("rich shared text", "<c r='A1' t='s'><v>1</v></c>", "bold and not"),
    Case("shared text with phonetics", "<c r='A1' t='s'><v>2</v></c>", "東京"),
    Case("escaped shared text", "<c r='A1' t='s'><v>3</v></c>", "a\rb_x000D_"),
    Case("surrogates in escapes", "<c r='A1' t='s'><v>4</v></c>", "😀"),
    Case("inline text", "<c r='A1' t='inlineStr'><is><t>in line</t></is></c>", "in line"),
    Case(
      "rich inline text",
      "<c r='A1' t='inlineStr'><is><r><t>a</t></r><r><t xml:space='preserve'> b</t></r></is></c>",
      "a b"),
    Case("white space", "<c r='A1' t='inlineStr'><is><t>  x </t></is></c>", "  x "),
  ]

  @Test("A cell comes out as a person sees it", arguments: numbers + dates + kinds)
  func cell(row: Case) throws {
    var builder = XLSXBuilder()
    builder.formats = [row.format]
    builder.sharedStrings =
      "<si><t>plain</t></si><si><r><rPr><b/></rPr><t>bold</t></r><r><t> and not</t></r></si>"
      + "<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></si>"
      + "<si><t>a_x000D_b_x005F_x000D_</t></si><si><t>_xD83D__xDE00_</t></si>"
    builder.sheetData = "<row r='1'>\(row.cell)</row>"
    #expect(try read(builder) == [Row(1, [row.text])])
  }

  @Test("Numbers come out with the decimal mark of the supplier's texts, other cells as they are")
  func decimalMark() throws {
    var builder = XLSXBuilder()
    builder.formats = ["yyyy-mm-dd hh:mm"]
    builder.sheetData =
      "<row r='1'><c r='A1'><v>12.345</v></c><c r='B1' t='str'><v>12.345</v></c>"
      + "<c r='C1' s='1'><v>46098.5</v></c><c r='D1' s='1'><v>-1.5</v></c></row>"
    let options = TabularOptions(decimalMark: UInt8(ascii: ","))
    #expect(
      try read(builder, options: options) == [
        Row(1, ["12,345", "12.345", "2026-03-17T12:00:00", "-1,5"])
      ])
  }

  @Test("Dates of the 1904 system")
  func dates1904() throws {
    var builder = XLSXBuilder()
    builder.uses1904 = true
    builder.formats = ["yyyy-mm-dd"]
    builder.sheetData =
      "<row r='1'><c r='A1' s='1'><v>44636</v></c><c r='B1' s='1'><v>0</v></c></row>"
    #expect(try read(builder) == [Row(1, ["2026-03-17", "1904-01-01"])])
  }

  @Test("Gaps, missing references, odd orders and blank rows")
  func shape() throws {
    var builder = XLSXBuilder()
    builder.sheetData = """
      <row r='2'><c r='B2'><v>1</v></c><c r='D2'><v>2</v></c><c r='E2'/></row>
      <row r='4'><c r='A4' t='inlineStr'><is><t>  </t></is></c></row>
      <row r='7'><c><v>3</v></c><c><v>4</v></c></row>
      <row><c r='C8'><v>6</v></c><c r='A8'><v>5</v></c></row>
      """
    #expect(
      try read(builder) == [
        Row(2, ["", "1", "", "2"]), Row(7, ["3", "4"]), Row(8, ["5", "", "6"]),
      ])
  }

  @Test("Names with a namespace prefix, parts named with backslashes")
  func oddPackages() throws {
    var zip = ZipBuilder()
    zip.add(
      "xl\\_rels\\workbook.xml.rels",
      "<Relationships><Relationship Id='r' Type='x/worksheet' Target='sheets/a.xml'/></Relationships>"
    )
    zip.add(
      "xl\\workbook.xml",
      "<x:workbook xmlns:x='m' xmlns:r='r'><x:sheets><x:sheet name='S' r:id='r'/></x:sheets>"
        + "</x:workbook>")
    zip.add(
      "xl\\sheets\\a.xml",
      "<x:worksheet xmlns:x='m'><x:sheetData><x:row r='1'><x:c r='A1'><x:v>5</x:v></x:c></x:row>"
        + "</x:sheetData></x:worksheet>")
    let scratch = try Scratch()
    let file = try TableFile(path: try scratch.write("t.xlsx", zip.finished()))
    #expect(try readAll(file).rows == [Row(1, ["5"])])
  }

  @Test("Hidden sheets say that they are hidden")
  func hidden() throws {
    var builder = XLSXBuilder()
    builder.sheetAttributes = "state='veryHidden'"
    let scratch = try Scratch()
    let file = try TableFile(path: try scratch.write("t.xlsx", builder.bytes()))
    #expect(file.sheets == [TableSheet(name: "Data", isHidden: true, isRead: false, isSaid: false)])
  }

  @Test("A large sheet comes in batches, complete and in order")
  func batches() throws {
    let scratch = try Scratch()
    let path = scratch.path("t.xlsx")
    let asOf = Timestamp(seconds: 1_793_599_200)
    let book = try Workbook(
      path: path, properties: WorkbookProperties(title: "t", asOf: asOf), streaming: true)
    let sheet = try book.addSheet("S")
    for row in 0..<20_000 {
      try sheet.writeRow(row, [.integer(Int64(row)), .text("name \(row)"), .number(0.5)])
    }
    try book.close()
    let rows = try readAll(try TableFile(path: path)).rows
    #expect(rows.count == 20_000)
    let wrong = rows.enumerated().first {
      $1 != Row($0 + 1, ["\($0)", "name \($0)", "0.5"])
    }
    #expect(wrong == nil)
  }

  private func read(_ builder: XLSXBuilder, options: TabularOptions = TabularOptions()) throws
    -> [Row]
  {
    let scratch = try Scratch()
    let path = try scratch.write("t.xlsx", builder.bytes())
    return try readAll(try TableFile(path: path, options: options)).rows
  }
}
