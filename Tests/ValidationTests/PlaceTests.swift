import Bytes
import LeadModel
import Testing
import Validation

struct PlaceTests {
  @Test(
    "a country is found by code and by name in seven languages",
    arguments: [
      ("Germania", "DE"), ("Duitsland", "DE"), ("Alemanha", "DE"), ("Países Baixos", "NL"),
      ("DE", "DE"), ("de", "DE"), ("DEU", "DE"), ("Germany", "DE"), ("DEUTSCHLAND", "DE"),
      ("Allemagne", "DE"), ("Alemania", "DE"), ("UK", "GB"), ("U.K.", "GB"), ("England", "GB"),
      ("Großbritannien", "GB"), ("Grossbritannien", "GB"), ("United States", "US"), ("USA", "US"),
      ("U.S.A.", "US"), ("États-Unis", "US"), ("Etats Unis", "US"), ("Österreich", "AT"),
      ("osterreich", "AT"), ("Suisse", "CH"), ("The Netherlands", "NL"), ("Holland", "NL"),
      ("Côte d’Ivoire", "CI"), ("Ivory Coast", "CI"), ("Czech Republic", "CZ"),
      ("Bosnia & Herzegovina", "BA"), ("Türkiye", "TR"), ("South Korea", "KR"), ("España", "ES"),
    ])
  func findsCountry(name: String, code: String) {
    #expect(CountryTable.find(name).map(\.description) == code)
  }

  @Test("what is no country stays unknown", arguments: ["XX", "Atlantis", "D", "", "United", "ZZ"])
  func doesNotGuess(name: String) {
    #expect(CountryTable.find(name) == nil)
  }

  @Test("all 249 codes of ISO 3166-1 are there, each with an English name")
  func isComplete() {
    var count = 0
    for first in UInt8(ascii: "A")...UInt8(ascii: "Z") {
      for second in UInt8(ascii: "A")...UInt8(ascii: "Z") {
        guard let code = CountryCode(first, second), CountryTable.isAssigned(code) else { continue }
        count += 1
        let name = CountryTable.englishName(of: code)
        #expect(name.flatMap { CountryTable.find($0) } == code, "\(code) \(name ?? "")")
      }
    }
    #expect(count == 249)
  }

  @Test(
    "a postcode is compared with the shape of its country",
    arguments: [
      ("10115", "DE", nil, nil), ("D-10115", "DE", nil, nil), ("1234", "DE", "99999", "01234"),
      ("123", "DE", "99999", nil), ("SW1A 1AA", "GB", nil, nil), ("sw1a1aa", "GB", nil, nil),
      ("12345-6789", "US", nil, nil), ("2139", "US", "99999 or 999999999", "02139"),
      ("1011 AB", "NL", nil, nil), ("1011", "NL", "9999AA", nil), ("K1A 0B1", "CA", nil, nil),
      ("00-950", "PL", nil, nil), ("anything", "KE", nil, nil),
      ("an address in the wrong column", "DE", "99999", nil),
    ] as [(String, String, String?, String?)])
  func postcode(text: String, country: String, expected: String?, suggestion: String?) throws {
    let code = try #require(CountryCode(country))
    var text = text
    let verdict = text.withUTF8 { PostcodeCheck.check($0, country: code) }
    if let expected {
      #expect(verdict == .differs(expected: expected, suggestion: suggestion))
    } else {
      #expect(verdict == .fits)
    }
  }
}
