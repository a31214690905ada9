import LeadModel
import Testing
import ValidateStage

@Suite("Names of a record: order, marks, and names that contradict each other")
struct CheckedNameTests {
  private static func check(_ fields: [String: String]) -> RecordCheck.Result {
    RecordCheck.check(
      kind: .lead, fields: fields.merging(["email": "ann@acme.com"]) { given, _ in given },
      defaultCountry: nil, asOf: Timestamp(seconds: 1_790_000_000))
  }

  private static func value(_ field: String, of result: RecordCheck.Result) -> String? {
    result.normalised.first { $0.field == field }?.value
  }

  @Test(
    "capitals behind a whole name and a comma are a degree, behind two family names a given name",
    arguments: [
      ("John Smith, MCIPS", "John", "Smith"), ("John Smith, XYZ", "John", "Smith"),
      ("John Smith, V", "John", "Smith"), ("García Márquez, ANA", "Ana", "García Márquez"),
      ("LLOYD WEBBER, ANDREW PhD", "Andrew", "Lloyd Webber"),
    ])
  func degrees(name: String, given: String, family: String) {
    let result = Self.check(["full_name": name])
    #expect(Self.value("first_name", of: result) == given)
    #expect(Self.value("last_name", of: result) == family)
  }

  @Test(
    "a family name in capitals before the given name stays one when the capitals are gone",
    arguments: [
      ("DUPONT Elodie", "FR", "Elodie", "Dupont"), ("NEMEȘ Mădălina", "RO", "Mădălina", "Nemeș"),
      ("Ó BRIAIN Seán", "IE", "Seán", "Ó Briain"),
      ("ПАНФИЛОВ Януарий", "RU", "Януарий", "Панфилов"),
      ("VON DER LEYEN Ursula", "DE", "Ursula", "von der Leyen"),
      ("NAGY János", "HU", "János", "Nagy"), ("Dr. BERG Anna, MBA", "DE", "Anna", "Berg"),
      ("ZIELIŃSKA Łucja", "PL", "Łucja", "Zielińska"),
    ])
  func order(name: String, country: String, given: String, family: String) throws {
    let first = Self.check(["full_name": name, "country": country])
    #expect(Self.value("first_name", of: first) == given)
    #expect(Self.value("last_name", of: first) == family)
    let suggestion = try #require(
      first.findings.first { $0.code == "VAL200" }?.suggestion, "\(first.findings)")
    #expect(Self.value("full_name", of: first) == suggestion)
    // The suggestion applied removes its finding, and reads the same.
    let second = Self.check(["full_name": suggestion, "country": country])
    #expect(Self.value("first_name", of: second) == given)
    #expect(Self.value("last_name", of: second) == family)
    #expect(Self.value("full_name", of: second) == suggestion)
    #expect(!second.findings.contains { ["VAL200", "VAL211"].contains($0.code) })
  }

  @Test(
    "marks at the ends of a name are no part of it",
    arguments: [("Ann Bell;", "Ann Bell"), ("Ann Bell-", "Ann Bell"), ("- Ann Bell:", "Ann Bell")])
  func marks(name: String, expected: String) {
    let result = Self.check(["full_name": name])
    #expect(Self.value("full_name", of: result) == expected)
    #expect(Self.value("last_name", of: result) == "Bell")
  }

  @Test(
    "several persons are told, and none of them is addressed",
    arguments: ["Mr. and Mrs. Smith", "Ann/Bob Bell", "Herr und Frau Huber"])
  func several(name: String) {
    let result = Self.check(["full_name": name])
    #expect(result.findings.contains { $0.code == "VAL207" })
    for field in ["first_name", "last_name", "salutation"] {
      #expect(Self.value(field, of: result) == nil)
    }
  }
}
