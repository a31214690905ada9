import Foundation
import LeadmillTestSupport
import Testing

@Suite("CSV files that are not written as they should be")
struct WildFileTests {
  private func equation(_ result: ProgramResult) -> String {
    RejectsBook.equation(of: "ingest", in: result)
  }

  private static let header = "id,email,first_name,city,created_at\n"

  private static func row(_ number: Int) -> String {
    "\(number),p\(number)@example.com,Zoë,Köln,2026-03-0\(number % 9 + 1)\n"
  }

  @Test("What was irregular is a finding at its row, what was left out one of the file")
  func findings() throws {
    let workspace = try TestWorkspace()
    var bytes = Array(Self.header.utf8)
    for number in 1...20 { bytes += Array(Self.row(number).utf8) }
    let offset = bytes.count + "21,p21@example.com,Zo".utf8.count
    bytes += Array("21,p21@example.com,Zo".utf8) + [0xEB] + Array(",Bonn,2026-03-01\n".utf8)
    bytes += Array("22,p22@example.com,Zo\0,Bonn,2026-03-01\n".utf8)
    bytes += Array("23,p23@example.com,Zoë,Bonn, am Rhein,2026-03-01\n".utf8)
    bytes += Array("24,p24@example.com,Zoë,Bonn\nNord,2026-03-01\n".utf8)
    bytes += Array("\nproduct,price\nlamp,5\nchair,7\ntable,9\n".utf8)
    let result = try workspace.runStage(
      "ingest", [try workspace.write("leads-web.csv", bytes: bytes)])
    #expect(result.status == 0 && equation(result) == "24 in, 24 inserted", "\(result)")
    let found = try workspace.rows(
      """
      SELECT f.code, coalesce(r.row_number, '-'), f.message FROM finding f
      LEFT JOIN source_row r ON r.id = f.source_row_id ORDER BY f.code, f.id
      """)
    let expected = [
      ["ING005", "-", "a place does not make sense as UTF-8"],
      ["ING020", "22", "the file's byte \(offset) (from 0)"],
      ["ING021", "24", "the row has a delimiter in column 4 without quotes; it was read"],
      ["ING021", "25", "the row has a line break in column 4 without quotes; it was read"],
      ["ING023", "-", "another table begins in row 27; its 3 rows were left out"],
      ["ING024", "23", "column 'first_name': NUL characters"],
    ]
    #expect(found.count == expected.count, "\(found)")
    for (found, expected) in zip(found, expected) {
      #expect(Array(found[..<2]) == Array(expected[..<2]))
      #expect(found[2].hasPrefix(expected[2]), "\(found)")
    }
    #expect(
      try workspace.rows(
        """
        SELECT json_extract(cells, '$[2]'), json_extract(cells, '$[3]') FROM source_row
        WHERE row_number IN (22, 24, 25) ORDER BY row_number
        """) == [["Zo\u{FFFD}", "Bonn"], ["Zoë", "Bonn, am Rhein"], ["Zoë", "Bonn\nNord"]])
  }

  @Test("Notes below the table and NUL characters behind it are findings of the file")
  func fileFindings() throws {
    let workspace = try TestWorkspace()
    let text = Self.header + (1...9).map(Self.row).joined() + "\nprinted by hand\n"
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: 64)
    _ = try workspace.runStage("ingest", [try workspace.write("leads-web.csv", bytes: bytes)])
    let found = try workspace.rows("SELECT code, message FROM finding ORDER BY code")
    #expect(found.map { $0[0] } == ["ING022", "ING025"], "\(found)")
    #expect(found.first?[1].hasPrefix("the last row, row 12, is a note") == true)
    #expect(
      found.last?[1].hasPrefix(
        "64 NUL characters stand in no row and were left out, the file's first one is byte "
          + "\(text.utf8.count)") == true, "\(found)")
  }

  // MARK: Told how a file is written

  struct Told: Sendable, CustomTestStringConvertible {
    /// Line of the mapping's `csv`.
    let mapping: String
    let option: [String]
    let bytes: [UInt8]
    /// Cells of the rows that are kept.
    let cells: [String]

    var testDescription: String { mapping }

    init(_ mapping: String, _ option: [String], _ text: String, _ cells: [String]) {
      self.init(mapping, option, Array(text.utf8), cells)
    }

    init(_ mapping: String, _ option: [String], _ bytes: [UInt8], _ cells: [String]) {
      self.mapping = mapping
      self.option = option
      self.bytes = bytes
      self.cells = cells
    }
  }

  /// Files that look like something else than they are said to be.
  static let told = [
    Told(
      "delimiter: \"::\"", ["--delimiter", "::"], "email::city\na@example.com::x,y\n",
      [#"["a@example.com","x,y"]"#]),
    Told(
      "quote: \"^\"", ["--quote", "^"], "email,city\na@example.com,^x,y^\n",
      [#"["a@example.com","x,y"]"#]),
    Told(
      "quote: none", ["--quote", "none"], "email,city\na@example.com,\"x\"\n",
      [#"["a@example.com","\"x\""]"#]),
    Told(
      "quoting: backslash", ["--quoting", "backslash"],
      "email,city\na@example.com,\"x\\\"\"\n", [#"["a@example.com","x\""]"#]),
    Told(
      "line_ending: rs", ["--line-ending", "rs"], "email,city\u{1E}a@example.com,x\ny\u{1E}",
      [#"["a@example.com","x\ny"]"#]),
    Told(
      "encoding: WINDOWS-1250", ["--encoding", "WINDOWS-1250"],
      Array("email,city\na@example.com,Gy".utf8) + [0xF5] + Array("r\n".utf8),
      [#"["a@example.com","Győr"]"#]),
    Told(
      "preamble_rows: 1", ["--preamble-rows", "1"],
      "email,phone\nemail,city\na@example.com,x\n", [#"["a@example.com","x"]"#]),
    Told(
      "header_rows: 2", ["--header-rows", "2"], "email,city\nwork,home\na@example.com,x\n",
      [#"["a@example.com","x"]"#]),
    Told(
      "footer_rows: 1", ["--footer-rows", "1"],
      "email,city\na@example.com,x\nb@example.com,y\n", [#"["a@example.com","x"]"#]),
    Told(
      "footer_rows: 0", ["--footer-rows", "0"],
      "email,city,phone\na@example.com,x,1\n\nTotal\n",
      [#"["a@example.com","x","1"]"#, #"["Total"]"#]),
    Told(
      "table: 2", ["--table", "2"],
      "email,city,phone\na@example.com,x,1\nb@example.com,x,1\n\nemail,city\nc@example.com,y\n"
        + "d@example.com,y\n", [#"["c@example.com","y"]"#, #"["d@example.com","y"]"#]),
    Told(
      "repair: false", ["--no-repair"],
      "email,city,day\n" + String(repeating: "a@example.com,x,2026-01-01\n", count: 8)
        + "a@example.com,,x,2026-01-01\n",
      [#"["a@example.com","x","2026-01-01"]"#, #"["a@example.com","","x","2026-01-01"]"#]),
  ]

  @Test("Each part can be told in the mapping and on the command line", arguments: told)
  func overrides(row: Told) throws {
    for isMapping in [true, false] {
      let workspace = try TestWorkspace()
      let config = try workspace.copyPipelines()
      let block = isMapping ? "csv:\n  \(row.mapping)\n" : ""
      try workspace.write(
        "pipelines/mappings/told.yaml",
        "kind: lead\nfiles: [\"told*.csv\"]\ndrift: ignore\n" + block)
      let path = try workspace.write("told.csv", bytes: row.bytes)
      let result = try workspace.runStage(
        "ingest", ["--config", config] + (isMapping ? [] : row.option) + [path])
      #expect(result.status == 0 || result.status == 10, "\(result)")
      let cells = try workspace.rows("SELECT cells FROM source_row ORDER BY id").map { $0[0] }
      #expect(cells == row.cells, "\(isMapping ? "mapping" : "command line")\n\(result)")
    }
  }

  @Test("A mistake in a mapping's 'csv' is told with its place and what was expected")
  func mistakes() throws {
    let workspace = try TestWorkspace()
    let config = try workspace.copyPipelines()
    let path = try workspace.write("told.csv", "email\na@example.com\n")
    let mistakes = [
      ("delimiter: x", "4:14: 'x' cannot separate cells; expected colon, comma"),
      ("quote: ab", "4:10: 'ab' cannot quote cells; expected one ASCII character"),
      ("quoting: twice", "4:12: found 'twice' for 'quoting', expected one of doubled"),
      ("line_ending: nl", "4:16: found 'nl' for 'line_ending', expected one of lf"),
      ("encoding: KLINGON-8", "4:13: 'KLINGON-8' is no encoding that iconv knows; expected"),
      ("preamble_rows: -1", "4:18: found '-1' for 'preamble_rows', expected a whole number"),
      ("header_rows: many", "4:16: found 'many' for 'header_rows', expected a whole number"),
      ("footer_rows: 5000", "4:16: found '5000' for 'footer_rows', expected a whole number"),
      ("table: 0", "4:10: found '0' for 'table', expected a whole number from 1"),
      ("repair: maybe", "4:11: found 'maybe' for 'repair', expected true or false"),
      ("delimeter: comma", "4:3: found unknown key 'delimeter' in 'csv'; did you mean"),
    ]
    for (line, expected) in mistakes {
      try workspace.write(
        "pipelines/mappings/told.yaml", "kind: lead\nfiles: [\"told*.csv\"]\ncsv:\n  \(line)\n")
      let result = try workspace.runStage("ingest", ["--config", config, path])
      #expect(result.status == 40, "\(line)\n\(result)")
      #expect(result.errors.contains("mappings/told.yaml:\(expected)"), "\(line)\n\(result)")
    }
    let option = try workspace.runStage("ingest", ["--encoding", "KLINGON-8", path])
    #expect(option.status == 40 && option.errors.contains("'KLINGON-8'"), "\(option)")
  }

  @Test("A file without a header is read by the places of its columns, or says how to")
  func noHeader() throws {
    let workspace = try TestWorkspace()
    let config = try workspace.copyPipelines()
    let path = try workspace.write("told.csv", "1;Anna;a@example.com\n2;Ben;b@example.com\n")
    let unknown = try workspace.runStage("ingest", ["--header-rows", "0", path])
    #expect(unknown.status == 30 && unknown.errors.contains("header_rows: 0"), "\(unknown)")
    try workspace.write(
      "pipelines/mappings/told.yaml",
      """
      kind: lead
      files: ["told*.csv"]
      columns: {column 1: external_id, column 2: first_name, column 3: email}
      csv: {header_rows: 0}

      """)
    let result = try workspace.runStage("ingest", ["--config", config, path])
    #expect(equation(result) == "2 in, 2 inserted", "\(result)")
    #expect(
      try workspace.rows("SELECT cells, row_number FROM source_row ORDER BY id") == [
        [#"["1","Anna","a@example.com"]"#, "1"], [#"["2","Ben","b@example.com"]"#, "2"],
      ])
  }

  // MARK: Put together, packed, kept from spreadsheets

  @Test("Files that were put together with their headers and marks are one")
  func putTogether() throws {
    let workspace = try TestWorkspace()
    let one = "\u{FEFF}" + Self.header + (1...9).map(Self.row).joined()
    let two = "\u{FEFF}" + Self.header + (10...19).map(Self.row).joined()
    let result = try workspace.runStage(
      "ingest", [try workspace.write("leads-web.csv", one + two)])
    #expect(equation(result) == "19 in, 19 inserted", "\(result)")
  }

  @Test("A text that was kept from a spreadsheet by a formula is the text")
  func formulaTexts() throws {
    let workspace = try TestWorkspace()
    let text = "id,email,phone,postcode,country\n1,a@example.com,=\"03023125001\",=\"01067\",DE\n"
    _ = try workspace.runStage("ingest", [try workspace.write("leads-web.csv", text)])
    _ = try workspace.runStage("validate")
    #expect(try workspace.rows("SELECT phone, postcode FROM lead") == [["+493023125001", "01067"]])
  }

  @Test("A packed file that is cut off is refused, and nothing of it is loaded")
  func packed() throws {
    let workspace = try TestWorkspace()
    let plain = try workspace.write("leads-web.csv", Self.header + (1...9).map(Self.row).joined())
    let packing = try runProgram("/bin/sh", ["-c", "gzip -c \"$0\" > \"$0.gz\"", plain])
    #expect(packing.status == 0, "\(packing)")
    let whole = try #require(FileManager.default.contents(atPath: plain + ".gz"))
    let cut = try workspace.write("cut/leads-web.csv.gz", bytes: Array(whole.dropLast(12)))
    let refused = try workspace.runStage("ingest", [cut])
    #expect(refused.status == 30, "\(refused)")
    #expect(
      refused.errors.contains("leads-web.csv.gz: ends in the middle of the packed data"),
      "\(refused)")
    #expect(try workspace.count("SELECT count(*) FROM source_file") == 0)
    let result = try workspace.runStage("ingest", [plain + ".gz"])
    #expect(equation(result) == "9 in, 9 inserted", "\(result)")
  }
}
