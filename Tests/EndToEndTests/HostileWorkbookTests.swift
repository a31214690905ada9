import Foundation
import LeadmillTestSupport
import Testing

@Suite("Workbooks made to do harm")
struct HostileWorkbookTests {
  /// What the message must name.
  static let cases: [(kind: String, says: [String])] = [
    ("bomb", ["sheet1.xml", "times its size"]), ("long-cell", ["sheet1.xml", "row 301"]),
    ("entities", ["sheet1.xml", "document type"]), ("outside", ["sheet1.xml", "document type"]),
    ("broken-xml", ["sheet1.xml", "damaged"]), ("beyond", ["sheet1.xml", "1048576 rows"]),
    ("missing-part", ["sheet1.xml"]), ("checksum", ["sheet1.xml", "checksum"]),
    ("lying-size", ["sheet1.xml", "longer than it says"]), ("overlap", ["sheet1.xml", "overlap"]),
    ("cut-off", ["leads.xlsx", "damaged"]), ("traversal", ["../../etc/cron.d/x", "do not trust"]),
  ]

  private func write(_ kind: String, in workspace: TestWorkspace) throws -> String {
    let path = workspace.path("leads.xlsx")
    let writer = try runProgram(
      RepositoryPaths.python,
      ["\(RepositoryPaths.root)/Tests/Fixtures/hostile_workbooks.py", kind, path])
    #expect(writer.status == 0, "\(writer)")
    return path
  }

  @Test("It is refused by the part's name, and nothing of it is taken", arguments: cases)
  func refused(kind: String, says: [String]) throws {
    let workspace = try TestWorkspace()
    let path = try write(kind, in: workspace)
    for round in 1...2 {
      let result = try workspace.runStage("ingest", [path])
      #expect(result.status == 30, "\(result)")
      for words in says { #expect(result.errors.contains(words), "\(words): \(result)") }
      for table in ["source_row", "source_row_hash", "source_identity"] {
        #expect(try workspace.count("SELECT count(*) FROM \(table)") == 0, "\(table), \(round)")
      }
      // A file that could not even be opened leaves no record at all.
      let files = try workspace.rows("SELECT state FROM source_file")
      #expect(files.isEmpty || files == [["failed"]])
      let findings = try workspace.count("SELECT count(*) FROM finding WHERE code = 'ING008'")
      #expect(findings == files.count)
    }
  }

  @Test("Rows that say to be the same row are both taken, and that is said")
  func repeatedRow() throws {
    let workspace = try TestWorkspace()
    let result = try workspace.runStage("ingest", [try write("twice", in: workspace)])
    #expect(result.status == 0, "\(result)")
    #expect(
      try workspace.table(
        "SELECT row_number FROM source_row WHERE cells LIKE '%x7@%' ORDER BY 1") == "7\n301")
    #expect(
      try workspace.table("SELECT substr(message, 1, 69) FROM finding WHERE code = 'ING034'")
        == "row 7 stands twice in the sheet; both were read, the second one as ro")
  }

  @Test("A stray cell at a sheet's last column comes back in the rejects workbook, not as an error")
  func lastColumn() throws {
    let workspace = try TestWorkspace()
    let result = try workspace.runStage("ingest", [try write("last-column", in: workspace)])
    #expect(result.status == 10, "\(result)")
    #expect(!result.errors.contains("error:"), "\(result)")
    #expect(
      try workspace.table("SELECT code FROM finding WHERE severity = 'reject'") == "ING001")
  }

  @Test("A sheet that claims to be enormous but is not is read in no time")
  func absurdDimension() throws {
    let workspace = try TestWorkspace()
    let result = try workspace.runStage("ingest", [try write("absurd-dimension", in: workspace)])
    #expect(result.status == 0, "\(result)")
    #expect(
      try workspace.table("SELECT count(*), max(row_number) FROM source_row") == "30 | 1048576")
  }
}
