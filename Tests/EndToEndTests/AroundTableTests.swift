import Foundation
import LeadModel
import LeadmillTestSupport
import Testing

@Suite("What stands around the rows of a table")
struct AroundTableTests {
  struct Case: Sendable {
    let id: String
    /// Rows that are data.
    let rows: Int
    /// Codes and beginnings of what is said, the same for CSV and XLSX.
    var said: [String] = []
    /// Rows of the sheet; an empty one is a blank line.
    let sheet: [[String]]
  }

  private static let header = ["First name", "Last name", "Email", "Phone", "Company"]

  private static func people(_ range: Range<Int>) -> [[String]] {
    range.map {
      ["Ada", "Hopper", "ada\($0)@example.com", "+44 20 7946 0\(100 + $0)", "Example Ltd"]
    }
  }

  private static let products =
    [["Product", "SKU", "Price", "Stock", "Vendor"]]
    + (1...4).map { ["Lamp \($0)", "L-\($0)", "\($0).50", "\($0 * 7)", "Example Ltd"] }
  private static let regions = [["Region", "Target"], ["North", "100"], ["South", "70"]]
  private static let table = [header] + people(0..<6)

  static let cases = [
    Case(
      id: "the header again, in any case", rows: 12,
      said: ["ING027 the header is repeated at rows 8, 12, and was left out there"],
      sheet: table + [header.map { $0.uppercased() }] + people(6..<9) + [header]
        + people(9..<12)),
    Case(
      id: "the header again in other words, below a title", rows: 9,
      said: ["ING027 the header is repeated at row 10, and was left out there, with a title above"],
      sheet: table + [[], ["Team South"], ["Vorname", "Nachname", "E-Mail", "Telefon", "Firma"]]
        + people(6..<9)),
    Case(
      id: "a table of the same width below", rows: 6,
      said: ["ING023 another table begins in row 9; its 4 rows were left out (columns 'Product', "],
      sheet: table + [[]] + products),
    Case(
      id: "a table of the same width below, without a blank line", rows: 6,
      said: ["ING023 another table begins in row 8; its 4 rows were left out (columns 'Product', "],
      sheet: table + products),
    Case(
      id: "the same columns in another order below", rows: 6,
      said: ["ING023 another table begins in row 9; its 3 rows were left out (columns 'Email', "],
      sheet: table + [[]]
        + ([header] + people(6..<9)).map { [$0[2], $0[3], $0[0], $0[1], $0[4]] }),
    Case(
      id: "a narrower table below", rows: 6,
      said: ["ING023 another table begins in row 9; its 2 rows were left out (columns 'Region', "],
      sheet: table + [[]] + regions),
    Case(
      id: "a narrower table above", rows: 6,
      said: ["ING023 another table stands above, from row 1 to row 3; its 2 rows were left out"],
      sheet: regions + [[]] + table),
    Case(
      id: "what an export says of itself above is no table", rows: 6,
      sheet: [["Report:", "Leads"], ["Rows:", "6"], ["Pages:", "1"], []] + table),
    Case(
      id: "sums between the rows", rows: 12,
      said: ["ING028 sums of other rows stand at row 8, and were left out"],
      sheet: table + [["Subtotal", "6"]] + people(6..<12)),
    Case(
      id: "sums below that look like a row", rows: 4,
      said: ["ING028 sums of other rows stand at rows 6, 7, and were left out"],
      sheet: [["Company", "Employees", "Revenue"]]
        + (1...4).map { ["Firm \($0)", "\($0 * 10)", "\($0 * 1000)"] }
        + [["Average", "25", "2500"], ["Total", "100", "10000"]]),
    Case(
      id: "a company that is called like a sum", rows: 5,
      sheet: [["Company", "Employees", "Revenue"]]
        + (1...4).map { ["Firm \($0)", "\($0 * 10)", "\($0 * 1000)"] }
        + [["Total Fuel", "71", "9000"]]),
    Case(
      id: "a table of texts below a table of texts", rows: 6,
      said: [
        "ING023 another table begins in row 9; its 2 rows were left out (columns 'First name', "
      ],
      sheet: [["Company", "City", "Industry"]] + (1...6).map { ["Firm \($0)", "Leeds", "Retail"] }
        + [
          [], ["First name", "Last name", "Job title"], ["Ada", "Hopper", "Head"],
          ["Jo", "", "Boss"],
        ]),
    Case(
      id: "several narrow tables below, of more rows than the first one", rows: 4,
      said: [
        "ING023 another table begins in row 7; its 2 rows were left out (columns 'Region', ",
        "ING023 another table begins in row 11; its 3 rows were left out (columns 'Code', ",
      ],
      sheet: [header] + people(0..<4) + [[]] + regions
        + [[], ["Code", "Meaning"], ["A", "hot"], ["B", "warm"], ["C", "cold"]]),
    Case(
      id: "notes below", rows: 6,
      said: ["ING022 the last 3 rows, from row 9 on, are notes below the table and were left out"],
      sheet: table + [[], ["Legend"], ["A", "hot"], ["B", "warm"]]),
    Case(
      id: "people of whom little is known behind a blank line", rows: 9,
      sheet: table + [[], ["Ada", "Lovelace", "", "call office", "Acme"]]
        + [["Grace", "Hopper", "", "ask Ada", "Acme"], ["Alan", "", "", "", "Acme"]]),
    Case(
      id: "words that are names of columns elsewhere behind a blank line", rows: 8,
      sheet: table + [[], ["Company", "Owner", "o@example.com", "", "Website"]]
        + [["Ada", "Phone", "p@example.com", "", "Title"]]),
  ]

  /// The cases as CSV and as XLSX, in one folder.
  private func write(in workspace: TestWorkspace) throws -> [(path: String, item: Case)] {
    let script = """
      import json, openpyxl, sys
      for path, rows in json.load(sys.stdin).items():
        book = openpyxl.Workbook()
        for row in rows: book.active.append([float(c) if c.isdigit() else c or None for c in row])
        book.save(path)
      """
    var files: [(String, Case)] = []
    var books: [String: [[String]]] = [:]
    for (number, item) in Self.cases.enumerated() {
      let text = item.sheet.map { $0.joined(separator: ",") + "\n" }.joined()
      files.append((try workspace.write("case\(number).csv", text), item))
      let book = workspace.path("case\(number).xlsx")
      books[book] = item.sheet
      files.append((book, item))
    }
    let input = try JSONSerialization.data(withJSONObject: books)
    let writer = try runProgram(
      RepositoryPaths.python, ["-c", script], input: Array(input))
    #expect(writer.status == 0, "\(writer)")
    return files
  }

  private func sheet(of inspected: ProgramResult) throws -> [String: Any]? {
    let json = try JSONSerialization.jsonObject(with: Data(inspected.output.utf8))
    return ((json as? [String: Any])?["sheets"] as? [[String: Any]])?.first
  }

  @Test("is left out and said, and inspect counts the rows that import takes")
  func around() throws {
    let workspace = try TestWorkspace()
    let files = try write(in: workspace)
    let result = try workspace.runStage("ingest", files.map(\.path))
    #expect(result.status == 0, "\(result)")
    for (path, item) in files {
      let name = path.split(separator: "/").last.map(String.init) ?? ""
      let found = try workspace.rows(
        """
        SELECT coalesce(f.code || ' ' || f.message, ''), s.rows_read FROM source_file AS file
        JOIN source_sheet AS s ON s.file_id = file.id
        LEFT JOIN finding AS f ON f.sheet_id = s.id AND f.source_row_id IS NULL
          AND (f.code BETWEEN 'ING022' AND 'ING029')
        WHERE file.name = '\(name)' ORDER BY f.id
        """)
      let said = found.map { $0[0] }.filter { !$0.isEmpty }
      #expect(found.allSatisfy { $0[1] == "\(item.rows)" }, "\(item.id) \(name): \(found)")
      #expect(said.count == item.said.count, "\(item.id) \(name): \(said)")
      for (found, expected) in zip(said, item.said) {
        #expect(found.hasPrefix(expected), "\(item.id) \(name): \(found)")
      }
      let inspected = try runProgram("leadmill", ["inspect", path, "--json"])
      let sheet = try sheet(of: inspected)
      #expect(sheet?["rows"] as? Int == item.rows, "\(item.id) \(name): \(inspected)")
      let remarks = (sheet?["remarks"] as? [[String: String]] ?? []).map {
        "\($0["code"] ?? "") \($0["message"] ?? "")"
      }
      #expect(remarks == said, "\(item.id) \(name)")
    }
  }

  @Test("can be read as the finding says")
  func advice() throws {
    let workspace = try TestWorkspace()
    var tried = 0
    for (path, item) in try write(in: workspace) {
      let text = try runProgram("leadmill", ["inspect", path, "--json"]).output
      guard let match = text.firstMatch(of: /--(table|range) ([A-Z0-9:]+)/),
        let said = text.firstMatch(of: /its ([0-9]+) rows were left out \(columns '([^']+)'/)
      else { continue }
      tried += 1
      let option = "--\(match.1)=\(match.2)"
      let inspected = try runProgram("leadmill", ["inspect", path, "--json", option])
      let sheet = try sheet(of: inspected)
      #expect(sheet?["rows"] as? Int == Int(said.1), "\(item.id) \(option): \(inspected)")
      let columns = sheet?["columns"] as? [[String: Any]]
      #expect(columns?.first?["header"] as? String == String(said.2), "\(item.id) \(option)")
    }
    // Three of CSV files and seven of workbooks.
    #expect(tried == 10)
  }

  @Test("is told from rows that have gaps, blank lines above them, and words that name columns")
  func honest() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix64(seed: seed)
    let words = [
      "Sales", "Owner", "Website", "Product", "Email", "Company", "unknown", "n/a", "Title",
      "Region",
      "Source", "Status", "Total Fuel", "Count Dooku",
    ]
    let workspace = try TestWorkspace()
    var text = Self.header.joined(separator: ",") + ",Notes\n"
    var rows = 0
    var headers = 0
    // More than one batch of the reader, so that rows wait at the end of some.
    for number in 0..<9_000 {
      var row = [
        "Ada", "Hopper", "ada\(number)@example.com", "+44 20 7946 0\(number)", "Acme", "x",
      ]
      for column in row.indices where Int.random(in: 0..<5, using: &random) == 0 {
        row[column] =
          Bool.random(using: &random) ? "" : words[Int.random(in: 0..<words.count, using: &random)]
      }
      if number % 97 == 96 {
        text += Self.header.joined(separator: ",") + ",Notes\n"
        headers += 1
      }
      if Int.random(in: 0..<20, using: &random) == 0 { text += "\n" }
      guard row.contains(where: { !$0.isEmpty }) else { continue }
      rows += 1
      text += row.joined(separator: ",") + "\n"
    }
    let path = try workspace.write("leads.csv", text)
    let sheet = try sheet(of: try runProgram("leadmill", ["inspect", path, "--json"]))
    let remarks = sheet?["remarks"] as? [[String: String]] ?? []
    #expect(sheet?["rows"] as? Int == rows, "seed \(seed): \(remarks)")
    #expect(remarks.map { $0["code"] } == ["ING027"], "seed \(seed): \(remarks)")
    #expect(remarks.first?["message"]?.contains(" and \(headers - 5) more") == true, "seed \(seed)")
  }

  @Test(
    "is what convert writes when it is asked for, as wide as it is", arguments: [regions, products])
  func converted(other: [[String]]) throws {
    let workspace = try TestWorkspace()
    func text(_ rows: [[String]]) -> String {
      rows.map { $0.joined(separator: ",") + "\n" }.joined()
    }
    let path = try workspace.write("leads.csv", text(Self.table + [[]] + other))
    for (number, rows) in [(1, Self.table), (2, other)] {
      let result = try runProgram("leadmill", ["convert", path, "--quiet", "--table=\(number)"])
      #expect(result.output == text(rows), "\(result)")
    }
    let inspected = try runProgram("leadmill", ["inspect", path, "--table=2"])
    #expect(
      inspected.output.contains("\(other.count - 1) rows below"), "\(inspected)")
  }
}
