import LeadmillTestSupport
import Testing

@Suite("The consent that a lead states itself may end")
struct ConsentEndTests {
  private static let stored =
    "SELECT consent_status, date(consent_expires_at, 'unixepoch') FROM lead ORDER BY id"

  @discardableResult
  private func run(_ stages: [String], _ workspace: TestWorkspace, _ path: String) throws
    -> ProgramResult
  {
    var last: ProgramResult?
    for stage in stages {
      last = try workspace.runStage(stage, stage == "ingest" ? [path] : [])
    }
    return try #require(last)
  }

  @Test("headers in the languages of ingest give the end, also where no mapping claims the file")
  func headers() throws {
    let languages: [(header: String, ends: [String])] = [
      (
        "Email,First Name,Last Name,Company,Consent,Consent date,Consent source",
        ["Consent valid until", "Consent expires", "Opt-in expiry date", "Consent end date"]
      ),
      (
        "E-Mail,Vorname,Nachname,Firma,Einwilligung,Einwilligung am,Quelle der Einwilligung",
        ["Einwilligung g\u{FC}ltig bis", "Ablauf der Einwilligung"]
      ),
      (
        "E-mail,Pr\u{E9}nom,Nom,Soci\u{E9}t\u{E9},Consentement,Date du consentement",
        ["expiration du consentement", "Consentement valable jusqu'au"]
      ),
      (
        "Correo electr\u{F3}nico,Nombre,Apellidos,Empresa,Consentimiento,Fecha del consentimiento",
        ["Consentimiento v\u{E1}lido hasta"]
      ),
      ("E-mail,Nome,Cognome,Azienda,Consenso,Data del consenso", ["Scadenza del consenso"]),
      (
        "E-mail,Nome,Sobrenome,Empresa,Consentimento,Data do consentimento",
        ["Consentimento v\u{E1}lido at\u{E9}"]
      ),
      (
        "E-mail,Voornaam,Achternaam,Bedrijf,Toestemming,Datum toestemming",
        ["Toestemming geldig tot"]
      ),
    ]
    for (header, ends) in languages {
      for end in ends {
        let workspace = try TestWorkspace()
        let isShort = header.count { $0 == "," } == 5
        let rows = ["ann", "bob"].map {
          "\($0)@example.com,Ann,Bell,Acme,yes,2026-10-01\(isShort ? "" : ",form"),2027-10-01\n"
        }
        let path = try workspace.write("people.csv", "\(header),\(end)\n" + rows.joined())
        let result = try workspace.runStage("ingest", [path])
        #expect(result.status == 0, "\(end): \(result)")
        _ = try workspace.runStage("validate")
        #expect(
          try workspace.rows(Self.stored)
            == [["granted", "2027-10-01"], ["granted", "2027-10-01"]], "\(end)")
      }
    }
  }

  @Test("nobody is written to after the end, nor where nobody can read it")
  func gate() throws {
    let workspace = try TestWorkspace()
    let header =
      "id,email,first_name,company,country,consent_status,consent_at,consent_source,consent_expires_at\n"
    let ends = ["", "2026-12-31", "2026-11-01", "31.02.2027", "03/04/2027", "n/a"]
    let rows = zip(["ann", "bob", "cy", "dee", "eve", "fay"], ends).enumerated().map {
      number, row in
      "\(number),\(row.0)@\(row.0).example.com,\(row.0),Acme \(row.0) Ltd,GB,yes,2026-10-01,form,"
        + "\(row.1)\n"
    }
    try workspace.write("in/leads-web.csv", header + rows.joined())
    try workspace.write(
      "in/do-not-contact.csv", "email,channel,registry\nzoe@example.com,any,own\n")
    try run(
      ["ingest", "validate", "dedupe", "enrich", "score", "send", "govern"], workspace,
      workspace.path("in"))
    #expect(
      try workspace.rows(Self.stored) == [
        ["granted", "-"], ["granted", "2026-12-31"], ["granted", "2026-11-01"], ["expired", "-"],
        ["expired", "-"], ["granted", "-"],
      ])
    #expect(
      try workspace.rows(
        "SELECT field, count(*) FROM finding WHERE code = 'VAL172' GROUP BY field")
        == [["consent_expires_at", "3"]])
    let written = """
      SELECT substr(m.recipient, 1, 3), m.gate FROM message m
      JOIN enrolment e ON e.id = m.enrolment_id
      WHERE m.step = 1 AND e.sequence = 'welcome' ORDER BY m.recipient
      """
    #expect(
      try workspace.rows(written) == [
        ["ann", "allowed"], ["bob", "allowed"], ["cy@", "consent_expired"],
        ["dee", "consent_expired"], ["eve", "consent_expired"], ["fay", "allowed"],
      ])
    #expect(
      try workspace.rows(
        "SELECT date(consent_expires_at, 'unixepoch') FROM entity WHERE email LIKE 'bob%'")
        == [["2026-12-31"]])
    #expect(
      try workspace.rows("SELECT value FROM measure WHERE name = 'govern_consent_covered'")
        == [["3.0"]])
  }

  @Test("what is told again without an end keeps it, a later consent has its own")
  func updates() throws {
    let header = "id,email,consent_status,consent_at,consent_source"
    let steps: [(String, [String])] = [
      (
        header + ",consent_expires_at\n1,ann@example.com,yes,2026-09-01,form,2026-11-20\n",
        ["granted", "2026-11-20"]
      ),
      (header + "\n1,ann@example.com,yes,2026-09-01,form 2\n", ["granted", "2026-11-20"]),
      (
        header + ",consent_expires_at\n1,ann@example.com,yes,2026-08-01,form,\n",
        ["granted", "2026-11-20"]
      ),
      (
        header + ",consent_expires_at\n1,ann@example.com,yes,2026-09-01,form,2026-12-20\n",
        ["granted", "2026-12-20"]
      ),
      (header + "\n1,ann@example.com,yes,2026-10-01,form\n", ["granted", "-"]),
      (
        header + ",consent_expires_at\n1,ann@example.com,yes,2026-10-01,form,soon\n",
        ["expired", "-"]
      ),
      (
        header + ",consent_expires_at\n1,ann@example.com,yes,2026-10-02,form,2027-01-01\n",
        ["granted", "2027-01-01"]
      ),
      (header + "\n1,ann@example.com,withdrawn,2026-10-05,form\n", ["withdrawn", "-"]),
    ]
    let workspace = try TestWorkspace()
    for (number, step) in steps.enumerated() {
      let path = try workspace.write("leads-web-\(number).csv", step.0)
      try run(["ingest", "validate"], workspace, path)
      #expect(try workspace.rows(Self.stored) == [step.1], "step \(number)")
    }
  }

  @Test("of one person's two consents of one day that which ends is the person's")
  func people() throws {
    let workspace = try TestWorkspace()
    let header =
      "id,email,full_name,company,consent_status,consent_at,consent_source,consent_expires_at\n"
    let path = try workspace.write(
      "leads-web.csv",
      header + "1,ann@acme.example.com,Ann Bell,Acme,yes,2026-10-01,form,2026-12-01\n"
        + "2,ann@acme.example.com,Ann Bell,Acme,yes,2026-10-01,form,\n")
    try run(["ingest", "validate", "dedupe"], workspace, path)
    #expect(
      try workspace.rows(
        "SELECT lead_count, date(consent_expires_at, 'unixepoch') FROM entity")
        == [["2", "2026-12-01"]])
  }

  @Test("one record is judged like a file's")
  func check() throws {
    for (end, isTold) in [("2027-01-01", false), ("2026-11-01", true), ("31.02.2027", true)] {
      let result = try runProgram(
        "leadmill",
        [
          "check", "--config", RepositoryPaths.pipelines, "--as-of", TestWorkspace.asOf, "--json",
          "--email", "ann@example.com", "-f", "consent_status=yes", "-f", "consent_at=2026-10-01",
          "-f", "consent_source=form", "-f", "consent_expires_at=\(end)",
        ])
      #expect(result.output.contains("VAL172") == isTold, "\(result)")
    }
  }

  @Test("a file of contacts with such a column is stopped, and told where consent goes")
  func contacts() throws {
    let workspace = try TestWorkspace()
    let path = try workspace.write(
      "contacts.csv",
      "Contact ID,Email,First Name,Last Name,Account ID,Job Title,Consent valid until\n"
        + "1,ann@example.com,Ann,Bell,A1,Buyer,2027-01-01\n")
    let result = try workspace.runStage("ingest", [path])
    #expect(result.status == 30, "\(result)")
    #expect(result.errors.contains("a contact has no consent of its own"), "\(result)")
    #expect(result.errors.contains("'columns: {Consent valid until: \"\"}'"), "\(result)")
    #expect(!result.errors.contains("consent_status"), "\(result)")
  }
}
