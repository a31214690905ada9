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
      ("?", nil), ("*", "any"),
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
