import Foundation
import LeadmillTestSupport
import Testing

@Suite("Input that cannot be used gets a clear answer and its exit code")
struct BadInputTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    /// Makes the input and says what to give to ingest.
    let prepare: @Sendable (TestWorkspace) throws -> String
    let status: Int32
    /// What standard error or output must say; any one of each group.
    let says: [[String]]

    var testDescription: String { id }
  }

  static let header = "id,email,first_name,last_name,phone,company,created_at\n"

  static let cases = [
    Case(
      id: "a missing file", prepare: { $0.path("leads-none.csv") }, status: 30,
      says: [["leads-none.csv"], ["no file", "no such", "not found", "found no"]]),
    Case(
      id: "a folder named like a file",
      prepare: {
        try $0.write("leads-web.csv/.keep", "")
        return $0.path("leads-web.csv")
      }, status: 30, says: [["leads-web.csv"], ["folder", "directory", "no file"]]),
    Case(
      id: "an empty folder",
      prepare: {
        try $0.write("empty/.keep", "")
        return $0.path("empty")
      }, status: 99, says: [["nothing", "no file"]]),
    Case(
      id: "an empty file", prepare: { try $0.write("leads-web.csv", "") }, status: 30,
      says: [["leads-web.csv"], ["empty"]]),
    Case(
      id: "a header and nothing else", prepare: { try $0.write("leads-web.csv", header) },
      status: 0, says: [["0 in"]]),
    Case(
      id: "a workbook that is a damaged ZIP",
      prepare: {
        let path = "\(RepositoryPaths.sampleData)/leads-event.xlsx"
        let whole = FileManager.default.contents(atPath: path) ?? Data()
        return try $0.write("leads-event.xlsx", bytes: Array(whole.prefix(whole.count / 2)))
      }, status: 30, says: [["leads-event.xlsx"], ["zip", "ZIP", "damaged", "workbook"]]),
    Case(
      id: "a workbook that is a text",
      prepare: { try $0.write("leads-event.xlsx", "Name,Email\nAda,ada@example.com\n") },
      status: 30, says: [["leads-event.xlsx"], ["workbook", "zip", "ZIP", "XLSX", "xlsx"]]),
    Case(
      id: "columns that no mapping knows",
      prepare: { try $0.write("leads-web.csv", "alpha,beta\n1,2\n") }, status: 30,
      says: [["leads-web.csv"], ["alpha", "column", "header", "mapping"]]),
    Case(
      id: "a file that may not be read",
      prepare: {
        // Root may read anything; a file of /proc fails for everybody.
        try $0.write("in/leads-web.csv", "x")
        try FileManager.default.removeItem(atPath: $0.path("in/leads-web.csv"))
        try FileManager.default.createSymbolicLink(
          atPath: $0.path("in/leads-web.csv"), withDestinationPath: "/proc/self/mem")
        return $0.path("in/leads-web.csv")
      }, status: 30, says: [["leads-web.csv"]]),
  ]

  @Test("Ingest says what is wrong with its input", arguments: cases)
  func ingest(row: Case) throws {
    let workspace = try TestWorkspace()
    let result = try workspace.runStage("ingest", [try row.prepare(workspace)])
    #expect(result.status == row.status, "\(result)")
    let said = result.errors + result.output
    for words in row.says {
      #expect(words.contains { said.contains($0) }, "none of \(words) in\n\(result)")
    }
    #expect(!said.contains("fault of the program"), "\(result)")
  }

  @Test("One bad file among good ones does not keep the good ones out")
  func goodGoOn() throws {
    let workspace = try TestWorkspace()
    let input = try SmallInput.write(to: workspace, rows: 20)
    try workspace.write("input/leads-event.xlsx", "no workbook")
    let result = try workspace.runStage("ingest", [input])
    #expect(result.status == 30, "\(result)")
    #expect(result.errors.contains("leads-event.xlsx"), "\(result)")
    #expect(
      try workspace.count("SELECT count(*) FROM source_file WHERE state = 'loaded'")
        == SmallInput.files().count - 1)
  }

  @Test("A folder that may not be read")
  func closedFolder() throws {
    let workspace = try TestWorkspace()
    try workspace.write("in/leads-web.csv", "email\na@example.com\n")
    // Root reads everything, unless it does without the capabilities for it.
    let script = """
      chmod 0 "$1"
      [ "$(id -u)" = 0 ] && root='setpriv --bounding-set -dac_override,-dac_read_search'
      $root "$2" --workspace "$3" --as-of 2026-11-02 "$1"
      code=$?; chmod 700 "$1"; exit $code
      """
    let result = try runProgram(
      "/bin/sh",
      [
        "-c", script, "sh", workspace.path("in"), RepositoryPaths.program("leadmill-ingest"),
        workspace.root,
      ])
    #expect(result.status == 30, "\(result)")
    #expect(result.errors.contains("cannot be read: Permission denied"), "\(result)")
  }

  @Test("A rejected row comes back as a workbook that an outside reader opens")
  func rejects() throws {
    let workspace = try TestWorkspace()
    let result = try workspace.runStage("ingest", ["\(RepositoryPaths.sampleData)/leads-messe.csv"])
    #expect(result.status == 10, "\(result)")
    let workbooks = try workspace.outputFiles().keys.filter { $0.hasSuffix(".xlsx") }
    let name = try #require(workbooks.first, "\(result)")
    let script = """
      import openpyxl, sys
      book = openpyxl.load_workbook(sys.argv[1])
      notes = [c for s in book for r in s.iter_rows() for c in r if c.comment]
      print(len(notes) > 0)
      """
    let reader = try runProgram(
      RepositoryPaths.python, ["-c", script, "\(workspace.outputFolder)/\(name)"])
    #expect(reader.output == "True\n", "\(reader)")
  }
}
