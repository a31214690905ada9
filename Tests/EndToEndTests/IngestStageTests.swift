import Foundation
import LeadmillTestSupport
import Testing

@Suite("Ingest takes each row once and says what became of it")
struct IngestStageTests {
  static let columns: String = "id,email,first_name,last_name,phone,company\n"
  static let three = """
    \(columns)1,ada@example.com,Ada,Ashdown,,Kestrel Ltd
    2,ben@example.com,Ben,Birch,,Kestrel Ltd
    3,cleo@example.com,Cleo,Crane,,Kestrel Ltd

    """

  private func ingest(_ workspace: TestWorkspace, _ name: String, _ text: String) throws -> String {
    let result = try workspace.runStage("ingest", [try workspace.write(name, text)])
    #expect(result.status == 0 || result.status == 10, "\(result)")
    return equation(result)
  }

  /// The terms of the equation that are not zero.
  private func equation(_ result: ProgramResult) -> String {
    let line = result.output.split(separator: "\n").first { $0.hasPrefix("ingest: ") } ?? ""
    return line.dropFirst("ingest: ".count).split(whereSeparator: { "=+".contains($0) })
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.hasPrefix("0 ") }
      .joined(separator: ", ")
  }

  // MARK: Again

  @Test("The same file again, under its name or another, changes nothing")
  func sameFile() throws {
    let workspace = try TestWorkspace()
    #expect(try ingest(workspace, "leads-web.csv", Self.three) == "3 in, 3 inserted")
    #expect(try ingest(workspace, "leads-web.csv", Self.three) == "3 in, 3 unchanged")
    #expect(try ingest(workspace, "leads-web-copy.csv", Self.three) == "3 in, 3 unchanged")
    #expect(try workspace.count("SELECT count(*) FROM source_row") == 3)
    #expect(try workspace.count("SELECT count(*) FROM source_file") == 1)
  }

  @Test("New, changed, repeated and known rows of a later file are told apart")
  func laterFile() throws {
    let workspace = try TestWorkspace()
    _ = try ingest(workspace, "leads-web.csv", Self.three)
    let later =
      Self.columns + """
        2,ben@example.com,Ben,Birch,,Kestrel Ltd
        3,cleo@example.org,Cleo,Crane,,Kestrel Ltd
        4,dora@example.com,Dora,Dale,,Kestrel Ltd
        4,dora@example.com,Dora,Dale,,Kestrel Ltd

        """
    #expect(
      try ingest(workspace, "leads-web-2.csv", later)
        == "4 in, 1 inserted, 1 updated, 1 unchanged, 1 duplicate")
    #expect(
      try workspace.table("SELECT id, record_id, row_number FROM source_row ORDER BY id") == """
        1 | 1 | 2
        2 | 2 | 3
        3 | 3 | 4
        4 | 3 | 3
        5 | 5 | 4
        """)
    #expect(
      try workspace.table(
        "SELECT first_row, last_row, disposition FROM row_disposition WHERE scope = 2 ORDER BY 1")
          == """
          3 | 3 | updated
          4 | 4 | inserted
          5 | 5 | duplicate
          """)
  }

  @Test("A record that goes back to what it was has changed again")
  func backAgain() throws {
    let workspace = try TestWorkspace()
    let first = Self.columns + "1,ada@example.com,Ada,Ashdown,,Kestrel Ltd\n"
    let second = Self.columns + "1,ada@example.org,Ada,Ashdown,,Kestrel Ltd\n"
    // The same content in another file, so that the file itself is not known.
    #expect(try ingest(workspace, "leads-web.csv", first) == "1 in, 1 inserted")
    #expect(try ingest(workspace, "leads-web-2.csv", second) == "1 in, 1 updated")
    #expect(try ingest(workspace, "leads-web-3.csv", first + "\n") == "1 in, 1 updated")
    #expect(try ingest(workspace, "leads-web-4.csv", first + "\n\n") == "1 in, 1 unchanged")
    let within =
      Self.columns + "7,a@example.com,A,A,,\n7,b@example.com,A,A,,\n7,a@example.com,A,A,,\n"
    #expect(try ingest(workspace, "leads-web-5.csv", within) == "3 in, 1 inserted, 2 updated")
  }

  @Test("The same id from another supplier is another record")
  func otherSupplier() throws {
    let workspace = try TestWorkspace()
    _ = try ingest(workspace, "leads-web.csv", Self.three)
    #expect(try ingest(workspace, "leads.csv", Self.three) == "3 in, 3 inserted")
  }

  @Test("A row without an id that comes again is known by its content")
  func noID() throws {
    let workspace = try TestWorkspace()
    let rows = "email,name\nada@example.com,Ada\nben@example.com,Ben\n"
    #expect(try ingest(workspace, "leads.csv", rows) == "2 in, 2 inserted")
    #expect(
      try ingest(workspace, "leads.csv", rows + "cleo@example.com,Cleo\n")
        == "3 in, 1 inserted, 2 unchanged")
  }

  @Test("A dry run keeps nothing")
  func dryRun() throws {
    let workspace = try TestWorkspace()
    let path = try workspace.write("leads-web.csv", Self.three)
    let result = try workspace.runStage("ingest", ["--dry-run", path])
    #expect(equation(result) == "3 in, 3 inserted", "\(result)")
    #expect(try workspace.count("SELECT count(*) FROM source_row") == 0)
  }

  // MARK: Headers and mappings

  struct HeaderCase: Sendable, CustomTestStringConvertible {
    let id: String
    let name: String
    let text: String
    /// Mapping, header row and fields; or what the error says.
    let expected: String
    var testDescription: String { id }
  }

  static let headers: [HeaderCase] = [
    HeaderCase(
      id: "title rows above the header", name: "leads-web.csv",
      text: "Export of 2 November\n\nE-Mail;Vorname;Straße\na@example.com;Ada;Weg 1\n",
      expected: #"leads-web | 3 | ["email","first_name","street"]"#),
    HeaderCase(
      id: "a name that no pattern claims", name: "x.csv", text: "Deal ID,Stage,Amount\nD1,New,5\n",
      expected: #"deals | 1 | ["external_id","stage","amount"]"#),
    HeaderCase(
      id: "several mappings fit: the generic one", name: "x.csv",
      text: "E-Mail,First Name,Surname,Company\na@example.com,A,B,C\n",
      expected: #"leads | 1 | ["email","first_name","last_name","company"]"#),
    HeaderCase(
      id: "two columns of one field: the first", name: "leads-web.csv",
      text: "email,phone,mobile\na@example.com,1,2\n",
      expected: #"leads-web | 1 | ["email","phone",""]"#),
    HeaderCase(
      id: "a required column is missing", name: "deals.csv", text: "deal_id,amount\nD1,5\n",
      expected: "lacks the column 'stage'"),
    HeaderCase(
      id: "no column is known", name: "leads-web.csv", text: "alpha,beta\n1,2\n",
      expected: "no header row"),
    HeaderCase(
      id: "no mapping knows anything", name: "x.csv", text: "alpha,beta\n1,2\n",
      expected: "no mapping"),
  ]

  @Test("The header and the mapping are found, or the answer names the nearest", arguments: headers)
  func headerFound(row: HeaderCase) throws {
    let workspace = try TestWorkspace()
    let result = try workspace.runStage("ingest", [try workspace.write(row.name, row.text)])
    if result.status == 30 {
      #expect(result.errors.contains(row.expected), "\(result)")
      #expect(result.errors.contains(row.name), "\(result)")
    } else {
      let found = try workspace.rows(
        """
        SELECT f.supplier, s.header_row, s.fields
        FROM source_sheet s JOIN source_file f ON f.id = s.file_id
        """)
      #expect(found.map { $0.joined(separator: " | ") } == [row.expected], "\(result)")
    }
  }

  @Test("A mapping by name; one that does not exist is a configuration error")
  func namedMapping() throws {
    let workspace = try TestWorkspace()
    let path = try workspace.write("x.csv", Self.three)
    let good = try workspace.runStage("ingest", ["--mapping", "leads-partner", path])
    #expect(equation(good) == "3 in, 3 inserted", "\(good)")
    #expect(try workspace.rows("SELECT supplier FROM source_file") == [["leads-partner"]])
    let bad = try workspace.runStage("ingest", ["--mapping", "leeds", path])
    #expect(bad.status == 40 && bad.errors.contains("leeds"), "\(bad)")
  }

  @Test("An edited mapping gives the columns of a known file other fields, and no row comes twice")
  func editedMapping() throws {
    let workspace = try TestWorkspace()
    let config = try workspace.copyPipelines()
    let path = try workspace.write("leads-web.csv", "email,nick\nada@example.com,Ada\n")
    _ = try workspace.runStage("ingest", ["--config", config, path])
    #expect(try workspace.rows("SELECT fields FROM source_sheet") == [[#"["email",""]"#]])
    try workspace.replace(
      in: "pipelines/mappings/leads-web.yaml", "date_order",
      by: "columns: {nick: first_name}\ndate_order")
    let again = try workspace.runStage("ingest", ["--config", config, path])
    #expect(equation(again) == "1 in, 1 unchanged", "\(again)")
    #expect(try workspace.rows("SELECT fields FROM source_sheet") == [[#"["email","first_name"]"#]])
  }

  // MARK: Rejected rows

  struct RejectCase: Sendable, CustomTestStringConvertible {
    let id: String
    let name: String
    let text: String
    let equation: String
    let finding: String
    var testDescription: String { id }
  }

  static let rejects: [RejectCase] = [
    RejectCase(
      id: "a required cell is empty", name: "deals.csv",
      text: "deal_id,stage,amount\nD1,New,5\n,New,6\nD3, ,7\n",
      equation: "3 in, 1 inserted, 2 rejected",
      finding: "ING002 external_id 3, ING002 stage 4"),
    RejectCase(
      id: "too many cells", name: "leads-web.csv",
      text: columns + "1,a@example.com,A,B,,C\n2,b@example.com,B,B,,C,Inc\n",
      equation: "2 in, 1 inserted, 1 rejected", finding: "ING001  3"),
    RejectCase(
      id: "a shifted row whose last cell is empty", name: "leads-web.csv",
      text: columns + "1,a@example.com,A,B,,C\n2,b@example.com,B,Jr,B,1,\n",
      equation: "2 in, 1 inserted, 1 rejected", finding: "ING001  3"),
    RejectCase(
      id: "empty cells at the end of every row are harmless", name: "leads-web.csv",
      text: columns + "1,a@example.com,A,B,,C,,\n2,b@example.com,B,B,,C,,\n",
      equation: "2 in, 2 inserted", finding: ""),
    RejectCase(
      id: "the file ends inside quotes", name: "leads-web.csv",
      text: columns + "1,a@example.com,A,B,,C\n2,b@example.com,B,\"Bir",
      equation: "2 in, 1 inserted, 1 rejected", finding: "ING003  3"),
    RejectCase(
      id: "the last line is cut off", name: "leads-web.csv",
      text: columns + "1,a@example.com,A,B,,C\n2,b@exam",
      equation: "2 in, 1 inserted, 1 rejected", finding: "ING004  3"),
    RejectCase(
      id: "short rows are usual here, so the last one is no different", name: "leads-web.csv",
      text: columns + "1,a@example.com\n2,b@example.com",
      equation: "2 in, 2 inserted", finding: ""),
  ]

  @Test("A row that cannot be taken is rejected with its reason", arguments: rejects)
  func rowRejected(row: RejectCase) throws {
    let workspace = try TestWorkspace()
    #expect(try ingest(workspace, row.name, row.text) == row.equation)
    let findings = try workspace.rows(
      """
      SELECT f.code || ' ' || f.field || ' ' || r.row_number
      FROM finding f JOIN source_row r ON r.id = f.source_row_id
      WHERE r.rejected = 1 ORDER BY r.id
      """)
    #expect(findings.map { $0[0] }.joined(separator: ", ") == row.finding)
    let workbook = "\(workspace.outputFolder)/rejects/\(row.name)-rejects.xlsx"
    #expect(FileManager.default.fileExists(atPath: workbook) == !row.finding.isEmpty)
  }

  @Test("What concerns a whole sheet is a finding of the sheet, once")
  func sheetFindings() throws {
    let workspace = try TestWorkspace()
    let umlauts = String(repeating: "1,ada@example.com,Jürgen,Größe,,C\n", count: 40)
    let damaged = Array((Self.columns.replacing("company", with: "shoe size") + umlauts).utf8)
    _ = try workspace.runStage(
      "ingest",
      [
        try workspace.write("leads-web.csv", bytes: damaged + [0x32, 0x2C, 0xFF, 0x0A]),
        try workspace.write("leads.csv", Self.columns),
      ])
    let query =
      "SELECT sheet_id, code, severity FROM finding WHERE source_row_id IS NULL ORDER BY 1, 2"
    let expected = """
      1 | ING005 | warn
      1 | ING006 | info
      2 | ING007 | warn
      """
    #expect(try workspace.table(query) == expected)
    _ = try workspace.runStage("ingest", [workspace.path("leads-web.csv")])
    #expect(try workspace.table(query) == expected)
  }

  @Test("What a workbook's cells lost before it was sent is a finding of the column")
  func lostInWorkbook() throws {
    let workspace = try TestWorkspace()
    let path = workspace.path("leads-event.xlsx")
    let script = """
      import sys, openpyxl
      book = openpyxl.Workbook()
      sheet = book.active
      sheet.append(["id", "email", "first_name", "phone", "company"])
      sheet.append([1234567890123456, "ada@example.com", "Ada", None, "=A2"])
      sheet.append([1234567890123457, "ben@example.com", "Ben", None, "=A3"])
      book.save(sys.argv[1])
      """
    let writer = try runProgram(RepositoryPaths.python, ["-c", script, path])
    #expect(writer.status == 0, "\(writer)")
    _ = try workspace.runStage("ingest", [path])
    let query = """
      SELECT code, severity, substr(message, 1, 28), field FROM finding WHERE code > 'ING029'
      ORDER BY code
      """
    #expect(
      try workspace.table(query) == """
        ING030 | warn | column 'id' row 2 and 1 more | external_id
        ING032 | warn | column 'company' row 2 and 1 | company
        """)
  }

  @Test("Sheets that are left alone are named, empty ones are not")
  func sheetsLeftAlone() throws {
    let workspace = try TestWorkspace()
    let script = """
      import openpyxl, sys
      book = openpyxl.Workbook()
      for name in ["Old", "Pivot", "Empty"]: book.create_sheet(name)
      for name in ["Sheet", "Old"]:
          book[name].append(["email", "country"])
          book[name].append([name + "@example.com", "DE"])
      book["Pivot"].append(["Country", "Count"])
      book["Pivot"].append(["DE", 2])
      book["Old"].sheet_state = "hidden"
      book.save(sys.argv[1])
      """
    let path = workspace.path("leads.xlsx")
    let writer = try runProgram(RepositoryPaths.python, ["-c", script, path])
    #expect(writer.status == 0, "\(writer)")
    let result = try workspace.runStage("ingest", [path])
    #expect(equation(result) == "1 in, 1 inserted", "\(result)")
    for words in [
      "sheet 'Old' is hidden: left alone", "sheet 'Pivot' has no header of mapping 'leads'",
    ] {
      #expect(result.errors.contains(words), "\(result)")
    }
    #expect(!result.errors.contains("'Empty'"), "\(result)")
  }

  @Test("Numbers of a workbook take the decimal mark of a supplier who writes a comma")
  func decimalComma() throws {
    let workspace = try TestWorkspace()
    let script = """
      import openpyxl, sys
      book = openpyxl.Workbook()
      book.active.append(["email", "Umsatz"])
      book.active.append(["a@example.com", 12.34])
      book.active.append(["b@example.com", "12.345"])
      book.save(sys.argv[1])
      """
    let path = workspace.path("leads-messe.xlsx")
    let writer = try runProgram(RepositoryPaths.python, ["-c", script, path])
    #expect(writer.status == 0, "\(writer)")
    _ = try workspace.runStage("ingest", [path])
    _ = try workspace.runStage("validate")
    #expect(
      try workspace.table("SELECT email, annual_revenue FROM lead ORDER BY id") == """
        a@example.com | 12
        b@example.com | 12345
        """)
  }

  @Test("The summary of a rejects workbook is no sheet of rows, though it names their columns")
  func rejectsSummary() throws {
    let workspace = try TestWorkspace()
    _ = try ingest(workspace, "leads.csv", "email,name,notes\nnope,,x\na@example.com,Ada,y,z\n")
    _ = try workspace.runStage("validate")
    let path = "\(workspace.outputFolder)/rejects/leads.csv-rejects.xlsx"
    let again = try workspace.runStage("ingest", [path])
    #expect(equation(again) == "2 in, 2 rejected", "\(again)")
  }

  @Test("A header that comes again between the rows of joined files is no row")
  func headerAgain() throws {
    let workspace = try TestWorkspace()
    let said = try ingest(workspace, "leads-web.csv", Self.three + Self.three + Self.columns)
    #expect(said == "6 in, 3 inserted, 3 duplicate")
  }

  // MARK: Registries

  @Test("A do-not-contact registry that is received again is of the date that its name states then")
  func registry() throws {
    let workspace = try TestWorkspace()
    let list =
      "email,channel,registry\na@example.com,email,internal\nb@example.com,email,robinson\n"
      + "c@example.com,email,internal\n"
    let path = try workspace.write("do-not-contact.csv", list)
    let query = "SELECT registry, snapshot_at, entry_count FROM suppression_registry ORDER BY 1"
    _ = try workspace.runStage("ingest", ["--as-of", "2026-11-01", path])
    #expect(
      try workspace.table(query) == """
        internal | 1793491200 | 2
        robinson | 1793491200 | 1
        """)
    let dated = try workspace.write("do-not-contact-2026-11-03.csv", list)
    _ = try workspace.runStage("ingest", ["--as-of", "2026-11-04", dated])
    for day in ["2026-11-02", "2026-11-05"] {
      _ = try workspace.runStage("ingest", ["--as-of", day, path])
    }
    #expect(
      try workspace.table(query) == """
        internal | 1793750399 | 2
        robinson | 1793750399 | 1
        """)
  }
}
