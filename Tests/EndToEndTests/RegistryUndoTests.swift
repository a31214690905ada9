import LeadmillTestSupport
import Testing

@Suite("A do-not-contact file is taken back, and nobody loses a refusal")
struct RegistryUndoTests {
  private static let registry = """
    SELECT registry, date(snapshot_at, 'unixepoch'), entry_count,
      content_hash = (SELECT content_hash FROM import WHERE name = 'do-not-contact-2026-11-20.csv')
    FROM suppression_registry
    """
  private static let counting =
    "SELECT email FROM suppression WHERE ended_as_of IS NULL ORDER BY email"
  private static let blocked =
    "SELECT email FROM lead WHERE dnd_channels IS NOT NULL ORDER BY email"

  private let bench: ImportBench

  init() throws {
    bench = try ImportBench()
    try bench.load(
      "leads-web.csv",
      (1...5).map { "\($0),p\($0)@example.com,Ann,Bell,,Acme,," }.joined(separator: "\n"))
  }

  /// Imports a list of a registry with entries p1, p2 ….
  @discardableResult
  private func list(_ day: String, _ people: [Int], again: Int = 0) throws -> ProgramResult {
    let path = try bench.workspace.write(
      "do-not-contact-\(day).csv",
      "email,channel,registry\n" + people.map { "p\($0)@example.com,any,own\n" }.joined())
    return try bench.run(["import", path], asOf: "2026-11-2\(5 + again)T06:00:00Z")
  }

  private func emails(_ query: String) throws -> String {
    try bench.workspace.rows(query).map { String($0[0].prefix(2)) }.joined(separator: " ")
  }

  @Test(
    "what the file had ended counts again, what it had brought stays, and the registry is as old as before"
  )
  func wrongFile() throws {
    try list("2026-11-01", [1, 2, 3, 4])
    try list("2026-11-20", [1, 2, 3])
    let before = try bench.workspace.rows(Self.registry)
    try list("2026-11-24", [5])
    #expect(try emails(Self.counting) == "p5")
    let result = try bench.undo("do-not-contact-2026-11-24.csv")
    #expect(
      result.output.contains("3 entries that ended by a file that was taken back"), "\(result)")
    // The fourth had gone with the list before.
    #expect(try emails(Self.counting) == "p1 p2 p3 p5")
    #expect(try emails(Self.blocked) == "p1 p2 p3 p5")
    #expect(try bench.workspace.rows(Self.registry) == before)
    #expect(before == [["own", "2026-11-20", "3", "1"]])
    // Neither another night nor the older list again takes the refusal away.
    try list("2026-11-20", [1, 2, 3], again: 1)
    #expect(try emails(Self.counting) == "p1 p2 p3 p5")
    // A newer list says anew who is on it.
    try list("2026-11-26", [1], again: 2)
    #expect(try emails(Self.counting) == "p1")
  }

  @Test("the file is not the newest one: what only it had ended counts again")
  func wrongFileBetween() throws {
    try list("2026-11-20", [1, 2, 3])
    try list("2026-11-22", [5])
    try list("2026-11-24", [1, 2, 5])
    #expect(try emails(Self.counting) == "p1 p2 p5")
    try bench.undo("do-not-contact-2026-11-22.csv")
    #expect(try emails(Self.counting) == "p1 p2 p5")
    try bench.undo("do-not-contact-2026-11-24.csv")
    #expect(try emails(Self.counting) == "p1 p2 p3 p5")
    #expect(try bench.workspace.rows(Self.registry) == [["own", "2026-11-20", "3", "1"]])
  }

  @Test("a registry of which no file is left was never received, and its entries stay")
  func onlyFile() throws {
    try list("2026-11-20", [1, 2])
    try list("2026-11-24", [1])
    try bench.run(["undo", "do-not-contact-2026-11-24.csv", "do-not-contact-2026-11-20.csv"])
    #expect(try emails(Self.counting) == "p1 p2")
    #expect(try bench.workspace.rows(Self.registry) == [])
  }

  @Test("an older list again, or late, says that a newer one decides, and what to do; once")
  func olderList() throws {
    let told = "SELECT field, value, message FROM finding WHERE code = 'VAL193'"
    try list("2026-11-20", [1, 2, 3])
    try list("2026-11-24", [1])
    let again = try list("2026-11-20", [1, 2, 3], again: 1)
    #expect(again.errors.contains("VAL193"), "\(again)")
    let findings = try bench.workspace.rows(told)
    #expect(findings.count == 1)
    #expect(findings.first?[1] == "do-not-contact-2026-11-24.csv")
    #expect(findings.first?[2].contains("2 entries of registry 'own'") == true, "\(findings)")
    #expect(findings.first?[2].contains("leadmill undo 3") == true, "\(findings)")
    try list("2026-11-20", [1, 2, 3], again: 2)
    #expect(try bench.workspace.rows(told).count == 1)
    // Entries that all count need no word.
    try list("2026-11-10", [1], again: 3)
    #expect(try bench.workspace.rows(told).count == 1)
    try list("2026-11-11", [4], again: 4)
    #expect(try bench.workspace.rows(told).count == 2)
    #expect(try emails(Self.counting) == "p1")
  }
}
