import LeadmillTestSupport
import Testing

@Suite("Files that no mapping claims do not overwrite each other's people")
struct NamesakeTests {
  private static let columns = "id,first_name,last_name,email,phone,company\n"
  private static let alpha = """
    1,Ann,Lee,ann@alpha.example.com,+442079460011,Alpha
    2,Bob,Ray,bob@alpha.example.com,+442079460012,Alpha
    """
  private static let beta = """
    1,Zoe,Fox,zoe@beta.example.com,+442079460021,Beta
    2,Yan,Wu,yan@beta.example.com,+442079460022,Beta
    """

  private func leads(_ bench: ImportBench) throws -> [String] {
    try bench.workspace.rows(
      "SELECT external_id, full_name, email, company FROM lead ORDER BY id"
    ).map { $0.joined(separator: " ") }
  }

  private func load(_ bench: ImportBench, _ name: String, _ rows: String) throws {
    let result = try bench.load(name, rows, columns: Self.columns)
    #expect(result.status == 0, "\(result)")
    #expect(result.errors.contains("as proposed"), "\(result)")
  }

  @Test("running numbers of two senders are two people each, in every later file too")
  func runningNumbers() throws {
    let bench = try ImportBench()
    try load(bench, "alpha.csv", Self.alpha)
    try load(bench, "beta.csv", Self.beta)
    let both = [
      "1 Ann Lee ann@alpha.example.com Alpha", "2 Bob Ray bob@alpha.example.com Alpha",
      "1 Zoe Fox zoe@beta.example.com Beta", "2 Yan Wu yan@beta.example.com Beta",
    ]
    #expect(try leads(bench) == both)
    #expect(try bench.workspace.count("SELECT count(*) FROM finding WHERE code = 'VAL007'") == 2)
    // Each finds its own people again, by number or address.
    try load(bench, "beta 2.csv", Self.beta.replacing(",Beta", with: ",Beta Two"))
    try load(bench, "alpha 2.csv", Self.alpha.replacing("ann@", with: "lee@"))
    #expect(
      try leads(bench) == [
        "1 Ann Lee lee@alpha.example.com Alpha", "2 Bob Ray bob@alpha.example.com Alpha",
        "1 Zoe Fox zoe@beta.example.com Beta Two", "2 Yan Wu yan@beta.example.com Beta Two",
      ])
    #expect(try bench.workspace.count("SELECT count(*) FROM finding WHERE code = 'VAL007'") == 2)
  }

  @Test("one file that gives two people one number keeps both")
  func sameFile() throws {
    let bench = try ImportBench()
    try load(bench, "x.csv", "\(Self.alpha)\n\(Self.beta)")
    #expect(try leads(bench).count == 4)
  }

  @Test(
    "ids that a spreadsheet cut make nobody an update of somebody else",
    arguments: [
      ("1.23457E+14", true), ("1,23457e+14", true), ("1E+15", true), ("12345678901234500", true),
      ("1234567890123456789", false), ("123456789012340", false), ("7E+", false), ("A1E+14", false),
    ])
  func cutIDs(id: String, isCut: Bool) throws {
    let bench = try ImportBench()
    // Of a supplier whose mapping is known, whose ids count.
    let rows = ["ann", "bob", "cy"].map { "\"\(id)\",\($0)@example.com" }
    let result = try bench.load(
      "leads-web.csv", rows.joined(separator: "\n"), columns: "id,email\n")
    #expect(result.status == 0, "\(result)")
    #expect(try bench.workspace.count("SELECT count(*) FROM lead") == (isCut ? 3 : 1))
    #expect(
      try bench.workspace.count("SELECT count(*) FROM lead WHERE external_id IS NULL")
        == (isCut ? 3 : 0))
    #expect(
      try bench.workspace.count("SELECT count(*) FROM finding WHERE code = 'VAL008'")
        == (isCut ? 3 : 0))
  }

  @Test("taking one sender's file back leaves the other's people as they are")
  func undo() throws {
    let bench = try ImportBench()
    try load(bench, "alpha.csv", Self.alpha)
    try load(bench, "beta.csv", Self.beta)
    try load(bench, "beta 2.csv", Self.beta.replacing(",Beta", with: ",Beta Two"))
    _ = try bench.undo("1")
    #expect(
      try leads(bench) == [
        "1 Zoe Fox zoe@beta.example.com Beta Two", "2 Yan Wu yan@beta.example.com Beta Two",
      ])
    _ = try bench.undo("3")
    #expect(
      try leads(bench) == [
        "1 Zoe Fox zoe@beta.example.com Beta", "2 Yan Wu yan@beta.example.com Beta",
      ])
    _ = try bench.undo("2")
    #expect(try leads(bench).isEmpty)
  }
}
