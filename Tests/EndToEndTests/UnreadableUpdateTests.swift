import LeadmillTestSupport
import Testing

@Suite("A value that cannot be read takes no good value away")
struct UnreadableUpdateTests {
  private static let columns =
    "id,email,phone,first_name,last_name,company,employees,website,country,created_at,"
    + "consent_status,consent_at\n"
  private static let good =
    "1,ada@example.com,+44 20 7946 0018,Ada,Ashdown,Kestrel Ltd,12,https://www.example.com,GB,"
    + "2026-10-01,granted,2026-10-01"

  private func load(
    _ bench: ImportBench, _ number: Int, _ row: String, _ options: [String] = []
  ) throws -> ProgramResult {
    try bench.load("leads-web-\(number).csv", row, columns: Self.columns, options: options)
  }

  private func lead(_ bench: ImportBench) throws -> String {
    try bench.workspace.table(
      """
      SELECT email, email_status, phone, phone_status, phone_region, company, employees, website,
        country, created_at IS NOT NULL AS created, consent_status, consent_at IS NOT NULL AS dated
      FROM lead
      """)
  }

  private func codes(_ bench: ImportBench) throws -> String {
    try bench.workspace.table(
      "SELECT code, field FROM finding WHERE code LIKE 'VAL%' ORDER BY source_row_id, code")
  }

  static let bad =
    "1,ada@example.com,12,Ada,Ashdown,Osprey Ltd,many,not a site,Nowhere,31/31/2026,granted,soon"

  @Test("The old values stay, the findings too, and the readable ones are taken")
  func kept() throws {
    let bench = try ImportBench()
    _ = try load(bench, 1, Self.good)
    let before = try lead(bench)
    _ = try load(bench, 2, Self.bad)
    #expect(try lead(bench) == before.replacing("Kestrel", with: "Osprey"))
    let found = try codes(bench)
    for field in ["phone", "employees", "website", "country", "created_at", "consent_at"] {
      #expect(found.contains("| \(field)"), "\(field) in\n\(found)")
    }
  }

  @Test(
    "An empty cell empties, and an unreadable one fills nothing, also where only gaps are filled")
  func empty() throws {
    let bench = try ImportBench()
    _ = try load(bench, 1, Self.good)
    _ = try load(
      bench, 2, "1,ada@example.com,,Ada,Ashdown,Kestrel Ltd,,,GB,2026-10-01,granted,2026-10-01")
    let emptied = try lead(bench)
    #expect(emptied.contains("missing"))
    _ = try load(bench, 3, Self.bad, ["--fill-only-empty"])
    #expect(try lead(bench) == emptied)
    _ = try load(bench, 4, Self.bad.replacing("soon", with: "later"))
    #expect(
      try lead(bench)
        == emptied.replacing("Kestrel", with: "Osprey").replacing("missing", with: "invalid"))
  }

  @Test("A name is not lost to what somebody typed for it, and a part of it renews the whole")
  func names() throws {
    let bench = try ImportBench()
    _ = try load(bench, 1, Self.good)
    func name() throws -> [[String]] {
      try bench.workspace.rows("SELECT full_name, first_name, last_name, company FROM lead")
    }
    _ = try load(
      bench, 2, Self.good.replacing("Ada,", with: "asdf,").replacing("Kestrel", with: "Osprey"))
    #expect(try name() == [["Ada Ashdown", "Ada", "Ashdown", "Osprey Ltd"]])
    _ = try bench.load(
      "leads-web-3.csv", "1,ada@example.com,Adah", columns: "id,email,first_name\n", options: [])
    #expect(try name() == [["Adah Ashdown", "Adah", "Ashdown", "Osprey Ltd"]])
    _ = try load(bench, 4, Self.good.replacing("Kestrel Ltd", with: "11111"))
    #expect(try name() == [["Ada Ashdown", "Ada", "Ashdown", "Osprey Ltd"]])
  }

  @Test("Undo takes the kept value with the row that brought it, and the other way round")
  func undone() throws {
    let bench = try ImportBench()
    _ = try load(bench, 1, Self.good)
    let before = try lead(bench)
    _ = try load(bench, 2, Self.bad)
    let copy = try ImportBench(workspace: bench.workspace.copy())
    try bench.undo("leads-web-2.csv")
    #expect(try lead(bench) == before)
    #expect(!(try codes(bench)).contains("employees"))
    try copy.undo("leads-web-1.csv")
    let alone = try ImportBench()
    _ = try load(alone, 2, Self.bad)
    #expect(try lead(copy) == lead(alone))
    // The supplier's later row counts as ever.
    _ = try load(copy, 3, Self.good)
    #expect(try lead(copy) == before)
  }

  @Test("A word that may be a refusal keeps no consent, and half a price is no price")
  func exceptions() throws {
    let bench = try ImportBench()
    _ = try load(bench, 1, Self.good)
    _ = try load(bench, 2, Self.good.replacing("granted", with: "rather not"))
    #expect(try lead(bench).contains("not_asked"))
    let columns = "deal_id,name,stage,amount,currency,status,closed_at\n"
    func deals(_ number: Int, _ row: String) throws -> String {
      let path = try bench.workspace.write("deals-\(number).csv", columns + row + "\n")
      let result = try bench.run(["import", path, "--accept-drift"])
      #expect([0, 10].contains(result.status), "\(result)")
      return try bench.workspace.table("SELECT stage, amount_cents, currency, status FROM deal")
    }
    #expect(try deals(1, "D1,One,Offer,100,USD,won,2026-10-01") == "Offer | 10000 | USD | won")
    #expect(try deals(2, "D1,One,Talks,lots,EUR,perhaps,2026-10-01") == "Talks | 10000 | USD | won")
    #expect(try deals(3, "D1,One,Talks,200,beads,won,2026-10-01") == "Talks | 10000 | USD | won")
    #expect(try deals(4, "D1,One,Talks,200,EUR,won,2026-10-01") == "Talks | 20000 | EUR | won")
  }

  @Test("The postcode of an update without a country that can be read is one of the country known")
  func postcode() throws {
    let bench = try ImportBench()
    let columns = "id,email,country,postcode\n"
    func load(_ number: Int, _ rows: String, columns: String = columns) throws -> [[String]] {
      _ = try bench.load("leads-web-\(number).csv", rows, columns: columns, options: [])
      return try bench.workspace.rows(
        "SELECT code, value FROM finding WHERE field = 'postcode' ORDER BY source_row_id")
    }
    #expect(
      try load(1, "1,ada@example.com,GB,SW1A 1AA\n2,bea@example.com,DE,10115") == [])
    // 3 is nobody's yet, and 4 is known from the row before.
    let second = """
      1,ada@example.com,Nowhere,10115
      2,bea@example.com,Nowhere,10117
      3,cleo@example.com,Nowhere,SW1A 1AA
      4,dan@example.com,AT,1010
      4,dan@example.com,Nowhere,10115
      """
    #expect(try load(2, second) == [["VAL051", "10115"], ["VAL051", "10115"]])
    let third = "1,ada@example.com,D-1\n2,bea@example.com,20095"
    #expect(
      try load(3, third, columns: "id,email,postcode\n")
        == [["VAL051", "10115"], ["VAL051", "10115"], ["VAL051", "D-1"]])
  }
}
