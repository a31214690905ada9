import Definitions
import LeadModel
import LeadmillTestSupport
import Testing
import ValidateStage
import Validation

@Suite("What nobody sees at the ends of a cell changes no value")
struct UnseenCharacterTests {
  private static func check(_ cells: [String: String]) -> RecordCheck.Result {
    RecordCheck.check(
      kind: .lead, fields: cells, defaultCountry: nil, asOf: Timestamp(seconds: 1_790_000_000))
  }

  private static let record = [
    "email": "anna.weber@weber-bau.de", "phone": "+493023125042", "country": "Germany",
    "postcode": "10115", "first_name": "Anna", "last_name": "Weber", "company": "Nordwind GmbH",
    "created_at": "2026-03-05", "utm_source": "google", "utm_medium": "cpc", "city": "Berlin",
    "website": "https://nordwind.de", "consent_status": "withdrawn",
    "landing_url": "https://a.de/?utm_source=google", "notes": "call\nagain",
  ]

  @Test(
    "blanks and marks at either end of any cell",
    arguments: [
      0x85, 0xA0, 0xAD, 0x34F, 0x61C, 0x1680, 0x180E, 0x2003, 0x2007, 0x2009, 0x200B, 0x200C,
      0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202C, 0x202F, 0x205F, 0x2060, 0x2061,
      0x2066, 0x2069, 0x3000, 0xFE0F, 0xFEFF, 0xFFFC, 0x0, 0x7, 0x1F, 0x20, 0x9, 0xA, 0xD,
    ] as [UInt32])
  func ends(value: UInt32) throws {
    let mark = String(try #require(Unicode.Scalar(value)))
    let expected = Self.check(Self.record).normalised.map { "\($0.field)=\($0.value)" }
    for field in Self.record.keys.sorted() {
      for (before, behind) in [(mark, ""), ("", mark), (mark + " ", " " + mark)] {
        var cells = Self.record
        cells[field] = before + (cells[field] ?? "") + behind
        let result = Self.check(cells).normalised.map { "\($0.field)=\($0.value)" }
        #expect(result == expected, "\(field) \(String(value, radix: 16))")
      }
    }
  }

  @Test(
    "what is a part of the letter or picture before it stays",
    arguments: [
      "രാജന്\u{200D}", "❤\u{FE0F}", "葛\u{E0100}", "🏴\u{E0067}\u{E0062}\u{E007F}", "Ann",
    ])
  func kept(text: String) {
    let city = Self.check(["email": "a@weber-bau.de", "city": text]).normalised
      .first { $0.field == "city" }?.value
    #expect(city.map { Array($0.utf8) } == Array(text.utf8))
  }

  @Test("a letter that was decoded wrongly and ends in a no-break space is read")
  func decodedWrongly() {
    let city = Self.check(["email": "a@weber-bau.de", "city": "Citt\u{C3}\u{A0}"]).normalised
      .first { $0.field == "city" }?.value
    #expect(city == "Città")
  }
}
