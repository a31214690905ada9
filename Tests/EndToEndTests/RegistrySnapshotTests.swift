import Bytes
import LeadmillTestSupport
import Testing

@Suite("Do-not-contact registries come as snapshots")
struct RegistrySnapshotTests {
  private static let header = "email,phone,email_sha256,phone_sha256,channel,registry,category\n"
  private static let entries = "SELECT email, ended_as_of IS NOT NULL FROM suppression ORDER BY id"
  private static let channels = "SELECT email, dnd_channels FROM lead ORDER BY id"

  /// Imports and validates files as of a day of November.
  @discardableResult
  private func night(
    _ day: Int, _ workspace: TestWorkspace, _ files: [String: String],
    config: [String] = []
  ) throws -> ProgramResult {
    let asOf = ["--as-of", "2026-11-\(day < 10 ? "0" : "")\(day)T06:00:00Z"]
    let paths = try files.sorted { $0.key < $1.key }.map { try workspace.write($0, $1) }
    _ = try workspace.runStage("ingest", asOf + paths)
    return try workspace.runStage("validate", asOf + config)
  }

  private func registry(_ emails: String...) -> String {
    Self.header + emails.map { "\($0),,,,email,robinson,\n" }.joined()
  }

  @Test("entries that a newer snapshot no longer has end, and count again when they come back")
  func snapshots() throws {
    let workspace = try TestWorkspace()
    try night(
      1, workspace,
      [
        "leads-web.csv": "id,email\n1,ann@example.com\n2,bob@example.com\n3,cy@example.com\n",
        "do-not-contact-1.csv": registry("ann@example.com", "bob@example.com"),
      ])
    #expect(
      try workspace.rows(Self.channels) == [
        ["ann@example.com", "email"], ["bob@example.com", "email"], ["cy@example.com", "-"],
      ])
    try night(
      2, workspace, ["do-not-contact-2.csv": registry("bob@example.com", "cy@example.com")])
    #expect(
      try workspace.rows(Self.entries) == [
        ["ann@example.com", "1"], ["bob@example.com", "0"], ["cy@example.com", "0"],
      ])
    #expect(
      try workspace.rows(Self.channels) == [
        ["ann@example.com", "-"], ["bob@example.com", "email"], ["cy@example.com", "email"],
      ])
    // The first file again is the snapshot that it was.
    let again = try night(
      3, workspace, ["do-not-contact-1.csv": registry("ann@example.com", "bob@example.com")])
    #expect(again.errors.contains("VAL193"), "\(again)")
    #expect(
      try workspace.rows(Self.channels) == [
        ["ann@example.com", "-"], ["bob@example.com", "email"], ["cy@example.com", "email"],
      ])
    // An older snapshot that comes late says nothing about today.
    try night(
      1, workspace, ["do-not-contact-0.csv": registry("ann@example.com", "dee@example.com")])
    #expect(
      try workspace.rows(Self.channels) == [
        ["ann@example.com", "-"], ["bob@example.com", "email"], ["cy@example.com", "email"],
      ])
    let result = try night(4, workspace, [:])
    #expect(result.status == 99, "\(result)")
  }

  @Test("a list that lies in the inbox is as old as it was; a date in its name makes it newer")
  func unchanged() throws {
    let workspace = try TestWorkspace()
    let date = "SELECT date(snapshot_at, 'unixepoch') FROM suppression_registry"
    let list = registry("ann@example.com", "bob@example.com")
    for day in [1, 1, 2, 20] { try night(day, workspace, ["do-not-contact.csv": list]) }
    #expect(try workspace.rows(date) == [["2026-11-01"]])
    // Nor does another name without a date.
    try night(21, workspace, ["do-not-contact-copy.csv": list])
    #expect(try workspace.rows(date) == [["2026-11-01"]])
    try night(22, workspace, ["do-not-contact-2026-11-21.csv": list])
    #expect(try workspace.rows(date) == [["2026-11-21"]])
    try night(25, workspace, ["do-not-contact.csv": list])
    #expect(try workspace.rows(date) == [["2026-11-21"]])
  }

  @Test("a list that was taken back and comes again is of the night that first brought it")
  func takenBack() throws {
    let workspace = try TestWorkspace()
    let list = registry("ann@example.com", "bob@example.com")
    try night(1, workspace, ["do-not-contact.csv": list])
    _ = try workspace.runDriver([
      "undo", "do-not-contact.csv", "--as-of", "2026-11-05T06:00:00Z", "--config",
      RepositoryPaths.pipelines,
    ])
    #expect(try workspace.rows("SELECT registry FROM suppression_registry") == [])
    try night(9, workspace, ["do-not-contact.csv": list])
    #expect(
      try workspace.rows("SELECT date(snapshot_at, 'unixepoch') FROM suppression_registry")
        == [["2026-11-01"]])
  }

  @Test("an export has the entries that count, and on demand those that ended")
  func exported() throws {
    let workspace = try TestWorkspace()
    try night(
      1, workspace, ["do-not-contact-1.csv": registry("ann@example.com", "bob@example.com")])
    try night(2, workspace, ["do-not-contact-2.csv": registry("bob@example.com")])
    for (condition, expected) in [
      ([], "email,ended_at\nbob@example.com,\n"),
      (["--where", "ended_at!="], "email,ended_at\nann@example.com,2026-11-02T06:00:00Z\n"),
      (["--where", "ended_at="], "email,ended_at\nbob@example.com,\n"),
    ] {
      let result = try workspace.runDriver(
        ["export", "suppression", "--columns", "email,ended_at"] + condition)
      #expect(result.output.replacing("\r\n", with: "\n") == expected, "\(result)")
    }
  }

  @Test("a list that is written over a newer one of its name is the newest snapshot, once")
  func rewritten() throws {
    let workspace = try TestWorkspace()
    let date = "SELECT date(snapshot_at, 'unixepoch') FROM suppression_registry"
    let first = registry("ann@example.com", "bob@example.com")
    try night(1, workspace, ["do-not-contact.csv": first])
    try night(2, workspace, ["do-not-contact.csv": registry("bob@example.com")])
    for day in [3, 3, 9] {
      try night(day, workspace, ["do-not-contact.csv": first])
      #expect(try workspace.rows(date) == [["2026-11-03"]])
      #expect(
        try workspace.rows(Self.entries) == [["ann@example.com", "0"], ["bob@example.com", "0"]])
    }
  }

  @Test("a registry is of the date in its file's name, and about the channels of its entries")
  func dated() throws {
    let workspace = try TestWorkspace()
    let state =
      "SELECT registry, date(snapshot_at, 'unixepoch'), channels FROM suppression_registry"
    func entry(_ email: String, _ channel: String) -> String {
      Self.header + "\(email),,,,\(channel),tps,\n"
    }
    let path = try workspace.write(
      "do-not-contact-tps-2026-10-20.csv", entry("ann@example.com", "phone"))
    let first = try workspace.runStage("ingest", ["--as-of", "2026-11-01T06:00:00Z", path])
    #expect(first.output.contains("are of 2026-10-20, as its name says"), "\(first)")
    _ = try workspace.runStage("validate", ["--as-of", "2026-11-01T06:00:00Z"])
    #expect(try workspace.rows(state) == [["tps", "2026-10-20", "phone"]])
    // The same file again is no newer.
    _ = try workspace.runStage("ingest", ["--as-of", "2026-11-02T06:00:00Z", path])
    #expect(try workspace.rows(state) == [["tps", "2026-10-20", "phone"]])
    // An older list that comes later says nothing about today, though it was received last.
    try night(3, workspace, ["do-not-contact-tps-20261001.csv": entry("bob@example.com", "sms")])
    #expect(
      try workspace.rows(Self.entries) == [["ann@example.com", "0"], ["bob@example.com", "1"]])
    #expect(try workspace.rows(state) == [["tps", "2026-10-20", "phone"]])
    // A date ahead is not believed.
    try night(
      4, workspace,
      [
        "do-not-contact-tps-2027-01-01.csv":
          Self.header + "ann@example.com,,,,phone,tps,\ncy@example.com,,,,sms; phone,tps,\n"
      ])
    #expect(try workspace.rows(state) == [["tps", "2026-11-04", "phone,sms,phone"]])
  }

  @Test("a digest in the column of the address or number is a digest")
  func digestsInPlainColumns() throws {
    let workspace = try TestWorkspace()
    let email = SHA256Digest.hex("ann@example.com")
    let phone = SHA256Digest.hex("+442079460018").uppercased()
    try night(
      1, workspace,
      [
        "leads-web.csv":
          "id,email,phone\n1,Ann@Example.com,\n2,,+44 20 7946 0018\n3,cy@example.com,\n4,dee@example.com,\n",
        "do-not-contact-1.csv":
          "email,phone,email_sha256,channel,registry\n\(email),,,email,own\n,\(phone),,phone,own\n"
          + ",,dee@example.com,email,own\n",
      ])
    #expect(
      try workspace.rows("SELECT external_id, dnd_channels FROM lead ORDER BY id") == [
        ["1", "email"], ["2", "phone"], ["3", "-"], ["4", "email"],
      ])
    #expect(
      try workspace.count(
        "SELECT count(*) FROM finding WHERE code IN ('VAL010', 'VAL020', 'VAL035')")
        == 0)
  }

  @Test("digests are found by the spellings that registries may have computed them of")
  func spellings() throws {
    let workspace = try TestWorkspace()
    let people: [(lead: String, digested: String, column: String)] = [
      ("bob+x@gmail.com,", "bob@gmail.com", "email"),
      ("b.ob+x@googlemail.com,", "b.ob@googlemail.com", "email"),
      ("dora@b\u{FC}cher-acme.de,", "dora@b\u{FC}cher-acme.de", "email"),
      ("eva@\u{4F8B}\u{3048}.jp,", "eva@\u{4F8B}\u{3048}.jp", "email"),
      (",+44 20 7946 0018", "02079460018", "phone"),
      (",+49 30 23125042", "00493023125042", "phone"),
      (",+1 212 736 5000", "2127365000", "phone"),
    ]
    var leads = "id,email,phone\n"
    var entries = Self.header
    for (number, person) in people.enumerated() {
      leads += "\(number),\(person.lead)\n"
      let digest = SHA256Digest.hex(person.digested)
      entries += person.column == "email" ? ",,\(digest),,any,own,\n" : ",,,\(digest),any,own,\n"
    }
    leads += "99,other+x@example.com,+44 20 7946 0019\n"
    entries += ",,\(SHA256Digest.hex("other@example.com")),,any,own,\n"
    try night(1, workspace, ["leads-web.csv": leads, "do-not-contact-1.csv": entries])
    #expect(
      try workspace.rows("SELECT external_id FROM lead WHERE dnd_channels IS NULL") == [["99"]],
      "a tag is another person where its provider does not say otherwise")
  }

  @Test("a list in doubt does not make its registry fresh, the corrected one does")
  func doubtfulIsNotFresh() throws {
    let workspace = try TestWorkspace()
    let state =
      "SELECT date(snapshot_at, 'unixepoch'), entry_count FROM suppression_registry"
    let all = (0..<60).map { "p\($0)@example.com" }
    func list(_ emails: some Sequence<String>) -> String {
      Self.header + emails.map { "\($0),,,,email,robinson,\n" }.joined()
    }
    try night(1, workspace, ["do-not-contact-1.csv": list(all)])
    #expect(try workspace.rows(state) == [["2026-11-01", "60"]])
    try night(2, workspace, ["do-not-contact-2.csv": list(all.prefix(5))])
    #expect(try workspace.rows(state) == [["2026-11-01", "60"]])
    try night(3, workspace, ["do-not-contact-3.csv": list(all.dropLast())])
    #expect(try workspace.rows(state) == [["2026-11-03", "59"]])
  }

  @Test("files of one date are one snapshot, and other registries are left alone")
  func parts() throws {
    let workspace = try TestWorkspace()
    try night(
      1, workspace,
      [
        "do-not-contact-1.csv": registry("ann@example.com"),
        "do-not-contact-2.csv": registry("bob@example.com"),
        "do-not-contact-3.csv": Self.header + "cy@example.com,,,,email,own,\n",
      ])
    try night(
      2, workspace, ["do-not-contact-4.csv": registry("ann@example.com", "dee@example.com")])
    #expect(
      try workspace.rows(Self.entries) == [
        ["ann@example.com", "0"], ["bob@example.com", "1"], ["cy@example.com", "0"],
        ["dee@example.com", "0"],
      ])
  }

  @Test("a snapshot in doubt ends nothing, and says so")
  func doubts() throws {
    let workspace = try TestWorkspace()
    let many = (1...40).map { "p\($0)@example.com,,,,email,robinson,\n" }
    try night(1, workspace, ["do-not-contact-1.csv": Self.header + many.joined()])
    let second = try night(
      2, workspace, ["do-not-contact-2.csv": Self.header + many.prefix(5).joined()])
    #expect(second.errors.contains("VAL190"), "\(second.errors)")
    let held = "SELECT count(*) FROM suppression WHERE ended_as_of IS NULL"
    #expect(try workspace.count(held) == 40)
    #expect(try workspace.count("SELECT count(*) FROM finding WHERE code = 'VAL190'") == 1)
    // A row that cannot be read may be one of those that seem to be missing.
    try night(
      3, workspace,
      ["do-not-contact-3.csv": Self.header + many.prefix(39).joined() + "p40@,,,,email,robinson,\n"]
    )
    #expect(try workspace.count(held) == 40)
    try night(4, workspace, ["do-not-contact-4.csv": Self.header + many.prefix(39).joined()])
    #expect(try workspace.count(held) == 39)
  }

  @Test("a registry whose files only add entries keeps them all")
  func additions() throws {
    let workspace = try TestWorkspace()
    let config = ["--config", try workspace.copyPipelines()]
    try workspace.replace(
      in: "pipelines/validation.yaml", "additions: [] ", by: "additions: [Robinson] ")
    try night(1, workspace, ["do-not-contact-1.csv": registry("ann@example.com")], config: config)
    try night(2, workspace, ["do-not-contact-2.csv": registry("bob@example.com")], config: config)
    #expect(
      try workspace.rows(Self.entries) == [["ann@example.com", "0"], ["bob@example.com", "0"]])
  }

  @Test("the date in a file's name is read in the orders that people write it in")
  func datesOfNames() throws {
    let workspace = try TestWorkspace()
    let names = [
      ("do-not-contact-a-05.01.2025.csv", "2025-01-05"),
      ("do-not-contact-b-2025-01.csv", "2025-01-01"),
      // One of two days: the list counts as the older one.
      ("do-not-contact-c-05-01-2025.csv", "2025-01-05"),
      ("do-not-contact-d-01-05-2025.csv", "2025-01-05"),
      ("do-not-contact-e-31-05-2025.csv", "2025-05-31"),
      ("do-not-contact-f-jan-2025.csv", "2025-01-01"),
      ("do-not-contact-g-5_Mai_2025.csv", "2025-05-05"),
      ("do-not-contact-h-05012025.csv", "2025-01-05"),
      ("do-not-contact-i-250105.csv", "2026-11-01"),
      ("do-not-contact-j-2025-13-05.csv", "2026-11-01"),
      ("do-not-contact-k-2027-01-05.csv", "2026-11-01"),
      ("do-not-contact-l-7.csv", "2026-11-01"),
      ("do-not-contact-m-20250105123456.csv", "2025-01-05"),
      ("do-not-contact-n-202501051234.csv", "2025-01-05"),
      ("do-not-contact-o-2025010512.csv", "2025-01-05"),
      ("do-not-contact-p-05.01.25.csv", "2025-01-05"),
      ("do-not-contact-q-5-jan-25.csv", "2025-01-05"),
      ("do-not-contact-r-05_01_25.csv", "2026-11-01"),
      ("do-not-contact-s-25-jan-05.csv", "2026-11-01"),
      ("do-not-contact-t-1732233600.csv", "2026-11-01"),
      ("do-not-contact-u-1.2.3.csv", "2026-11-01"),
    ]
    let paths = try names.map { name, _ in
      let registry = name.split(separator: "-")[3]
      return try workspace.write(
        name, Self.header + "\(registry)@example.com,,,,any,\(registry),\n")
    }
    let result = try workspace.runStage("ingest", ["--as-of", "2026-11-01T06:00:00Z"] + paths)
    #expect(
      try workspace.rows(
        "SELECT date(snapshot_at, 'unixepoch') FROM suppression_registry ORDER BY registry")
        == names.map { [$0.1] })
    #expect(result.errors.contains("do-not-contact-i-250105.csv: no date can be read"), "\(result)")
    #expect(result.errors.contains("j-2025-13-05.csv: no date can be read"), "\(result)")
    #expect(result.errors.contains("2027-01-05, has not come yet"), "\(result)")
    #expect(!result.errors.contains("l-7.csv: no date"), "\(result)")
    #expect(result.errors.contains("r-05_01_25.csv: no date can be read"), "\(result)")
    #expect(result.errors.contains("s-25-jan-05.csv: no date can be read"), "\(result)")
    #expect(!result.errors.contains("u-1.2.3.csv: no date"), "\(result)")
  }

  @Test("a domain in the column of the address stops all of the domain")
  func domainsForAddresses() throws {
    let workspace = try TestWorkspace()
    try night(
      1, workspace,
      [
        "leads-web.csv":
          "id,email\n1,ann@a.example.com\n2,bob@b.example.com\n3,cy@c.example.com\n4,dee@d.example.com\n5,eve@e.example.com\n",
        "do-not-contact-1.csv":
          "email,domain\n@a.example.com,\nb.example.com,\n*@c.example.com,\n,D.EXAMPLE.COM.\n",
      ])
    #expect(
      try workspace.rows("SELECT external_id, dnd_channels IS NOT NULL FROM lead ORDER BY id") == [
        ["1", "1"], ["2", "1"], ["3", "1"], ["4", "1"], ["5", "0"],
      ])
    #expect(
      try workspace.count(
        "SELECT count(*) FROM finding WHERE code IN ('VAL010', 'VAL035', 'VAL075')") == 0)
  }

  @Test("a digest is found whichever column it stands in, and so is a number among digests")
  func digestsOfUnknownKind() throws {
    let workspace = try TestWorkspace()
    let phone = SHA256Digest.hex("+442079460018")
    let email = LegacyDigest.md5("bob@example.com")
    try night(
      1, workspace,
      [
        "leads-web.csv":
          "id,email,phone\n1,ann@example.com,+44 20 7946 0018\n2,bob@example.com,\n3,,+44 20 7946 0019\n4,dee@example.com,\n",
        "do-not-contact-1.csv":
          "email_sha256,phone_sha256\n\(phone),\n,\(email)\n,+442079460019\n",
      ])
    #expect(
      try workspace.rows("SELECT external_id, dnd_channels IS NOT NULL FROM lead ORDER BY id") == [
        ["1", "1"], ["2", "1"], ["3", "1"], ["4", "0"],
      ])
  }

  @Test("a record that is checked against a base is looked for in its registries")
  func checkedRecord() throws {
    let workspace = try TestWorkspace()
    try night(
      1, workspace,
      [
        "leads-web.csv": "id,email\n1,ann@example.com\n",
        "do-not-contact-1.csv":
          "email,domain,email_sha256\nann@example.com,,\n,example.org,\n,,\(SHA256Digest.hex("cy@example.com"))\n",
      ])
    for (address, isBlocked) in [
      ("Ann@Example.com", true), ("bob@mail.example.org", true), ("cy@example.com", true),
      ("dee@example.com", false),
    ] {
      let result = try runProgram(
        "leadmill",
        [
          "check", "--workspace", workspace.root, "--config", RepositoryPaths.pipelines, "--json",
          "--email", address,
        ])
      #expect(result.output.contains("VAL037") == isBlocked, "\(result)")
    }
  }

  @Test("lists that name no registry only add, whatever their dates and names")
  func unnamedLists() throws {
    let workspace = try TestWorkspace()
    let robinson = try workspace.write(
      "do-not-contact-robinson-2026-10-20.csv", "email\nann@example.com\nbob@example.com\n")
    let own = try workspace.write("do-not-contact-own.csv", "email\ncy@example.com\n")
    let asOf = ["--as-of", "2026-11-01T06:00:00Z"]
    let first = try workspace.runStage("ingest", asOf + [robinson, own])
    #expect(first.output.contains("2 of its entries name no registry"), "\(first)")
    _ = try workspace.runStage("validate", asOf)
    let second = try night(2, workspace, ["do-not-contact-mail.csv": "email\ndee@example.com\n"])
    #expect(!second.output.contains("VAL191"), "\(second)")
    #expect(
      try workspace.rows(Self.entries) == [
        ["ann@example.com", "0"], ["bob@example.com", "0"], ["cy@example.com", "0"],
        ["dee@example.com", "0"],
      ])
    #expect(
      try workspace.rows("SELECT date(snapshot_at, 'unixepoch') FROM suppression_registry") == [
        ["2026-11-02"]
      ])
    // Nor does a list end them that has the supplier's name as a registry.
    try night(
      3, workspace,
      ["do-not-contact-x.csv": Self.header + "eve@example.com,,,,email,do-not-contact,\n"])
    #expect(
      try workspace.count("SELECT count(*) FROM suppression WHERE ended_as_of IS NOT NULL") == 0)
  }

  @Test("a registry that the mapping states is as whole as one that a column names")
  func statedByMapping() throws {
    let workspace = try TestWorkspace()
    let config = ["--config", try workspace.copyPipelines()]
    try workspace.write(
      "pipelines/mappings/tps.yaml",
      "kind: suppression\nfiles: [\"tps-*.csv\"]\nconstants: { registry: tps }\n")
    for (day, name) in [(1, "ann@example.com"), (2, "bob@example.com")] {
      let asOf = ["--as-of", "2026-11-0\(day)T06:00:00Z"]
      let list = try workspace.write("tps-2026-11-0\(day).csv", "email\n\(name)\n")
      let result = try workspace.runStage("ingest", asOf + config + [list])
      #expect(!result.output.contains("name no registry"), "\(result)")
      _ = try workspace.runStage("validate", asOf + config)
    }
    #expect(
      try workspace.rows(Self.entries) == [["ann@example.com", "1"], ["bob@example.com", "0"]])
  }

  @Test("a person is found by the digests that registries use")
  func digests() throws {
    let workspace = try TestWorkspace()
    let phone = "+493023125042"
    let rows = [
      ",,\(LegacyDigest.md5("ann@example.com").uppercased()),,email,a,\n",
      ",,\(LegacyDigest.sha1("bob@example.com")),,email,a,\n",
      ",,\(SHA256Digest.hex("cy@example.com")),,email,a,\n",
      ",,,\(LegacyDigest.md5(String(phone.dropFirst()))),phone,a,\n",
      ",,12345678901234567890123456789012345,,phone,a,\n",
    ]
    try night(
      1, workspace,
      [
        "do-not-contact.csv": Self.header + rows.joined(),
        "leads-web.csv": "id,email,phone\n1,Ann@Example.com,\n2,bob@example.com,\n"
          + "3,cy@example.com,\n4,,\(phone)\n5,dee@example.com,\n",
      ])
    #expect(
      try workspace.rows("SELECT dnd_channels FROM lead ORDER BY id") == [
        ["email"], ["email"], ["email"], ["phone"], ["-"],
      ])
    #expect(try workspace.count("SELECT count(*) FROM finding WHERE code = 'VAL036'") == 1)
  }

  // MARK: To the last stage

  private static let people =
    "id,email,phone,full_name,company,country,consent,consent_date,consent_source\n"
    + "1,ann@example.com,,Ann Bell,Acme,DE,yes,2026-10-01,form\n"
    + "2,bob@example.com,,Bob Ash,Birch,DE,yes,2026-10-01,form\n"
    + "3,cy@example.com,+493023125042,Cy Dell,Cedar,DE,yes,2026-10-01,form\n"
    + "4,dee@example.com,,Dee East,Elm,DE,yes,2026-10-01,form\n"
    + "5,eve@example.com,,Eve Fox,Fir,DE,yes,2026-10-01,form\n"
    + "6,flo@example.com,,Flo Gray,Gum,DE,yes,2026-10-01,form\n"

  @Test("who says no in the files of a night gets nothing in that night, however it was said")
  func withdrawals() throws {
    let workspace = try TestWorkspace()
    let input = workspace.path("in")
    let digest = LegacyDigest.sha1("flo@example.com")
    for (name, text) in [
      "leads-web.csv": Self.people,
      "consent.csv": "email,channel,status,date\nbob@example.com,email,withdrawn,2026-11-01\n",
      "do-not-contact.csv": Self.header
        + ",+49 30 23125042,,,any,own,\ndee@example.com,,,,any,own,newsletter-x\n"
        + ",,\(digest),,email,own,\n",
      "engagement.csv": "email,event,at\neve@example.com,unsubscribe,2026-11-01\n",
    ] { try workspace.write("in/\(name)", text) }
    for stage in ["ingest", "validate", "dedupe", "enrich", "score", "send"] {
      let result = try workspace.runStage(stage, stage == "ingest" ? [input] : [])
      #expect([0, 10].contains(result.status), "\(stage): \(result)")
    }
    #expect(
      try workspace.rows(
        """
        SELECT m.recipient, m.state FROM message m JOIN enrolment e ON e.id = m.enrolment_id
        WHERE m.step = 1 AND e.sequence = 'welcome' AND m.state <> 'blocked'
          AND m.state <> 'cancelled' ORDER BY m.recipient
        """
      ).map { $0[0] } == ["ann@example.com"])
    #expect(
      try workspace.rows(
        "SELECT DISTINCT recipient FROM message WHERE state IN ('sending', 'sent', 'in_doubt')"
      ) == [["ann@example.com"]])
  }

  @Test("a stale snapshot holds its channels back, with a finding and a reason in the plan")
  func staleness() throws {
    let workspace = try TestWorkspace()
    let input = workspace.path("in")
    try workspace.write("in/leads-web.csv", Self.people)
    try workspace.write(
      "in/do-not-contact.csv",
      Self.header + "zoe@example.com,,,,email,own,\n"
        + ",+493023125099,,,phone,calls,\n")
    _ = try workspace.runStage("ingest", ["--as-of", "2026-10-05", input])
    for stage in ["validate", "dedupe", "enrich", "score"] { _ = try workspace.runStage(stage) }
    let config = try workspace.copyPipelines()
    try workspace.replace(
      in: "pipelines/send.yaml", "single: {} ",
      by: "single: { calls: { channels: [phone], max_age_days: 3 }, own: { max_age_days: 3 } } ")
    _ = try workspace.runStage("send", ["--config", config])
    let held = "SELECT count(*) FROM message WHERE gate = 'registry_stale' AND state = 'planned'"
    #expect(try workspace.count(held) > 0)
    #expect(try workspace.count("SELECT count(*) FROM message WHERE state = 'sent'") == 0)
    #expect(
      try workspace.rows(
        "SELECT value FROM finding WHERE code = 'SND003' ORDER BY value") == [["calls"], ["own"]])
    _ = try workspace.runStage("send", ["--config", config])
    #expect(try workspace.count("SELECT count(*) FROM finding WHERE code = 'SND003'") == 2)
    // The list of numbers alone does not hold e-mail back.
    try workspace.replace(in: "pipelines/send.yaml", ", own: { max_age_days: 3 } }", by: " }")
    _ = try workspace.runStage("send", ["--config", config])
    #expect(try workspace.count("SELECT count(*) FROM message WHERE state = 'sent'") > 0)
  }
}
