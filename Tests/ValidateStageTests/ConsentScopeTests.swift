import LeadModel
import Testing
import ValidateStage

/// A law by which consent lasts for some days.
private func consentLaw(_ country: String, days: Int) -> MarketingLaw {
  var rule = MarketingLaw.Rule()
  rule.channels = [.email, .phone]
  rule.consentDays = days
  var there = MarketingLaw.Country()
  there.rules = [rule]
  var law = MarketingLaw()
  law.countries[country] = there
  return law
}

@Suite("What a consent record is for is never guessed to the sender's advantage")
struct ConsentScopeTests {
  private static let record = [
    "email": "ann@acme.com", "at": "2026-09-01", "source": "form", "lawful_basis": "consent",
    "wording_version": "1", "purpose": "marketing",
  ]

  private static func check(_ cells: [String: String]) -> RecordCheck.Result {
    RecordCheck.check(
      kind: .consent, fields: record.merging(cells) { $1 }, defaultCountry: nil,
      asOf: Timestamp(seconds: 1_790_000_000))
  }

  private static func channel(_ cells: [String: String]) -> String? {
    check(cells).normalised.first { $0.field == "channel" }?.value
  }

  @Test(
    "a consent counts for the channels that it names, and not at all when one is not understood",
    arguments: [
      ("email", "email"), ("E-Mail", "email"), ("email; phone", "email,phone"),
      ("Telefon und SMS", "sms,phone"), ("phone/whatsapp", "whatsapp,phone"),
      ("text message, e-mail", "email,sms"), ("email sms", "email,sms"), ("any; email", "any"),
      ("email, E-Mail", "email"), ("fax", nil), ("email; fax", nil), ("no email", nil),
      ("not by phone; email", nil), ("email: no", nil), ("none", nil), ("-", nil),
      ("?", nil), ("*", "any"), ("email?", nil), ("email, sms?", nil),
    ] as [(String, String?)])
  func grants(cell: String, expected: String?) {
    #expect(Self.channel(["channel": cell, "status": "granted"]) == expected)
  }

  @Test(
    "a refusal counts for the channels that it names, for all when one is not understood",
    arguments: [
      ("email; phone", "email,phone"), ("fax", "any"), ("email; fax", "any"), ("", "any"),
      ("-", "any"), ("sms", "sms"),
    ])
  func refusals(cell: String, expected: String) {
    for status in ["withdrawn", "declined", "expired"] {
      #expect(Self.channel(["channel": cell, "status": status]) == expected, "\(status)")
    }
  }

  @Test(
    "a basis is known by its name or its place in the law, and one that is not known grants nothing",
    arguments: [
      ("consent", "consent"), ("6(1)(a)", "consent"),
      ("Art. 6 Abs. 1 lit. f DSGVO", "legitimate_interests"),
      ("Art. 6 Abs. 1 S. 1 lit. b DSGVO", "contract"),
      ("Article 6(1)(f) GDPR", "legitimate_interests"),
      ("art.6-1-f RGPD", "legitimate_interests"), ("Art6(1)c", "legal_obligation"),
      ("6.1.e", "public_task"), ("intérêt légitime", "legitimate_interests"),
      ("gerechtvaardigd belang", "legitimate_interests"), ("f", "legitimate_interests"),
      ("", ""), ("xyz", nil), ("consent?", nil), ("none", nil), ("6(1)(g)", nil),
      ("Art. 9(2)(a)", nil), ("6", nil), ("a1b2", nil),
    ] as [(String, String?)])
  func basis(cell: String, expected: String?) {
    let result = Self.check(["lawful_basis": cell, "status": "granted", "channel": "email"])
    let isRejected = result.findings.contains { $0.severity == .reject }
    #expect(isRejected == (expected == nil), "\(result.findings)")
    let basis = result.normalised.first { $0.field == "lawful_basis" }?.value ?? ""
    #expect(basis == expected ?? "")
    let refusal = Self.check(["lawful_basis": cell, "status": "withdrawn", "channel": "email"])
    #expect(!refusal.findings.contains { $0.severity == .reject }, "a refusal needs no basis")
  }

  @Test("what had to be assumed of channel and purpose is told")
  func assumptions() {
    func told(_ cells: [String: String]) -> [String] {
      Self.check(cells).findings.filter { $0.code == "VAL181" }.map(\.field)
    }
    #expect(told(["status": "granted", "channel": "email"]) == [])
    #expect(told(["status": "granted"]) == ["channel"])
    #expect(told(["status": "granted", "channel": "email", "purpose": ""]) == ["purpose"])
    #expect(told(["status": "withdrawn", "purpose": ""]) == [])
    #expect(told(["status": "withdrawn", "channel": "fax"]) == ["channel"])
    let numbers = ["email": "", "phone": "+493023125042", "status": "granted"]
    #expect(Self.channel(numbers) == "phone")
  }

  @Test("each channel of a record is held against its own law, and a fault told once")
  func lawOfEach() throws {
    let law = consentLaw("DE", days: 100)
    var check = RecordCheck(
      kind: .consent, defaultCountry: "DE", asOf: Timestamp(seconds: 1_790_000_000), law: law)
    let findings = check.check(
      Self.record.merging(["channel": "email; phone", "status": "granted", "at": "2026-01-01"]) {
        $1
      }
    ).findings
    #expect(findings.filter { $0.code == "VAL173" }.count == 1, "\(findings)")
  }

  @Test("consent that is over is neither refused nor never asked for")
  func expired() {
    for word in ["expired", "abgelaufen", "Expiré", "lapsed"] {
      let result = Self.check(["status": word, "channel": "email"])
      #expect(result.normalised.first { $0.field == "status" }?.value == "expired", "\(word)")
      #expect(result.findings.contains { $0.code == "VAL172" })
      let lead = RecordCheck.check(
        kind: .lead, fields: ["email": "ann@acme.com", "consent_status": word],
        defaultCountry: nil, asOf: Timestamp(seconds: 1_790_000_000))
      #expect(lead.normalised.first { $0.field == "consent_status" }?.value == "expired")
      #expect(lead.findings.map(\.code) == ["VAL172"])
    }
  }
}

@Suite("A lead's own consent is judged as a consent record is")
struct OwnConsentTests {
  private static let asOf = Timestamp(seconds: 1_790_000_000)  // 2026-09-21

  private static func lead(
    _ cells: [String: String], law: MarketingLaw = MarketingLaw()
  ) -> RecordCheck.Result {
    let own = [
      "email": "ann@acme.com", "country": "KR", "consent_status": "granted",
      "consent_source": "web", "consent_at": "2026-08-01", "consent_wording": "v1",
      "consent_ip": "203.0.113.7", "consent_confirmed_at": "2026-08-02",
    ]
    var check = RecordCheck(kind: .lead, defaultCountry: nil, asOf: asOf, law: law)
    return check.check(own.merging(cells) { $1 })
  }

  private static func codes(_ cells: [String: String]) -> [String] {
    lead(cells).findings.map(\.code).sorted()
  }

  @Test("its age, and the order of its dates")
  func dates() {
    #expect(Self.codes([:]) == [])
    #expect(
      Self.codes(["consent_at": "2015-01-01", "consent_confirmed_at": "2015-01-01"]) == ["VAL173"])
    #expect(Self.codes(["consent_confirmed_at": "2027-09-30"]) == ["VAL174"])
    #expect(Self.codes(["consent_confirmed_at": "2026-07-01"]) == ["VAL174"])
    #expect(Self.codes(["consent_status": "declined", "consent_at": "2015-01-01"]) == [])
  }

  @Test("its age by the law of the country")
  func law() {
    let law = consentLaw("KR", days: 30)
    #expect(Self.lead([:], law: law).findings.map(\.code) == ["VAL173"])
    #expect(
      Self.lead(["consent_at": "2026-09-01", "consent_confirmed_at": ""], law: law)
        .findings.map(\.code) == ["VAL178"])
  }

  @Test("an address that is none proves nothing")
  func addresses() {
    let result = Self.lead(["consent_ip": "999.1.1.1"])
    #expect(result.findings.map(\.code).sorted() == ["VAL178", "VAL182"])
    #expect(!result.normalised.contains { $0.field == "consent_ip" })
    let record = RecordCheck.check(
      kind: .consent,
      fields: [
        "email": "ann@acme.com", "at": "2026-09-01", "source": "form", "status": "granted",
        "channel": "email", "ip": "garbage",
      ], defaultCountry: nil, asOf: Self.asOf)
    #expect(record.findings.contains { $0.code == "VAL182" })
    #expect(record.findings.contains { $0.code == "VAL038" }, "neither wording nor address")
  }
}
