import LeadModel
import Testing

@testable import Tabular

@Suite("What of a workbook is read")
struct XLSXSelectionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    let options: XLSXOptions
    /// `Sheet: row cells; row cells`
    let expected: [String]

    var testDescription: String { id }

    init(_ id: String, _ expected: String..., change: (inout XLSXOptions) -> Void) {
      self.id = id
      self.expected = expected
      var options = XLSXOptions()
      change(&options)
      self.options = options
    }
  }

  /// Three sheets: a title, a table with totals beside notes, a hidden one.
  static func workbook() -> XLSXParts {
    var parts = XLSXParts(
      [
        ("Cover", "", XLSXParts.rows([["Our leads"], ["", "of October"]])),
        (
          "Leads, new", "",
          XLSXParts.rows(
            [
              ["", "Name", "Mail", "", "note"], ["", "Ada", "ada@example.com", "", "n1"],
              ["", "Bob", "bob@example.com", "", "n2"], ["", "Total", "2"],
            ], from: 3)
        ),
        ("2", "state='hidden'", XLSXParts.rows([["secret"]])),
      ],
      inWorkbook: """
        <definedNames><definedName name="Leads_Range">'Leads, new'!$B$3:$C$5</definedName>
        <definedName name="People" localSheetId="1">'Leads, new'!$B$4:$B$5</definedName>
        <definedName name="Formula">SUM(Cover!A1:A2)</definedName></definedNames>
        """)
    parts["xl/worksheets/_rels/sheet2.xml.rels"] =
      "<Relationships><Relationship Id='t' Type='\(XLSXParts.office)/table' "
      + "Target='../tables/table1.xml'/></Relationships>"
    parts["xl/tables/table1.xml"] =
      "<table xmlns='\(XLSXParts.main)' id='1' name='Table1' displayName='LeadTable' ref='B3:C6' "
      + "totalsRowCount='1'><autoFilter ref='B3:C5'/></table>"
    return parts
  }

  static let cases = [
    Case(
      "all visible sheets", "Cover: 1 Our leads; 2 |of October",
      "Leads, new: 3 |Name|Mail||note; 4 |Ada|ada@example.com||n1; 5 |Bob|bob@example.com||n2",
      "(2)"
    ) { _ in },
    Case("a sheet by name", "Cover: 1 Our leads; 2 |of October") { $0.sheet = "Cover" },
    Case("a sheet by name, other case", "Cover: 1 Our leads; 2 |of October") { $0.sheet = "COVER" },
    Case("a sheet by number", "Cover: 1 Our leads; 2 |of October") { $0.sheet = "1" },
    Case("a hidden sheet by a name that is a number", "2: 1 secret") { $0.sheet = "2" },
    Case(
      "hidden sheets too", "Cover: 2 of October",
      "Leads, new: 3 Name; 4 Ada; 5 Bob", "2:"
    ) {
      $0.hiddenSheets = .include
      $0.range = "B1:B9"
    },
    Case(
      "a table without its totals",
      "Leads, new: 3 Name|Mail; 4 Ada|ada@example.com; 5 Bob|bob@example.com"
    ) {
      $0.table = "leadtable"
    },
    Case("a table by its inner name", "Leads, new: 3 Name; 4 Ada; 5 Bob") {
      $0.table = "Table1"
      $0.range = "A:B"
    },
    Case("a range of a sheet", "Leads, new: 4 Ada|ada@example.com; 5 Bob|bob@example.com") {
      $0.range = "'Leads, new'!$B$4:$C$5"
    },
    Case("whole rows of one sheet", "Leads, new: 4 |Ada|ada@example.com||n1") {
      $0.sheet = "Leads, new"
      $0.range = "4:4"
    },
    Case("whole columns", "Leads, new: 3 note; 4 n1; 5 n2") {
      $0.sheet = "Leads, new"
      $0.range = "e:E"
    },
    Case("a defined name", "Leads, new: 3 Name|Mail; 4 Ada|ada@example.com; 5 Bob|bob@example.com")
    {
      $0.range = "leads_range"
    },
    Case("a name of one sheet", "Leads, new: 4 Ada; 5 Bob") { $0.range = "Leads, new!People" },
    Case("from a header row on", "Leads, new: 5 |Bob|bob@example.com||n2") {
      $0.sheet = "Leads, new"
      $0.headerRow = 5
    },
  ]

  @Test("A choice reads its area and nothing else", arguments: cases)
  func choice(row: Case) throws {
    let scratch = try Scratch()
    let path = try scratch.write("t.xlsx", Self.workbook().bytes())
    let file = try TableFile(path: path, options: TabularOptions(xlsx: row.options))
    #expect(try Self.rendered(file) == row.expected)
  }

  static func rendered(_ file: TableFile) throws -> [String] {
    try file.sheets.enumerated().map { index, sheet in
      if !sheet.isRead { return "(\(sheet.name))" }
      let rows = try readAll(file, sheet: index).rows.map {
        "\($0.number) \($0.cells.joined(separator: "|"))"
      }
      return "\(sheet.name):" + (rows.isEmpty ? "" : " ") + rows.joined(separator: "; ")
    }
  }

  @Test(
    "A choice that is not there gets a list of those that are",
    arguments: [
      ("sheet", "Leeds", "has no sheet 'Leeds'; it has 'Cover', 'Leads, new', '2'"),
      ("sheet", "4", "has no sheet '4'"), ("table", "T", "has no table 'T'; it has 'LeadTable'"),
      ("range", "Leed_Range", "which has 'Leads_Range', 'People', 'Formula'"),
      ("range", "Formula", "is no range of cells"), ("range", "A0:B2", "neither a range"),
      ("range", "Nowhere!A1:B2", "has no sheet 'Nowhere'"),
    ])
  func absent(key: String, value: String, says: String) throws {
    let scratch = try Scratch()
    let path = try scratch.write("t.xlsx", Self.workbook().bytes())
    var options = XLSXOptions()
    switch key {
    case "sheet": options.sheet = value
    case "table": options.table = value
    default: options.range = value
    }
    let error = #expect(throws: TabularError.self) {
      try TableFile(path: path, options: TabularOptions(xlsx: options))
    }
    #expect(error?.reason == .absent)
    #expect(error?.message.contains(says) == true, "\(error?.message ?? "")")
  }

  private static let hidden = XLSXParts([
    (
      "S", "",
      "<cols><col min='2' max='2' hidden='1'/></cols>"
        + XLSXParts.rows([["a", "b", "c"], ["1", "2", "3"], ["4", "5", "6"]])
        .replacing("<row r='2'>", with: "<row r='2' hidden='1'>")
    )
  ])

  @Test("Hidden rows and columns are read, left out, or read and said")
  func hiddenCells() throws {
    let scratch = try Scratch()
    let path = try scratch.write("t.xlsx", Self.hidden.bytes())
    var options = XLSXOptions()
    func read() throws -> ([String], [TabularNotice]) {
      let (rows, notices) = try readAll(
        try TableFile(path: path, options: TabularOptions(xlsx: options)))
      return (rows.map { $0.cells.joined() }, notices)
    }
    #expect(try read().0 == ["abc", "123", "456"])
    #expect(
      try read().1 == [
        TabularNotice(kind: .hiddenRows(count: 1, isSkipped: false), rowNumber: 2),
        TabularNotice(kind: .hiddenColumns(first: 1, count: 1, isSkipped: false), rowNumber: 0),
      ])
    options.hiddenRows = .include
    options.hiddenColumns = .include
    #expect(try read().0 == ["abc", "123", "456"])
    #expect(try read().1.isEmpty)
    options.hiddenRows = .skip
    options.hiddenColumns = .skip
    #expect(try read().0 == ["ac", "46"])
    #expect(
      try read().1 == [
        TabularNotice(kind: .hiddenRows(count: 1, isSkipped: true), rowNumber: 2),
        TabularNotice(kind: .hiddenColumns(first: 1, count: 1, isSkipped: true), rowNumber: 0),
      ])
  }

  @Test("What is said of an area is about its rows and columns, counted as they are delivered")
  func noticesOfAnArea() throws {
    let long = "<c r='\\1'><v>1234567890123456</v></c>"
    func row(_ number: Int, _ columns: String..., hidden: Bool = false) -> String {
      "<row r='\(number)'\(hidden ? " hidden='1'" : "")>"
        + columns.map { long.replacing("\\1", with: "\($0)\(number)") }.joined() + "</row>"
    }
    let content =
      "<cols><col min='1' max='2' hidden='1'/><col min='4' max='4' hidden='1'/>"
      + "<col min='9' max='16384' hidden='1'/></cols><sheetData>"
      + row(1, "A", "C", "E", hidden: true) + row(2, "A", "C", "D", "E", "F")
      + row(3, "E", hidden: true) + "<row r='4' hidden='1'/>" + row(5, "E")
      + "</sheetData><mergeCells><mergeCell ref='A1:A2'/><mergeCell ref='C4:C5'/>"
      + "<mergeCell ref='C2:C3'/></mergeCells>"
    let scratch = try Scratch()
    let path = try scratch.write("t.xlsx", XLSXParts([("S", "", content)]).bytes())
    var options = XLSXOptions()
    options.range = "B2:E4"
    options.hiddenColumns = .skip
    func notices() throws -> [TabularNotice] {
      try readAll(try TableFile(path: path, options: TabularOptions(xlsx: options))).notices
    }
    // C and E are left of B to E.
    #expect(
      try notices() == [
        TabularNotice(kind: .digitsLost(column: 0, count: 1), rowNumber: 2),
        TabularNotice(kind: .digitsLost(column: 1, count: 2), rowNumber: 2),
        TabularNotice(kind: .hiddenRows(count: 1, isSkipped: false), rowNumber: 3),
        TabularNotice(kind: .hiddenColumns(first: 1, count: 2, isSkipped: true), rowNumber: 0),
        TabularNotice(kind: .mergedCells(count: 2, isFilled: false), rowNumber: 2),
      ])
    #expect(
      try notices().map(\.description) == [
        "row 2: a number of more than 15 digits in column A",
        "row 2: a number of more than 15 digits in column B, and 1 more",
        "row 3: is hidden, read all the same",
        "column B is the first of 2 hidden columns, left out",
        "row 2: the first of 2 ranges of merged cells, of which only the first has the value",
      ])
    options.hiddenRows = .skip
    #expect(
      try notices().prefix(2) == [
        TabularNotice(kind: .digitsLost(column: 0, count: 1), rowNumber: 2),
        TabularNotice(kind: .digitsLost(column: 1, count: 1), rowNumber: 2),
      ])
    options.range = nil
    #expect(
      try notices().suffix(2) == [
        TabularNotice(kind: .hiddenColumns(first: 0, count: 3, isSkipped: true), rowNumber: 0),
        TabularNotice(kind: .mergedCells(count: 3, isFilled: false), rowNumber: 1),
      ])
  }

  @Test("Merged cells come as they are stored, or filled over their range")
  func merged() throws {
    let content =
      XLSXParts.rows([["Region", "Name"], ["North", "Ada"], ["", "Bob"], [], ["South", "Eve"]])
      + "<mergeCells count='2'><mergeCell ref='A2:A4'/><mergeCell ref='B5:D1048576'/></mergeCells>"
    let scratch = try Scratch()
    let path = try scratch.write("t.xlsx", XLSXParts([("S", "", content)]).bytes())
    var options = XLSXOptions()
    let stored = try readAll(try TableFile(path: path, options: TabularOptions(xlsx: options)))
    #expect(stored.rows.map(\.cells).last == ["South", "Eve"])
    #expect(
      stored.notices == [
        TabularNotice(kind: .mergedCells(count: 2, isFilled: false), rowNumber: 2)
      ])
    options.mergedCells = .fill
    let filled = try readAll(try TableFile(path: path, options: TabularOptions(xlsx: options)))
    #expect(
      filled.rows == [
        Row(1, ["Region", "Name"]), Row(2, ["North", "Ada"]), Row(3, ["North", "Bob"]),
        Row(4, ["North"]), Row(5, ["South", "Eve", "Eve", "Eve"]),
      ])
    #expect(
      filled.notices == [
        TabularNotice(kind: .mergedCells(count: 2, isFilled: true), rowNumber: 2)
      ])
    var limited = TabularOptions(xlsx: options)
    limited.limits.filledCells = 3
    let error = #expect(throws: TabularError.self) {
      try readAll(try TableFile(path: path, options: limited))
    }
    #expect(error?.reason == .limit)
    #expect(error?.message.contains("xl/worksheets/sheet1.xml") == true)
  }
}
