import Foundation
import LeadmillTestSupport
import Testing

@Suite("What was corrected in a rejects workbook outlives the workbook's rewriting")
struct RejectsKeptTests {
  private func book() throws -> RejectsBook {
    let workspace = try TestWorkspace()
    let book = RejectsBook(workspace: workspace, source: "leads.csv", by: "notes")
    _ = try book.take(try workspace.write("leads.csv", RejectsRoundTripTests.leads))
    return book
  }

  private func folder(_ book: RejectsBook) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(book.workspace.outputFolder)/rejects")
      .filter { $0.hasSuffix(".xlsx") }.sorted()
  }

  @Test("An edited workbook that was not imported is kept under another name, and loads from there")
  func kept() throws {
    let book = try book()
    let other = book.workspace.path("other.xlsx")
    try book.edit(["set": [["L2", "email", "ben@example.com"]]], to: other)
    try book.edit(["set": [["L1", "email", "ada@example.com"]]], to: book.path)
    let result = try book.workspace.runStage("ingest", [other])
    let kept = "\(book.workspace.outputFolder)/rejects/leads.csv-rejects (edited).xlsx"
    #expect(
      result.output.contains(
        "'leads.csv-rejects.xlsx' was edited and not imported: it is kept as '\(kept)'"),
      "\(result)")
    #expect(
      try folder(book) == ["leads.csv-rejects (edited).xlsx", "leads.csv-rejects.xlsx"])
    _ = try book.workspace.runStage("validate")
    #expect(try book.names() == ["L1", "L3", "L5"])
    #expect(try book.take(kept) == "4 in, 1 updated, 1 unchanged, 2 rejected")
    #expect(try book.names() == ["L3", "L5"])
    // A second one gets a number.
    try book.edit(["set": [["L3", "email", "cleo@example.com"]]], to: book.path)
    _ = try book.take(other)
    #expect(try folder(book).contains("leads.csv-rejects (edited 2).xlsx"))
  }

  @Test("A workbook that was corrected in its place and imported is simply written anew")
  func imported() throws {
    let book = try book()
    try book.edit(["set": [["L1", "email", "ada@example.com"]]], to: book.path)
    #expect(try book.take(book.path) == "4 in, 1 updated, 3 rejected")
    #expect(try book.names() == ["L2", "L3", "L5"])
    #expect(try book.take(book.path) == "3 in, 3 rejected")
    #expect(try folder(book) == ["leads.csv-rejects.xlsx"])
    let list = try runProgram(
      "/bin/sh",
      ["-c", "cd \"$1\" && sha256sum --check .written.sha256", "sh"]
        + ["\(book.workspace.outputFolder)/rejects"])
    #expect(list.status == 0, "\(list)")
  }

  @Test("An undo does not throw corrections away either")
  func undone() throws {
    let book = try book()
    try book.edit(["set": [["L1", "email", "ada@example.com"]]], to: book.path)
    let undo = try book.workspace.runDriver(
      ["undo", "leads.csv", "--config", RepositoryPaths.pipelines, "--as-of", TestWorkspace.asOf])
    #expect(undo.status == 0 && undo.output.contains("was edited and not imported"), "\(undo)")
    #expect(try folder(book) == ["leads.csv-rejects (edited).xlsx"])
  }
}
