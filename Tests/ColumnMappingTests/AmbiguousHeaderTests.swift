import ColumnMapping
import LeadModel
import Testing

/// Words that mean other things in other files: they are proposed, and used only where the columns
/// beside or the values speak for them.
@Suite("Headers that mean several things")
struct AmbiguousHeaderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var kind: RecordKind = .lead
    /// The last header is the one that is asked about.
    let headers: String
    /// Empty: nothing may be used.
    let field: String
    var testDescription: String { "\(headers) -> \(field.isEmpty ? "a question" : field)" }
  }

  private static func proposed(
    _ headers: String, kind: RecordKind, values: [String] = []
  ) throws -> ColumnProposal {
    let headers = headers.split(separator: "|").map(String.init)
    let profiles = headers.dropLast().map { _ in ValueProfile([]) } + [ValueProfile(values)]
    let proposal = ColumnMatcher().propose(
      headers: headers, profiles: values.isEmpty ? [] : profiles, kind: kind)
    return try #require(proposal.columns.last)
  }

  private static func told(_ column: ColumnProposal) -> String {
    "'\(column.header)' \(column.field) \(column.confidence) \(column.evidence)"
  }

  static let cases: [Case] = [
    // Owners of shops and bank accounts, and those who look after leads.
    Case(headers: "Company|Phone|Owner", field: ""),
    Case(headers: "Firma|IBAN|BIC|Inhaber", field: ""),
    Case(headers: "Nome|Email|Parentesco|Responsável", field: ""),
    Case(headers: "Name|Email|Lead Status|Owner", field: "owner"),
    Case(headers: "Nome|Email|Data di creazione|Responsabile", field: "owner"),
    Case(headers: "Name|Email|Assigned to", field: "owner"),
    Case(headers: "Name|Email|Lead Status|Owner username", field: "owner"),
    // Whoever sells, or what belongs to the sale.
    Case(headers: "dataHora|nome|email|telefone|id_leads_comercial", field: ""),
    Case(headers: "Nome|Email|Lingua newsletter", field: "language"),
    Case(kind: .deal, headers: "Deal name|Amount|Stage|Owner", field: "owner"),
    // How many there are is no number of one.
    Case(headers: "Name|Email|Total leads", field: ""),
    Case(headers: "Name|Email|No. of phones", field: ""),
    Case(headers: "Name|E-Mail|Anzahl Kunden", field: ""),
    Case(headers: "Nom|Email|Nombre de clients", field: ""),
    Case(headers: "Company|Website|Number of employees", field: "employees"),
    // What somebody did, and the day of it.
    Case(headers: "Name|Email|Enquiry", field: ""),
    Case(headers: "Nome|Email|Cadastro", field: ""),
    Case(headers: "Name|Email|Registration date", field: "created_at"),
    Case(headers: "Nom|Email|Date d'inscription", field: "created_at"),
    Case(kind: .task, headers: "Task|Due date|Completed", field: ""),
    Case(kind: .task, headers: "Task|Due date|Completed on", field: "completed_at"),
    Case(kind: .deal, headers: "Deal name|Stage|Won", field: ""),
    // The founding of a company.
    Case(headers: "SIREN|Raison sociale|Ville|Date création", field: ""),
    Case(headers: "Nom|Prénom|Email|Date création", field: "created_at"),
    // Facts of firms ask for a firm.
    Case(headers: "Name|Email|Sector", field: ""),
    Case(headers: "Company|Email|Sector", field: "industry"),
    Case(headers: "Name|Email|Revenue", field: ""),
    Case(headers: "Company|Industry|Revenue", field: "annual_revenue"),
    Case(headers: "Firma|E-Mail|Mitarbeiter", field: ""),
    Case(headers: "Name|Email|Gender|Company|Web Site", field: ""),
    Case(headers: "Name|Email|Job title|Website", field: "website"),
    // Lists of firms, products and banks' accounts have names too.
    Case(headers: "address|phone|website|rating|reviews|name", field: ""),
    Case(headers: "first_name|last_name|email|phone|product|category|name", field: ""),
    Case(headers: "Account IBAN|Account balance|Amount|Account name", field: ""),
    Case(headers: "Account ID|Website|Account name", field: "company"),
    Case(headers: "Email|Department|Username|Role", field: ""),
    // A mark beside reviews.
    Case(headers: "Raison sociale|Ville|Avis|Note", field: ""),
    Case(headers: "Nom|Email|Note", field: "notes"),
    // Parts of an address stand together.
    Case(headers: "Name|Email|Phone|Country code", field: ""),
    Case(headers: "Name|Street|City|Country code", field: "country"),
    Case(headers: "Name|Email|Territory", field: ""),
    Case(headers: "Name|City|Territory", field: "region"),
    // Words of another language than the row's.
    Case(headers: "First name|Last name|Job title|Via", field: ""),
    Case(headers: "Nombre|Apellidos|Correo|Aniversario", field: ""),
    Case(
      headers: "id|created_at|landing_page|referrer|user_agent|mensaje|nombre|telefono|cargo",
      field: "job_title"),
    Case(headers: "Nom|Email|Montant|Envoi", field: ""),
    // A shortened article is a word of its own.
    Case(headers: "Nom|Email|ID d'inscription", field: "external_id"),
    Case(headers: "Nom|Email|Ville de l’entreprise", field: "city"),
    Case(headers: "Nome|Email|Città dell'azienda", field: "city"),
    // A slip of the pen is no witness.
    Case(headers: "nome|email|ingresso|ramo", field: ""),
  ]

  @Test("A word of several meanings waits for the columns beside it", arguments: cases)
  func beside(row: Case) throws {
    let column = try Self.proposed(row.headers, kind: row.kind)
    if row.field.isEmpty {
      #expect(!column.isApplied, "\(Self.told(column))")
    } else {
      #expect(column.isApplied && column.field == row.field, "\(Self.told(column))")
    }
  }

  @Test(
    "A word for the state and the status is the state between two parts of an address",
    arguments: [
      ("Nome|Cidade|Estado|CEP", true), ("Nombre|Pais|Estado|Ciudad", true),
      ("Nome|Email|Estado|Cidade", false), ("Nombre|Ciudad|Estado|Correo", false),
    ])
  func between(row: String, isState: Bool) {
    let headers = row.split(separator: "|").map(String.init)
    let column = ColumnMatcher().propose(headers: headers, profiles: [], kind: .lead).columns[2]
    #expect(column.isApplied == isState, "\(Self.told(column))")
    #expect(column.field == "region", "\(Self.told(column))")
  }

  @Test("It is asked about, with the reason")
  func reason() throws {
    let column = try Self.proposed("Company|Phone|Owner", kind: .lead)
    #expect(column.field == "owner")
    #expect(column.confidence < MappingProposal.threshold && column.confidence > 0.5)
    #expect(
      column.evidence.last == "it means other things in other files, and nothing beside says which")
  }

  static let people = [
    "Ada Lovelace", "Grace Hopper", "Tom Baker", "Priya Nair", "Liam Walsh", "Olivia Grant",
    "Noah Turner", "Emma Hughes", "Anna Schmidt", "Peter Weber",
  ]

  static let valueCases: [(headers: String, kind: RecordKind, values: [String], field: String)] = [
    ("Company|Phone|Owner", .lead, (0..<12).map { people[$0 % 3] }, "owner"),
    ("Lead|Status|Created|Owner", .lead, people, ""),
    // Firms have a site each; the pages of one are where people signed up.
    ("Empresa|Correo|Pagina", .lead, (0..<9).map { "https://www.example\($0).org/" }, "website"),
    ("Empresa|Correo|Pagina", .lead, (0..<9).map { "https://www.example.org/\($0)" }, ""),
    ("Firma|Mitarbeiter", .lead, ["12", "40", "3", "250", "11-50", "7", "90", "18"], "employees"),
    ("Firma|Branche|Number of employees", .lead, people, ""),
    (
      "Company|Company size", .lead,
      ["11-50 employees", "1-10", "10,001+", "> 500", "51-200 employees", "2-10"], "employees"
    ),
    ("Name|Email|Create date", .lead, (0..<9).map { "19\(50 + $0)-03-1\($0)" }, ""),
    ("Name|Email|Enquiry", .lead, (0..<9).map { "2026-03-1\($0)" }, "created_at"),
    ("Nom|Email|Note", .lead, (0..<9).map { "4,\($0)" }, ""),
    (
      "Deal name|Stage|Won", .deal, (0..<9).map { "2026-03-1\($0)" }, "closed_at"
    ),
    ("Deal name|Stage|Won", .deal, (0..<9).map { $0 % 2 == 0 ? "yes" : "no" }, ""),
  ]

  @Test("It waits for its values as well, and they deny it", arguments: valueCases)
  func values(headers: String, kind: RecordKind, values: [String], field: String) throws {
    let column = try Self.proposed(headers, kind: kind, values: values)
    #expect(column.isApplied == !field.isEmpty, "\(Self.told(column))")
    if !field.isEmpty { #expect(column.field == field, "\(Self.told(column))") }
  }

  @Test(
    "A date of birth is read in each language, beside a word of it",
    arguments: [
      "First name|Birthday|Date of birth|Birthdate|Birth date|DOB|dateOfBirth",
      "Vorname|Geburtstag|Geburtsdatum|geb. am|Geburts-Datum",
      "Prénom|Date de naissance|Anniversaire|Né(e) le|Date anniversaire",
      "Apellidos|Fecha de nacimiento|Cumpleaños|F. nacimiento",
      "Cognome|Data di nascita|Compleanno|Nato il",
      "Telefone|Data de nascimento|Aniversário|Dt. nasc.",
      "Voornaam|Geboortedatum|Verjaardag|geb. datum",
    ])
  func births(words: String) throws {
    let words = words.split(separator: "|")
    for word in words.dropFirst() {
      for kind in [RecordKind.lead, .consent] {
        let column = try Self.proposed("\(words[0])|Email|\(word)", kind: kind)
        #expect(column.isApplied && column.field == "born_on", "\(Self.told(column))")
      }
    }
  }

  @Test("Parts of a birth and other days of a life are none")
  func noBirths() throws {
    for row in [
      "Birth year|Birth month|Birthday", "Geburtsjahr|Geburtsmonat|Geburtstag", "Email|Age",
      "Email|Anniversary", "Email|Country of birth", "E-Mail|Geburtsort", "Email|Lieu de naissance",
      "Email|Wedding anniversary", "Email|Birth year", "E-mail|Leeftijd",
    ] {
      let column = try Self.proposed(row, kind: .lead)
      #expect(!column.isApplied, "\(Self.told(column))")
    }
  }
}
