import ColumnMapping
import LeadModel
import Testing

@Suite("Column matcher")
struct ColumnMatcherTests {
  struct HeaderCase: Sendable, CustomTestStringConvertible {
    let header: String
    var kind = "lead"
    /// Empty: it must not be used.
    let field: String
    var testDescription: String { "\(kind): \(header)" }

    init(_ header: String, _ field: String, kind: String = "lead") {
      self.header = header
      self.field = field
      self.kind = kind
    }
  }

  static let headerCases: [HeaderCase] = [
    HeaderCase("E-Mail", "email"), HeaderCase("EMAIL_ADDRESS", "email"),
    HeaderCase("emailAddress", "email"), HeaderCase("Lead E-mail", "email"),
    HeaderCase("Contact: Email", "email"), HeaderCase("billing_email", "email"),
    HeaderCase("Courriel", "email"), HeaderCase("Correo electrónico", "email"),
    HeaderCase("Indirizzo e-mail", "email"), HeaderCase("Endereço de e-mail", "email"),
    HeaderCase("E-mailadres", "email"), HeaderCase("E-Mail-Adresse", "email"),
    HeaderCase("Telefonnumer", "phone"), HeaderCase("Company Nmae", ""),
    HeaderCase("Telefonnummer", "phone"), HeaderCase("Tel.-Nr.", "phone"),
    HeaderCase("N° de téléphone", "phone"), HeaderCase("Phone 2", "phone"),
    HeaderCase("PHONE-NUMBER", "phone"), HeaderCase("Handynummer", "phone"),
    HeaderCase("Telemóvel", "phone"), HeaderCase("Strasse", "street"),
    HeaderCase("Straße & Hausnummer", "street"), HeaderCase("Name, first", "first_name"),
    HeaderCase("name of company", "company"), HeaderCase("Company Name*", "company"),
    HeaderCase("Number of Employees", "employees"), HeaderCase("No. of employees", "employees"),
    HeaderCase("utm source", "utm_source"), HeaderCase("utmCampaign", "utm_campaign"),
    HeaderCase("Provincia", "region"), HeaderCase("Country/Region", "country"),
    HeaderCase("Zip/Postal Code", "postcode"), HeaderCase("Prioritaet", "priority", kind: "task"),
    HeaderCase("Fälligkeitsdatum", "due_at", kind: "task"),
    HeaderCase("Montant", "amount", kind: "deal"),
    HeaderCase("Motivo", "reason", kind: "suppression"),
    // What looks like a field and is something else.
    HeaderCase("Notes 2", ""), HeaderCase("Company phone", ""), HeaderCase("Place of birth", ""),
    HeaderCase("Manager's e-mail", ""), HeaderCase("Email opt out", ""),
    HeaderCase("Last modified by", ""), HeaderCase("Owner phone", ""), HeaderCase("Fax", ""),
    HeaderCase("Email status", ""), HeaderCase("Phone verified", ""), HeaderCase("Job ID", ""),
    HeaderCase("E-Mail des Vorgesetzten", ""), HeaderCase("Téléphone de l'assistante", ""),
    HeaderCase("País de nacimiento", ""), HeaderCase("Vecchio indirizzo email", ""),
    HeaderCase("", ""), HeaderCase("   ", ""), HeaderCase("Column 7", ""),
    HeaderCase("日付", ""), HeaderCase(String(repeating: "email ", count: 200), ""),
  ]

  @Test("A header means a field, or nothing that would be used", arguments: headerCases)
  func header(row: HeaderCase) throws {
    let kind = try #require(RecordKind(rawValue: row.kind))
    let proposal = ColumnMatcher().propose(headers: [row.header], kind: kind)
    #expect(proposal.columns.count == 1)
    let isAddress = ["email", "phone", "contact_email"].contains(proposal.fields[0])
    if row.field.isEmpty {
      #expect(!isAddress && proposal.fields[0] != "full_name", "\(proposal.columns)")
    } else {
      #expect(proposal.fields == [row.field], "\(proposal.columns)")
    }
  }

  @Test("Fields and columns are paired one to one, the best pairing of all")
  func pairing() {
    let fields = { (headers: [String]) in
      ColumnMatcher().propose(headers: headers, kind: .lead).fields
    }
    #expect(fields(["Mobile", "Phone"]) == ["", "phone"])
    #expect(fields(["Name", "Vorname"]) == ["last_name", "first_name"])
    #expect(fields(["Name", "Vorname", "Nachname"]) == ["full_name", "first_name", "last_name"])
    #expect(fields(["Nombre", "Apellidos"]) == ["first_name", "last_name"])
    #expect(fields(["Nombre", "Empresa"]) == ["full_name", "company"])
    #expect(fields(["Title", "Job Title"]) == ["", "job_title"])
    #expect(fields(["Email", "Email", "Email"]) == ["email", "", ""])
  }

  struct ValueCase: Sendable, CustomTestStringConvertible {
    let id: String
    let header: String
    let values: [String]
    let field: String
    var testDescription: String { id }
  }

  static let emails = (1...20).map { "person\($0)@example.com" }
  static let valueCases: [ValueCase] = [
    ValueCase(
      id: "addresses under an unknown word", header: "Kontaktweg", values: emails, field: "email"),
    ValueCase(id: "addresses without a header", header: "", values: emails, field: "email"),
    ValueCase(
      id: "one address again and again is not the lead's", header: "Kontaktweg",
      values: Array(repeating: "sales@example.com", count: 20), field: ""),
    ValueCase(id: "addresses of managers", header: "Manager e-mail", values: emails, field: ""),
    ValueCase(
      id: "a header of phone over addresses", header: "Phone", values: emails, field: ""),
    ValueCase(
      id: "telephone numbers without a header", header: "Column 4",
      values: (10...29).map { "+49 30 23125\($0)0" }, field: "phone"),
    ValueCase(
      id: "countries without a header", header: "F5",
      values: ["Germany", "France", "Deutschland", "España", "IT", "NL"], field: "country"),
    ValueCase(
      id: "profiles in a network are no web site", header: "URL",
      values: (1...9).map { "https://www.linkedin.com/in/p\($0)" }, field: ""),
    ValueCase(
      id: "web sites", header: "URL", values: (1...9).map { "https://www.firm\($0).example.com" },
      field: "website"),
    ValueCase(
      id: "salutations under title", header: "Title",
      values: ["Mr", "Ms", "Dr", "Mr", "Mrs", "Ms"],
      field: ""),
  ]

  @Test("Values decide where a header does not", arguments: valueCases)
  func values(row: ValueCase) {
    let proposal = ColumnMatcher().propose(
      headers: [row.header], profiles: [ValueProfile(row.values)], kind: .lead)
    #expect(proposal.fields == [row.field], "\(proposal.columns)")
  }

  @Test("The evidence says what the header and the values are")
  func evidence() {
    let values = (1...96).map { "+49 30 2312 \(1000 + $0)" } + ["-", "?", "none", "x"]
    let column = ColumnMatcher().propose(
      headers: ["Telefonnummer"], profiles: [ValueProfile(values)], kind: .lead
    ).columns[0]
    #expect(
      column.evidence == [
        "header 'Telefonnummer' is a German synonym of phone",
        "96 of 100 values are telephone numbers",
      ])
  }

  @Test("Configured synonyms count like the program's own")
  func configured() {
    let matcher = ColumnMatcher(synonyms: [.lead: [("Postfach", "email")]])
    #expect(matcher.propose(headers: ["postfach"], kind: .lead).fields == ["email"])
    #expect(ColumnMatcher().propose(headers: ["postfach"], kind: .lead).fields == [""])
  }

  static let kinds: [(headers: [String], name: String, kind: RecordKind)] = [
    (["Name", "Email", "Phone"], "", .lead),
    (["Account Name", "Phone", "Website", "Industry"], "", .account),
    (["Deal Name", "Stage", "Amount", "Deal ID"], "", .deal),
    (["Opportunity ID", "Stage", "Changed at"], "", .dealStage),
    (["Subject", "Due Date", "Priority", "Status"], "", .task),
    (["Email", "Reason", "Channel"], "", .suppression),
    (["Email", "Event", "Timestamp", "Message ID"], "", .engagement),
    (["Email", "Name"], "unsubscribed-2026.csv", .suppression),
    (["Email", "Date added"], "unsubscribed-2026.csv", .suppression),
  ]

  @Test("The kind of the rows is recognised by their columns and the file's name")
  func kindsRecognised() {
    for row in Self.kinds {
      let guess = ColumnMatcher().kinds(headers: row.headers, name: row.name).first
      #expect(guess?.kind == row.kind, "\(row.headers) \(row.name)")
    }
  }

  @Test("A draft is a mapping whatever the headers hold")
  func draft() {
    let headers = [
      "E-Mail", "a: b # c", "\"quoted\"", "back\\slash", "line\nbreak", "- x", "null", "",
    ]
    let proposal = ColumnMatcher().propose(headers: headers, kind: .lead)
    let text = MappingDraft(proposal: proposal, profiles: [], summary: "x: y").text
    #expect(text.contains("\"a: b # c\": \"\""))
    #expect(text.contains("\"line\\nbreak\": \"\""))
    #expect(text.contains("E-Mail: email  # 99 %"))
  }
}
