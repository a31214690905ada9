import LeadmillTestSupport
import Store
import Testing

@Suite("The data-quality workbook measures the linking")
struct MatchingMeasuresTests {
  /// Rows under the header of a table, cells divided by bars.
  private func table(_ base: PeopleBase, _ sheet: String, _ header: String) throws -> [String] {
    let script = """
      import openpyxl, sys
      on = False
      for row in openpyxl.load_workbook(sys.argv[1])[sys.argv[2]].iter_rows(values_only=True):
          cells = [str(round(c, 4) if isinstance(c, float) else c) for c in row if c is not None]
          if on and not cells: break
          if on: print("|".join(cells))
          on = on or "|".join(cells).startswith(sys.argv[3])
      """
    let result = try runProgram(
      RepositoryPaths.python,
      ["-c", script, "\(base.workspace.outputFolder)/data-quality.xlsx", sheet, header])
    try #require(result.status == 0, "\(result)")
    return result.output.split(separator: "\n").map(String.init)
  }

  @Test("What changed by night, sizes, reasons, and precision and recall as the pairs' weights say")
  func measures() throws {
    let base = try PeopleBase()
    func lead(_ id: Int64, _ email: String) -> (id: Int64, lead: PeopleBase.Lead) {
      (id: id, lead: .init(name: "L\(id)", email: "\(email)@example.com"))
    }
    try base.add([lead(1, "ann"), lead(2, "ann"), lead(3, "bob"), lead(4, "cy"), lead(5, "cy")])
    try base.dedupe(["--as-of", "2026-11-02"])
    // One comes, one goes over to somebody else: he is split off and joins another.
    try base.add([lead(6, "bob")])
    try base.change([lead(5, "bob")])
    try base.dedupe(["--as-of", "2026-11-03"])
    // The odds of 1, 9 and a thousand million to one.
    try base.database.execute(
      """
      DELETE FROM link_edge;
      INSERT INTO link_edge VALUES (1, 2, 30), (2, 1, 30), (3, 5, 3.169925), (5, 3, 3.169925),
        (3, 6, 0), (6, 3, 0);
      """)
    #expect(
      try base.workspace.runStage("report", ["--as-of", "2026-11-03", "data-quality"]).status == 0)
    #expect(
      try table(base, "Duplicates", "Night").map { $0.replacing(" 00:00:00", with: "") } == [
        "2026-11-03|2|1|0|0|3", "2026-11-02|2|0|0|0|2",
      ])
    #expect(
      try table(base, "Duplicates", "Leads|People") == [
        "1|1|1|0.3333", "2|1|2|0.3333", "3|1|3|0.3333", "4 to 5|0|0", "6 to 10|0|0",
        "11 to 50|0|0", "more|0|0", "Total|3|6",
      ])
    #expect(try table(base, "Duplicates", "Reason") == ["one mailbox|3|1", "Total|3"])
    #expect(
      try table(base, "Duplicates", "Supplier: source") == ["web|6|3|3|0|0.5", "Total|6|3|3|0"])
    let thresholds = try table(base, "Matching", "From probability")
    #expect(thresholds[0] == "0.2|asks|3|2.4|0.8|1")
    #expect(thresholds.contains("0.8|links|2|1.9|0.95|0.7917"))
    #expect(
      try table(base, "Matching", "Bits") == [
        "0 to 2|1|0.5|0|1", "2 to 4|1|0.9|1|0", "30 to 32|1|1.0|1|0", "Total|3|2|1",
      ])
    #expect(try table(base, "Matching", "Rule|Pairs") == ["local_part|3|0|0"])
  }
}
