import Bytes
import LeadmillTestSupport
import Testing

@Suite("Each rule of validation finds what it is there for")
struct ValidationRuleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let code: String
    let file: String
    /// Fields and values; the external id is the case's number.
    let cells: [String: String]
    var testDescription: String { "\(code) \(cells.sorted { $0.key < $1.key }.map(\.value))" }
  }

  private static func lead(_ code: String, _ cells: [String: String]) -> Case {
    var cells = cells
    if cells["email"] == nil { cells["email"] = "ann@example.com" }
    return Case(code: code, file: "leads-web.csv", cells: cells)
  }

  static let cases: [Case] = [
    lead("VAL001", ["email": "ann@"]),
    lead("VAL004", ["email": "ann@", "full_name": "Ann Bell", "company": "Acme"]),
    lead("VAL009", ["company": String(repeating: "a", count: 8_193)]),
    lead("VAL010", ["email": "ann@@example.com", "phone": "+493023125042"]),
    lead("VAL011", ["email": "Ann <ann@example.com>"]),
    lead("VAL012", ["email": "ann@example.com, bob@example.com"]),
    lead("VAL013", ["email": "info@example.com"]),
    lead("VAL014", ["email": "ann@host.invalid"]),
    lead("VAL015", ["email": "ann@gmial.com"]),
    lead("VAL100", ["email": "\"ann bell\"@example.com"]),
    lead("VAL101", ["email": "ann@[192.0.2.1]", "phone": "+493023125042"]),
    lead("VAL102", ["email": "ann(work)@example.com", "phone": "+493023125042"]),
    lead("VAL103", ["email": "ann@example.cmo"]),
    lead("VAL104", ["email": "ann@co.uk"]),
    lead("VAL105", ["email": "ann@mailinator.com"]),
    lead("VAL106", ["email": "ann@gmail.com"]),
    lead("VAL107", ["email": "jürgen@example.com"]),
    lead("VAL020", ["phone": "call me", "country": "DE"]),
    lead("VAL021", ["phone": "+49 1005 12345678"]),
    lead("VAL022", ["phone": "4.93023125042E+11", "country": "DE"]),
    lead("VAL023", ["phone": "4.93E+11", "country": "DE"]),
    lead("VAL024", ["phone": "493023125042"]),
    lead("VAL025", ["phone": "030 23125042; 030 23125043", "country": "DE"]),
    lead("VAL026", ["phone": "030 23125042 ext. 5", "country": "DE"]),
    lead("VAL027", ["phone": "030 23125042"]),
    lead("VAL120", ["phone": "+44 909 879 0000"]),
    lead("VAL121", ["phone": "030 23125042 (office)", "country": "DE"]),
    Case(
      code: "VAL123", file: "do-not-contact.csv",
      cells: ["phone": "+44 20 7946 0000, 020 7946 0001"]),
    lead("VAL122", ["phone": "(212) 736-5000", "postcode": "10001-1234"]),
    lead("VAL030", ["consent": "perhaps"]),
    lead("VAL031", ["consent": "yes", "consent_source": "form"]),
    lead("VAL032", ["consent": "yes", "consent_at": "2026-10-01"]),
    lead("VAL033", ["consent": "yes", "consent_source": "form", "consent_at": "2027-10-01"]),
    lead("VAL040", ["utm_medium": "carrier pigeon"]),
    lead("VAL041", ["utm_campaign": "autumn"]),
    lead("VAL042", ["utm_source": "Google", "utm_medium": "cpc"]),
    lead("VAL043", ["utm_source": "google"]),
    lead("VAL150", ["utm_medium": "cpc"]),
    lead("VAL151", ["utm_source": "fb", "utm_medium": "cpc"]),
    lead("VAL152", ["landing_page": "https://example.com/?utm_source=f%FCr&utm_medium=cpc"]),
    lead("VAL153", ["utm_source": "a%2520b", "utm_medium": "cpc"]),
    lead("VAL154", ["landing_page": "https://example.com/?utm_campaign=%7B%7Bcampaign.name%7D%7D"]),
    lead("VAL154", ["utm_campaign": "__CAMPAIGN_NAME__"]),
    lead(
      "VAL155",
      [
        "utm_source": "google", "utm_medium": "cpc",
        "landing_page": "https://example.com/?utm_source=bing",
      ]),
    lead("VAL156", ["landing_page": "https://example.com/?utm_source=a&utm_source=b"]),
    lead("VAL157", ["landing_page": "https://example.com/?gclid=Cj0KCQ"]),
    lead("VAL157", ["referrer_url": "https://example.org/?msclkid=abc"]),
    lead("VAL158", ["landing_page": "https://example.com/#utm_source=a"]),
    lead("VAL159", ["landing_page": "https://example.com/?x=1&amp;utm_source=a"]),
    lead("VAL161", ["utm_content": "ann.bell@example.com"]),
    lead("VAL050", ["country": "Atlantis"]),
    lead("VAL051", ["country": "DE", "postcode": "1115"]),
    lead("VAL052", ["city": "n/a"]),
    lead("VAL060", ["created_at": "31.12.2025"]),
    lead("VAL250", ["created_at": "31.02.2026"]),
    lead("VAL250", ["consent_at": "0000-00-00"]),
    lead("VAL252", ["created_at": "26-10-01"]),
    lead("VAL253", ["created_at": "1026-10-01"]),
    Case(
      code: "VAL251", file: "leads.csv",
      cells: ["email": "ann@example.com", "created_at": "03/04/2026"]),
    Case(
      code: "VAL254", file: "leads.csv",
      cells: ["email": "ann@example.com", "created_at": "31/12/2025"]),
    Case(
      code: "VAL255", file: "deals.csv",
      cells: [
        "stage": "Proposal", "created_at": "2026-10-01", "closed_at": "2026-09-01",
        "status": "won",
      ]),
    lead("VAL061", ["created_at": "46000"]),
    lead("VAL062", ["created_at": "2027-01-01"]),
    lead("VAL215", ["full_name": "JÃ¼rgen KrÃ¼ger", "city": "KÃ¶ln"]),
    lead("VAL070", ["employees": "many"]),
    lead("VAL071", ["employees": "50-100"]),
    lead("VAL072", ["annual_revenue": "a lot"]),
    lead("VAL080", ["annual_revenue": "1234567.89"]),
    lead("VAL075", ["website": "www acme"]),
    Case(
      code: "VAL002", file: "tasks.csv", cells: ["title": " ", "owner": "ann", "status": "open"]),
    Case(
      code: "VAL002", file: "engagement.csv",
      cells: ["email": "ann@example.com", "event": "waved", "at": "2026-10-01"]),
    Case(
      code: "VAL034", file: "consent.csv",
      cells: ["email": "ann@", "status": "yes", "at": "2026-10-01", "source": "form"]),
    Case(
      code: "VAL038", file: "consent.csv",
      cells: [
        "email": "ann@example.com", "status": "yes", "at": "2026-10-01", "source": "form",
      ]),
    lead(
      "VAL177",
      [
        "consent": "yes", "consent_source": "form", "consent_at": "2026-10-01", "country": "DE",
        "born_on": "2012-05-01",
      ]),
    lead(
      "VAL178",
      [
        "consent": "yes", "consent_source": "form", "consent_at": "2026-10-01", "country": "DE",
        "consent_ip": "192.0.2.7",
      ]),
    Case(
      code: "VAL181", file: "consent.csv",
      cells: ["email": "jon@example.com", "status": "yes", "at": "2026-10-01", "source": "form"]),
    lead("VAL182", ["consent": "yes", "consent_ip": "999.1.1.1"]),
    lead("VAL163", ["referrer_url": "https://www.google.com/"]),
    lead("VAL164", ["landing_page": "https://example.com/?utm_source=a?utm_medium=cpc"]),
    lead("VAL163", ["referrer_url": "android-app://com.google.android.gm/"]),
    lead("VAL212", ["company": "asdf"]),
    lead("VAL212", ["job_title": "11111"]),
    Case(
      code: "VAL179", file: "consent.csv",
      cells: [
        "phone": "+12025550123", "status": "yes", "at": "2026-10-01", "source": "form",
        "channel": "sms",
      ]),
    Case(
      code: "VAL180", file: "consent.csv",
      cells: [
        "phone": "+493023125042", "email": "ida@example.com", "status": "yes", "at": "2026-10-01",
        "source": "form", "channel": "email", "lawful_basis": "contract",
      ]),
    lead("VAL081", ["language": "xx"]),
    lead("VAL214", ["full_name": "Ann Bell", "first_name": "Ann", "last_name": "Miller"]),
    lead("VAL257", ["created_at": "1780000000"]),
    lead("VAL256", ["born_on": "2031-05-01"]),
    lead("VAL256", ["born_on": "1820-05-01"]),
    Case(
      code: "VAL177", file: "consent.csv",
      cells: [
        "email": "hal@example.com", "status": "yes", "at": "2026-10-01", "source": "form",
        "born_on": "2012-05-01",
      ]),
    Case(
      code: "VAL170", file: "activities.csv",
      cells: ["type": "call", "at": "2026-10-01", "outcome": "est enceinte, rappeler"]),
    lead("VAL170", ["notes": "ist schwanger, im Mai anrufen"]),
    Case(
      code: "VAL171", file: "consent.csv",
      cells: ["email": "bob@example.com", "status": "yes", "at": "2026-10-01", "source": "form"]),
    Case(
      code: "VAL172", file: "consent.csv",
      cells: [
        "email": "cy@example.com", "status": "yes", "at": "2026-10-01", "source": "form",
        "expires_at": "2026-10-20",
      ]),
    Case(
      code: "VAL173", file: "consent.csv",
      cells: ["email": "dee@example.com", "status": "yes", "at": "2020-10-01", "source": "form"]),
    Case(
      code: "VAL174", file: "consent.csv",
      cells: [
        "email": "eve@example.com", "status": "yes", "at": "2026-10-01", "source": "form",
        "double_opt_in_at": "2026-09-01",
      ]),
    Case(
      code: "VAL175", file: "consent.csv",
      cells: ["email": "flo@example.com", "status": "yes", "at": "2026-10-01", "source": "form"]),
    Case(
      code: "VAL176", file: "consent.csv",
      cells: [
        "email": "gus@example.com", "status": "yes", "at": "2026-10-01", "source": "form",
        "lawful_basis": "legitimate interest",
      ]),
    Case(
      code: "VAL073", file: "deals.csv",
      cells: ["stage": "Proposal", "amount": "5", "currency": "gold"]),
    Case(
      code: "VAL074", file: "deals.csv", cells: ["stage": "Proposal", "status": "dormant"]),
    Case(
      code: "VAL076", file: "deals.csv",
      cells: ["stage": "Closed Lost", "status": "won", "closed_at": "2026-10-01"]),
    Case(code: "VAL076", file: "deals.csv", cells: ["stage": "Closed Won", "status": "won"]),
    Case(code: "VAL077", file: "deals.csv", cells: ["stage": "Proposal", "owner": "nobody"]),
    Case(code: "VAL077", file: "users.csv", cells: ["manager": "nobody"]),
    Case(code: "VAL078", file: "users.csv", cells: ["time_zone": "Berlin"]),
    Case(
      code: "VAL079", file: "deal-lines.csv",
      cells: ["deal": "D", "product": "P", "quantity": "2", "unit_price": "5", "amount": "11"]),
  ]

  /// One file of each kind, with the cases' numbers as external ids.
  private static func files() -> [String: String] {
    var files: [String: String] = [:]
    for name in Set(cases.map(\.file)) {
      let rows = cases.enumerated().filter { $1.file == name }
      let fields = Set(rows.flatMap { $1.cells.keys }).sorted()
      var text = (["external_id"] + fields).joined(separator: ",") + "\n"
      for (number, test) in rows {
        let cells = ["c\(number)"] + fields.map { test.cells[$0] ?? "" }
        text += cells.map { "\"\($0)\"" }.joined(separator: ",") + "\n"
      }
      files[name] = text
    }
    return files
  }

  @Test("every case gets its finding")
  func findsEach() throws {
    let workspace = try TestWorkspace()
    let paths = try Self.files().sorted { $0.key < $1.key }.map { try workspace.write($0, $1) }
    _ = try workspace.runStage("ingest", paths)
    let result = try workspace.runStage("validate")
    #expect(result.status == 10, "\(result)")
    let found = try workspace.rows(
      """
      SELECT f.code, r.cells FROM finding AS f JOIN source_row AS r ON r.id = f.source_row_id
      """)
    for (number, test) in Self.cases.enumerated() {
      let codes = found.filter { $0[1].hasPrefix("[\"c\(number)\",") }.map { $0[0] }
      #expect(
        codes.contains(test.code)
          || (test.code == "VAL002" && codes.contains { $0.hasPrefix("ING") }),
        "\(test): found \(codes)")
    }
  }

  @Test("a wrongly decoded text is read as what it was, and kept as it came")
  func wronglyDecoded() throws {
    let workspace = try TestWorkspace()
    let path = try workspace.write(
      "leads-web.csv",
      """
      external_id,email,full_name,country
      c1,ann@example.com,JÃ¼rgen KrÃ¼ger,Ã–sterreich
      c2,bob@example.com,Jürgen Krüger,Österreich

      """)
    _ = try workspace.runStage("ingest", [path])
    _ = try workspace.runStage("validate")
    let leads = try workspace.rows("SELECT full_name, country FROM lead ORDER BY external_id")
    #expect(leads == [["Jürgen Krüger", "AT"], ["Jürgen Krüger", "AT"]])
    let findings = try workspace.rows(
      """
      SELECT f.field, f.suggestion, r.cells LIKE '%JÃ¼rgen%' FROM finding AS f
      JOIN source_row AS r ON r.id = f.source_row_id WHERE f.code = 'VAL215' ORDER BY f.field
      """)
    #expect(
      findings == [["country", "Österreich", "1"], ["full_name", "Jürgen Krüger", "1"]])
  }

  @Test("do-not-contact entries that name nobody, and people they name, are found")
  func registries() throws {
    let workspace = try TestWorkspace()
    let registry = "email,email_sha256,domain,channel\n"
    let paths = [
      try workspace.write(
        "do-not-contact.csv",
        registry
          + "nobody,,,email\n,12345,example.net,email\nann@example.com,,,any\n*@example.org,,,\n"
          + ",,co.uk,email\n"),
      try workspace.write(
        "leads-web.csv", "id,email\n1,ann@example.com\n2,bob@example.org\n3,cy@example.com\n"),
    ]
    _ = try workspace.runStage("ingest", paths)
    _ = try workspace.runStage("validate")
    #expect(
      try workspace.rows("SELECT email, email_sha256, domain FROM suppression ORDER BY id") == [
        ["-", "-", "example.net"], ["ann@example.com", "-", "-"], ["-", "-", "example.org"],
        ["-", "-", "co.uk"],
      ])
    let codes = try workspace.rows("SELECT DISTINCT code FROM finding ORDER BY code").map { $0[0] }
    for code in ["VAL035", "VAL036", "VAL037", "VAL192"] {
      #expect(codes.contains(code), "\(codes)")
    }
    #expect(
      try workspace.rows("SELECT dnd_channels FROM lead ORDER BY id") == [
        ["email,sms,whatsapp,phone"], ["email,sms,whatsapp,phone"], ["-"],
      ])
  }
}
