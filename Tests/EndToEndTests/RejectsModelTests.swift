import Foundation
import LeadModel
import LeadmillTestSupport
import Testing

@Suite("Corrections in any order come to what was corrected")
struct RejectsModelTests {
  /// What the store should hold: each row loaded with a value, or rejected.
  private struct Model {
    var loaded: [String: String] = [:]
    var rejected: Set<String> = []
  }

  struct Source: Sendable, CustomTestStringConvertible {
    let id: String
    let file: String
    /// The column that is wrong, and where its values end up, by the column that names rows.
    let column: String
    let query: String
    let header: String
    let row: @Sendable (_ name: String, _ value: String) -> String
    /// Of ingest and of validate, in turn.
    let wrong: [String]
    let isWorkbook: Bool
    var testDescription: String { id }

    func right(_ number: Int) -> String {
      column == "email" ? "r\(number)@example.com" : "S\(number)"
    }
  }

  static let sources: [Source] = [
    Source(
      id: "leads without ids, CSV", file: "leads.csv", column: "email",
      query: "SELECT notes, email FROM lead", header: "email,code,notes",
      row: { "\($1),007,\($0)" }, wrong: ["nobody@", "a@@b", ""], isWorkbook: false),
    Source(
      id: "deals with ids, XLSX", file: "deals.xlsx", column: "stage",
      query: "SELECT name, stage FROM deal", header: "deal_id,stage,name",
      row: { "D-\($0),\($1),\($0)" }, wrong: ["", "n/a"], isWorkbook: true),
  ]

  @Test("Correct some, import, correct others, import again, killed in between", arguments: sources)
  func random(source: Source) throws {
    let seed = UInt64(
      ProcessInfo.processInfo.environment["LEADMILL_REJECTS_SEED"].flatMap { Int($0) }
        ?? Int.random(in: 1...999_999))
    var random = SplitMix64(seed: seed)
    var log = "seed \(seed)"
    let workspace = try TestWorkspace()
    let book = RejectsBook(
      workspace: workspace, source: source.file, by: source.column == "email" ? "notes" : "name")
    var model = Model()
    var lines = [source.header]
    for number in 0..<12 {
      let isRight = number % 4 == 0
      let value = isRight ? source.right(number) : source.wrong[number % source.wrong.count]
      lines.append(source.row("R\(number)", value))
      if isRight { model.loaded["R\(number)"] = value } else { model.rejected.insert("R\(number)") }
    }
    _ = try book.take(try write(lines, source, workspace))
    try check(book, source, model, log)

    var older: [(path: String, rows: [String])] = []
    var next = 100
    for step in 0..<30 where !model.rejected.isEmpty {
      let path = workspace.path("step\(step)\(Bool.random(using: &random) ? ".csv" : ".xlsx")")
      if let old = older.randomElement(using: &random), Int.random(in: 0..<4, using: &random) == 0 {
        // An older copy again: what it corrected is loaded, or wrong as it was.
        log += "\n\(step): again \(old.path)"
        let said = try book.take(old.path)
        #expect(!said.contains("inserted") && !said.contains("updated"), "\(said)\n\(log)")
        try check(book, source, model, log)
        continue
      }
      var sets: [[String]] = []
      var expected = model
      let removed = model.rejected.sorted().filter { _ in Int.random(in: 0..<8, using: &random) == 0
      }
      for name in model.rejected.sorted() where !removed.contains(name) {
        switch Int.random(in: 0..<5, using: &random) {
        case 0, 1:
          next += 1
          sets.append([name, source.column, source.right(next)])
          expected.loaded[name] = source.right(next)
          expected.rejected.remove(name)
        case 2:
          sets.append([name, source.column, source.wrong.randomElement(using: &random) ?? ""])
        default: break
        }
      }
      var edits: [String: Any] = [
        "set": sets, "delete": removed, "comma": path.hasSuffix(".csv"),
        "numbers": Bool.random(using: &random), "reorder": Bool.random(using: &random),
      ]
      if Bool.random(using: &random) { edits["sort"] = source.column }
      let kill = Bool.random(using: &random) ? Int.random(in: 0...250_000, using: &random) : nil
      log += "\n\(step): \(path) \(sets) without \(removed), killed \(kill.map(String.init) ?? "-")"
      let rows = try book.edit(edits, to: path)
      model = expected
      let said = try book.take(path, killAfterMicroseconds: kill)
      log += ": \(said)"
      older.append((path, rows))
      try check(book, source, model, log)
    }
    #expect(try workspace.count("SELECT count(*) FROM (\(source.query))") == model.loaded.count)
  }

  private func check(_ book: RejectsBook, _ source: Source, _ model: Model, _ log: String) throws {
    let found = try book.workspace.rows(source.query).map { "\($0[0]) \($0[1])" }.sorted()
    #expect(found == model.loaded.map { "\($0.key) \($0.value)" }.sorted(), "\(log)")
    #expect(try book.names().sorted() == model.rejected.sorted(), "\(log)")
  }

  private func write(_ lines: [String], _ source: Source, _ workspace: TestWorkspace) throws
    -> String
  {
    let text = lines.joined(separator: "\n") + "\n"
    guard source.isWorkbook else { return try workspace.write(source.file, text) }
    let csv = try workspace.write("source.txt", text)
    let path = workspace.path(source.file)
    let script = """
      import csv, openpyxl, sys
      book = openpyxl.Workbook()
      for row in csv.reader(open(sys.argv[1])):
          book.active.append(row)
      book.save(sys.argv[2])
      """
    let result = try runProgram(RepositoryPaths.python, ["-c", script, csv, path])
    try #require(result.status == 0, "\(result)")
    return path
  }

  @Test(
    "A workbook that LibreOffice saved anew is recognised",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/soffice")),
    arguments: ["xlsx", "csv"])
  func libreOffice(format: String) throws {
    let workspace = try TestWorkspace()
    let book = RejectsBook(workspace: workspace, source: "leads.csv", by: "notes")
    let text = "email,code,day,notes\nada@,007,1.2.2026,L1\nben@,+49 30,-3.5,L2\n"
    _ = try book.take(try workspace.write("leads.csv", text))
    let corrected = workspace.path("mine.xlsx")
    // A CSV file has the sheet that is first.
    try book.edit(["set": [["L2", "email", "ben@example.com"]], "only": true], to: corrected)
    let office = try runProgram(
      "/usr/bin/soffice",
      [
        "-env:UserInstallation=file://\(workspace.path("office"))", "--headless", "--convert-to",
        format, "--outdir", workspace.path("saved"), corrected,
      ])
    try #require(office.status == 0, "\(office)")
    let saved = workspace.path("saved/mine.\(format)")
    #expect(try book.take(saved) == "2 in, 1 updated, 1 rejected")
    #expect(
      try workspace.table("SELECT cells FROM source_row ORDER BY id DESC LIMIT 1")
        == #"["ben@example.com","+49 30","-3.5","L2"]"#)
    #expect(try book.names() == ["L1"])
  }
}
