import ColumnMapping
import LeadModel
import Testing

/// Headers that say nothing, too little or the wrong thing: values decide, or nobody does.
@Suite("Headers that mislead")
struct MisleadingHeaderTests {
  /// Columns by name, twelve different rows each; people, addresses and numbers are invented.
  static let columns: [String: [String]] = {
    let given = words("Ada Grace Tom Priya Liam Olivia Noah Emma Anna Peter Julia Marco")
    let family = words(
      "Lovelace Hopper Baker Nair Walsh Grant Turner Hughes Schmidt Weber Rossi Moreau")
    let rows = Array(given.indices)
    let digits = rows.map { $0 < 9 ? "0\($0 + 1)" : "\($0 + 1)" }
    return [
      "given": given, "family": family,
      "names": rows.map { "\(given[$0]) \(family[$0])" },
      "reversed": rows.map { "\(family[$0]), \(given[$0])" },
      "emails": rows.map { "\(given[$0]).\(family[$0])@example.com".lowercased() },
      "agents": rows.map { "agent\($0 % 3)@example.org" },
      "phones": rows.map { "+1 202-555-01\(digits[$0])" },
      "dotted": rows.map { "202.555.01\(digits[$0])" },
      "companies": [
        "Muster GmbH", "Example Ltd", "Northwind Inc.", "Beispiel AG", "Acme LLC", "Probe KG",
        "Exemple SARL", "Ejemplo S.L.", "Esempio S.r.l.", "Voorbeeld B.V.", "Testwerk GmbH",
        "Demo plc",
      ],
      "cities": words(
        "Köln Hamburg Boston Leeds Lyon Madrid Milano Porto Utrecht Wien Zürich Graz"),
      "countries": words(
        "Germany France Spain Italy Portugal Austria Germany France Spain Italy Poland Ireland"),
      "postcodes": rows.map { "50\(digits[$0])7" },
      "portuguese": rows.map { "11\(digits[$0])-148" },
      "rows": rows.map { String($0 + 1) },
      "numbers": rows.map { "10\(digits[$0])" },
      "days": rows.map { "\(13 + $0).0\(1 + $0 % 9).2026" },
      "months": rows.map { "0\(1 + $0 % 9)/\(13 + $0)/2026" },
      "either": rows.map { "0\(1 + $0 % 9)/0\(1 + $0 % 7)/2026" },
      "answers": rows.map { $0 % 2 == 0 ? "yes" : "no" },
      "forms": rows.map { $0 % 2 == 0 ? "Ms" : "Mr" },
      "profiles": rows.map { "https://www.linkedin.com/in/x\($0)" },
      "sites": rows.map { "https://www.firma\($0).example.com" },
      "uuids": rows.map { "0000000a-1111-4222-8333-0000000000\(digits[$0])" },
      "notes": rows.map { "Asked for a demo in spring, please call back in week \($0)" },
      "amounts": rows.map { "\($0 + 1).234,50" },
      "jobs": [
        "CEO", "Head of Sales", "Einkaufsleiter", "Responsable achats", "Gerente", "Buyer",
        "Titolare", "Diretor comercial", "Inkoper", "CEO", "Data Engineer", "Assistentin",
      ],
      "states": rows.map { $0 % 3 == 0 ? "Inactive" : "Active" },
      "roles": rows.map { $0 % 4 == 0 ? "agent" : "end-user" },
      "regions": words(
        "Bayern Hessen Texas Kent Normandie Aragón Lazio Minho Drenthe Tirol Bern Graz"),
      "channels": rows.map { $0 % 2 == 0 ? "Web" : "Trade show" },
      "requests": rows.map { $0 % 2 == 0 ? "CRM form \"Demo\"" : "Price list: request" },
      "orders": rows.map { "order\($0)@example.net" },
      "nothing": rows.map { _ in "n/a" },
      "empty": rows.map { _ in "" },
    ]
  }()

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let headers: [String]
    let columns: [String]
    /// A field, `field?` where nothing is right too, or `-` where only nothing is.
    let expected: [String]

    /// `header=column=expected | ...`.
    init(_ text: String) {
      testDescription = text
      let parts = text.split(separator: "|").map { part in
        part.split(separator: "=", omittingEmptySubsequences: false).map { word in
          String(word.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
      }
      headers = parts.map { $0[0] }
      columns = parts.map { $0[1] }
      expected = parts.map { $0[2] }
    }
  }

  static let cases: [Case] = [
    "Field1 = names = full_name | Field2 = emails = email | Field3 = phones = phone",
    "Column1 = given = first_name | Column2 = family = last_name? | Column3 = emails = email",
    " = emails = email | = phones = phone | = companies = company",
    "Company = companies = company | Contact = emails = email | City = cities = city",
    "Company = companies = company | Contact = names = full_name | City = cities = city",
    "Firma = companies = company | Kontakt = emails = email | Ort = cities = city",
    "Firma = companies = company | Kontakt = phones = phone | Mail = emails = email",
    "Empfänger = emails = email | Vorname = given = first_name | Nachname = family = last_name",
    "Name = names = full_name | Info = emails = email?",
    "Email = emails = email | Info = notes = notes?",
    "Name = companies = company? | Contact name = names = full_name | Email = emails = email",
    "Company = names = full_name? | Email = emails = email | Phone = phones = phone",
    "Name = names = full_name | Phone = emails = email?",
    "Name = names = full_name | Email = phones = phone?",
    "Name = names = full_name | Email = emails = email | Date = days = created_at",
    "Name = names = full_name | Email = emails = email | Date = months = created_at",
    "Name = names = full_name | Email = emails = email | Date = either = created_at",
    "Name = names = full_name | Email = emails = email | Date = notes = -",
    "Name = names = full_name | Email = emails = email | Tel = dotted = phone",
    "Nr. = rows = - | Name = names = full_name | Email = emails = email",
    "Number = numbers = external_id? | Name = names = full_name | Email = emails = email",
    "Email = emails = email | Owner email = agents = owner?",
    "A = names = full_name | B = agents = -",
    "Title = forms = - | First name = given = first_name | Last name = family = last_name",
    "Position = rows = - | Name = names = full_name | Email = emails = email",
    "Name = names = full_name | Email = emails = email | Website = profiles = -",
    "Name = names = full_name | Email = emails = email | Link = sites = website?",
    "x1 = uuids = external_id | Name = names = full_name | Email = emails = email",
    "Name = names = full_name | Email = emails = email | Code = postcodes = postcode?",
    "Name = names = full_name | Email = emails = email | Country = cities = -",
    "Name = names = full_name | Email = emails = email | City = postcodes = -",
    "Name = names = full_name | Email = emails = email | Código postal = portuguese = postcode",
    "Name = names = full_name | Email = emails = email | x = countries = country?",
    "Teilnehmer = reversed = full_name | Mail = emails = email",
    "Name = names = full_name | Email = emails = email | Status = answers = -",
    "Name = names = full_name | Email = emails = email | Consent = days = consent_at?",
    "Company = companies = company | Email = emails = email | Revenue = amounts = annual_revenue",
    "Name = names = full_name | Email = emails = email | Fax = phones = -",
    "Name = names = full_name | Old email = emails = -",
    "Name = names = full_name | Email = emails = email | Phone = nothing = phone?",
    "Name = names = full_name | Address = emails = email?",
    "Name = names = full_name | Email = emails = email | Phone = empty = phone",
    // Words that mean several things: values, or the company that they keep, have to speak for them.
    "Name = names = full_name | Email = emails = email | Phone = phones = phone | Company = "
      + "companies = company | Title = jobs = job_title | Source = channels = lead_source",
    "Name = names = full_name | Email = emails = email | Titel = jobs = job_title",
    "Name = names = full_name | Email = emails = email | Firma = companies = company | Titel = "
      + "forms = -",
    "Email = emails = email | Company = companies = company | Role = roles = -",
    "Email = emails = email | Company = companies = company | Ruolo = jobs = job_title",
    "Name = names = full_name | Email = emails = email | State = states = -",
    "Email = emails = email | City = cities = city | State = regions = region",
    "Email = emails = email | Ciudad = cities = city | Estado = states = -",
    "Email = emails = email | Cidade = cities = city | Estado = regions = region",
    "Name = names = full_name | Email = emails = email | Reference ID = uuids = -",
    "Name = names = full_name | Email = emails = email | Référence = numbers = -",
    "Name = names = full_name | Web site = channels = - | Email = emails = email",
    "First name = given = first_name | Last name = family = last_name | Lead name = requests = -",
    "Name = given = first_name | Last name = family = last_name | Email = emails = email",
    "First = given = first_name | Last = family = last_name | Email = emails = email",
    "Attendee email = emails = email | Order email = orders = -",
    "Kundenname = companies = company? | Email = emails = email",
    "Name = names = full_name | Email = emails = email | Subscribed = answers = consent_status",
    "Name = names = full_name | Email = emails = email | Subscribed = days = consent_at?",
    "Name = names = full_name | Id = empty = - | User ID = numbers = external_id",
    "Is Phone = answers = - | Name = names = full_name | Email = emails = email",
  ].map(Case.init)

  @Test("What the values deny is not used, and what they show is found", arguments: cases)
  func decided(row: Case) throws {
    let profiles = try row.columns.map { ValueProfile(try #require(Self.columns[$0])) }
    let proposal = ColumnMatcher().propose(
      headers: row.headers, profiles: profiles, kind: .lead)
    for (column, expected) in zip(proposal.columns, row.expected) {
      let told = "'\(column.header)' \(column.field) \(column.confidence) \(column.evidence)"
      if expected == "-" {
        #expect(!column.isApplied, "\(told)")
      } else if expected.hasSuffix("?") {
        #expect(!column.isApplied || column.field == String(expected.dropLast()), "\(told)")
      } else {
        #expect(column.isApplied && column.field == expected, "\(told)")
      }
    }
  }

  static let kindCases: [(headers: [String], columns: [String], kinds: Set<String>)] = [
    (["Name", "Email", "Phone"], ["names", "emails", "phones"], ["lead"]),
    (["Name", "Email", "Phone"], ["companies", "emails", "phones"], ["account"]),
    (["Name", "Contact name", "Email"], ["companies", "names", "emails"], ["lead", "contact"]),
    (["Company", "Email", "Phone"], ["companies", "emails", "phones"], ["lead", "account"]),
  ]

  @Test("Names of companies are no names of tasks or persons", arguments: kindCases)
  func kind(headers: [String], columns: [String], kinds: Set<String>) throws {
    let profiles = try columns.map { ValueProfile(try #require(Self.columns[$0])) }
    let guess = try #require(
      ColumnMatcher().kinds(headers: headers, profiles: profiles, name: "").first)
    #expect(kinds.contains(guess.kind.rawValue))
  }

  @Test("Addresses or numbers alone may be those of people to be left alone")
  func bareList() throws {
    for column in ["emails", "phones"] {
      let guesses = ColumnMatcher().kinds(
        headers: [column == "emails" ? "E-mail" : "Phone"],
        profiles: [ValueProfile(try #require(Self.columns[column]))], name: "")
      #expect((guesses.first?.confidence ?? 1) < 0.5)
    }
  }

  @Test("The evidence never counts more values than there are")
  func evidence() throws {
    let proposal = ColumnMatcher().propose(
      headers: ["Field1"], profiles: [ValueProfile(try #require(Self.columns["names"]))],
      kind: .lead)
    #expect(proposal.columns[0].evidence.contains("9 of 12 values are names of persons"))
  }
}
