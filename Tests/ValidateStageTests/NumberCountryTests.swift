import LeadModel
import Testing
import ValidateStage

@Suite("The country in which a number is read")
struct NumberCountryTests {
  private static func check(
    _ cells: [String: String], kind: RecordKind = .lead, defaultCountry: String? = "DE"
  ) -> (number: String?, findings: [Finding]) {
    let result = RecordCheck.check(
      kind: kind, fields: ["email": "ann@acme.com"].merging(cells) { $1 },
      defaultCountry: defaultCountry, asOf: Timestamp(seconds: 1_790_000_000))
    return (
      result.normalised.first { $0.field == "phone" }?.value,
      result.findings.filter { $0.field == "phone" }
    )
  }

  @Test(
    "a row that states none is of the country of its city, wherever the number is one there",
    arguments: [
      ("044 668 18 00", "Zürich", "8001", "+41446681800"),
      ("91 123 45 67", "Madrid", "28001", "+34911234567"),
      ("020 7946 0018", "London", "", "+442079460018"),
      ("01 42 68 53 00", "PARIS", "75008", "+33142685300"),
      ("01 5123456", "1010 Wien", "", "+4315123456"),
      ("224 123 456", "Praha 1", "", "+420224123456"),
    ])
  func city(phone: String, city: String, postcode: String, expected: String) {
    let (number, findings) = Self.check(["phone": phone, "city": city, "postcode": postcode])
    #expect(number == expected)
    #expect(findings.map(\.code) == ["VAL122"] && findings[0].suggestion == expected)
    #expect(Self.check(["phone": expected, "city": city]).findings.isEmpty)
  }

  @Test(
    "a company's mail domain decides where the default's reading says less",
    arguments: [
      ("06 12 34 56 78", "ann@acme.fr", "DE", "+33612345678"),
      ("06 12 34 56 78", "ann@orange.fr", "DE", "+33612345678"),
      ("044 668 18 00", "ann@acme.ch", "DE", "+41446681800"),
      ("01 5123456", "ann@acme.at", "DE", "+4315123456"),
      ("0664 1234567", "ann@acme.at", "DE", "+436641234567"),
      ("06 12 34 56 78", "ann@acme.fr", nil, "+33612345678"),
    ] as [(String, String, String?, String)])
  func mail(phone: String, email: String, country: String?, expected: String) {
    let (number, findings) = Self.check(
      ["phone": phone, "email": email], defaultCountry: country)
    #expect(number == expected)
    #expect(findings.map(\.code) == ["VAL122"] && findings[0].suggestion == expected)
  }

  @Test(
    "the default stays where nothing speaks against it",
    arguments: [
      (["phone": "0171 1234567", "email": "ann@acme.at"], "+491711234567"),
      (["phone": "030 23125042", "email": "ann@acme.at"], "+493023125042"),
      (["phone": "030 23125042", "email": "ann@acme.fr", "city": "Berlin"], "+493023125042"),
      (["phone": "06 123 456 789", "email": "ann@acme.fr", "postcode": "1010"], "+496123456789"),
      (["phone": "0176 04069001", "city": "1010,Wien"], "+4917604069001"),
    ])
  func stays(cells: [String: String], expected: String) {
    let (number, findings) = Self.check(cells)
    #expect(number == expected && findings.isEmpty, "\(findings)")
  }

  @Test(
    "against a sure address the default's number stays where it is none there, and that is said")
  func otherAddress() {
    let (number, findings) = Self.check(["phone": "0171 1234567", "region": "Bretagne"])
    #expect(number == "+491711234567" && findings.map(\.code) == ["VAL270"])
    let cells = ["phone": "030 23125042", "city": "Vienna", "region": "Virginia"]
    #expect(Self.check(cells).number == "+493023125042")
  }

  @Test("where a number may as well be one of the mail domain's country, that is said")
  func doubt() throws {
    let (number, findings) = Self.check(["phone": "06221 54012", "email": "ann@acme.at"])
    #expect(number == "+49622154012" && findings.map(\.code) == ["VAL122"], "\(findings)")
    #expect(try #require(findings.first).message.contains("+43622154012"))
    #expect(Self.check(["phone": "06221 54012", "email": "ann@gmx.at"]).findings.isEmpty)
  }

  @Test(
    "a number that its address's country has no range for is that country's, if it is no other's for sure"
  )
  func possibleThere() {
    let (number, findings) = Self.check(["phone": "07700 900123", "postcode": "EH1 1YZ"])
    #expect(number == "+447700900123" && findings.map(\.code) == ["VAL122", "VAL021"])
  }

  @Test("a country that the row states is the one")
  func stated() {
    let (number, findings) = Self.check(
      ["phone": "06 12 34 56 78", "email": "ann@acme.fr", "city": "Paris", "country": "DE"])
    #expect(number == "+49612345678" && findings.isEmpty, "\(findings)")
  }

  @Test(
    "digits that lost their plus are of the country whose code they begin with",
    arguments: [
      // More than any number of the country has.
      (["phone": "442079460018", "country": "DE"], "+442079460018"),
      (["phone": "442079460018"], "+442079460018"),
      // What the rest of the row tells.
      (["phone": "33142685300", "email": "ann@acme.fr"], "+33142685300"),
      (["phone": "33142685300", "city": "Lyon"], "+33142685300"),
      (["phone": "33612345678", "email": "ann@hotmail.fr"], "+33612345678"),
    ])
  func lostPlus(cells: [String: String], expected: String) throws {
    let (number, findings) = Self.check(cells)
    #expect(number == expected)
    let finding = try #require(findings.first)
    #expect(finding.code == "VAL024" && finding.suggestion == expected)
    let again = Self.check(cells.merging(["phone": expected]) { $1 })
    #expect(again.number == expected && !again.findings.contains { $0.code == "VAL024" })
  }

  @Test("against the country that a row states, the mail domain only raises a doubt")
  func lostPlusInDoubt() throws {
    let (number, findings) = Self.check(
      ["phone": "33142685300", "email": "ann@acme.fr", "country": "DE"])
    #expect(number == "+4933142685300")
    let finding = try #require(findings.first)
    #expect(finding.code == "VAL024" && finding.suggestion == "+33142685300")
  }

  @Test(
    "ordinary national numbers have lost nothing",
    arguments: [
      ("15202345678", "DE", "+4915202345678"), ("33142685300", "DE", "+4933142685300"),
      ("033142685300", "DE", "+4933142685300"), ("4692345678", "US", "+14692345678"),
      ("3271234567", "IT", "+393271234567"), ("812345678901", "ID", "+62812345678901"),
      ("6636927293", "AT", "+436636927293"),
    ])
  func ordinary(phone: String, country: String, expected: String) {
    let (number, findings) = Self.check(["phone": phone, "country": country])
    #expect(number == expected && findings.isEmpty, "\(findings)")
  }

  @Test("a possible number that a plus would make another country's is doubted")
  func possible() throws {
    let (number, findings) = Self.check(["phone": "14155552671", "country": "DE"])
    #expect(number == "+4914155552671")
    let finding = try #require(findings.first)
    #expect(finding.code == "VAL021" && finding.suggestion == "+14155552671", "\(findings)")
    #expect(Self.check(["phone": "14155552671", "city": "Boston"]).number == "+14155552671")
  }
}
