import LeadmillTestSupport
import Store
import Testing

@Suite("A list that was pasted into one cell of a refusal counts for everybody on it")
struct PastedListTests {
  private static let count = 5000
  private static let addresses = (0..<count).map { "p\($0)@bellworks.co.uk" }
  private static let numbers = (0..<count).map { "+4420794\($0 + 60000)" }

  private func load(_ name: String, _ text: String) throws -> ImportBench {
    let bench = try ImportBench()
    let path = try bench.workspace.write(name, text)
    let result = try bench.run(["import", path], asOf: "2026-11-02T06:00:00Z")
    #expect(result.status == 0, "\(result)")
    return bench
  }

  private func named(_ bench: ImportBench, _ column: String, in table: String) throws -> Set<String>
  {
    Set(
      try bench.workspace.rows("SELECT \(column) FROM \(table) WHERE \(column) IS NOT NULL")
        .map { $0[0] })
  }

  @Test("addresses and numbers of a do-not-contact entry", arguments: ["; ", "\n", ", "])
  func entry(separator: String) throws {
    let bench = try load(
      "do-not-contact-1.csv",
      "email,phone,registry\n\"\(Self.addresses.joined(separator: separator))\","
        + "\"\(Self.numbers.joined(separator: separator))\",own\n")
    #expect(try named(bench, "email", in: "suppression") == Set(Self.addresses))
    #expect(try named(bench, "phone", in: "suppression").isSuperset(of: Self.numbers))
    #expect(try bench.workspace.count("SELECT count(*) FROM finding WHERE code = 'VAL009'") == 0)
  }

  @Test("a withdrawal")
  func withdrawal() throws {
    let bench = try load(
      "consent-1.csv",
      "id,email,channel,purpose,status,at,source\n"
        + "C1,\"\(Self.addresses.joined(separator: "\n"))\",any,any,withdrawn,2026-10-01,mail\n")
    #expect(try named(bench, "email", in: "consent") == Set(Self.addresses))
  }

  @Test("numbers with nothing but blanks between them, too")
  func blanks() throws {
    let bench = try load(
      "do-not-contact-1.csv",
      "email,phone,registry\n,\"\(Self.numbers.prefix(500).joined(separator: " "))\",own\n")
    #expect(
      try named(bench, "phone", in: "suppression").isSuperset(of: Self.numbers.prefix(500)))
  }

  @Test("ids of records that an earlier version made keep their rows and their order")
  func widened() throws {
    let workspace = try TestWorkspace()
    _ = try workspace.write("ws/inbox/.keep", "")
    let database = try Database(path: workspace.databasePath, mode: .readWrite)
    // Rows 1 and 128: the first's new ids are what the second's were.
    try database.execute(
      """
      INSERT INTO consent (id, source_row_id, supplier, channel, purpose, status, at) VALUES
        (-4096, 1, 's', 'any', 'any', 'withdrawn', 0), (-4097, 1, 's', 'any', 'any', 'withdrawn', 1),
        (-6142, 1, 's', 'any', 'any', 'withdrawn', 2), (-6144, 1, 's', 'any', 'any', 'expired', 3),
        (-524288, 128, 's', 'any', 'any', 'withdrawn', 4);
      INSERT INTO revisit (stage, subject, subject_id) VALUES ('govern', 'consent', -524288);
      DELETE FROM schema_migration WHERE number > 30;
      PRAGMA user_version = 30;
      """)
    _ = try Database(path: workspace.databasePath, mode: .readWrite)
    #expect(
      try workspace.rows("SELECT id FROM consent ORDER BY at") == [
        ["-524288"], ["-524289"], ["-786430"], ["-786432"], ["-67108864"],
      ])
    #expect(try workspace.rows("SELECT subject_id FROM revisit") == [["-67108864"]])
  }
}
