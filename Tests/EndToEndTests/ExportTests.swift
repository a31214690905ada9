import Foundation
import LeadmillTestSupport
import Testing

@Suite("leadmill export, and the way back")
struct ExportTests {
  static let kinds = [
    "lead", "account", "contact", "deal", "deal_stage", "deal_line", "product", "task", "activity",
    "engagement", "consent", "suppression", "user", "team",
  ]

  /// Texts that formats, spreadsheets and readers are known to damage.
  private static let nasty = [
    "=1+1", "@x", "-5", "'x", "'=1+1", "''=2", "+49 30 1234", "-1+2", "+x", "＝1+1", "-", "007",
    "1e5", "2026-11-02", "TRUE", "a\"b", "a,b;c\td|e", "line\nbreak", "=HYPERLINK(\"x\",\"y\")",
    "🙂 \u{1F468}\u{200D}\u{1F469}", "no\u{A0}break", "_x0041_", "<&>", "1,5", "é\u{301}", "#N/A",
  ]

  private static func quoted(_ cells: [String]) -> String {
    cells.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\n"
  }

  private static func file(_ header: String, _ rows: [[String]]) -> String {
    header + "\n" + rows.map(quoted).joined()
  }

  /// One file of each kind, every free text of it nasty.
  private static var files: [String: String] {
    func rows(_ make: (Int, String) -> [String]) -> [[String]] {
      nasty.enumerated().map { make($0, $1) }
    }
    let long = String(repeating: "x", count: 32_767)
    return [
      "leads-web.csv": file(
        "id,full_name,email,phone,company,city,postcode,country,employees,annual_revenue,landing_page,"
          + "consent,consent_at,consent_source,created_at,notes,owner",
        rows {
          [
            $1, $1, "p\($0)@example.com", $0 % 3 == 0 ? "12" : "+493023125\(100 + $0)", $1, $1,
            "01\($0 + 100)", "DE", "\($0)", "1234.60", "https://www.example.com/?utm_source=A\($0)",
            ["yes", "no", "perhaps", ""][$0 % 4], "2026-10-0\(1 + $0 % 9)", $1,
            "2026-10-01T12:34:56+02:00", $1, $1,
          ]
        } + [
          ["long", "L", "l@example.com", "", long, "", "", "", "", "", "", "", "", "", "", "", ""]
        ]),
      "leads-messe.csv":
        "Kennung;Name;E-Mail;Umsatz;Erstellt am\nM1;Ann;=ann@example.com;1.234,50;01.02.2026\n"
        + "M2;Bo;nobody;-3.000,00;31.12.2025\n",
      "accounts.csv": file(
        "external_id,name,domain,phone,employees",
        rows { ["A\($0)", $1, "d\($0).example.com", "+4930231250\(10 + $0)", "\($0 * 1000)"] }),
      "contacts.csv": file(
        "external_id,full_name,email,job_title", rows { [$1, $1, "c\($0)@example.com", $1] }),
      "deals.csv": file(
        "deal_id,name,owner,stage,amount,currency,created_at,status",
        rows {
          [
            "D\($0)", $1, $1, $0 % 2 == 0 ? "Closed Won" : $1, "-\($0 * 1000).0\($0 % 10)", "EUR",
            "1899-12-3\($0 % 2)", "",
          ]
        }),
      "deal-stages.csv": file(
        "deal,stage,at,amount", rows { [$1, $1, "2026-10-01T00:00:0\($0 % 10)Z", "0.01"] }),
      "deal-lines.csv": file(
        "line_id,deal,product,quantity,unit_price", rows { ["L\($0)", $1, $1, "\($0)", "9.99"] }),
      "products.csv": file(
        "sku,name,family,unit_price,description", rows { [$1, $1, $1, "9007199254740993.00", $1] }),
      "tasks.csv": file(
        "task_id,title,owner,status,due_at", rows { [$1, $1, $1, "", "2026-10-01"] }),
      "activities.csv": file(
        "activity_id,type,at,email,subject",
        rows { [$1, "call", "2026-10-01T10:00:00Z", "p\($0)@example.com", $1] }),
      "engagement.csv": file(
        "event_id,email,event,at,campaign,url",
        rows {
          [$1, "P\($0)@example.com", "open", "2026-10-01", $1, "https://example.com/?a=\($0)"]
        }),
      "consent.csv": file(
        "consent_id,email,status,at,source,wording_version",
        rows { [$1, "p\($0)@example.com", "yes", "2026-10-01", $1, $1] }),
      "do-not-contact.csv": file(
        "email,domain,channel,reason,at",
        rows { ["x\($0)@example.org", "", "any", $1, "2026-01-01"] } + [
          ["", "example.net", "", "", ""]
        ]),
      "users.csv": file(
        "login,name,email,teams,active", rows { [$1, $1, "u\($0)@example.com", "t;\($0)", "no"] }),
      "teams.csv": file("team_id,name,parent", rows { [$1, $1, $1] }),
    ]
  }

  private func load(_ workspace: TestWorkspace, _ paths: [String]) throws -> String {
    let ingest = try workspace.runStage("ingest", paths)
    #expect([0, 10].contains(ingest.status), "\(ingest)")
    let validate = try workspace.runStage("validate")
    #expect([0, 10, 99].contains(validate.status), "\(validate)")
    return ingest.output
  }

  private func seeded() throws -> TestWorkspace {
    let workspace = try TestWorkspace()
    let paths = try Self.files.sorted { $0.key < $1.key }.map { try workspace.write($0, $1) }
    _ = try load(workspace, paths)
    return workspace
  }

  private func export(_ workspace: TestWorkspace, _ kind: String, _ format: String) throws -> String
  {
    let path = workspace.path("out-\(kind).\(format)")
    let result = try workspace.runDriver(
      ["export", kind, "--output", path, "--as-of", TestWorkspace.asOf])
    #expect(result.status == 0, "\(result)")
    return path
  }

  private func read(_ path: String) throws -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }

  /// A table's content without what another workspace gives other numbers.
  private func content(_ workspace: TestWorkspace, _ table: String) throws -> [[String]] {
    // What was found about a row is not exported, nor is its quality, before the evidence of leads.
    try workspace.rows("SELECT * FROM \(table) ORDER BY id").map { row in
      var row = row
      if table == "lead" { row.remove(at: row.count - 10) }
      return Array(row.dropFirst(2))
    }
  }

  @Test("imported where it comes from, it changes nothing", arguments: ["csv", "xlsx"])
  func unchanged(format: String) throws {
    let workspace = try seeded()
    let before = try workspace.digestTables()
    for kind in Self.kinds {
      let path = try export(workspace, kind, format)
      let result = try workspace.runStage("ingest", [path])
      let count = try workspace.count("SELECT count(*) FROM \(kind)")
      #expect(count > 20, "\(kind)")
      #expect(
        result.output.contains(
          "ingest: \(count) in = 0 inserted + 0 updated + \(count) unchanged + 0 duplicate"),
        "\(kind): \(result)")
    }
    let validate = try workspace.runStage("validate")
    #expect([0, 99].contains(validate.status), "\(validate)")
    let changed = try workspace.digestDifferences(from: before)
    let lists = ["import", "source_file", "source_profile", "source_sheet", "all"]
    #expect(
      changed.allSatisfy { line in lists.contains { line.hasSuffix("  \($0)") } }, "\(changed)")
  }

  @Test("imported into an empty workspace, it makes the same records", arguments: ["csv", "xlsx"])
  func elsewhere(format: String) throws {
    let workspace = try seeded()
    let other = try TestWorkspace()
    let paths = try Self.kinds.map { try export(workspace, $0, format) }
    _ = try load(other, paths)
    for kind in Self.kinds {
      let (ours, theirs) = (try content(workspace, kind), try content(other, kind))
      let differences = zip(ours, theirs).filter { $0 != $1 }
      #expect(
        differences.isEmpty && ours.count == theirs.count, "\(kind): \(differences.prefix(2))")
    }
    // And once more, from there: the same bytes but for the records' names.
    for kind in Self.kinds {
      let result = try other.runStage("ingest", [try export(other, kind, format)])
      #expect(result.output.contains("= 0 inserted + 0 updated"), "\(kind): \(result)")
    }
    // What comes from the first workspace again is known there, whatever was edited.
    let again = try other.runStage("ingest", [paths[0]])
    #expect(again.output.contains("= 0 inserted + 0 updated"), "\(again)")
  }

  private static let people =
    "id,full_name,email,phone,company,consent,created_at\n"
    + "1,Ann Bell,ann@example.com,12,Acme,perhaps,2026-10-01\n"
    + "2,Bob Cole,bob@example.com,+493023125042,Acme,yes,2026-10-02\n"
    + "3,Cy Dorn,cy@example.com,,Initech,,2026-10-03\n"

  @Test("after edits, it changes exactly what was edited")
  func edits() throws {
    let workspace = try TestWorkspace()
    _ = try load(workspace, [try workspace.write("leads-web.csv", Self.people)])
    let path = try export(workspace, "lead", "csv")
    var text = try read(path)
    text = text.replacing("Bob Cole,Bob,Cole", with: "Bob Coles,Bob,Coles")
    text = text.replacing("Initech", with: "")
    try workspace.write("edited.csv", text)
    let output = try load(workspace, [workspace.path("edited.csv")])
    #expect(output.contains("ingest: 3 in = 0 inserted + 2 updated + 1 unchanged"), "\(output)")
    #expect(
      try workspace.rows(
        "SELECT subject_id, field, old_value, new_value FROM field_change ORDER BY subject_id, field"
      )
        == [
          ["2", "full_name", "Bob Cole", "Bob Coles"], ["2", "last_name", "Cole", "Coles"],
          ["3", "company", "Initech", "-"],
        ])
    #expect(try workspace.rows("SELECT DISTINCT supplier FROM lead") == [["leads-web"]])
    // The supplier's own file again does not take the edits back.
    _ = try load(workspace, [try workspace.write("leads-web.csv", Self.people + "\n")])
    #expect(try workspace.rows("SELECT company FROM lead WHERE id = 3") == [["-"]])
  }

  @Test("a few columns are enough to edit by, and say nothing about the others")
  func someColumns() throws {
    let workspace = try TestWorkspace()
    _ = try load(workspace, [try workspace.write("leads-web.csv", Self.people)])
    let result = try workspace.runDriver(
      ["export", "leads", "--columns", "leadmill_id,phone,company", "--where", "external_id=1"])
    #expect(result.status == 0, "\(result)")
    let text = result.output.replacing("Acme", with: "Acme Ltd")
    let output = try load(workspace, [try workspace.write("few.csv", text)])
    #expect(output.contains("ingest: 1 in = 0 inserted + 1 updated"), "\(output)")
    let changes = try workspace.rows("SELECT subject_id, field, new_value FROM field_change")
    #expect(changes == [["1", "company", "Acme Ltd"]])
  }

  @Test("the id of another workspace is never taken for one of this")
  func foreignID() throws {
    let here = try TestWorkspace()
    let there = try TestWorkspace()
    _ = try load(here, [try here.write("leads-web.csv", Self.people)])
    _ = try load(
      there, [try there.write("leads-partner.csv", "id\temail\nX1\tzoe@example.com\n")])
    let output = try load(here, [try export(there, "lead", "csv")])
    #expect(output.contains("ingest: 1 in = 1 inserted"), "\(output)")
    #expect(
      try here.rows("SELECT email, supplier FROM lead ORDER BY id").last
        == ["zoe@example.com", "leads-partner"])
    // The supplier's own file meets the record that the export brought.
    let own = try here.write(
      "leads-partner-2.csv", "id\temail\tcompany\nX1\tzoe@example.com\tAcme\n")
    let update = try load(here, [own])
    #expect(update.contains("= 0 inserted + 1 updated"), "\(update)")
  }

  @Test("tasks that escalation made can be closed in a sheet, once")
  func ownTasks() throws {
    let workspace = try TestWorkspace()
    _ = try load(workspace, [try workspace.write("tasks.csv", "task_id,title\nT1,Call\n")])
    try SeededWorkspace.change(
      workspace,
      """
      INSERT INTO task (id, supplier, external_id, title, status, priority, created_by_rule)
      VALUES (-1, 'leadmill', 'hot-lead/1/1', 'Call lead 1', 'open', 'high', 'hot-lead')
      """)
    let text = try read(try export(workspace, "task", "csv"))
    let output = try load(
      workspace,
      [
        try workspace.write(
          "done.csv", text.replacing("Call lead 1,,open", with: "Call lead 1,,done"))
      ])
    #expect(output.contains("ingest: 2 in = 0 inserted + 1 updated + 1 unchanged"), "\(output)")
    #expect(
      try workspace.rows("SELECT id, supplier, status, created_by_rule FROM task ORDER BY id")
        == [["-1", "leadmill", "done", "hot-lead"], ["1", "tasks", "open", "-"]])
  }

  @Test("conditions are read by the field's type")
  func conditions() throws {
    let workspace = try TestWorkspace()
    _ = try load(
      workspace,
      [
        try workspace.write("leads-web.csv", Self.people),
        try workspace.write(
          "deals.csv", "deal_id,stage,amount\nD1,Proposal,99.5\nD2,Proposal,1000\nD3,Proposal,\n"),
      ])
    let cases: [(kind: String, conditions: [String], expected: [String])] = [
      ("lead", ["company=acme"], ["1", "2"]), ("lead", ["company!=Acme"], ["3"]),
      ("lead", ["full_name~OL"], ["2"]), ("lead", ["full_name!~ol"], ["1", "3"]),
      ("lead", ["phone="], ["1", "3"]), ("lead", ["phone!="], ["2"]),
      ("lead", ["created_at=2026-10-02"], ["2"]), ("lead", ["created_at<=2026-10-02"], ["1", "2"]),
      ("lead", ["created_at>2026-10-01", "created_at<2026-10-03"], ["2"]),
      ("lead", ["created_at!=2026-10-02"], ["1", "3"]),
      ("lead", ["leadmill_state~quarantined"], ["1", "2"]),
      ("lead", ["email_status=valid"], ["1", "2", "3"]),
      ("lead", ["leadmill_id=2"], ["2"]), ("lead", ["country="], ["1", "2", "3"]),
      ("deal", ["amount>99.49"], ["D1", "D2"]), ("deal", ["amount=99.50"], ["D1"]),
      ("deal", ["amount!=1000"], ["D1", "D3"]), ("deal", ["amount="], ["D3"]),
    ]
    for (kind, conditions, expected) in cases {
      let result = try workspace.runDriver(
        ["export", kind, "--columns", "external_id"] + conditions.flatMap { ["--where", $0] })
      let lines = result.output.split(whereSeparator: \.isNewline).dropFirst().map(String.init)
      #expect(lines == expected, "\(conditions): \(result)")
    }
  }

  @Test("what cannot be understood is answered with what is meant, perhaps")
  func mistakes() throws {
    let workspace = try TestWorkspace()
    _ = try load(workspace, [try workspace.write("leads-web.csv", Self.people)])
    let cases: [(arguments: [String], words: [String])] = [
      (["laeds"], ["'laeds'", "did you mean 'lead'?"]),
      (["lead", "--columns", "emial"], ["'emial'", "did you mean 'email'?"]),
      (["lead", "--where", "emial=x"], ["'emial'", "did you mean 'email'?"]),
      (["lead", "--where", "email"], ["'email'", "FIELD=VALUE"]),
      (["lead", "--where", "employees>many"], ["'many'", "employees"]),
      (["lead", "--where", "created_at>soon"], ["'soon'", "2026-11-02"]),
      (["lead", "--where", "score~7"], ["'score'"]),
      (["lead", "--format", "xlsx"], ["standard output", "--output"]),
      (["lead", "--output", workspace.root], ["is a folder"]),
      (["lead", "--output", workspace.path("none/x.csv")], ["none/x.csv"]),
      (["lead", "--output", workspace.path("none/x.xlsx")], ["none/x.xlsx"]),
    ]
    for (arguments, words) in cases {
      let result = try workspace.runDriver(["export"] + arguments)
      #expect(result.status == 40, "\(result)")
      for word in words { #expect(result.errors.contains(word), "\(result)") }
    }
  }

  @Test("a text that a spreadsheet would compute is guarded in CSV; numbers stay whole")
  func formulas() throws {
    let workspace = try seeded()
    let result = try workspace.runDriver(
      [
        "export", "lead", "--columns", "phone,company,postcode", "--bom", "--delimiter",
        "semicolon",
      ])
    #expect(
      result.output.hasPrefix("\u{FEFF}phone;company;postcode\r\n"), "\(result.output.prefix(80))")
    for cell in [
      // Apostrophes that a supplier wrote are part of the text: another one goes before them.
      ";'=1+1;", ";''=1+1;", ";'@x;", ";-5;", ";'x;", ";'''=2;", ";'-1+2;", ";+49 30 1234;",
      ";01101",
    ] {
      #expect(result.output.contains(cell), "\(cell)")
    }
    #expect(result.output.contains("\n+493023125101;"))
  }

  @Test(
    "an apostrophe is taken off in files that were exported, and in their rejects, nowhere else")
  func apostrophes() throws {
    let workspace = try TestWorkspace()
    let text = "id,email,company,city\n'=A,ann@example.com,'=1+1,''@x\n=B,bob@example.com,=1+1,x\n"
    _ = try load(workspace, [try workspace.write("leads-web.csv", text)])
    let query = "SELECT external_id, email, company, city FROM lead ORDER BY id"
    let before = try workspace.table(query)
    #expect(
      before == """
        '=A | ann@example.com | '=1+1 | ''@x
        =B  | bob@example.com | =1+1  | x
        """)
    // The ids that the supplier gave are found again as they are.
    let update = try load(
      workspace, [try workspace.write("leads-web-2.csv", "id,city\n'=A,Ulm\n=B,Graz\n")])
    #expect(update.contains("= 0 inserted + 2 updated"), "\(update)")
    // Exported, made wrong and imported: the rejected cells are given back as the file had them.
    let export = try read(try export(workspace, "lead", "csv"))
    let edited = try workspace.write(
      "edited.csv",
      export.replacing("ann@example.com", with: "ann@").replacing("bob@example.com", with: "bob@"))
    _ = try load(workspace, [edited])
    let book = RejectsBook(workspace: workspace, source: "edited.csv", by: "external_id")
    #expect(try book.names() == ["''=A", "'=B"])
    let corrected = workspace.path("corrected.xlsx")
    try book.edit(
      [
        "set": [
          ["''=A", "email", "ann@example.org"], ["'=B", "email", "bob@example.org"],
          ["''=A", "city", "''@x"], ["'=B", "city", "'=2"],
        ]
      ], to: corrected)
    _ = try load(workspace, [corrected])
    #expect(
      try workspace.table(query) == """
        '=A | ann@example.org | '=1+1 | '@x
        =B  | bob@example.org | =1+1  | =2
        """)
  }

  @Test(
    "a full disk leaves no half of a file, and an older one as it was", arguments: ["csv", "xlsx"])
  func fullDisk(format: String) throws {
    let workspace = try TestWorkspace()
    let rows = (0..<2000).map {
      "\($0),p\($0)@example.com,Company number \($0 &* 7919 % 100_003)\n"
    }
    _ = try load(
      workspace, [try workspace.write("leads-web.csv", "id,email,company\n" + rows.joined())])
    try workspace.write("out/old.\(format)", "an older export")
    for name in ["old.\(format)", "new.\(format)"] {
      // No file may grow beyond 32 KiB: to the program it is a disk that is full.
      let result = try runProgram(
        "/bin/bash",
        [
          "-c", "trap '' XFSZ; ulimit -f 32; exec \"$@\"", "bash",
          RepositoryPaths.program("leadmill"), "export", "lead", "--workspace", workspace.root,
          "--output", workspace.path("out/\(name)"),
        ])
      #expect(result.status != 0, "\(result)")
      #expect(result.errors.contains(name), "\(result)")
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: workspace.path("out"))
    #expect(left == ["old.\(format)"])
    #expect(try read(workspace.path("out/old.\(format)")) == "an older export")
  }

  @Test("erased people do not come out, and an old export does not bring them back")
  func erased() throws {
    let workspace = try TestWorkspace()
    _ = try load(
      workspace,
      [
        try workspace.write("leads-web.csv", Self.people),
        try workspace.write(
          "contacts.csv", "external_id,full_name,email\nC1,Bob Cole,bob@example.com\n"),
        try workspace.write(
          "deals.csv", "deal_id,stage,contact_email\nD1,Proposal,bob@example.com\n"),
      ])
    _ = try workspace.runStage("dedupe")
    let old = try ["lead", "contact", "deal"].map { try export(workspace, $0, "csv") }
    let saved = try old.enumerated().map { try workspace.write("old\($0).csv", read($1)) }
    let request = try workspace.write("erase.txt", "bob@example.com\n")
    let result = try workspace.runStage("govern", ["--erase", request])
    #expect([0, 20].contains(result.status), "\(result)")
    for kind in ["lead", "contact", "deal"] {
      let text = try read(try export(workspace, kind, "csv"))
      #expect(!text.lowercased().contains("bob"), "\(text)")
    }
    let deals = try read(workspace.path("out-deal.csv"))
    #expect(deals.contains("D1"))
    _ = try load(workspace, saved)
    for table in ["lead", "contact", "deal", "source_row"] {
      for row in try workspace.rows("SELECT * FROM \(table)") {
        #expect(!row.joined().lowercased().contains("bob"), "\(table): \(row)")
      }
    }
  }

  @Test("others read the same values from both formats")
  func outsiders() throws {
    let workspace = try seeded()
    let result = try runProgram(
      RepositoryPaths.python,
      ["\(RepositoryPaths.fixtures)/same_values.py"]
        + ["lead", "deal", "product"].flatMap { kind in
          [try export(workspace, kind, "csv"), try export(workspace, kind, "xlsx")]
        })
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains("3 pairs agree"), "\(result)")
  }
}
