import Bytes
import LeadModel
import Testing

@testable import Tabular

@Suite("Worksheets as XML")
struct SheetXMLTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    /// Of `sheetData`.
    let xml: String
    let rows: [Row]

    var testDescription: String { id }

    init(_ id: String, _ xml: String, _ rows: [Row]) {
      self.id = id
      self.xml = xml
      self.rows = rows
    }
  }

  static let cells = [
    Case(
      "rows without numbers", "<row><c><v>1</v></c></row><row><c r='B9'><v>2</v></c></row>",
      [Row(1, ["1"]), Row(9, ["", "2"])]),
    Case(
      "rows out of order",
      "<row r='5'><c r='A5'><v>5</v></c></row><row r='2'><c r='A2'><v>2</v></c></row>"
        + "<row><c><v>3</v></c></row>", [Row(5, ["5"]), Row(2, ["2"]), Row(3, ["3"])]),
    Case(
      "cells out of order, one of them twice",
      "<row r='1'><c r='C1'><v>3</v></c><c r='A1'><v>1</v></c><c r='C1'><v>4</v></c></row>",
      [Row(1, ["1", "", "3"])]),
    Case(
      "small letters in references", "<row r='1'><c r='b1'><v>1</v></c></row>",
      [Row(1, ["", "1"])]),
    Case(
      "the last column", "<row r='1'><c r='XFD1'><v>1</v></c></row>",
      [Row(1, Array(repeating: "", count: 16_383) + ["1"])]),
    Case(
      "a formula before its value",
      "<row r='1'><c r='A1'><f t='shared' si='0'>B1&lt;1</f><v>7</v></c></row>",
      [Row(1, ["7"])]),
    Case(
      "an inline text where a value is", "<row r='1'><c r='A1' t='inlineStr'><v>x</v></c></row>",
      [Row(1, ["x"])]),
    Case(
      "an inline text of a cell without a kind", "<row r='1'><c r='A1'><is><t>x</t></is></c></row>",
      [Row(1, ["x"])]),
    Case(
      "phonetics in an inline text",
      "<row r='1'><c r='A1' t='inlineStr'><is><t>東京</t><rPh sb='0' eb='2'><t>トウ</t></rPh>"
        + "<phoneticPr fontId='1'/></is></c></row>", [Row(1, ["東京"])]),
    Case(
      "an extension with names of ours",
      "<row r='1'><c r='A1'><v>1</v><extLst><ext><v>2</v><t>3</t></ext></extLst></c>"
        + "<extLst><c r='B1'><v>9</v></c></extLst></row>", [Row(1, ["1"])]),
    Case(
      "comments, instructions and CDATA",
      "<!-- x --><row r='1'><?p?><c r='A1' t='str'><v>a<!-- x -->b<![CDATA[<c>]]></v></c></row>",
      [Row(1, ["ab<c>"])]),
    Case(
      "references in texts and attributes",
      "<row r='&#49;'><c r=\"A1\" t=\"str\"><v>&#x41;&amp;&#10;</v></c></row>", [Row(1, ["A&\n"])]),
    Case(
      "line ends", "<row r='1'><c r=\"A1\" t=\"str\"><v>a\r\nb\rc</v></c></row>",
      [Row(1, ["a\nb\nc"])]),
    Case(
      "escapes in results of formulas, none in errors",
      "<row r='1'><c r=\"A1\" t=\"str\"><v>a_x000A_b_x005F_x000A_</v></c>"
        + "<c r=\"B1\" t=\"e\"><v>#_x000A_</v></c></row>", [Row(1, ["a\nb_x000A_", "#_x000A_"])]),
    Case(
      "a date in ISO 8601 under a format without time",
      "<row r='1'><c r='A1' t='d' s='1'><v>2026-03-17T00:00:00</v></c>"
        + "<c r='B1' t='d'><v>2026-03-17T10:00:00Z</v></c></row>",
      [Row(1, ["2026-03-17", "2026-03-17T10:00:00Z"])]),
    Case(
      "booleans spelled out",
      "<row r='1'><c r='A1' t='b'><v>true</v></c><c r='B1' t='b'><v>false</v></c></row>",
      [Row(1, ["TRUE", "FALSE"])]),
    Case(
      "a style that is not there", "<row r='1'><c r='A1' s='99'><v>5</v></c></row>", [Row(1, ["5"])]
    ),
    Case(
      "a text that is not there",
      "<row r='1'><c r='A1' t='s'><v>7</v></c><c r='B1'><v>1</v></c></row>",
      [Row(1, ["", "1"])]),
    Case(
      "empty elements of every kind",
      "<row/><row r='2'><c/><c r='B2' s='1'/><c r='C2'><v/></c><c r='D2' t='inlineStr'><is/></c>"
        + "<c r='E2' t='inlineStr'><is><t/></is></c><c r='F2'></c><c><v>1</v></c></row>",
      [Row(2, ["", "", "", "", "", "", "1"])]),
    Case("nothing but white space", "<row r='1'><c r='A1' t='str'><v> \n</v></c></row>", []),
  ]

  @Test("Cells, as our scanner, expat and a prefix give them", arguments: cells)
  func sameRows(row: Case) throws {
    let sheet = SheetXML()
    let xml = sheet.document(row.xml)
    #expect(try sheet.read(xml) == row.rows)
    #expect(try sheet.read(xml, usesExpat: true) == row.rows)
    // The spelling that is read without events.
    #expect(try sheet.read(xml.replacing("'", with: "\"")) == row.rows)
    #expect(try sheet.read(sheet.document(row.xml, prefix: "x")) == row.rows)
    #expect(try sheet.read(xml, lengths: { 5 }) == row.rows)
  }

  @Test("A sheet in UTF-16, of either order")
  func wideEncodings() throws {
    let sheet = SheetXML()
    let xml =
      "<?xml version='1.0' encoding='UTF-16'?>"
      + sheet.document(
        "<row r='1'><c r='A1' t='str'><v>Zoë 😀</v></c></row>")
    let units = Array(xml.utf16)
    let little =
      [0xFF, 0xFE] + units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let big =
      [0xFE, 0xFF] + units.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    for bytes in [little, big] {
      #expect(try sheet.read(BytesSource(bytes)) == [Row(1, ["Zoë 😀"])])
    }
  }

  @Test("Hidden rows are counted, and left out where that is asked for")
  func hiddenRows() throws {
    let xml = SheetXML().document(
      "<row r='1'><c r='A1'><v>1</v></c></row><row r='2' hidden='1'><c r='A2'><v>2</v></c></row>"
        + "<row r='3' hidden='true'><c r='A3'><v>3</v></c></row>"
        + "<row r='4' hidden='0'><c r='A4'><v>4</v></c></row>", before: "<sheetFormatPr/>")
    let all = try SheetXML().reader(xml)
    #expect(try SheetXML.rows(of: all).map(\.number) == [1, 2, 3, 4])
    #expect(all.hiddenRowCount == 2 && all.firstHiddenRow == 2)
    let some = try SheetXML(hiddenRows: .skip).reader(xml)
    #expect(try SheetXML.rows(of: some).map(\.number) == [1, 4])
    let byDefault = xml.replacing("<sheetFormatPr/>", with: "<sheetFormatPr zeroHeight='1'/>")
    #expect(try SheetXML(hiddenRows: .skip).read(byDefault).map(\.number) == [4])
  }

  @Test("Hidden columns and merged ranges")
  func besideTheRows() throws {
    let reader = try SheetXML().reader(
      SheetXML().document(
        "<row r='1'><c r='A1'><v>1</v></c></row>",
        before: "<cols><col min='1' max='1'/><col min='2' max='3' hidden='1'/>"
          + "<col min='5' max='99999' hidden='1'/><col min='0' max='1' hidden='1'/></cols>",
        after: "<mergeCells><mergeCell ref='A1:B2'/><mergeCell ref='$D$4'/><mergeCell ref='?'/>"
          + "</mergeCells>"))
    _ = try SheetXML.rows(of: reader)
    #expect(reader.hiddenColumns == [1...2, 4...16_383])
    #expect(
      reader.mergedRanges == [
        XLSXCellRange(rows: 1...2, columns: 0...1), XLSXCellRange(rows: 4...4, columns: 3...3),
      ])
  }

  @Test("What is odd about a column is told once, with its first row and its count")
  func notices() throws {
    let reader = try SheetXML().reader(
      SheetXML().document(
        "<row r='3'><c r='B3'><v>1234567890123456</v></c><c r='C3'><f>A1</f></c></row>"
          + "<row r='4'><c r='A4' t='s'><v>9</v></c><c r='B4'><v>4.91702E+11</v></c></row>"
          + "<row r='5'><c r='B5'><v>1234567890123457</v></c><c r='C5' t='str'><f>A1</f><v></v></c>"
          + "</row>"))
    _ = try SheetXML.rows(of: reader)
    #expect(
      reader.notices == [
        TabularNotice(kind: .missingText(column: 0, count: 1), rowNumber: 4),
        TabularNotice(kind: .digitsLost(column: 1, count: 2), rowNumber: 3),
        TabularNotice(kind: .numberShortened(column: 1, count: 1), rowNumber: 4),
        TabularNotice(kind: .formulaWithoutValue(column: 2, count: 1), rowNumber: 3),
      ])
  }

  @Test("Rows that say to be the same row are all read, and said")
  func repeatedRows() throws {
    let rows =
      "<row r='2'/><row r='2'><c><v>1</v></c></row><row r='7'><c><v>2</v></c></row>"
      + "<row r='2'><c><v>3</v></c></row><row><c><v>4</v></c></row><row r='8'><c><v>5</v></c></row>"
    let xml = SheetXML().document(rows)
    let reader = try SheetXML().reader(xml)
    #expect(
      try SheetXML.rows(of: reader) == [
        Row(2, ["1"]), Row(7, ["2"]), Row(8, ["3"]), Row(9, ["4"]), Row(10, ["5"]),
      ])
    #expect(
      reader.notices == [
        TabularNotice(kind: .repeatedRows(count: 2, number: 8), rowNumber: 2)
      ])
    // Where one row of them is asked for, nobody knows which.
    let area = XLSXCellRange(rows: 2...7, columns: 0...3)
    let error = #expect(throws: TabularError.self) { try SheetXML(area: area).read(xml) }
    #expect(error?.reason == .corrupt)
    #expect(error?.message.contains("row 2 comes twice") == true, "\(error?.message ?? "")")
  }

  struct HostileCase: Sendable, CustomTestStringConvertible {
    let id: String
    let xml: @Sendable () -> String
    let reason: TabularError.Reason

    var testDescription: String { id }

    init(
      _ id: String, _ reason: TabularError.Reason,
      _ xml: @autoclosure @escaping @Sendable () -> String
    ) {
      self.id = id
      self.xml = xml
      self.reason = reason
    }
  }

  static let hostile = [
    HostileCase("a column too many", .limit, "<row r='1'><c r='XFE1'><v>1</v></c></row>"),
    HostileCase("a column far out", .limit, "<row r='1'><c r='ZZZZZZZZZZZZ1'><v>1</v></c></row>"),
    HostileCase("a row too many", .limit, "<row r='1048577'><c><v>1</v></c></row>"),
    HostileCase(
      "a row far out", .limit,
      "<row r='9223372036854775807'><c><v>1</v></c></row><row/>"),
    HostileCase("a document type", .corrupt, "<!DOCTYPE x><row/>"),
    HostileCase("a cell that does not end", .corrupt, "<row r='1'><c r='A1'><v>1"),
    HostileCase(
      "too deep", .limit,
      "<row r='1'><c r='A1'>" + String(repeating: "<x>", count: 80)),
    HostileCase(
      "an attribute of two megabytes", .limit,
      "<row r='1' x='" + String(repeating: "y", count: 2 << 20) + "'/>"),
    HostileCase(
      "a cell of 17 million characters", .limit,
      "<row r='1'><c r='A1' t='str'><v>" + String(repeating: "z", count: 17_000_000)
        + "</v></c></row>"),
    HostileCase(
      "a long cell in CDATA", .limit,
      "<row r='1'><c r='A1' t='str'><v><![CDATA[" + String(repeating: "z", count: 2_000_000)
        + "]]></v></c></row>"),
    HostileCase(
      "more cells than columns, all in one place", .limit,
      "<row r='1'>" + String(repeating: "<c r='A1'><v>1</v></c>", count: 16_386) + "</row>"),
  ]

  @Test("Hostile sheets end in a clear error", arguments: hostile)
  func refused(row: HostileCase) throws {
    let sheet = SheetXML()
    let xml = row.xml()
    for spelled in [xml, xml.replacing("'", with: "\"")] {
      let error = #expect(throws: TabularError.self, "\(row.id)") {
        _ = try sheet.read(sheet.document(spelled))
      }
      #expect(error?.reason == row.reason, "\(row.id): \(error?.message ?? "")")
    }
  }

  @Test("A long text that many cells refer to does not fill the memory")
  func repeatedText() throws {
    let text = String(repeating: "z", count: 1 << 20)
    let cells = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 100)
    let sheet = try SheetXML(strings: "<si><t>\(text)</t></si>")
    let error = #expect(throws: TabularError.self) {
      _ = try sheet.read(sheet.document("<row r=\"1\">\(cells)</row>"))
    }
    #expect(error?.reason == .limit)
    // Rows within the limit come a batch at a time, however little XML they are.
    let rows = (1...40).map { "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"s\"><v>0</v></c></row>" }
    let reader = try sheet.reader(sheet.document(rows.joined()))
    var batch = CellBatch()
    while try reader.next(&batch) { #expect(batch.rowCount == 1) }
  }

  @Test("Random sheets are to the scanner what they are to expat")
  func random() throws {
    var source = RandomSheet(seed: .random(in: 0...UInt64.max))
    let sheet = try SheetXML(strings: "<si><t>zero</t></si><si><t>_x0041_&amp;</t></si>")
    for _ in 0..<1000 {
      let xml = sheet.document(source.next())
      let seen = outcome { try sheet.read(xml) }
      let cut = outcome { try sheet.read(xml, lengths: { 11 }) }
      let expected = outcome { try sheet.read(xml, usesExpat: true) }
      let isSame = seen == expected && cut == expected
      #expect(isSame, "seed \(source.seed): \(xml)\n\(seen)\n\(cut)\n\(expected)")
      if !isSame { return }
    }
  }

  /// The rows, or the reason why there are none: each parser has its own words for damage.
  private func outcome(_ read: () throws -> [Row]) -> String {
    do {
      return try read().map(\.description).joined(separator: "\n")
    } catch {
      return "\((error as? TabularError)?.reason as Any)"
    }
  }
}
