import LeadModel
import Testing
import ValidateStage
import Validation

@Suite("What a record's number and mail domain say of where it is")
struct CheckedPlaceTests {
  private static func check(_ cells: [String: String]) -> RecordCheck.Result {
    RecordCheck.check(
      kind: .lead, fields: cells, defaultCountry: nil, asOf: Timestamp(seconds: 1_790_000_000))
  }

  @Test(
    "the time zones of a number are shown, unless it may be anywhere in a large country",
    arguments: [
      ("+493023125123", "Europe/Berlin"), ("+912223456789", "Asia/Kolkata"),
      ("+541123456789", "America/Argentina/Buenos_Aires"), ("+74232301234", "Asia/Vladivostok"),
      ("+351912345678", "Atlantic/Azores, Europe/Lisbon"), ("+12082011234", "America/Denver"),
      ("+18002345678", nil), ("+79161234567", nil), ("+80012345678", nil), ("+4930", nil),
    ] as [(String, String?)])
  func zones(phone: String, expected: String?) {
    let shown = Self.check(["phone": phone]).normalised.first { $0.field == "phone_time_zones" }
    #expect(shown?.value == expected)
  }

  @Test(
    "an address at a provider of free mail says nothing of the country",
    arguments: [
      ("ann@gmx.de", "AT", []), ("ann@libero.it", "DE", []), ("ann@mail.ru", "DE", []),
      ("ann@yahoo.co.jp", "US", []), ("ann@web.de", "CH", []),
      ("ann@acme.de", "AT", ["VAL271"]), ("ann@acme.co.jp", "US", ["VAL271"]),
    ] as [(String, String, [String])])
  func freeMail(email: String, country: String, expected: [String]) {
    let cells = ["email": email, "country": country]
    #expect(Self.check(cells).findings.map(\.code).filter { $0.hasPrefix("VAL27") } == expected)
    // With a number of the domain's country too, the country is doubted, or the number only.
    let phone = expected.isEmpty ? "VAL270" : "VAL272"
    let numbers = ["de": "+493023125123", "it": "+390669812345", "ru": "+74955550123"]
    guard let number = numbers[String(email.suffix(2))] else { return }
    let found = Self.check(cells.merging(["phone": number]) { $1 }).findings.map(\.code)
    #expect(found.filter { $0.hasPrefix("VAL27") } == [phone])
  }

  @Test(
    "a large city abroad whose postcode looks as those of the country do is told",
    arguments: [
      ("DE", "75008", "Paris", ["VAL273"]), ("DE", "28001", "Madrid", ["VAL273"]),
      ("AT", "1011", "Budapest", ["VAL273"]), ("FR", "10115", "Berlin", ["VAL273"]),
      ("DE", "75008", "75008 Paris", ["VAL273"]), ("FR", "75008", "Paris", []),
      ("US", "75460", "Paris", []), ("MC", "98000", "Nice", []), ("DE", "10115", "Berlin", []),
      ("DE", "19372", "Spornitz", []),
      ("CA", "N6A 1A1", "London", []),
    ] as [(String, String, String, [String])])
  func city(country: String, postcode: String, city: String, expected: [String]) {
    let cells = ["full_name": "Ann Bell", "country": country, "postcode": postcode, "city": city]
    let result = Self.check(cells)
    #expect(result.findings.map(\.code).filter { $0.hasPrefix("VAL27") } == expected)
    #expect(result.normalised.first { $0.field == "country" }?.value == country)
  }

  @Test(
    "where no country is stated, the address's counts",
    arguments: [
      (["phone": "+493023125123", "postcode": "SW1A 1AA"], ["VAL270"]),
      (["email": "ann@acme.de", "region": "Bretagne"], ["VAL271"]),
      (
        ["phone": "+493023125123", "email": "ann@acme.de", "region": "Bretagne"],
        ["VAL270", "VAL271"]
      ),
      (["phone": "+442079460018", "email": "ann@acme.co.uk", "postcode": "SW1A 1AA"], []),
      (["phone": "+493023125123", "email": "ann@acme.de", "city": "Paris"], []),
    ] as [([String: String], [String])])
  func address(cells: [String: String], expected: [String]) {
    let found = Self.check(cells.merging(["full_name": "Ann Bell"]) { $1 }).findings.map(\.code)
    #expect(found.filter { $0.hasPrefix("VAL27") } == expected, "\(found)")
  }

  @Test(
    "what was once dialled before a number is told of, with the number of today",
    arguments: [
      ("044 55 1234 5678", "MX", "+525512345678"), ("045 55 1234 5678", "MX", "+525512345678"),
      ("01 55 1234 5678", "MX", "+525512345678"), ("+52 1 55 1234 5678", "MX", "+525512345678"),
      ("022 123 45 67", "PL", "+48221234567"), ("+48 0501 234 567", "PL", "+48501234567"),
      ("8 044 123 45 67", "UA", "+380441234567"), ("80 44 123 45 67", "UA", "+380441234567"),
      ("8 71 123 45 67", "UZ", "+998711234567"), ("0 221 123 456", "CZ", "+420221123456"),
      ("0 21 123 4567", "PT", "+351211234567"), ("+39 6 69812345", "IT", "+390669812345"),
    ])
  func formerPrefixes(text: String, country: String, today: String) throws {
    let result = Self.check(["phone": text, "country": country])
    let finding = try #require(result.findings.first { ["VAL020", "VAL021"].contains($0.code) })
    #expect(finding.suggestion == today)
    // Told, not done: what is kept is what was written, or nothing.
    #expect(result.normalised.first { $0.field == "phone" }?.value != today)
    let again = Self.check(["phone": today, "country": country])
    #expect(!again.findings.contains { $0.field == "phone" })
  }

  @Test(
    "what is still dialled before a number, or was long ago where it is understood, is no fault",
    arguments: [
      ("8 (495) 123-45-67", "RU", "+74951234567"), ("06 1 234 5678", "HU", "+3612345678"),
      ("8 5 212 3456", "LT", "+37052123456"), ("0 5 212 3456", "LT", "+37052123456"),
      ("011 15 2345 6789", "AR", "+5491123456789"), ("8 017 226 12 34", "BY", "+375172261234"),
    ])
  func presentPrefixes(text: String, country: String, number: String) {
    let result = Self.check(["phone": text, "country": country])
    #expect(result.normalised.first { $0.field == "phone" }?.value == number)
    #expect(!result.findings.contains { $0.field == "phone" })
  }

  @Test("nothing is suggested where today's number would be none either")
  func noNumber() {
    for (text, country) in [("044 55 1234", "MX"), ("0 12", "PL"), ("15 2345 6789", "AR")] {
      let findings = Self.check(["phone": text, "country": country]).findings
      #expect(findings.contains { $0.field == "phone" && $0.suggestion == nil }, "\(text)")
    }
  }
}
