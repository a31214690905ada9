import Foundation
import LeadmillTestSupport
import Testing

@Suite("Sheets of people who refuse")
struct RefusalSheetTests {
  /// A workbook of sheets, as rows of cells; the names of hidden ones begin with a tilde.
  private func book(
    _ workspace: TestWorkspace, _ name: String, _ sheets: [(String, [[String]])]
  ) throws -> String {
    let path = workspace.path(name)
    let script = """
      import json, openpyxl, sys
      book = openpyxl.Workbook(); book.remove(book.active)
      for name, rows in json.load(sys.stdin):
        sheet = book.create_sheet(name.lstrip('~'))
        for row in rows: sheet.append(row)
        if name.startswith('~'): sheet.sheet_state = 'hidden'
      book.save(sys.argv[1])
      """
    let input = try JSONSerialization.data(
      withJSONObject: sheets.map { [$0.0, $0.1] as [Any] })
    let made = try runProgram(
      RepositoryPaths.python, ["-c", script, path], input: Array(input))
    #expect(made.status == 0, "\(made)")
    return path
  }

  private static func people(_ range: Range<Int>) -> [[String]] {
    [["Email", "First Name", "Last Name", "Company", "Country"]]
      + range.map { ["p\($0)@acme\($0).example.com", "Ann", "Bell", "Acme \($0)", "GB"] }
  }
  private static let reasons = [
    ["Email", "Reason"], ["p0@acme0.example.com", "asked"], ["p1@acme1.example.com", "asked"],
  ]
  private static let entries = [["email", "registry"], ["p5@acme5.example.com", "internal"]]

  struct Book: Sendable {
    let id: String
    var file = "people.xlsx"
    let sheets: [(String, [[String]])]
    var problem = ""
  }

  static let books = [
    Book(
      id: "the same header", sheets: [("Active", people(0..<3)), ("Unsubscribed", people(3..<6))],
      problem: "sheet 'Unsubscribed' is called after people who refuse"),
    Book(
      id: "of a mapping", file: "leads-web-1.xlsx",
      sheets: [("Active", people(0..<3)), ("Gesperrt", people(3..<6))],
      problem: "sheet 'Gesperrt' is called after people who refuse"),
    Book(
      id: "another header", sheets: [("Active", people(0..<3)), ("Opt-outs", reasons)],
      problem: "sheet 'Opt-outs' seems to list people who refuse"),
    Book(
      id: "another header of a mapping", file: "leads-web-1.xlsx",
      sheets: [("Active", people(0..<3)), ("DNC", reasons)],
      problem: "sheet 'DNC' seems to list people who refuse"),
    Book(
      id: "no header",
      sheets: [
        ("Active", people(0..<3)), ("Do not contact", [["p0@acme0.example.com"]]),
      ], problem: "sheet 'Do not contact' seems to list people who refuse"),
    Book(
      id: "addresses and nothing else",
      sheets: [("Active", people(0..<3)), ("Sheet2", [["Email"], ["p0@acme0.example.com"]])],
      problem: "sheet 'Sheet2' has addresses or numbers and nothing else"),
    Book(
      id: "addresses alone without a header", file: "leads-web-1.xlsx",
      sheets: [("Active", people(0..<3)), ("Sheet2", [["p0@acme0.example.com"]])],
      problem: "sheet 'Sheet2' seems to list people who refuse"),
    Book(
      id: "hidden", sheets: [("Active", people(0..<3)), ("~Blacklist", reasons)],
      problem: "would not be read, since it is hidden"),
    Book(
      id: "the second sheet of a list", file: "do-not-contact-1.xlsx",
      sheets: [("A", entries), ("B", [["p0@acme0.example.com"], ["p1@acme1.example.com"]])],
      problem: "sheet 'B' seems to list people who refuse"),
    Book(
      id: "the hidden sheet of a list", file: "do-not-contact-1.xlsx",
      sheets: [("A", entries), ("~B", entries)], problem: "since it is hidden"),
    Book(
      id: "people of two fairs",
      sheets: [("Berlin", people(0..<3)), ("Not blocked", people(3..<6))]),
    Book(
      id: "answers to an invitation",
      sheets: [("Accepted", people(0..<3)), ("Declined", people(3..<6))]),
    Book(
      id: "figures about refusals",
      sheets: [
        ("Active", people(0..<3)), ("Opt-outs", [["Month", "Opt-outs"], ["2026-10", "12"]]),
      ]),
    Book(
      id: "lists of choices", file: "leads-web-1.xlsx",
      sheets: [
        ("Active", people(0..<3)), ("~Lists", [["Countries"], ["GB"], ["DE"]]),
        ("Owners", [["Owner", "Mail"], ["Eve", "eve@example.com"]]),
      ]),
    Book(
      id: "notes on a list", file: "do-not-contact-1.xlsx",
      sheets: [("A", entries), ("About", [["Version", "2"], ["As of", "2026-10-21"]])]),
  ]

  @Test("a sheet of people who refuse stops its workbook", arguments: books.indices)
  func sheets(index: Int) throws {
    let item = Self.books[index]
    let workspace = try TestWorkspace()
    let path = try book(workspace, item.file, item.sheets)
    let asOf = ["--as-of", "2026-11-02T06:00:00Z"]
    let result = try workspace.runStage("ingest", asOf + [path])
    #expect(result.status == (item.problem.isEmpty ? 0 : 30), "\(item.id): \(result)")
    guard !item.problem.isEmpty else { return }
    #expect(result.errors.contains(item.problem), "\(item.id): \(result)")
    let accepted = try workspace.runStage("ingest", asOf + ["--accept-drift", path])
    #expect(accepted.status == 0 && accepted.errors.contains("ING012"), "\(item.id): \(accepted)")
  }
}
