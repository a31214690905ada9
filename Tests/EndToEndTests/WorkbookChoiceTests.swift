import Foundation
import LeadmillTestSupport
import Testing

@Suite("What of a workbook is taken")
struct WorkbookChoiceTests {
  /// Two sheets of leads; the second has a title, notes beside, a hidden row and merged companies.
  private func write(in workspace: TestWorkspace) throws -> String {
    let script = """
      import openpyxl, sys
      book = openpyxl.Workbook()
      book.active.title = "Old"
      for line in [["email", "company"], ["old@example.com", "Old Ltd"]]: book["Old"].append(line)
      new = book.create_sheet("New")
      for line in [["Our leads"], [], ["", "email", "company"], ["", "a@example.com", "Kestrel Ltd"],
                   ["", "b@example.com"], ["", "c@example.com", "Heron Ltd"]]: new.append(line)
      new.merge_cells("C4:C5")
      new.row_dimensions[6].hidden = True
      book.save(sys.argv[1])
      """
    let path = workspace.path("leads-fair.xlsx")
    let writer = try runProgram(RepositoryPaths.python, ["-c", script, path])
    #expect(writer.status == 0, "\(writer)")
    return path
  }

  private func cells(_ workspace: TestWorkspace) throws -> String {
    try workspace.table("SELECT row_number, cells FROM source_row ORDER BY id")
  }

  @Test("The command line chooses sheet, range and policies")
  func commandLine() throws {
    let workspace = try TestWorkspace()
    let result = try workspace.runStage(
      "ingest",
      [
        "--sheet=new", "--range=B:C", "--header-row=3", "--hidden-rows=skip", "--merged-cells=fill",
        try write(in: workspace),
      ])
    #expect(result.status == 0, "\(result)")
    #expect(
      try cells(workspace) == #"""
        4 | ["a@example.com","Kestrel Ltd"]
        5 | ["b@example.com","Kestrel Ltd"]
        """#)
    #expect(
      try workspace.table("SELECT code FROM finding WHERE code >= 'ING040' ORDER BY 1") == """
        ING040
        ING042
        """)
  }

  @Test("A mapping chooses what a file of its name is read by; what is not there stops the file")
  func mapping() throws {
    let workspace = try TestWorkspace()
    let folder = try workspace.copyPipelines()
    let block = { (range: String) in
      "kind: lead\nfiles: [\"leads-fair*\"]\nxlsx:\n  range: \(range)\n  hidden_rows: include\n"
    }
    let path = try write(in: workspace)
    let mapping = "\(folder)/mappings/fair.yaml"
    try block("New!B3:C5").write(toFile: mapping, atomically: true, encoding: .utf8)
    let result = try workspace.runStage("ingest", ["--config=\(folder)", path])
    #expect(result.status == 0, "\(result)")
    #expect(
      try cells(workspace) == #"""
        4 | ["a@example.com","Kestrel Ltd"]
        5 | ["b@example.com"]
        """#)
    try block("New!B3:Z").write(toFile: mapping, atomically: true, encoding: .utf8)
    let absent = try workspace.runStage("ingest", ["--config=\(folder)", path])
    #expect(absent.status == 30, "\(absent)")
    #expect(absent.errors.contains("neither a range such as A5:F200 nor a name"), "\(absent)")
    try "kind: lead\nxlsx:\n  hiden_rows: skip\n".write(
      toFile: mapping, atomically: true, encoding: .utf8)
    let wrong = try workspace.runStage("ingest", ["--config=\(folder)", path])
    #expect(wrong.status == 40, "\(wrong)")
    #expect(
      wrong.errors.contains("fair.yaml:3:3") && wrong.errors.contains("hidden_rows"), "\(wrong)")
  }
}
