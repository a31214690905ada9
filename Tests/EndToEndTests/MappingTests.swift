import Foundation
import LeadmillTestSupport
import Store
import Testing

@Suite("How a file's columns are read")
struct MappingTests {
  private func equation(_ result: ProgramResult) -> String {
    RejectsBook.equation(of: "ingest", in: result)
  }

  /// The rows of a query, NULL as `-`, without padding.
  private func lines(_ workspace: TestWorkspace, _ sql: String) throws -> String {
    try workspace.rows(sql).map { $0.joined(separator: " | ") }.joined(separator: "\n")
  }

  // MARK: Files that nobody described

  static let german = """
    Kd-Nr.;Ansprechpartner;Firmenbezeichnung;Kontaktweg;Rufnr.;Betreuer;Erfasst am;Umsatz
    1;Anna Berg;Berg GmbH;anna@example.com;030 23125001;vera@example.org;05.02.2026;1.234,50
    2;Ben Au;Au KG;ben@example.com;030 23125002;vera@example.org;06.02.2026;2.500,00
    3;Cleo Dorn;Dorn AG;cleo@example.com;030 23125003;vera@example.org;17.02.2026;3.000,75
    4;Dora Ems;Ems GmbH;dora@example.com;030 23125004;vera@example.org;18.02.2026;4.000,00
    5;Emil Fix;Fix GmbH;emil@example.com;030 23125005;vera@example.org;19.02.2026;5.000,00
    6;Finn Gau;Gau GmbH;finn@example.com;030 23125006;vera@example.org;20.02.2026;6.000,00
    7;Greta Hof;Hof GmbH;greta@example.com;030 23125007;vera@example.org;21.02.2026;7.000,00
    8;Hans Ilm;Ilm GmbH;hans@example.com;030 23125008;vera@example.org;22.02.2026;8.000,00

    """

  @Test("A file that nobody described is read by headers and values, dates and numbers included")
  func undescribed() throws {
    let workspace = try TestWorkspace()
    let config = ["--config", try workspace.copyPipelines()]
    try workspace.replace(
      in: "pipelines/mappings/leads.yaml", "# default_country: DE", by: "default_country: DE")
    let result = try workspace.runStage(
      "ingest", config + [try workspace.write("x1.csv", Self.german)])
    #expect(equation(result) == "8 in, 8 inserted", "\(result)")
    #expect(
      try workspace.rows("SELECT fields FROM source_sheet") == [
        [
          #"["external_id","full_name","company","email","phone","owner","created_at","annual_revenue"]"#
        ]
      ])
    _ = try workspace.runStage("validate", config)
    #expect(
      try lines(
        workspace,
        "SELECT email, phone, annual_revenue, date(created_at, 'unixepoch') FROM lead LIMIT 2")
          == """
          anna@example.com | +493023125001 | 1235 | 2026-02-05
          ben@example.com | +493023125002 | 2500 | 2026-02-06
          """)
    #expect(
      try workspace.rows(
        """
        SELECT v.is_proposed, v.text LIKE '%date_order: dmy%' FROM mapping_version v
        JOIN source_file f ON f.mapping_hash = v.hash
        """) == [["1", "1"]])
  }

  @Test("A proposal that is not sure stops before the load, and says how to keep and correct it")
  func unsure() throws {
    let workspace = try TestWorkspace()
    let path = try workspace.write(
      "x.csv", "Email opt out,Owner email,Company phone,City\n1,a@example.com,1,Bonn\n")
    let result = try workspace.runStage("ingest", [path])
    #expect(result.status == 30, "\(result)")
    #expect(result.errors.contains("leadmill inspect x.csv --save NAME"), "\(result)")
    #expect(try workspace.count("SELECT count(*) FROM source_file") == 0)
  }

  @Test("A saved proposal is a mapping that claims the file's successors")
  func save() throws {
    let workspace = try TestWorkspace()
    let config = try workspace.copyPipelines()
    let path = try workspace.write("expo-2026-02.csv", Self.german)
    let saved = try runProgram("leadmill", ["inspect", path, "--save", "expo", "--config", config])
    #expect(saved.status == 0, "\(saved)")
    let text = try String(contentsOfFile: "\(config)/mappings/expo.yaml", encoding: .utf8)
    #expect(text.contains("files: [\"expo*.csv\", \"expo*.xlsx\"]"), "\(text)")
    #expect(text.contains("Ansprechpartner: full_name  # "), "\(text)")
    #expect(text.contains("decimal: comma  # as the values prove"), "\(text)")
    let again = try runProgram("leadmill", ["inspect", path, "--save", "expo", "--config", config])
    #expect(again.status == 40 && again.errors.contains("is there already"), "\(again)")
    let result = try workspace.runStage("ingest", ["--config", config, path])
    #expect(equation(result) == "8 in, 8 inserted", "\(result)")
    #expect(try workspace.rows("SELECT supplier FROM source_file") == [["expo"]])
  }

  @Test(
    "Synonyms of the configuration count; a field that there is not is a mistake with its place")
  func synonyms() throws {
    let workspace = try TestWorkspace()
    let config = try workspace.copyPipelines()
    let path = try workspace.write("leads-web.csv", "Zuruf,email\nAda,ada@example.com\n")
    try workspace.replace(
      in: "pipelines/synonyms.yaml", "\nlead: {}", by: "\nlead: {first_name: [Zuruf]}")
    _ = try workspace.runStage("ingest", ["--config", config, path])
    #expect(try workspace.rows("SELECT fields FROM source_sheet") == [[#"["first_name","email"]"#]])
    try workspace.replace(in: "pipelines/synonyms.yaml", "first_name", by: "first_nme")
    let bad = try workspace.runStage("ingest", ["--config", config, path])
    #expect(bad.status == 40 && bad.errors.contains("did you mean 'first_name'"), "\(bad)")
  }

  // MARK: Transformations

  @Test("Fields come from several columns, from parts of one, and from a supplier's own words")
  func transformations() throws {
    let workspace = try TestWorkspace()
    let config = try workspace.copyPipelines()
    try """
    kind: lead
    files: ["fair*.csv"]
    columns:
      Mail: email
      Zustimmung: consent_status
    fields:
      first_name: {given_name: Contact}
      last_name: {family_name: Contact}
      phone: {first_of: [Mobile, Office]}
      street: {join: [Street, No], with: " "}
      city: {part: 2, of: Place, by: ","}
      utm_source: {query: utm_source, of: Page}
      website: {domain_of: Mail}
    values:
      consent_status: {klar: granted, NIX: declined}
    default_country: DE
    """.write(toFile: "\(config)/mappings/fair.yaml", atomically: true, encoding: .utf8)
    let path = try workspace.write(
      "fair.csv",
      """
      Mail;Contact;Mobile;Office;Street;No;Place;Page;Zustimmung
      a@example.com;Dr. Anna van der Berg;;030 23125001;Weg;5;"10115, Berlin";https://example.org/?utm_source=fair%202026&x=1;Klar
      b@example.org;"Au, Ben";0176 04069001;030 23125002;Gasse;;"1010,Wien";;nix

      """)
    let result = try workspace.runStage("ingest", ["--config", config, path])
    #expect(equation(result) == "2 in, 2 inserted", "\(result)")
    _ = try workspace.runStage("validate", ["--config", config])
    #expect(
      try lines(
        workspace,
        """
        SELECT first_name, last_name, phone, street, city, utm_source, website, consent_status
        FROM lead ORDER BY id
        """) == """
          Anna | van der Berg | +493023125001 | Weg 5 | Berlin | fair 2026 | example.com | granted
          Ben | Au | +4917604069001 | Gasse | Wien | - | example.org | declined
          """)
    // The rows stay as they came.
    #expect(
      try workspace.count("SELECT count(*) FROM source_row WHERE cells LIKE '%Dr. Anna%'") == 1)
  }

  // MARK: Drift

  private static let head = "Mail,Datum,Firma\n"

  private static func rows(_ range: ClosedRange<Int>, date: (Int) -> String) -> String {
    range.map { "p\($0)@example.com,\(date($0)),Firm \($0)\n" }.joined()
  }

  @Test("A supplier's file with other columns is stopped before the load, column by column")
  func drift() throws {
    let workspace = try TestWorkspace()
    let config = try workspace.copyPipelines()
    try "kind: lead\nfiles: [\"acme*.csv\"]\ndate_order: dmy\n"
      .write(toFile: "\(config)/mappings/acme.yaml", atomically: true, encoding: .utf8)
    func ingest(_ name: String, _ text: String, _ options: String...) throws -> ProgramResult {
      let path = try workspace.write(name, text)
      return try workspace.runStage("ingest", ["--config", config] + options + [path])
    }
    let first = Self.head + Self.rows(10...28) { "\($0).02.2026" }
    #expect(try ingest("acme-1.csv", first).status == 0)
    #expect(try ingest("acme-1.csv", first).status == 0)
    // More columns harm nobody.
    let wider = "Mail,Datum,Firma,Extra\np1@example.com,11.02.2026,Firm,x\n"
    #expect(try ingest("acme-2.csv", wider).status == 0)

    let renamed = try ingest(
      "acme-3.csv", "E-Mail-Adresse,Datum,Firma\n" + Self.rows(30...40) { "\($0 - 19).02.2026" })
    #expect(renamed.status == 30, "\(renamed)")
    #expect(
      renamed.errors.contains("renamed: was 'Mail' (email), is 'E-Mail-Adresse' (email)"),
      "\(renamed)")
    let retyped = try ingest("acme-4.csv", Self.head + Self.rows(13...28) { "02/\($0)/2026" })
    #expect(
      retyped.status == 30 && retyped.errors.contains("date (dmy), is 'Datum': date (mdy)"),
      "\(retyped)")
    let reordered = try ingest("acme-5.csv", "Firma,Mail,Datum\nF,p50@example.com,12.02.2026\n")
    #expect(
      reordered.status == 30 && reordered.errors.contains("they mean the same"), "\(reordered)")
    #expect(try workspace.count("SELECT count(*) FROM source_file") == 2)

    let accepted = try ingest(
      "acme-5.csv", "Firma,Mail,Datum\nF,p50@example.com,12.02.2026\n", "--accept-drift")
    #expect(accepted.status == 0, "\(accepted)")
    // What was accepted once is known.
    #expect(
      try ingest("acme-6.csv", "Firma,Mail,Datum\nG,p51@example.com,13.02.2026\n").status == 0)
    try workspace.replace(
      in: "pipelines/mappings/acme.yaml", "kind: lead", by: "drift: warn\nkind: lead")
    let warned = try ingest("acme-7.csv", "Firma,Datum\nG,13.02.2026\n")
    #expect(warned.status == 0 && warned.errors.contains("removed: 'Mail' (email)"), "\(warned)")
  }

  // MARK: leadmill inspect

  @Test("inspect shows dialect, columns, statistics and rows in 80 characters, and as JSON")
  func inspect() throws {
    let workspace = try TestWorkspace()
    let path = try workspace.write("x1.csv", Self.german)
    let text = try runProgram("leadmill", ["inspect", path])
    #expect(text.status == 0, "\(text)")
    for line in text.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    #expect(text.output.contains("rows of kind lead"), "\(text)")
    let words = text.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("8 of 8 values are e-mail addresses"), "\(text)")
    let json = try runProgram("leadmill", ["inspect", path, "--json"])
    let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let sheet = try #require((value?["sheets"] as? [[String: Any]])?.first)
    let columns = try #require(sheet["columns"] as? [[String: Any]])
    #expect(columns.count == 8 && (sheet["sample"] as? [Any])?.count == 8)
    #expect(columns[3]["field"] as? String == "email" && columns[5]["distinct"] as? Int == 1)
    #expect(columns[6]["type"] as? String == "date (dmy)")
  }

  @Test("inspect of what is no table says so")
  func inspectBroken() throws {
    let workspace = try TestWorkspace()
    let empty = try runProgram("leadmill", ["inspect", try workspace.write("e.csv", "")])
    #expect(empty.status == 30 && empty.errors.contains("is empty"), "\(empty)")
    let missing = try runProgram("leadmill", ["inspect", workspace.path("none.csv")])
    #expect(missing.status == 30 && missing.errors.contains("no such file"), "\(missing)")
    let prose = try runProgram(
      "leadmill", ["inspect", try workspace.write("p.csv", "Dear all,\nhello\n")])
    #expect(prose.status == 0 && prose.output.contains("import would stop"), "\(prose)")
  }
}
