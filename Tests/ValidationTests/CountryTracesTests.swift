import LeadModel
import Testing

@testable import Validation

@Suite("What says where somebody is")
struct CountryTracesTests {
  @Test("a city is that of all countries that have one of its name, in any of its names")
  func cities() {
    func codes(_ name: String) -> [String] {
      CityTable.countries(ofCity: name).map(\.description).sorted()
    }
    #expect(codes("Berlin") == ["DE"])
    #expect(codes("MÜNCHEN") == ["DE"])
    #expect(codes("Munich") == ["DE"])
    #expect(codes("London") == ["CA", "GB"])
    #expect(codes("Wien") == ["AT"])
    #expect(codes("Vienna") == ["AT", "US"])
    #expect(codes("Smalltown") == [])
    #expect(codes(String(repeating: "a", count: 1 << 20)) == [])
  }

  @Test("each trace can speak against a country, and territories are of their states")
  func contradictions() throws {
    var postcodes = PostcodeCheck()
    func against(_ code: String, _ change: (inout CountryTraces) -> Void) throws -> String? {
      var traces = CountryTraces()
      change(&traces)
      return traces.contradiction(to: try #require(CountryCode(code)), &postcodes)
    }
    #expect(try against("US") { _ in } == nil)
    #expect(try against("US") { $0.email = "ann@acme.de" } == "address")
    #expect(try against("US") { $0.email = "ann@acme.com" } == nil)
    #expect(try against("GB") { $0.email = "ann@acme.co.uk" } == nil)
    #expect(try against("GG") { $0.email = "ann@acme.co.uk" } == nil)
    #expect(try against("US") { $0.email = "ann@acme.ca" } == "address")
    #expect(try against("US") { $0.website = "http://acme.fr:80/us" } == "website")
    #expect(try against("US") { $0.companyCountry = "DE" } == "company")
    #expect(try against("US") { $0.postcode = "SW1A 1AA" } == "postcode")
    #expect(try against("DE") { $0.postcode = "10115" } == nil)
    #expect(try against("US") { $0.city = "Berlin" } == "city")
    #expect(try against("US") { $0.city = "New York" } == nil)
  }
}
