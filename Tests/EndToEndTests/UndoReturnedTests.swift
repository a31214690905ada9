import Foundation
import LeadmillTestSupport
import Testing

@Suite("Corrections and edited exports are imports that can be taken back")
struct UndoReturnedTests {
  private func undo(_ book: RejectsBook, _ name: String, _ options: [String] = []) throws {
    let result = try book.workspace.runDriver(
      [
        "undo", name, "--config", RepositoryPaths.pipelines, "--as-of", TestWorkspace.asOf,
        "--progress", "none",
      ] + options)
    #expect(result.status == 0, "\(result)")
  }

  private func notes(_ book: RejectsBook) throws -> [String] {
    try book.workspace.rows("SELECT notes FROM lead ORDER BY notes").map { $0[0] }
  }

  @Test("Without the corrections the rows are rejected again; without the file they stay")
  func corrections() throws {
    let workspace = try TestWorkspace()
    let book = RejectsBook(workspace: workspace, source: "leads.csv", by: "notes")
    _ = try book.take(try workspace.write("leads.csv", RejectsRoundTripTests.leads))
    let path = workspace.path("first.xlsx")
    try book.edit(
      ["set": [["L1", "email", "ada@example.com"], ["L2", "email", "ben@example.com"]]], to: path)
    _ = try book.take(path)
    #expect(try notes(book) == ["L1", "L2", "L4"])
    try undo(book, "first.xlsx", ["--dry-run"])
    #expect(try notes(book) == ["L1", "L2", "L4"])
    try undo(book, "first.xlsx")
    #expect(try notes(book) == ["L4"])
    #expect(try book.names() == ["L1", "L2", "L3", "L5"])
    // The workbook that came back lists them, and the same corrections load again.
    #expect(try book.take(path) == "4 in, 2 updated, 2 rejected")
    #expect(try notes(book) == ["L1", "L2", "L4"])
    try undo(book, "leads.csv")
    #expect(try notes(book) == ["L1", "L2"])
    try undo(book, "first.xlsx")
    for table in ["lead", "source_row", "source_file", "row_correction", "returned_sheet"] {
      #expect(try workspace.rows("SELECT count(*) FROM \(table)") == [["0"]], "\(table)")
    }
  }

  @Test("An edited export is taken back, and what it edited outlives the file before it")
  func exports() throws {
    let bench = try ImportBench()
    try bench.load("leads-web-1.csv", UndoTests.first)
    let before = try bench.content()
    let path = bench.workspace.path("out.csv")
    let export = try bench.workspace.runDriver(["export", "lead", "--output", path])
    #expect(export.status == 0, "\(export)")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let edited = try bench.workspace.write(
      "edited.csv", text.replacing("ben@example.com,", with: "ben@example.org,"))
    try bench.run(["import", edited])
    #expect(try bench.leads().contains("2 | ben@example.org"))
    try bench.undo("edited.csv", ["--dry-run"])
    #expect(try bench.leads().contains("2 | ben@example.org"))
    let back = try bench.undo("edited.csv")
    #expect(back.output.contains("email: ben@example.org → ben@example.com"), "\(back)")
    #expect(try bench.content() == before)
    try bench.run(["import", edited])
    let rest = try bench.undo("leads-web-1.csv")
    #expect(rest.output.contains("email: brought by import 3"), "\(rest)")
    #expect(
      try bench.leads() == "2 | ben@example.org | Kestrel Ltd | - | not_asked")
  }

  @Test("A row that its import's mode refused is taken when it comes again and may")
  func refused() throws {
    let bench = try ImportBench()
    let row = "1,ada@example.com,Ada,Ashdown,,Kestrel Ltd,,"
    try bench.load("leads-web-1.csv", row, options: ["--mode", "update"])
    #expect(try bench.leads().isEmpty)
    // The same row is known, but not what became of it.
    try bench.load("leads-web-2.csv", "\(row)\n2,ben@example.com,Ben,Birch,,,,")
    #expect(try bench.workspace.count("SELECT count(*) FROM lead") == 2)
    let news = "2,ben@example.com,Ben,Birch,,Osprey Ltd,,"
    try bench.load("leads-web-3.csv", news, options: ["--mode", "create"])
    try bench.undo("leads-web-2.csv")
    try bench.load(
      "leads-web-4.csv", "\(news)\n3,cleo@example.com,Cleo,Crane,,,,",
      options: ["--mode", "create"])
    #expect(try bench.leads().contains("2 | ben@example.com  | Osprey Ltd"))
  }

  @Test("Refused rows that come back in their workbook, unchanged, are taken by another mode")
  func refusedWorkbook() throws {
    let bench = try ImportBench()
    try bench.load(
      "leads-web-1.csv", "1,ada@example.com,Ada,Ashdown,,Kestrel Ltd,,",
      options: ["--mode", "update"])
    let workbook = "\(bench.workspace.outputFolder)/rejects/leads-web-1.csv-rejects.xlsx"
    let again = try bench.run(["import", bench.workspace.path("leads-web-1.csv")])
    #expect(again.errors.contains("1 row of it was refused by --mode update"), "\(again)")
    try bench.run(["import", workbook])
    #expect(try bench.leads().contains("1 | ada@example.com"))
  }

  @Test("Rejected rows that another file has too go over to its workbook")
  func rejectedAgain() throws {
    let bench = try ImportBench()
    try bench.load("leads-web-1.csv", "1,ada@@,Ada,,,,,\n2,ben@example.com,Ben,Birch,,,,")
    try bench.load("leads-web-2.csv", "1,ada@@,Ada,,,,,\n3,cleo@example.com,Cleo,Crane,,,,")
    try bench.undo("leads-web-1.csv")
    let book = RejectsBook(workspace: bench.workspace, source: "leads-web-2.csv", by: "first_name")
    #expect(try book.names() == ["Ada"])
  }

  @Test("People who came twice in one file go as whole persons, whatever the order of their rows")
  func duplicates() throws {
    let bench = try ImportBench()
    try bench.load("leads-web-0.csv", "0,cleo@example.com,Cleo,Crane,,Kestrel Ltd,,")
    let before = try bench.content()
    let rows = (1...30).map { "\($0),\(["ada", "ben", "cleo"][$0 % 3])@example.com,,,,,," }
    try bench.load("leads-web-1.csv", rows.joined(separator: "\n"))
    #expect(try bench.workspace.count("SELECT count(*) FROM entity") == 3)
    try bench.undo("leads-web-1.csv")
    #expect(try bench.content() == before)
    #expect(try bench.workspace.count("SELECT count(*) FROM entity_redirect") == 0)
  }
}
