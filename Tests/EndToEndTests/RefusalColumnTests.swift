import Foundation
import LeadmillTestSupport
import Testing

@Suite("Columns that say who refuses")
struct RefusalColumnTests {
  private static let people = "Email,First Name,Last Name,Company,"
  private static let kept = """
    SELECT coalesce(email, phone), channel, status, date(at, 'unixepoch') FROM consent
    WHERE status = 'withdrawn' ORDER BY email IS NULL, email, phone, channel
    """

  private func load(
    _ workspace: TestWorkspace, _ name: String, _ text: String, day: Int = 2,
    _ options: [String] = []
  ) throws -> ProgramResult {
    let path = try workspace.write(name, text)
    let asOf = ["--as-of", "2026-11-0\(day)T06:00:00Z"]
    let result = try workspace.runStage("ingest", asOf + options + [path])
    let config = options.firstIndex(of: "--config").map { Array(options[$0...($0 + 1)]) } ?? []
    _ = try workspace.runStage("validate", asOf + config)
    return result
  }

  @Test(
    "a yes below a header of refusals refuses the channel that it speaks of",
    arguments: [
      ("HasOptedOutOfEmail", "email"), ("Email Opt Out", "email"), ("DoNotCall", "phone"),
      ("Do Not Call", "phone"), ("Unsubscribed from all email", "email"), ("Werbesperre", "any"),
      ("No consent", "any"), ("Without consent", "any"), ("Einwilligung widerrufen", "any"),
      ("Opted out", "any"), ("SMS opt-out", "sms"), ("Sperrvermerk", "any"), ("Robinson", "any"),
      ("Fecha de baja", "any"), ("Kein Einverständnis", "any"), ("Not opted in", "any"),
    ])
  func header(header: String, channel: String) throws {
    let workspace = try TestWorkspace()
    let result = try load(
      workspace, "list.csv",
      Self.people + header + """

        ann@acme.example.com,Ann,Bell,Acme,yes
        bob@acme.example.com,Bob,Bell,Acme,no
        cy@acme.example.com,Cy,Bell,Acme,
        dee@acme.example.com,Dee,Bell,Acme,2026-10-05

        """)
    #expect(result.status == 0, "\(result)")
    #expect(
      try workspace.rows(Self.kept) == [
        ["ann@acme.example.com", channel, "withdrawn", "2026-11-02"],
        ["dee@acme.example.com", channel, "withdrawn", "2026-10-05"],
      ])
    #expect(try workspace.count("SELECT count(*) FROM finding WHERE code = 'VAL184'") == 2)
  }

  @Test(
    "words for a refusal count below any header, other words say nothing",
    arguments: [
      ("Status", "unsubscribed", "subscribed"), ("Lead Status", "Do not contact", "New"),
      ("Marketing status", "Opted out", "Subscribed"), ("List", "Blacklist", "Customers"),
      ("Kennzeichen", "Werbesperre", "A"), ("Type", "Opt-out", "Lead"),
      ("Member Status", "Unsubscribed", "cleaned"), ("STATE", "unsubscribed", "Non-Subscribed"),
      ("Email Marketing Status", "UNSUBSCRIBED", "NEVER_SUBSCRIBED"),
    ])
  func status(header: String, refusal: String, other: String) throws {
    let workspace = try TestWorkspace()
    let result = try load(
      workspace, "list.csv",
      Self.people + header + "\nann@acme.example.com,Ann,Bell,Acme,\(refusal)\n"
        + "bob@acme.example.com,Bob,Bell,Acme,\(other)\n")
    #expect(result.status == 0, "\(result)")
    #expect(try workspace.rows(Self.kept).map { $0[0] } == ["ann@acme.example.com"])
    #expect(try workspace.count("SELECT count(*) FROM lead WHERE quarantined <> 0") == 0)
  }

  @Test("a status that refuses for the first time far below stops the file")
  func lateStatus() throws {
    let workspace = try TestWorkspace()
    let rows = (1...25_000).map { "p\($0)@acme.example.com,Ann,Bell,Acme,active\n" }.joined()
    let text =
      Self.people + "Phase\n" + rows + "ann@acme.example.com,Ann,Bell,Acme,unsubscribed\n"
    let path = try workspace.write("list.csv", text)
    let result = try workspace.runStage("ingest", [path])
    #expect(result.status == 30, "\(result)")
    #expect(result.errors.contains("'Phase' says 'unsubscribed' in row 25002"), "\(result)")
    #expect(try workspace.count("SELECT count(*) FROM source_row") == 0)
    let accepted = try workspace.runStage("ingest", ["--accept-drift", path])
    #expect(accepted.status == 0, "\(accepted)")
    #expect(try workspace.count("SELECT count(*) FROM source_row") == 25_001)
  }

  @Test("names among which one speaks of refusals are no status")
  func noStatus() throws {
    let workspace = try TestWorkspace()
    let rows = (1...400).map { "p\($0)@acme.example.com,Ann,Bell,Acme,Topic \($0)\n" }.joined()
    let path = try workspace.write(
      "list.csv",
      Self.people + "Subject\n" + rows + "ann@acme.example.com,Ann,Bell,Acme,Unsubscribe page\n")
    let result = try workspace.runStage("ingest", [path])
    #expect(result.status == 0, "\(result)")
  }

  @Test("a column of refusals among events stops the file")
  func events() throws {
    let workspace = try TestWorkspace()
    let path = try workspace.write(
      "engagement-1.csv",
      "email,event,timestamp,unsubscribed\nann@acme.example.com,open,2026-11-01T10:00:00Z,true\n")
    let result = try workspace.runStage("ingest", [path])
    #expect(result.status == 30 && result.errors.contains("'unsubscribed' speaks"), "\(result)")
  }

  @Test("several columns refuse several channels, and a refusal beside a consent is one")
  func several() throws {
    let workspace = try TestWorkspace()
    _ = try load(
      workspace, "leads-web-1.csv",
      """
      id,email,phone,country,consent_status,consent_at,consent_source,Do not call,Unsubscribed,Opted out of email: News,Opted out of email: Offers,HasOptedOutOfFax
      1,ann@acme.example.com,020 7946 0018,GB,yes,2026-10-01,form,,yes,,,
      2,bob@acme.example.com,020 7946 0019,GB,yes,2026-10-01,form,TRUE,,,,
      3,cy@acme.example.com,,GB,yes,2026-10-01,form,,,,1,
      4,dee@acme.example.com,,GB,yes,2026-10-01,form,,,,,yes
      5,eve@acme.example.com,,GB,yes,2026-10-01,form,,perhaps,,,

      """)
    #expect(
      try workspace.rows("SELECT consent_status, quarantined FROM lead ORDER BY id") == [
        ["withdrawn", "0"], ["granted", "0"], ["granted", "0"], ["granted", "0"],
        ["withdrawn", "1"],
      ])
    #expect(
      try workspace.rows(Self.kept).map { $0[0] + " " + $0[1] } == [
        "ann@acme.example.com any", "bob@acme.example.com phone", "cy@acme.example.com email",
        "eve@acme.example.com any", "+442079460018 any", "+442079460019 phone",
      ])
  }

  @Test("a contact refuses too")
  func contact() throws {
    let workspace = try TestWorkspace()
    let result = try load(
      workspace, "contacts.csv",
      "Contact ID,Email,First Name,Last Name,Account ID,Email Opt Out\n"
        + "C1,ann@acme.example.com,Ann,Bell,A1,1\nC2,bob@acme.example.com,Bob,Bell,A1,0\n",
      ["--mapping", "contacts"])
    #expect(result.status == 0, "\(result)")
    #expect(
      try workspace.rows(Self.kept).map { $0[0] + " " + $0[1] } == ["ann@acme.example.com email"])
  }

  @Test("an update without such a column, or with an empty one, takes no refusal back")
  func update() throws {
    let workspace = try TestWorkspace()
    let header = "id,email,company,Unsubscribed\n"
    _ = try load(workspace, "leads-web-1.csv", header + "1,ann@acme.example.com,Acme,yes\n")
    _ = try load(
      workspace, "leads-web-2.csv", header + "1,ann@acme.example.com,Acme Ltd,\n", day: 3)
    _ = try load(
      workspace, "leads-web-3.csv", "id,email,company\n1,ann@acme.example.com,Acme plc\n", day: 4,
      ["--accept-drift"])
    #expect(
      try workspace.rows(Self.kept) == [["ann@acme.example.com", "any", "withdrawn", "2026-11-02"]])
  }

  @Test(
    "a no below a header that speaks of consent stops a file until somebody says what it means",
    arguments: [
      "Werbung erlaubt", "Kontakt erlaubt", "E-Mail-Werbung", "Contactable", "Datenschutz",
      "Accepte de recevoir des emails", "Acepta publicidad",
    ])
  func permission(header: String) throws {
    let workspace = try TestWorkspace()
    let path = try workspace.write(
      "list.csv", Self.people + header + "\nann@acme.example.com,Ann,Bell,Acme,no\n")
    let result = try workspace.runStage("ingest", [path])
    #expect(result.status == 30 && result.errors.contains("'\(header)' speaks"), "\(result)")
    _ = try load(
      workspace, "leads-web-1.csv",
      "id,email,\(header)\n1,ann@acme.example.com,no\n", ["--accept-drift"])
    // Beside few columns it may be sure that the header means consent.
    let said = try workspace.count("SELECT count(*) FROM finding WHERE code = 'ING010'")
    let declined = try workspace.count(
      "SELECT count(*) FROM lead WHERE consent_status = 'declined'")
    #expect(said + declined == 1)
  }

  @Test(
    "to have read a notice is no consent",
    arguments: ["Privacy policy accepted", "Consent required"])
  func notice(header: String) throws {
    let workspace = try TestWorkspace()
    _ = try load(
      workspace, "list.csv",
      Self.people + "Consent date,Consent source," + header
        + "\nann@acme.example.com,Ann,Bell,Acme,2026-10-01,form,yes\n")
    #expect(try workspace.rows("SELECT consent_status FROM lead") == [["not_asked"]])
  }

  @Test("a mapping may turn answers round, but has to say what each of them means")
  func mapped() throws {
    let workspace = try TestWorkspace()
    _ = try workspace.copyPipelines()
    let config = ["--config", workspace.path("pipelines")]
    func map(_ lines: String) throws {
      try workspace.write(
        "pipelines/mappings/crm.yaml", "kind: lead\nfiles: [\"crm-*.csv\"]\n" + lines)
    }
    let text = Self.people + "No consent\nann@acme.example.com,Ann,Bell,Acme,yes\n"
    try map(
      "columns: {No consent: consent_status}\nvalues: {consent_status: {\"true\": withdrawn}}\n")
    let turned = try load(workspace, "crm-1.csv", text, config)
    #expect(turned.status == 30, "\(turned)")
    #expect(turned.errors.contains("'columns: {No consent: opted_out}'"), "\(turned)")
    try map(
      "columns: {No consent: consent_status}\nvalues: {consent_status: {\"yes\": withdrawn}}\n")
    #expect(try load(workspace, "crm-1.csv", text, config).status == 0)
    #expect(try workspace.rows("SELECT consent_status FROM lead") == [["withdrawn"]])
    try map("columns: {Newsletter: opted_out}\nvalues: {opted_out: {nein: ja, ja: nein}}\n")
    _ = try load(
      workspace, "crm-2.csv",
      Self.people + "Newsletter\nbob@acme.example.com,Bob,Bell,Acme,nein\n"
        + "cy@acme.example.com,Cy,Bell,Acme,ja\n", config + ["--accept-drift"])
    #expect(try workspace.rows(Self.kept).map { $0[0] } == ["bob@acme.example.com"])
  }

  @Test("a mapping that is saved for a file decides nothing about its refusals")
  func saved() throws {
    let workspace = try TestWorkspace()
    _ = try workspace.copyPipelines()
    let path = try workspace.write(
      "crm.csv",
      Self.people + "HasOptedOutOfEmail,Werbung erlaubt\n"
        + "ann@acme.example.com,Ann,Bell,Acme,1,nein\n")
    _ = try runProgram(
      "leadmill", ["inspect", path, "--save", "crm", "--config", workspace.path("pipelines")])
    let mapping = try String(
      contentsOfFile: workspace.path("pipelines/mappings/crm.yaml"), encoding: .utf8)
    #expect(mapping.contains("HasOptedOutOfEmail: email_opted_out"), "\(mapping)")
    #expect(mapping.contains("  # Werbung erlaubt: \"\"  # it speaks of refusals"), "\(mapping)")
    let result = try workspace.runStage("ingest", ["--config", workspace.path("pipelines"), path])
    #expect(result.status == 30 && result.errors.contains("'Werbung erlaubt' speaks"), "\(result)")
  }

  @Test("an opt-out list that no mapping claims is no yardstick for the one of a mapping")
  func yardstick() throws {
    let workspace = try TestWorkspace()
    let first = try load(
      workspace, "abmeldungen.csv",
      "E-Mail;Abmeldedatum;Grund\nann@acme.example.com;2026-10-01;x\n"
        + "bob@acme.example.com;2026-10-02;y\n")
    #expect(first.status == 0, "\(first)")
    #expect(try workspace.count("SELECT count(*) FROM suppression") == 2)
    let second = try load(
      workspace, "do-not-contact-2026-10-20.csv",
      "email,phone,registry\ncy@acme.example.com,,own\n", day: 3)
    #expect(second.status == 0, "\(second)")
    #expect(try workspace.count("SELECT count(*) FROM suppression") == 3)
  }
}
