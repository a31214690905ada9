import LeadModel
import Testing
import Validation

@Suite("The country that an address tells")
struct AddressCountryTests {
  struct Case: CustomTestStringConvertible {
    var street = ""
    var city = ""
    var region = ""
    var postcode = ""
    let country: String?
    var testDescription: String { "\(street)|\(city)|\(region)|\(postcode)" }
  }

  @Test(
    "a postcode of a shape that one country has tells it",
    arguments: [
      Case(postcode: "SW1A 1AA", country: "GB"), Case(postcode: "m1 1ae", country: "GB"),
      Case(postcode: "JE2 3AB", country: "GB"), Case(postcode: "V6B 1A1", country: "CA"),
      Case(postcode: "1012 AB", country: "NL"), Case(postcode: "D02 X285", country: "IE"),
      Case(postcode: "10001-1234", country: "US"), Case(postcode: "154-0023", country: "JP"),
      Case(postcode: "00-950", country: "PL"), Case(postcode: "2725-079", country: "PT"),
      Case(postcode: "40301-110", country: "BR"), Case(postcode: "D-10115", country: "DE"),
      Case(postcode: "D 10115", country: "DE"), Case(postcode: "A-1010", country: "AT"),
      Case(postcode: "CH-8001", country: "CH"), Case(postcode: "L-1234", country: "LU"),
      Case(postcode: "FR-75001", country: "FR"), Case(city: "D-10115 Berlin", country: "DE"),
      Case(city: "London SW1A 1AA", country: "GB"),
    ])
  func postcodes(_ test: Case) { expect(test) }

  @Test(
    "a region tells its country, by its letters only with a postcode of it",
    arguments: [
      Case(region: "New York", country: "US"), Case(region: "Bayern", country: "DE"),
      Case(region: "Bavaria", country: "DE"), Case(region: "Île-de-France", country: "FR"),
      Case(region: "ile de france", country: "FR"),
      Case(region: "British Columbia", country: "CA"), Case(region: "England", country: "GB"),
      Case(region: "NY", postcode: "10001", country: "US"),
      Case(region: "CA", postcode: "94105", country: "US"),
      Case(region: "BC", postcode: "V6B 1A1", country: "CA"),
      Case(region: "MI", postcode: "20121", country: "IT"),
      Case(region: "Georgia", postcode: "30301", country: "US"),
      Case(region: "Córdoba", postcode: "14001", country: "ES"),
      Case(city: "San Francisco, CA 94105", country: "US"),
      Case(city: "San Francisco, CA", postcode: "94105", country: "US"),
    ])
  func regions(_ test: Case) { expect(test) }

  @Test(
    "a country's name at the end of street or city tells it",
    arguments: [
      Case(street: "Unter den Linden 1, Berlin, Germany", country: "DE"),
      Case(city: "London, England", country: "GB"), Case(city: "Austin, USA", country: "US"),
      Case(city: "München, Deutschland", country: "DE"),
      Case(city: "Peru", region: "Indiana", country: "US"),
    ])
  func names(_ test: Case) { expect(test) }

  @Test(
    "what several countries have, or what contradicts itself, tells none",
    arguments: [
      Case(country: nil), Case(postcode: "10115", country: nil),
      Case(postcode: "1010", country: nil), Case(postcode: "114 55", country: nil),
      Case(region: "CA", country: nil), Case(region: "NY", postcode: "75001", country: nil),
      Case(region: "Georgia", country: nil), Case(region: "Córdoba", country: nil),
      Case(region: "Punjab", country: nil), Case(city: "Lebanon", country: nil),
      Case(city: "Tbilisi, Georgia", country: nil), Case(city: "New York", country: nil),
      Case(postcode: "DE 19801", country: nil), Case(postcode: "NY10001", country: nil),
      Case(region: "Bayern", postcode: "SW1A 1AA", country: nil),
      Case(city: "Paris, TX", country: nil), Case(postcode: "Postcode", country: nil),
    ])
  func nothing(_ test: Case) { expect(test) }

  private func expect(_ test: Case) {
    var reader = AddressCountry()
    // The second time comes from what the first has built.
    for _ in 0..<2 {
      let told = reader.country(
        street: test.street, city: test.city, region: test.region, postcode: test.postcode)
      #expect(told?.description == test.country)
    }
  }
}
