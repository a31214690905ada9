import LeadmillTestSupport
import Testing

@Suite("Addresses beside the table of a list of people who refuse")
struct LeftOutRefusalTests {
  private static let header = "email,phone,registry\n"
  private static let entries = (0..<20).map { "g\($0)@good\($0).example.com,,internal\n" }.joined()
  private static let list = header + entries
  private static let stray = "ann@acme.example.com"

  private func load(
    _ workspace: TestWorkspace, _ text: String, as name: String = "do-not-contact-1.csv",
    _ options: [String] = []
  ) throws -> ProgramResult {
    try workspace.runStage(
      "ingest",
      ["--as-of", "2026-11-02T06:00:00Z"] + options + [try workspace.write(name, text)])
  }

  @Test(
    "a bare address at the end of a list is an entry",
    arguments: ["\(stray)\n", "\n\(stray)\n", "\n\(stray),,\n", "\(stray),,\n"])
  func bareAddress(tail: String) throws {
    let workspace = try TestWorkspace()
    let result = try load(workspace, Self.list + tail)
    #expect(result.status == 0, "\(result)")
    _ = try workspace.runStage("validate", ["--as-of", "2026-11-02T06:00:00Z"])
    #expect(
      try workspace.count("SELECT count(*) FROM suppression WHERE email = '\(Self.stray)'") == 1)
    #expect(try workspace.count("SELECT count(*) FROM suppression") == 21)
  }

  @Test(
    "what else holds an address or a number outside of the table stops the list",
    arguments: [
      ("rows 22, 23:", list + "\(stray);;internal\nbob@acme.example.com;;internal\n"),
      ("row 23:", list + "\nPlease also remove \(stray) and bob@acme.example.com\n"),
      ("row 23:", list + "\nand nobody calls (020) 7946 0018 please\n"),
      ("rows 1, 2:", "\(stray)\nbob@acme.example.com\n" + list),
      ("rows 25, 26:", list + "\n\nE-Mail,Grund\n\(stray),x\nbob@acme.example.com,x\n"),
    ])
  func outside(rows: String, text: String) throws {
    let workspace = try TestWorkspace()
    let result = try load(workspace, text)
    #expect(result.status == 30, "\(result)")
    #expect(result.errors.contains("no row was taken: \(rows) an address"), "\(result)")
    #expect(try workspace.count("SELECT count(*) FROM source_row") == 0)
    let again = try load(workspace, text)
    #expect(again.status == 30, "it is stopped as long as nobody looks at it: \(again)")
    let accepted = try load(workspace, text, as: "do-not-contact-1.csv", ["--accept-drift"])
    #expect(accepted.status == 0, "\(accepted)")
    #expect(accepted.errors.contains("ING011"), "\(accepted)")
    #expect(try workspace.count("SELECT count(*) FROM source_row") == 20)
  }

  @Test("a list that nobody described, consents and events are stopped too")
  func others() throws {
    let workspace = try TestWorkspace()
    let reasons = (0..<20).map { "g\($0)@good\($0).example.com,asked,2026-10-21\n" }.joined()
    let unsubscribed = try load(
      workspace, "Email,Reason,Date\n" + reasons + "\nalso: \(Self.stray)\n",
      as: "unsubscribes.csv")
    #expect(unsubscribed.status == 30, "\(unsubscribed)")
    let bare = try load(
      workspace, "Email,Reason,Date\n" + reasons + "\(Self.stray)\n", as: "unsubscribes.csv")
    #expect(bare.status == 0, "\(bare)")
    let consents = (0..<20).map {
      "g\($0)@good\($0).example.com,email,marketing,withdrawn,2026-10-21,form\n"
    }.joined()
    let consent = try load(
      workspace,
      "email,channel,purpose,status,at,source\n" + consents + "\(Self.stray)\n",
      as: "consent-1.csv")
    #expect(consent.status == 30, "\(consent)")
    let events = (0..<20).map {
      "g\($0)@good\($0).example.com,unsubscribe,2026-10-21T10:00:00Z\n"
    }.joined()
    let event = try load(
      workspace, "email,event,timestamp\n" + events + "\(Self.stray)\n", as: "engagement-1.csv")
    #expect(event.status == 30, "\(event)")
    #expect(try workspace.count("SELECT count(*) FROM source_row") == 21)
  }

  @Test("an address beside the table of a workbook stops the list")
  func workbook() throws {
    let workspace = try TestWorkspace()
    let path = workspace.path("do-not-contact-1.xlsx")
    let script = """
      import openpyxl, sys
      book = openpyxl.Workbook(); sheet = book.active
      sheet.append(['email', 'registry'])
      for i in range(20): sheet.append([f'g{i}@good{i}.example.com', 'internal'])
      sheet['F3'] = '\(Self.stray)'; sheet['F4'] = 'bob@acme.example.com'
      book.save(sys.argv[1])
      """
    let made = try runProgram(RepositoryPaths.python, ["-c", script, path])
    #expect(made.status == 0, "\(made)")
    let result = try workspace.runStage("ingest", ["--as-of", "2026-11-02T06:00:00Z", path])
    #expect(result.status == 30 && result.errors.contains("rows 3, 4:"), "\(result)")
  }

  @Test(
    "titles, notes and sums without addresses and numbers stop nothing",
    arguments: [
      "Robinson list of 2026-10-21 08:15\nVersion 2.1, 20 of 1 000 000 entries, 21.10.2026\n\n"
        + list,
      list + "\nGenerated 21.10.2026 10:00 by the export of 20261021: 20 rows\n",
      list + "\nTotal: 20 entries,,\n",
    ])
  func notes(text: String) throws {
    let workspace = try TestWorkspace()
    let result = try load(workspace, text)
    #expect(result.status == 0, "\(result)")
    #expect(try workspace.count("SELECT count(*) FROM source_row") == 20)
  }

  @Test("who says how many rows are notes is believed")
  func stated() throws {
    let workspace = try TestWorkspace()
    let text = "Questions: lists@example.com\n" + Self.list + "end of list, lists@example.com\n"
    #expect(try load(workspace, text).status == 30)
    let result = try load(
      workspace, text, as: "do-not-contact-1.csv", ["--preamble-rows", "1", "--footer-rows", "1"])
    #expect(result.status == 0, "\(result)")
    #expect(try workspace.count("SELECT count(*) FROM source_row") == 20)
  }

  @Test("a leads file keeps its notes")
  func leads() throws {
    let workspace = try TestWorkspace()
    let people = (0..<20).map { "\($0),g\($0)@good\($0).example.com,Good \($0)\n" }.joined()
    let result = try load(
      workspace, "id,email,company\n" + people + "\nQuestions? Write to lists@example.com\n",
      as: "leads-web-1.csv")
    #expect(result.status == 0, "\(result)")
    #expect(try workspace.count("SELECT count(*) FROM source_row") == 20)
  }
}
