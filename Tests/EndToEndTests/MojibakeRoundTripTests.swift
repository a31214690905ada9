import LeadmillTestSupport
import Testing

@Suite("A rejects workbook with a wrongly decoded text in it")
struct MojibakeRoundTripTests {
  private static let columns = "id,full_name,email,phone,company,city\n"
  /// Nobody can be reached by the first row; the second is taken as it is.
  private static let leads =
    columns + "c1,JÃ¼rgen KrÃ¼ger,juergen@,,,KÃ¶ln\nc2,AndrÃ© Weiß,andre@example.com,,,Ulm\n"

  private func book() throws -> RejectsBook {
    let workspace = try TestWorkspace()
    let book = RejectsBook(workspace: workspace, source: "leads.csv", by: "id")
    #expect(try book.take(try workspace.write("leads.csv", Self.leads)) == "2 in, 2 inserted")
    #expect(try book.names() == ["c1"])
    return book
  }

  private func lead(_ book: RejectsBook) throws -> String {
    try book.workspace.table(
      "SELECT full_name, city, email FROM lead WHERE external_id = 'c1'")
  }

  private func doubts(_ book: RejectsBook) throws -> Int {
    try book.workspace.count(
      """
      SELECT count(*) FROM finding AS f JOIN source_row AS r ON r.id = f.source_row_id
      WHERE f.code = 'VAL215' AND r.id = (SELECT max(id) FROM source_row)
      """)
  }

  @Test("the text as it was meant is suggested beside its cell, and the cell stays as it was sent")
  func note() throws {
    let book = try book()
    let script = """
      import openpyxl, sys
      sheet = openpyxl.load_workbook(sys.argv[1])["Rejected rows"]
      for name in ["B2", "F2"]: print(sheet[name].value, "|", sheet[name].comment.text)
      """
    let result = try runProgram(RepositoryPaths.python, ["-c", script, book.path])
    #expect(result.status == 0, "\(result)")
    for (sent, meant) in [("JÃ¼rgen KrÃ¼ger", "Jürgen Krüger"), ("KÃ¶ln", "Köln")] {
      #expect(result.output.contains("\(sent) |"), "\(result)")
      #expect(result.output.contains(meant), "\(result)")
    }
    #expect(result.output.contains("VAL215"), "\(result)")
  }

  @Test("taken up, the suggestion loads and no doubt is left")
  func takenUp() throws {
    let book = try book()
    let path = book.workspace.path("corrected.xlsx")
    try book.edit(
      [
        "set": [
          ["c1", "full_name", "Jürgen Krüger"], ["c1", "city", "Köln"],
          ["c1", "email", "juergen@example.com"],
        ]
      ], to: path)
    #expect(try book.take(path) == "1 in, 1 updated")
    #expect(try lead(book) == "Jürgen Krüger | Köln | juergen@example.com")
    #expect(try doubts(book) == 0)
    #expect(try book.take(path) == "1 in, 1 unchanged")
  }

  @Test("left alone, the text is read as it was meant, and stays in doubt")
  func leftAlone() throws {
    let book = try book()
    let path = book.workspace.path("corrected.xlsx")
    try book.edit(["set": [["c1", "email", "juergen@example.com"]]], to: path)
    #expect(try book.take(path) == "1 in, 1 updated")
    #expect(try lead(book) == "Jürgen Krüger | Köln | juergen@example.com")
    #expect(try doubts(book) > 0)
    #expect(try book.take(path) == "1 in, 1 unchanged")
  }
}
