import Foundation
import LeadModel
import LeadmillTestSupport
import Testing

@Suite("Rejected rows are corrected in their workbook and imported again")
struct RejectsRoundTripTests {
  /// Three rows that nobody can be reached by (no id, so only the token says which is which), one
  /// that is shifted, one that is right.
  static let leads = """
    email,name,phone,notes,,notes
    ada(at)example.com,Ada,,L1,x,
    ben@,Ben,,L2,,
    ,Cleo,0,L3,007,
    dan@example.com,Dan,,L4,,
    eve@example.com,Eve,,L5,,,more,cells,yet

    """

  private func book(_ text: String = leads, name: String = "leads.csv", by: String = "notes") throws
    -> RejectsBook
  {
    let workspace = try TestWorkspace()
    let book = RejectsBook(workspace: workspace, source: name, by: by)
    _ = try book.take(try workspace.write(name, text))
    return book
  }

  private func loaded(_ book: RejectsBook) throws -> String {
    try book.workspace.table("SELECT notes, email, full_name FROM lead ORDER BY notes")
  }

  @Test("The supplier's columns come back as they were, duplicate and empty headers and all")
  func columnsStay() throws {
    let book = try book()
    let script = """
      import openpyxl, sys
      sheet = openpyxl.load_workbook(sys.argv[1])["Rejected rows"]
      for row in sheet.iter_rows(max_col=9):
          print("|".join("" if c.value is None else c.value for c in row))
      print(sheet.column_dimensions["J"].hidden, sheet.freeze_panes, sheet.auto_filter.ref)
      print({c.number_format for row in sheet.iter_rows() for c in row})
      print(sheet["A2"].comment.text)
      """
    let result = try runProgram(RepositoryPaths.python, ["-c", script, book.path])
    #expect(
      result.output == """
        email|name|phone|notes||notes|||
        ada(at)example.com|Ada||L1|x||||
        ben@|Ben||L2|||||
        |Cleo|0|L3|007||||
        eve@example.com|Eve||L5|||more|cells|yet
        True A2 A1:J5
        {'@'}
        \(result.output.split(separator: "\n").dropFirst(7).joined(separator: "\n"))

        """, "\(result)")
    #expect(result.output.contains("VAL001: ") && result.output.contains("VAL010: "), "\(result)")
  }

  @Test("What is still wrong is rejected again with its reason, however often it comes")
  func stillWrong() throws {
    let book = try book()
    let again = try book.workspace.runStage("ingest", [book.path])
    #expect(RejectsBook.equation(of: "ingest", in: again) == "4 in, 4 rejected")
    #expect(again.status == 10, "\(again)")
    #expect(
      again.output.contains("4 rows are still wrong (VAL001 email 2, ING001 1, VAL001 phone 1)"),
      "\(again)")
    #expect(try book.take(book.path) == "4 in, 4 rejected")
    #expect(try book.workspace.count("SELECT count(*) FROM source_row") == 5)
    #expect(try book.names() == ["L1", "L2", "L3", "L5"])
  }

  @Test("Corrected rows load, others come back, and each is loaded once")
  func partly() throws {
    let book = try book()
    let first = book.workspace.path("first.xlsx")
    try book.edit(
      ["set": [["L1", "email", "ada@example.com"], ["L2", "email", "ben@@example.com"]]], to: first)
    #expect(try book.take(first) == "4 in, 2 updated, 2 rejected")
    #expect(
      try loaded(book) == """
        L1 | ada@example.com | Ada
        L4 | dan@example.com | Dan
        """)
    #expect(try book.names() == ["L2", "L3", "L5"])
    // The rest in the workbook that is left; the first one again is no news.
    let second = book.workspace.path("second.xlsx")
    try book.edit(
      [
        "set": [
          ["L2", "email", "ben@example.com"], ["L3", "phone", "+44 20 7946 0018"],
          ["L5", "notes", "L5"],
        ]
      ], to: second)
    #expect(try book.take(second) == "3 in, 2 updated, 1 rejected")
    #expect(try book.take(first) == "4 in, 3 unchanged, 1 rejected")
    #expect(try book.take(second) == "3 in, 2 unchanged, 1 rejected")
    #expect(try book.workspace.count("SELECT count(*) FROM lead") == 4)
    #expect(try book.names() == ["L5"])
  }

  @Test(
    "What was corrected and is wrong again is counted, and the list of imports says what is left")
  func wrongAgain() throws {
    let book = try book()
    func open() throws -> [String] {
      let result = try book.workspace.runDriver(["imports", "--json"])
      let list =
        try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]] ?? []
      return list.map { "\($0["rejected"] ?? "") \($0["open"] ?? "")" }
    }
    #expect(try open() == ["4 4"])
    let first = book.workspace.path("first.xlsx")
    try book.edit(
      ["set": [["L1", "email", "ada@example.com"], ["L2", "email", "ben@@example.com"]]], to: first)
    let ingested = try book.workspace.runStage("ingest", [first])
    #expect(
      ingested.output.contains("first.xlsx: 2 rows are still wrong (ING001 1, VAL001 phone 1)"),
      "\(ingested)")
    let validated = try book.workspace.runStage("validate")
    #expect(
      validated.output.contains("first.xlsx: 1 corrected row is wrong again (VAL001 email 1)"),
      "\(validated)")
    #expect(try open() == ["4 3", "3 0"])
    let second = book.workspace.path("second.xlsx")
    try book.edit(
      [
        "set": [
          ["L2", "email", "ben@example.com"], ["L3", "phone", "+44 20 7946 0018"],
          ["L5", "phone", "1"],
        ], "add": [["email": "worse@", "name": "Worse", "notes": "L7"]],
      ], to: second)
    let again = try book.workspace.runStage("ingest", [second])
    #expect(again.output.contains("second.xlsx: 1 row is still wrong (ING001 1)"), "\(again)")
    _ = try book.workspace.runStage("validate")
    // The row that was added is in the workbook of the file that it was added to.
    #expect(try book.names() == ["L5", "L7"])
    #expect(try open() == ["4 2", "3 0", "2 0"])
  }

  struct Handling: Sendable, CustomTestStringConvertible {
    let id: String
    let edits: String
    let name: String
    var testDescription: String { id }
  }

  static let handlings: [Handling] = [
    Handling(id: "sorted", edits: #"{"sort": "name"}"#, name: "leads.xlsx"),
    Handling(id: "renamed, without its summary", edits: #"{"only": true}"#, name: "Copy of x.xlsx"),
    Handling(id: "rows filtered away", edits: #"{"hide": true}"#, name: "leads.csv-rejects.xlsx"),
    Handling(id: "digits made numbers", edits: #"{"numbers": true}"#, name: "leads.xlsx"),
    Handling(id: "saved as CSV", edits: #"{"comma": true, "numbers": true}"#, name: "fixed.csv"),
    Handling(id: "a column removed", edits: #"{"drop": ["name"]}"#, name: "a.xlsx"),
  ]

  @Test("A workbook that was handled as people do is recognised", arguments: handlings)
  func handled(row: Handling) throws {
    let book = try book()
    var edits =
      try JSONSerialization.jsonObject(with: Data(row.edits.utf8)) as? [String: Any] ?? [:]
    let untouched = book.workspace.path("1/\(row.name)")
    try FileManager.default.createDirectory(
      atPath: book.workspace.path("1"), withIntermediateDirectories: true)
    try book.edit(edits, to: untouched)
    #expect(try book.take(untouched) == "4 in, 4 rejected")
    #expect(try book.workspace.count("SELECT count(*) FROM row_correction") == 0)
    edits["set"] = [["L1", "email", "ada@example.com"], ["L3", "email", "cleo@example.com"]]
    let corrected = book.workspace.path(row.name)
    try book.edit(edits, to: corrected)
    #expect(try book.take(corrected) == "4 in, 2 updated, 2 rejected")
    #expect(
      try loaded(book) == """
        L1 | ada@example.com  | Ada
        L3 | cleo@example.com | Cleo
        L4 | dan@example.com  | Dan
        """)
    // What nobody corrected is as the supplier wrote it.
    #expect(
      try book.workspace.table("SELECT cells FROM source_row WHERE cells LIKE '%cleo@%'")
        == #"["cleo@example.com","Cleo","0","L3","007",""]"#)
    #expect(try book.names() == ["L2", "L5"])
  }

  @Test("Columns that were moved are found by their headers, also in a CSV file")
  func movedColumns() throws {
    let text = "email,name,code,notes\nada@,Ada,007,L1\nben@,Ben,008,L2\n"
    for (name, comma) in [("a.xlsx", false), ("leads.csv-rejects.csv", true)] {
      let book = try book(text)
      let path = book.workspace.path(name)
      let moved: [String: Any] = ["reorder": true, "comma": comma, "numbers": true]
      try book.edit(moved, to: path)
      #expect(try book.take(path) == "2 in, 2 rejected")
      try book.edit(
        moved.merging(["set": [["L2", "email", "ben@example.com"]]]) { $1 }, to: path)
      #expect(try book.take(path) == "2 in, 1 updated, 1 rejected")
      #expect(
        try book.workspace.table("SELECT cells FROM source_row ORDER BY id DESC LIMIT 1")
          == #"["ben@example.com","Ben","008","L2"]"#)
    }
  }

  @Test("Removed rows stay rejected, added rows are new, copies of a row are rows of their own")
  func removedAndAdded() throws {
    let book = try book()
    let path = book.workspace.path("edited.xlsx")
    let edits: [String: Any] = [
      "delete": ["L2", "L3"], "set": [["L1", "email", "ada@example.com"]],
      "add": [
        ["email": "new@example.com", "name": "New", "notes": "L6"],
        ["email": "worse@", "name": "Worse", "notes": "L7"],
      ], "copy": [["L5", "email", "eve2@example.com"]],
    ]
    try book.edit(edits, to: path)
    #expect(try book.take(path) == "5 in, 2 inserted, 1 updated, 2 rejected")
    #expect(try loaded(book).contains("L6 | new@example.com"))
    // What was added and is wrong comes back in the same workbook.
    #expect(try book.names() == ["L2", "L3", "L5", "L5", "L7"])
    let fixed = book.workspace.path("fixed.xlsx")
    try book.edit(["set": [["L7", "email", "better@example.com"]]], to: fixed)
    #expect(try book.take(fixed) == "5 in, 1 updated, 4 rejected")
    #expect(try loaded(book).contains("L7 | better@example.com"))
    #expect(try book.take(path) == "5 in, 3 unchanged, 2 rejected")
  }

  @Test("A corrected key leads to the record that has it, or begins one")
  func keys() throws {
    let book = try book(
      """
      deal_id,stage,amount,name
      D1,New,5,one
      ,New,6,two
      D3,,7,three
      D4,,8,four

      """, name: "deals.csv", by: "name")
    let path = book.workspace.path("d.xlsx")
    let edits: [String: Any] = [
      "set": [
        ["two", "deal_id", "D1"], ["three", "stage", "Won"], ["four", "stage", "Lost"],
        ["four", "deal_id", "D5"],
      ]
    ]
    try book.edit(edits, to: path)
    #expect(try book.take(path) == "3 in, 1 inserted, 2 updated")
    let query = "SELECT external_id, name, stage, amount_cents FROM deal ORDER BY external_id"
    #expect(
      try book.workspace.table(query) == """
        D1 | two   | New  | 600
        D3 | three | Won  | 700
        D5 | four  | Lost | 800
        """)
    #expect(!book.exists)
    // The supplier sends the wrong rows once more, in a longer file: they were answered.
    let longer = """
      deal_id,stage,amount,name
      D1,New,5,one
      ,New,6,two
      D3,,7,three
      D4,,8,four
      D6,New,9,six

      """
    #expect(
      try book.take(try book.workspace.write("deals.csv", longer))
        == "5 in, 1 inserted, 1 updated, 3 unchanged")
    #expect(try book.workspace.count("SELECT count(*) FROM deal WHERE stage = ''") == 0)
    // The key that was corrected is known by now.
    let update = try book.workspace.write("deals-2.csv", "deal_id,stage\nD5,Won\n")
    #expect(try book.take(update) == "1 in, 1 updated")
    #expect(try book.workspace.count("SELECT count(*) FROM deal") == 4)
  }

  @Test("A mapping that leaves out what is hidden, or names a delimiter, does not stand in the way")
  func hiddenBySupplier() throws {
    for (name, comma) in [("leads.csv-rejects.xlsx", false), ("leads.csv-rejects.csv", true)] {
      let workspace = try TestWorkspace()
      let config = try workspace.copyPipelines()
      let mapping = "pipelines/mappings/leads.yaml"
      let text = try String(contentsOfFile: workspace.path(mapping), encoding: .utf8)
      try workspace.write(
        mapping, text + "delimiter: semicolon\nxlsx: {hidden_rows: skip, hidden_columns: skip}\n")
      let book = RejectsBook(
        workspace: workspace, source: "leads.csv", by: "notes", options: ["--config", config])
      _ = try book.take(
        try workspace.write("leads.csv", Self.leads.replacingOccurrences(of: ",", with: ";")))
      let path = workspace.path(name)
      try book.edit(
        ["hide": true, "comma": comma, "set": [["L1", "email", "ada@example.com"]]], to: path)
      #expect(try book.take(path) == "4 in, 1 updated, 3 rejected", "\(name)")
    }
  }

  @Test("Without the column of tokens the content says what is still wrong")
  func withoutTokens() throws {
    let book = try book(Self.leads)
    let path = book.workspace.path("leads.csv-rejects.xlsx")
    let script = """
      import openpyxl, sys
      book = openpyxl.load_workbook(sys.argv[1])
      book["Rejected rows"].delete_cols(10)
      book.save(sys.argv[2])
      """
    let result = try runProgram(RepositoryPaths.python, ["-c", script, book.path, path])
    try #require(result.status == 0, "\(result)")
    #expect(try book.take(path) == "4 in, 4 rejected")
  }

  @Test("Tokens of another workspace say nothing, and are not taken for cells")
  func foreign() throws {
    let book = try book()
    let other = try TestWorkspace()
    let elsewhere = RejectsBook(workspace: other, source: "leads.csv", by: "notes")
    _ = try elsewhere.take(try other.write("leads.csv", "email,notes\nx@example.com,X1\n"))
    #expect(try elsewhere.take(book.path) == "4 in, 3 inserted, 1 rejected")
    #expect(try elsewhere.workspace.count("SELECT count(*) FROM row_correction") == 0)
    #expect(
      try other.table("SELECT header FROM source_sheet WHERE id = 2")
        == #"["email","name","phone","notes","","notes"]"#)
  }

  @Test("Files of the same name have workbooks of their own, with the same bytes every time")
  func names() throws {
    let left = try book()
    let more = try left.workspace.write("more/leads.csv", "email,name,notes\nno,No,N1\n")
    _ = try left.take(more)
    let second = "\(left.workspace.outputFolder)/rejects/leads.csv (2)-rejects.xlsx"
    #expect(FileManager.default.fileExists(atPath: second))
    #expect(try left.names() == ["L1", "L2", "L3", "L5"])
    let right = try book()
    #expect(
      FileManager.default.contents(atPath: left.path)
        == FileManager.default.contents(atPath: right.path))
  }

  @Test("200 columns and several sheets come back whole")
  func wide() throws {
    let workspace = try TestWorkspace()
    let script = """
      import openpyxl, sys
      book = openpyxl.Workbook()
      for name in ["Summary", "North"]:
          sheet = book.create_sheet(name)
          sheet.append(["email", "name"] + [f"c{n}" for n in range(197)] + ["notes"])
          sheet.append(["no", "No"] + [n for n in range(197)] + [name])
          sheet.append([name + "@example.com"])
      del book["Sheet"]
      book.save(sys.argv[1])
      """
    let path = workspace.path("leads.xlsx")
    let writer = try runProgram(RepositoryPaths.python, ["-c", script, path])
    try #require(writer.status == 0, "\(writer)")
    let book = RejectsBook(workspace: workspace, source: "leads.xlsx", by: "notes")
    _ = try book.take(path)
    let edited = workspace.path("edited.xlsx")
    #expect(
      try book.edit(["set": [["North", "email", "n@example.com"]]], to: edited)
        == ["Summary", "North"])
    #expect(try book.take(edited) == "2 in, 1 updated, 1 rejected")
    #expect(
      try workspace.count(
        "SELECT json_array_length(cells) FROM source_row WHERE cells LIKE '%n@example.com%'")
        == 200)
  }
}
