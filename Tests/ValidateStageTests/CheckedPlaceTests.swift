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
    "a region of another country is told, unless the stated one has something of the name",
    arguments: [
      ("DE", "California", "US"), ("US", "Bavaria", "DE"), ("US", "bayern", "DE"),
      ("US", "Quebec", "CA"), ("AT", "Noord-Holland", "NL"), ("DE", "广东省", "CN"),
      // Letters, cities, what a border divides, territories of one state, and what nobody knows.
      ("DE", "CA", nil), ("US", "Berlin", nil), ("US", "Ontario", nil), ("FR", "Catalunya", nil),
      ("IT", "Tirol", nil), ("US", "Puerto Rico", nil), ("GB", "Ulster", nil), ("DE", "Nord", nil),
      ("DE", "Xyz", nil), ("US", "California", nil),
    ] as [(String, String, String?)])
  func region(country: String, region: String, owner: String?) {
    let cells = ["full_name": "Ann Bell", "country": country, "region": region]
    let found = Self.check(cells).findings.filter { $0.code.hasPrefix("VAL27") }
    #expect(found.map(\.code) == (owner == nil ? [] : ["VAL274"]))
    let message = owner.map { "'\(region)' is a region of \($0), but the country is \(country)" }
    #expect(found.first?.message.hasPrefix(message ?? "") == found.first.map { _ in true })
  }

  @Test(
    "a fixed line's area that is far from the postcode is told, where numbers are tied to areas",
    arguments: [
      ("DE", "+498922031234", "10115", "München"), ("IT", "+39064881234", "20121", "Roma"),
      ("GB", "+441312234567", "SW1A 1AA", "Edinburgh"),
      ("ES", "+34934123456", "28001", "Barcelona"),
      ("DE", "+493022031234", "10115", nil), ("DE", "+493022031234", "14467", nil),
      // Mobile numbers, numbers of no area, other countries, and codes that are no postcode.
      ("DE", "+4915112345678", "10115", nil), ("DE", "+498001234567", "10115", nil),
      ("US", "+12125550123", "94105", nil), ("FR", "+33491123456", "75008", nil),
      ("AT", "+498922031234", "1010", nil), ("DE", "+498922031234", "1", nil),
    ] as [(String, String, String, String?)])
  func distance(country: String, phone: String, postcode: String, town: String?) {
    let cells = ["full_name": "Ann Bell", "country": country, "phone": phone, "postcode": postcode]
    let found = Self.check(cells).findings.filter { $0.code == "VAL275" }
    #expect(found.count == (town == nil ? 0 : 1))
    if let town { #expect(found.first?.message.contains("the area of \(town), some") == true) }
  }

  @Test(
    "a postcode with the shape of another country's is told as that",
    arguments: [
      (["country": "DE", "postcode": "SW1A 1AA"], "but that of one of GB;"),
      (["country": "AT", "postcode": "D-10115"], "but that of one of DE;"),
      (["country": "CH", "postcode": "A-1010"], "but that of one of AT;"),
      (
        ["country": "DE", "postcode": "1010", "phone": "+4312345678"],
        "of one of AT, as the number is;"
      ),
      (
        ["country": "DE", "postcode": "1010", "email": "a@acme.at"],
        "of one of AT, as the mail domain"
      ),
      (["country": "DE", "postcode": "1010"], "'01010' would fit"),
      (["country": "DE", "postcode": "101155"], "such as 26133"),
    ])
  func foreignPostcode(cells: [String: String], expected: String) {
    let found = Self.check(cells.merging(["full_name": "Ann Bell"]) { $1 }).findings
    let message = found.first { $0.code == "VAL051" }?.message
    #expect(message?.contains(expected) == true, "\(message ?? "nothing")")
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
