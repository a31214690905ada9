import Foundation
import LeadmillTestSupport
import Testing

/// Workbooks as people send them, read through a mapping's block `xlsx` and the command line.
@Suite("What a workbook hides, merges, totals or leaves out is read as the mapping says")
struct WorkbookPolicyTests {
  private struct Bench {
    let workspace: TestWorkspace
    let config: String

    init(xlsx: String = "", extra: String = "") throws {
      workspace = try TestWorkspace()
      config = try workspace.copyPipelines()
      let block = xlsx.isEmpty ? "" : "xlsx: {\(xlsx)}\n"
      try "kind: lead\nfiles: [\"fair*\"]\n\(extra)\(block)".write(
        toFile: "\(config)/mappings/fair.yaml", atomically: true, encoding: .utf8)
    }

    /// Runs lines of Python that fill `book`, and saves it.
    func write(_ script: String, name: String = "fair.xlsx", after: String = "") throws -> String {
      let path = workspace.path(name)
      let lines =
        "import openpyxl, sys, zipfile, datetime\nfrom openpyxl.worksheet.table import Table\n"
        + "book = openpyxl.Workbook()\nsheet = book.active\n\(script)\nbook.save(sys.argv[1])\n\(after)"
      let writer = try runProgram(RepositoryPaths.python, ["-c", lines, path])
      try #require(writer.status == 0, "\(writer)")
      return path
    }

    @discardableResult
    func ingest(_ path: String, _ options: String...) throws -> ProgramResult {
      try workspace.runStage("ingest", ["--config", config] + options + [path])
    }

    func cells() throws -> [String] {
      try workspace.rows("SELECT cells FROM source_row ORDER BY id").map { $0[0] }
    }

    func codes() throws -> [String] {
      try workspace.rows(
        "SELECT code FROM finding WHERE code BETWEEN 'ING040' AND 'ING049' ORDER BY 1"
      ).map { $0[0] }
    }
  }

  /// Rows 2 and 4, column C and sheet "Old" hidden; the company of rows 2 and 3 merged.
  private static let hiding = """
    for line in [["email", "company", "city"], ["a@example.com", "Kestrel", "Leeds"],
                 ["b@example.com", None, "Ulm"], ["c@example.com", "Heron", "Graz"]]:
        sheet.append(line)
    sheet.merge_cells("B2:B3")
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["C"].hidden = True
    old = book.create_sheet("Old")
    for line in [["email", "company"], ["old@example.com", "Old"]]: old.append(line)
    old.sheet_state = "hidden"
    """

  struct Policy: CustomTestStringConvertible, Sendable {
    let xlsx: String
    let rows: [String]
    let codes: [String]
    var testDescription: String { xlsx }
  }

  static let policies = [
    Policy(
      xlsx: "hidden_rows: include, hidden_columns: include, hidden_sheets: include",
      rows: [
        #"["a@example.com","Kestrel","Leeds"]"#, #"["b@example.com","","Ulm"]"#,
        #"["c@example.com","Heron","Graz"]"#, #"["old@example.com","Old"]"#,
      ], codes: ["ING042"]),
    Policy(
      xlsx: "hidden_rows: skip, hidden_columns: skip, hidden_sheets: skip, merged_cells: fill",
      rows: [#"["a@example.com","Kestrel"]"#, #"["b@example.com","Kestrel"]"#],
      codes: ["ING040", "ING041", "ING042"]),
    Policy(
      xlsx: "hidden_rows: warn, hidden_columns: warn, hidden_sheets: warn",
      rows: [
        #"["a@example.com","Kestrel","Leeds"]"#, #"["b@example.com","","Ulm"]"#,
        #"["c@example.com","Heron","Graz"]"#, #"["old@example.com","Old"]"#,
      ], codes: ["ING040", "ING041", "ING042", "ING043"]),
  ]

  @Test("Hidden rows, columns and sheets, and merged cells, by the mapping", arguments: policies)
  func mapping(_ policy: Policy) throws {
    let bench = try Bench(xlsx: policy.xlsx)
    let result = try bench.ingest(try bench.write(Self.hiding))
    #expect(result.status == 0, "\(result)")
    #expect(try bench.cells() == policy.rows)
    #expect(try bench.codes() == policy.codes)
  }

  @Test("The same by the command line", arguments: policies)
  func commandLine(_ policy: Policy) throws {
    let bench = try Bench()
    let options = policy.xlsx.split(separator: ", ").map { option in
      "--" + option.replacing("_", with: "-").replacing(": ", with: "=")
    }
    let path = try bench.write(Self.hiding)
    let result = try bench.workspace.runStage(
      "ingest", ["--config", bench.config] + options + [path])
    #expect(result.status == 0, "\(result)")
    #expect(try bench.cells() == policy.rows)
    #expect(try bench.codes() == policy.codes)
  }

  @Test("Dates of both date systems, macros beside the cells, and the strict namespaces")
  func kinds() throws {
    let rows = """
      for line in [["email", "created at"], ["a@example.com", datetime.date(2026, 3, 1)]]:
          sheet.append(line)
      """
    let bench = try Bench()
    try bench.ingest(
      try bench.write(rows + "\nbook.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904"))
    try bench.ingest(
      try bench.write(
        rows.replacing("a@", with: "b@"), name: "fair.xlsm",
        after: """
          inside = zipfile.ZipFile(sys.argv[1], "a")
          inside.writestr("xl/vbaProject.bin", b"macros")
          inside.close()
          """))
    try bench.ingest(
      try bench.write(
        rows.replacing("a@", with: "c@"), name: "fair-strict.xlsx",
        after: """
          old = zipfile.ZipFile(sys.argv[1])
          parts = {name: old.read(name) for name in old.namelist()}
          old.close()
          new = zipfile.ZipFile(sys.argv[1], "w")
          for name, text in parts.items():
              text = text.replace(b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                                  b"http://purl.oclc.org/ooxml/spreadsheetml/main")
              text = text.replace(b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                                  b"http://purl.oclc.org/ooxml/officeDocument/relationships")
              new.writestr(name, text)
          new.close()
          """))
    #expect(
      try bench.cells() == [
        #"["a@example.com","2026-03-01"]"#, #"["b@example.com","2026-03-01"]"#,
        #"["c@example.com","2026-03-01"]"#,
      ])
  }

  private static let totals = """
    sheet.title = "Leads"
    for line in [["email", "company", "revenue", None], ["a@example.com", "Kestrel", 5, None],
                 ["b@example.com", "Heron", 6, None], ["Total", None, 11, None]]: sheet.append(line)
    table = Table(displayName="LeadTable", ref="A1:C4", totalsRowCount=1)
    table._initialise_columns()
    for column, cell in zip(table.tableColumns, sheet[1]): column.name = cell.value
    sheet.add_table(table)
    """

  @Test(
    "The totals of a table are no lead, whatever the area that is read",
    arguments: ["", "table: LeadTable", "range: \"A1:C9\"", "merged_cells: fill"])
  func totals(_ xlsx: String) throws {
    let bench = try Bench(xlsx: xlsx)
    let result = try bench.ingest(try bench.write(Self.totals))
    #expect(result.status == 0, "\(result)")
    #expect(
      try bench.cells() == [#"["a@example.com","Kestrel","5"]"#, #"["b@example.com","Heron","6"]"#])
    #expect(try bench.codes() == (xlsx.hasPrefix("table") ? [] : ["ING044"]))
  }

  private static let headless = """
    for number in range(4):
        sheet.append([f"p{number}@example.com", f"Person {number}", "Kestrel Ltd", "2026-03-01"])
    """

  @Test("A workbook without a header is read by its values, and by numbers where a mapping says so")
  func headerless() throws {
    let bench = try Bench(
      xlsx: "header_rows: 0", extra: "columns: {column 1: email, column 2: full_name}\n")
    try bench.ingest(try bench.write(Self.headless))
    #expect(try bench.cells().count == 4)
    #expect(
      try bench.workspace.rows("SELECT header_row, fields FROM source_sheet")[0].joined(
        separator: " "
      )
      .hasPrefix(#"0 ["email","full_name""#))
    // What no mapping claims is asked about, or read by what the values say; its first row is data.
    let inspected = try bench.workspace.runDriver(
      [
        "inspect", try bench.write(Self.headless, name: "unknown.xlsx"), "--config", bench.config,
      ])
    #expect(inspected.output.contains("column 1"), "\(inspected)")
    #expect(inspected.output.contains("p0@example.com"), "\(inspected)")
    let option = try bench.ingest(
      try bench.write(Self.headless.replacing("Kestrel", with: "Heron"), name: "fair-2.xlsx"),
      "--header-rows=0", "--accept-drift")
    #expect(option.status == 0, "\(option)")
    #expect(try bench.cells().count == 8)
  }

  @Test(
    "A title with a date above the header, and a list beside a sheet with one, are no header's lack"
  )
  func titled() throws {
    let bench = try Bench()
    try bench.ingest(
      try bench.write(
        """
        for line in [["2026-03-01", "Leads of the fair"], ["email", "company"],
                     ["a@example.com", "Kestrel"], ["b@example.com", "Heron"]]: sheet.append(line)
        notes = book.create_sheet("Blocked")
        for number in range(3): notes.append([f"blocked{number}@example.com", "2026-01-01"])
        """))
    #expect(
      try bench.cells() == [#"["a@example.com","Kestrel"]"#, #"["b@example.com","Heron"]"#])
  }

  @Test("A value beside the header's columns is said with its column, also in a part of a sheet")
  func stray() throws {
    for (xlsx, column, end) in [("", "E", "C"), ("range: \"B:F\", hidden_columns: skip", "F", "D")]
    {
      let bench = try Bench(xlsx: xlsx)
      let shift = xlsx.isEmpty ? 0 : 1
      let result = try bench.ingest(
        try bench.write(
          """
          for line in [["email", "company", "city"], ["a@example.com", "Kestrel", "Ulm", None, "x"],
                       ["b@example.com", "Heron", "Graz"]]: sheet.append([None] * \(shift) + line)
          """))
      #expect(result.status == 10, "\(result)")
      let message = try bench.workspace.rows("SELECT message FROM finding WHERE code = 'ING001'")
      #expect(
        message.first?[0].hasPrefix(
          "the row has a value in column \(column), but the header ends with column \(end)")
          == true,
        "\(message)")
    }
  }

  @Test("The rejects workbook of a part of a sheet has the columns that were read")
  func rejects() throws {
    let bench = try Bench(xlsx: "range: \"B:E\", hidden_columns: skip")
    let path = try bench.write(
      """
      for line in [["no", "email", "secret", "company", "city"], [1, "a@example.com", "s", "Kestrel", "Ulm"],
                   [2, "b@example.com", "s", "Heron", "Graz", ]]: sheet.append(line)
      sheet["H3"] = "far away"
      sheet["C4"] = "s"
      sheet["B4"] = "not an address"
      sheet.column_dimensions["C"].hidden = True
      """)
    _ = try bench.workspace.runDriver(
      ["import", path, "--config", bench.config, "--as-of", TestWorkspace.asOf])
    let rejects = bench.workspace.root + "/output/rejects/fair.xlsx-rejects.xlsx"
    let reader = try runProgram(
      RepositoryPaths.python,
      [
        "-c",
        "import openpyxl,sys\nbook=openpyxl.load_workbook(sys.argv[1])\n"
          + "print([[c.value for c in row] for s in book for row in s.iter_rows() if s.title != 'Summary'][:9])",
        rejects,
      ])
    #expect(reader.output.contains("'email', 'company', 'city'"), "\(reader)")
    #expect(
      reader.output.contains("'not an address'") && !reader.output.contains("'s'"), "\(reader)")
  }
}
