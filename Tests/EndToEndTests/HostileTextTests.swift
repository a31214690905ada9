import LeadmillTestSupport
import Testing

@Suite("Text files that cannot be read to their end")
struct HostileTextTests {
  /// More rows than one transaction takes, of which some are rejected.
  private static let rows = (1...25_000).map { number in
    "\(number),\(number % 100 == 0 ? "" : "p\(number)@example.com"),Ann\n"
  }.joined()

  @Test("Nothing of it is taken, and once it is mended it is a file like others")
  func takenBack() throws {
    let workspace = try TestWorkspace()
    let long = String(repeating: "x", count: 2 << 20)
    let text = "id,email,first_name\n" + Self.rows
    let path = try workspace.write("leads-web.csv", text + "0,a@example.com,\(long)\n")
    for _ in 1...2 {
      let result = try workspace.runStage("ingest", [path])
      #expect(result.status == 30, "\(result)")
      #expect(result.errors.contains("row 25002: a cell is longer than"), "\(result)")
      for table in [
        "source_row", "source_row_hash", "source_identity", "row_disposition",
        "finding WHERE code <> 'ING008'", "stage_run WHERE rows_in > 0",
      ] {
        #expect(try workspace.count("SELECT count(*) FROM \(table)") == 0, "\(table)")
      }
      #expect(try workspace.count("SELECT count(*) FROM finding") == 1)
      #expect(try workspace.runStage("validate").status == 99)
    }
    let result = try workspace.runStage("ingest", [try workspace.write("leads-web.csv", text)])
    #expect(result.status == 0, "\(result)")
    #expect(try workspace.count("SELECT count(*) FROM source_row") == 25_000)
  }
}
