import Foundation
import LeadModel
import LeadmillTestSupport
import Testing

@Suite("What the rows of an import may do")
struct ImportRulesTests {
  private func validated(_ result: ProgramResult) -> String {
    let line = result.output.split(separator: "\n").first { $0.hasPrefix("validate: ") } ?? ""
    return line.dropFirst("validate: ".count).split(whereSeparator: { "=+".contains($0) })
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.hasPrefix("0 ") }
      .joined(separator: ", ")
  }

  private func findings(_ bench: ImportBench) throws -> String {
    try bench.workspace.table(
      """
      SELECT r.row_number, f.code, f.field FROM finding f JOIN source_row r ON r.id = f.source_row_id
      WHERE f.code IN ('VAL005', 'VAL006') ORDER BY r.id
      """)
  }

  @Test("--mode create takes new records only, and says which rows it refused")
  func create() throws {
    let bench = try ImportBench()
    try bench.load("leads-web-1.csv", UndoTests.first)
    let result = try bench.load(
      "leads-web-2.csv",
      """
      2,ben@example.com,Ben,Birch,,Osprey Ltd,,
      4,dora@example.com,Dora,Dale,,Osprey Ltd,,
      4,dora@example.org,Dora,Dale,,Osprey Ltd,,
      """, options: ["--mode", "create"])
    #expect(result.status == 10, "\(result)")
    #expect(validated(result) == "3 in, 1 inserted, 2 rejected")
    #expect(try findings(bench) == "2 | VAL005 | external_id\n4 | VAL005 | external_id")
    #expect(try bench.leads().contains("2 | ben@example.com  | Kestrel Ltd"))
  }

  @Test("--mode update changes known records only")
  func update() throws {
    let bench = try ImportBench()
    try bench.load("leads-web-1.csv", UndoTests.first)
    let before = try bench.content()
    let result = try bench.load(
      "leads-web-2.csv",
      "2,ben@example.com,Ben,Birch,,Osprey Ltd,,\n4,dora@example.com,Dora,Dale,,Osprey Ltd,,",
      options: ["--mode", "update"])
    #expect(validated(result) == "2 in, 1 updated, 1 rejected")
    #expect(try findings(bench) == "3 | VAL006 | external_id")
    #expect(try bench.workspace.count("SELECT count(*) FROM lead") == 3)
    try bench.undo("leads-web-2.csv")
    #expect(try bench.content() == before)
  }

  @Test("A row that was found by its key replaces the supplier's row before it")
  func keyReplaces() throws {
    let bench = try ImportBench()
    func load(_ name: String, _ company: String) throws {
      try bench.load(
        name, "ben@example.com,\(company)\n\(name)@example.com,X", columns: "email,company\n",
        options: ["--key", "email", "--mapping", "leads-partner"])
    }
    try load("leads-partner-1.csv", "Kestrel Ltd")
    try load("leads-partner-2.csv", "Osprey Ltd")
    #expect(try company(bench) == "Osprey Ltd")
    // What it said before is news again, though nothing of that row changed.
    try load("leads-partner-3.csv", "Kestrel Ltd")
    #expect(try company(bench) == "Kestrel Ltd")
    // With that taken back, the row before it speaks again, and is known.
    try bench.undo("leads-partner-3.csv")
    #expect(try company(bench) == "Osprey Ltd")
  }

  /// The content of a base, and what its imports are made of.
  private func store(_ bench: ImportBench) throws -> [String] {
    try [
      "SELECT id, source_row_id, email, company FROM lead ORDER BY id",
      "SELECT id, record_id, sheet_id, rejected, cells FROM source_row ORDER BY id",
      "SELECT * FROM source_row_again ORDER BY 1, 2",
      "SELECT source_row_id, code, field FROM finding ORDER BY 1, 2, 3",
      "SELECT id, row_count, inserted, updated, unchanged, rejected FROM import ORDER BY id",
    ].map { try bench.workspace.table($0) }
  }

  struct Rules: Sendable, CustomTestStringConvertible {
    let options: [String]
    let company: String
    var testDescription: String { options.joined(separator: " ") }
  }

  static let several = [
    Rules(options: ["--key", "email"], company: "Kestrel Ltd"),
    Rules(options: ["--key", "email", "--mode", "create"], company: "Kestrel Ltd"),
    Rules(options: ["--key", "email", "--mode", "update"], company: "Merlin Ltd"),
  ]

  @Test(
    "Files of one command come to what they come to one after another, killed or not",
    arguments: several)
  func severalFiles(rules: Rules) throws {
    let options = rules.options + ["--mapping", "leads-partner", "--accept-drift"]
    func bench() throws -> (bench: ImportBench, files: [String]) {
      let bench = try ImportBench()
      let merlin = "email,company\nben@example.com,Merlin Ltd\n"
      if rules.company == "Merlin Ltd" {
        try bench.run(["import", try bench.workspace.write("leads-partner-0.csv", merlin)])
      }
      // Ben goes from one company to another and back: the last row says what the first one said.
      let files = try [
        "ben@example.com,Kestrel Ltd\nada@example.com,\n",
        "ben@example.com,Osprey Ltd\nada@example.com,\n",
        "ben@example.com,Kestrel Ltd\nada@example.com,\n,nobody\n",
        rules.company == "Merlin Ltd" ? "ben@example.com,Merlin Ltd\n,x\n" : "cleo@example.com,\n",
      ].enumerated().map {
        try bench.workspace.write("leads-partner-\($0 + 1).csv", "email,company\n\($1)")
      }
      return (bench, files)
    }
    let (single, files) = try bench()
    for file in files { try single.run(["import", file] + options) }
    #expect(try company(single) == rules.company)
    let expected = try store(single)

    let (together, same) = try bench()
    let rehearsal = try together.run(["import"] + same + options + ["--dry-run", "--json"])
    let result = try together.run(["import"] + same + options)
    #expect([0, 10].contains(result.status), "\(result)")
    #expect(try store(together) == expected, "\(result)")
    let inserted = try together.workspace.rows("SELECT sum(inserted) FROM import WHERE id > 0")
    let known = rules.company == "Merlin Ltd" ? 1 : 0
    #expect(
      rehearsal.output.contains("\"inserted\": \((Int(inserted[0][0]) ?? 0) - known),"),
      "\(rehearsal)")
    #expect(try together.run(["import"] + same + options).output.contains("nothing new"))

    var random = SplitMix64(seed: Kills.seed)
    let (killed, again) = try bench()
    for _ in 0..<2 {
      let instant = Int.random(in: 1_000...(result.milliseconds * 1000), using: &random)
      _ = try runProgram(
        "leadmill",
        ["import"] + again + options + [
          "--workspace", killed.workspace.root, "--config", RepositoryPaths.pipelines,
          "--as-of", TestWorkspace.asOf, "--progress", "none",
        ], killAfterMicroseconds: instant)
    }
    let last = try killed.run(["import"] + again + options)
    #expect([0, 10, 99].contains(last.status), "\(last)")
    #expect(
      try killed.workspace.count("SELECT count(*) FROM revisit WHERE subject LIKE 'input %'") == 0)
    #expect(try Array(store(killed).prefix(3)) == Array(expected.prefix(3)), "seed \(Kills.seed)")
  }

  @Test("A run that failed while files waited for validate takes them when it is resumed")
  func resumed() throws {
    let bench = try ImportBench()
    let pipelines = try bench.workspace.copyPipelines()
    let files = try ["Kestrel Ltd", "Osprey Ltd", "Kestrel Ltd"].enumerated().map {
      try bench.workspace.write(
        "leads-partner-\($0 + 1).csv",
        "email,company\nben@example.com,\($1)\np\($0)@example.com,X\n")
    }
    let rules = try String(contentsOfFile: "\(pipelines)/validation.yaml", encoding: .utf8)
    try bench.workspace.write("pipelines/validation.yaml", rules + "\nnonsense: 1\n")
    let common = ["--config", pipelines]
    let failed = try bench.workspace.runDriver(
      ["import"] + files + ["--key", "email", "--as-of", TestWorkspace.asOf] + common)
    #expect(failed.status == 40, "\(failed)")
    #expect(try bench.workspace.count("SELECT count(*) FROM source_file") == 1)
    try bench.workspace.write("pipelines/validation.yaml", rules)
    let resumed = try bench.workspace.runDriver(["run", "--resume"])
    #expect(resumed.status == 0, "\(resumed)")
    #expect(try company(bench) == "Kestrel Ltd", "\(resumed)")
    #expect(try bench.workspace.count("SELECT count(*) FROM source_file") == 3)
    #expect(
      try bench.workspace.count("SELECT count(*) FROM revisit WHERE subject LIKE 'input %'") == 0)
  }

  @Test(
    "Whichever pass of ingest and validate dies, a resumed run takes all files and all rows",
    arguments: ["ingest", "validate"], 1...4)
  func turns(stage: String, pass: Int) throws {
    let stages = try FakeStages()
    let real = "exec '\(RepositoryPaths.program("leadmill-"))STAGE' \"$@\""
    for name in ["ingest", "validate"] {
      let script = real.replacing("STAGE", with: name)
      try stages.replace(name, by: script)
      guard name == stage else { continue }
      let count = stages.workspace.path("count")
      try stages.replace(
        name,
        by: """
          echo x >> '\(count)'
          if [ "$(grep -c x '\(count)')" = \(pass) ]; then kill -9 $$; fi
          \(script)
          """)
    }
    let files = try ["Kestrel Ltd", "Osprey Ltd", "Kestrel Ltd"].enumerated().map {
      try stages.workspace.write(
        "leads-partner-\($0 + 1).csv",
        "email,company\nben@example.com,\($1)\np\($0)@example.com,X\n")
    }
    let pipeline = try stages.pipeline(
      """
      name: turns
      stages:
        - stage: ingest
          options: {key: email, accept_drift: true}
        - validate
        - dedupe
      """)
    let killed = try stages.run(
      "run", pipeline, "--config", RepositoryPaths.pipelines, "--input", files[0], "--input",
      files[1], "--input", files[2], "--as-of", TestWorkspace.asOf)
    // Three files take three passes of either.
    #expect(killed.status == (pass < 4 ? 50 : 0), "\(killed)")
    if pass < 4 {
      let resumed = try stages.run("run", "--resume")
      #expect(resumed.status == 0, "\(resumed)")
    }
    let leads = try stages.workspace.table("SELECT email, company FROM lead ORDER BY id")
    #expect(
      leads == """
        ben@example.com | Kestrel Ltd
        p0@example.com  | X
        p1@example.com  | X
        p2@example.com  | X
        """)
    #expect(stages.calls.last == "dedupe")
    #expect(stages.calls.filter { $0 == "dedupe" }.count == 1)
  }

  @Test("A key that many people share is refused before anything is loaded")
  func sharedKey() throws {
    let bench = try ImportBench()
    let rows = "email,company,city\nada@example.com,Kestrel Ltd,Ulm\n"
    let path = try bench.workspace.write("leads-partner-1.csv", rows)
    for key in ["company", "company,city"] {
      let result = try bench.run(["import", path, "--key", key])
      #expect(result.status == 40, "\(result)")
      #expect(result.errors.contains("tells no lead from another"), "\(result)")
    }
    #expect(try bench.workspace.count("SELECT count(*) FROM source_row") == 0)
    let together = try bench.run(["import", path, "--key", "company,email"])
    #expect(together.status == 0, "\(together)")
    let pipelines = try bench.workspace.copyPipelines()
    try bench.workspace.write(
      "pipelines/mappings/shared.yaml", "kind: lead\nfiles: [\"shared-*.csv\"]\nkey: [company]\n")
    let mapping = try bench.workspace.runDriver(
      ["import", path, "--config", pipelines, "--as-of", TestWorkspace.asOf])
    #expect(mapping.status == 40 && mapping.errors.contains("shared.yaml:3:"), "\(mapping)")
    // A company is told from another by its name.
    let accounts = try bench.workspace.write(
      "accounts-1.csv", "name,website\nKestrel Ltd,https://kestrel.example.com\n")
    let kept = try bench.run(["import", accounts, "--key", "name", "--mapping", "accounts"])
    #expect(kept.status == 0, "\(kept)")
  }

  @Test("A supplier who sends the same row as ever takes no other's word back")
  func noNews() throws {
    let bench = try ImportBench()
    try bench.load("leads-web-1.csv", UndoTests.first)
    try bench.load(
      "leads-partner-1.csv", "ben@example.com,Osprey Ltd", columns: "email,company\n",
      options: ["--key", "email", "--mapping", "leads-partner"])
    #expect(try company(bench) == "Osprey Ltd")
    let again = try bench.load(
      "leads-web-2.csv", "2,ben@example.com,Ben,Birch,,Kestrel Ltd,,\n12,,,,,,,")
    #expect(again.output.contains("1 unchanged"), "\(again)")
    #expect(try company(bench) == "Osprey Ltd")
  }

  private func company(_ bench: ImportBench) throws -> String? {
    try bench.workspace.rows("SELECT company FROM lead WHERE email = 'ben@example.com'").first?
      .first
  }

  @Test("--key finds records by normalised values, whichever supplier's they are")
  func key() throws {
    let bench = try ImportBench()
    try bench.load("leads-web-1.csv", UndoTests.first)
    let result = try bench.load(
      "leads-partner-1.csv",
      "BEN@Example.com,Osprey Ltd\nnew@example.com,Merlin Ltd\nNEW@example.com,Hawk Ltd",
      columns: "email,company\n", options: ["--key", "email", "--mapping", "leads"])
    #expect(validated(result) == "3 in, 1 inserted, 2 updated", "\(result)")
    #expect(
      try bench.workspace.table("SELECT id, email, company FROM lead ORDER BY id") == """
        1 | ada@example.com  | Kestrel Ltd
        2 | BEN@example.com  | Osprey Ltd
        3 | cleo@example.com | Kestrel Ltd
        5 | NEW@example.com  | Hawk Ltd
        """)
    let unknown = try bench.load(
      "leads-partner-2.csv", "x@example.com,Osprey Ltd", columns: "email,company\n",
      options: ["--key", "shoe_size", "--mapping", "leads"])
    #expect(unknown.status == 40 && unknown.errors.contains("shoe_size"), "\(unknown)")
  }

  @Test("--fill-only-empty replaces no value but by a refusal, and fills together what belongs so")
  func fill() throws {
    let bench = try ImportBench()
    try bench.load("leads-web-1.csv", UndoTests.first)
    try bench.load(
      "leads-web-2.csv",
      """
      1,ada@example.org,Ada,Ashdown,+44 20 7946 0018,Osprey Ltd,declined,2026-10-09
      2,ben@example.com,Ben,Birch,+44 20 7946 0019,Osprey Ltd,granted,2026-10-09
      """, options: ["--fill-only-empty"])
    #expect(
      try bench.leads() == """
        1 | ada@example.com  | Kestrel Ltd | +442079460018 | declined
        2 | ben@example.com  | Kestrel Ltd | +442079460019 | granted
        3 | cleo@example.com | Kestrel Ltd | -             | not_asked
        """)
    #expect(
      try bench.workspace.table("SELECT id, phone_status, phone_region FROM lead WHERE id < 3")
        == "1 | valid | GB\n2 | valid | GB")
  }

  @Test("A mapping can say the rules, and the command line overrides them")
  func mapping() throws {
    let bench = try ImportBench()
    let pipelines = try bench.workspace.copyPipelines()
    try bench.workspace.write(
      "pipelines/mappings/enrich.yaml",
      "kind: lead\nfiles: [\"enrich-*.csv\"]\nmode: update\nkey: [email]\nfill_only_empty: true\n")
    try bench.load("leads-web-1.csv", UndoTests.first)
    let path = try bench.workspace.write(
      "enrich-1.csv", "email,company,phone\nben@example.com,Osprey Ltd,+44 20 7946 0018\n")
    _ = try bench.workspace.runDriver(
      ["import", path, "--config", pipelines, "--as-of", TestWorkspace.asOf])
    #expect(try bench.leads().contains("2 | ben@example.com  | Kestrel Ltd | +442079460018"))
    #expect(
      try bench.workspace.rows("SELECT mode, record_key, fill_only_empty FROM import WHERE id = 2")
        == [["update", "email", "1"]])
  }

  @Test("--dry-run says what would happen, with the riskiest first, and changes nothing")
  func dryRun() throws {
    let bench = try ImportBench()
    try bench.load("leads-web-1.csv", UndoTests.first)
    let before = try bench.workspace.digest()
    let result = try bench.load(
      "leads-web-2.csv",
      """
      1,ada@example.com,Ada,Ashdown,,Kestrel Ltd,withdrawn,2026-10-20
      2,ben@example.com,Ben,Birch,,,,
      3,cleo@example.com,Cleo,Crane,,Kestrel Ltd,,
      4,dora@example.com,Dora,Dale,,Kestrel Ltd,,
      5,,Nobody,,,,,
      """, options: ["--dry-run"])
    #expect(result.status == 10, "\(result)")
    for expected in [
      "5 rows: 1 new, 2 changed, 1 unchanged, 0 repeated, 1 rejected",
      "lead 1 (leads-web-2.csv:2)  consent_status: granted → withdrawn",
      "consent_at: 2026-10-01 → 2026-10-20",
      "leads-web-2.csv:5  lead: 4 | dora@example.com",
      "leads-web-2.csv:6  VAL001",
      "riskiest changes:\n  22 points  lead 1",
    ] {
      #expect(result.output.contains(expected), "\(expected)\n\(result)")
    }
    #expect(try bench.workspace.digest() == before)
    let script = """
      import openpyxl, sys
      book = openpyxl.load_workbook(sys.argv[1])
      for sheet in book:
          for row in sheet.iter_rows(min_row=1 if sheet.title == "Summary" else 2, values_only=True):
              cells = [str(cell).replace("\\n", " / ") for cell in row if cell is not None]
              if cells: print(sheet.title + ": " + "|".join(cells))
      """
    let workbook = try runProgram(
      RepositoryPaths.python,
      ["-c", script, "\(bench.workspace.outputFolder)/import-dry-run.xlsx"])
    #expect(workbook.output == Self.workbook, "\(workbook)")
  }

  private static let workbook = """
    Summary: What the import would do
    Summary: As of 2026-11-02T06:00:00Z. Nothing was changed.
    Summary: leads-web-2.csv
    Summary: Rows|Count|What becomes of them
    Summary: inserted|1|begin a new record
    Summary: updated|2|change a known record
    Summary: unchanged|1|say what is known already
    Summary: duplicate|0|stand in a file twice
    Summary: rejected|1|cannot be taken; see the reasons
    Summary: suppressed|0|are about a person who was erased
    Summary: in all|5
    Riskiest changes: 22|lead|leads-web-2.csv:2|consent_status, consent_at|consent_status: granted → \
    withdrawn / consent_at: 2026-10-01 → 2026-10-20
    Riskiest changes: 16|lead|leads-web-2.csv:3|company becomes empty|company: Kestrel Ltd → –
    Changed: leads-web-2.csv:2|lead|1|consent_status|granted|withdrawn
    Changed: leads-web-2.csv:2|lead|1|consent_at|2026-10-01|2026-10-20
    Changed: leads-web-2.csv:3|lead|2|company|Kestrel Ltd
    New: leads-web-2.csv:5|lead|4 | dora@example.com | Dora | Dale
    Rejected: leads-web-2.csv:6|VAL001|email|the row has neither an e-mail address nor a telephone \
    number, nor both a name and a company, an address or a date of birth, nor a company with an \
    address; add one of them

    """

  @Test("The riskiest changes come first: people being written to, owners and amounts, lost values")
  func risks() throws {
    let bench = try ImportBench()
    let columns = "id,email,first_name,last_name,phone,company,city,postcode,owner\n"
    try bench.load(
      "leads-web-1.csv",
      (1...5).map {
        "\($0),p\($0)@example.com,Ann,Bell,+44 20 7946 001\($0),Acme,Ulm,8907\($0),kim"
      }
      .joined(separator: "\n"), columns: columns)
    try bench.load(
      "deals-1.csv", "D1,Proposal,1000,kim\nD2,Proposal,1000,kim\n",
      columns: "deal_id,stage,amount,owner\n")
    try SeededWorkspace.change(
      bench.workspace,
      """
      INSERT INTO enrolment
        (id, entity_id, sequence, sequence_version, enrolled_at, trigger, state)
      VALUES (1, 2, 'welcome', '1', 0, 'created', 'active')
      """)
    let files = [
      try bench.workspace.write(
        "leads-web-2.csv",
        columns + """
          1,p1@example.org,Ann,Bell,+44 20 7946 0011,Acme,Ulm,89071,kim
          2,p2@example.com,Ann,Bell,+44 20 7946 0092,Acme,Ulm,89072,kim
          3,p3@example.com,Ann,Bell,+44 20 7946 0013,,,,kim
          4,p4@example.com,Ann,Bell,+44 20 7946 0014,Acme,Ulm,89074,lee
          5,p5@example.com,Bea,Cole,+44 20 7946 0015,Brio,Bonn,53111,kim

          """),
      try bench.workspace.write(
        "deals-2.csv", "deal_id,stage,amount,owner\nD1,Proposal,400,kim\nD2,Proposal,1100,kim\n"),
    ]
    let result = try bench.run(["import"] + files + ["--dry-run"])
    let lines = result.output.split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex(of: "riskiest changes:"), "\(result)")
    #expect(
      lines[(start + 1)...].prefix { $0.hasPrefix("  ") }.map { $0.dropFirst(2) } == [
        "51 points  lead 2 (leads-web-2.csv:3): phone of a person in an active sequence",
        "51 points  deal 6 (deals-2.csv:2): amount; amount changes by half or more",
        "48 points  lead 3 (leads-web-2.csv:4): company, city, postcode become empty",
        "31 points  lead 4 (leads-web-2.csv:5): owner", "31 points  deal 7 (deals-2.csv:3): amount",
        "21 points  lead 1 (leads-web-2.csv:2): email",
        "16 points  lead 5 (leads-web-2.csv:6): 6 fields at once",
      ], "\(result)")
  }
}
