import LeadmillTestSupport
import Testing

@Suite("Lists of people who refuse in files that are no tables")
struct StrayRefusalTests {
  private static let list = "email,phone,registry\nann@acme.example.com,,internal\n"

  private func ingest(
    _ workspace: TestWorkspace, _ names: [String]
  ) throws -> ProgramResult {
    _ = try workspace.write("in/leads-web-1.csv", "id,email,company\n1,bob@acme.example.com,Acme\n")
    for name in names { _ = try workspace.write("in/\(name)", Self.list) }
    return try workspace.runStage(
      "ingest", ["--as-of", "2026-11-02T06:00:00Z", workspace.path("in")])
  }

  @Test(
    "a file that is called after them, or like one that a mapping claims, stops the run",
    arguments: [
      ("do-not-contact-1.xls", "open it and save it as .xlsx"),
      ("do-not-contact-1.ods", "open it and save it as .xlsx"),
      ("do-not-contact-1.csv.zip", "unpack it"), ("leads-web-2.zip", "unpack it"),
      ("do-not-contact-1.json", "save it as one of them"), ("consent-1.dat", "save it as"),
      ("do-not-contact-1", "give it .csv or .xlsx"), ("unsubscribes.pdf", "save it as one"),
      ("Sperrliste.xml", "save it as one"), ("opt-outs november.zip", "unpack it"),
      ("do-not-contact-1.csv.part", "still being written"),
      ("consent-1.csv.crdownload", "still being written"),
    ])
  func stops(name: String, remedy: String) throws {
    let workspace = try TestWorkspace()
    let result = try ingest(workspace, [name])
    #expect(result.status == 30, "\(result)")
    #expect(result.errors.contains("\(name): is called "), "\(result)")
    #expect(result.errors.contains(remedy), "\(result)")
    #expect(try workspace.count("SELECT count(*) FROM source_row") == 1)
  }

  @Test(
    "what only goes with a file, and what nobody counts on, is left alone",
    arguments: [
      "README.md", "generate.py", "notes.docx", "photo.zip", "report.pdf",
      "do-not-contact-1.csv.md5",
      "do-not-contact-1.csv.done", "do-not-contact.yaml", "leads-web-1.csv.zip", "leads-web.pdf",
      "leads-web-2.csv.part", "do-not-contact-1.csv.bak",
    ])
  func leftAlone(name: String) throws {
    let workspace = try TestWorkspace()
    let result = try ingest(workspace, [name])
    #expect(result.status == 0, "\(result)")
    #expect(
      result.errors.contains("still being written") == name.hasSuffix(".part"), "\(result)")
  }
}
