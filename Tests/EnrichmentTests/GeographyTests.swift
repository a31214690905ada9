import LeadModel
import Testing

@testable import Enrichment

/// Reading the tables takes a moment: once for all tests.
let geography = Geography()

@Suite("Where somebody is, from numbers, regions and postcodes")
struct GeographyTests {
  struct PhoneCase: Sendable {
    let number: String
    let country: String?
    let region: String?
    let zone: String?

    init(_ number: String, _ country: String?, _ region: String? = nil, _ zone: String? = nil) {
      self.number = number
      self.country = country
      self.region = region
      self.zone = zone
    }
  }

  @Test(
    "a number tells its country, and its region and zone where the area code does",
    arguments: [
      PhoneCase("+493023125123", "DE"), PhoneCase("+447700900123", "GB"),
      PhoneCase("+33199001234", "FR"), PhoneCase("+352621123456", "LU"),
      PhoneCase("+12125550123", "US", "US-NY", "America/New_York"),
      PhoneCase("+19155550123", "US", "US-TX", "America/Denver"),
      PhoneCase("+12195550123", "US", "US-IN", "America/Chicago"),
      PhoneCase("+18505550123", "US", "US-FL", nil),
      PhoneCase("+14165550123", "CA", "CA-ON", "America/Toronto"),
      PhoneCase("+19025550123", "CA", nil, "America/Halifax"),
      PhoneCase("+17875550123", "PR", nil, "America/Puerto_Rico"),
      PhoneCase("+18005550123", nil), PhoneCase("+13005550123", nil),
      PhoneCase("+77015550123", "KZ", nil, "Asia/Almaty"), PhoneCase("+74955550123", "RU"),
      PhoneCase("+61755505583", "AU", "AU-QLD", "Australia/Brisbane"),
      PhoneCase("+61491570156", "AU"),
      PhoneCase("+551155501234", "BR", "BR-SP", "America/Sao_Paulo"),
      PhoneCase("+880012345", "BD"), PhoneCase("+80012345678", nil),
      PhoneCase("12125550123", nil), PhoneCase("+", nil), PhoneCase("", nil),
    ])
  func phone(_ example: PhoneCase) {
    let hint = Array(example.number.utf8).withUnsafeBufferPointer { geography.hint(ofPhone: $0) }
    #expect(hint.country?.description == example.country)
    #expect(hint.region.map { geography.regions[Int($0)].code } == example.region)
    #expect(hint.zone.map { geography.zones[Int($0)] } == example.zone)
  }

  @Test(
    "a region is known by its code and by its names",
    arguments: [
      ("US", "NY", "US-NY"), ("US", "us-ny", "US-NY"), ("US", "New York", "US-NY"),
      ("US", "N.Y.", "US-NY"), ("CA", "Québec", "CA-QC"), ("BR", "São Paulo", "BR-SP"),
      ("AU", "vic", "AU-VIC"), ("ES", "Islas Canarias", "ES-CN"),
      ("US", "Bavaria", nil), ("DE", "NY", nil), ("US", "", nil),
    ] as [(String, String, String?)])
  func region(_ country: String, _ name: String, _ expected: String?) throws {
    let code = try #require(CountryCode(country))
    var scratch: [UInt8] = []
    let index = Array(name.utf8).withUnsafeBufferPointer {
      geography.region(named: $0, of: code, scratch: &scratch)
    }
    #expect(index.map { geography.regions[Int($0)].code } == expected)
  }

  @Test(
    "a postcode tells a region",
    arguments: [
      ("US", "10001", "US-NY"), ("US", "60697", "US-IL"), ("US", "99501-1234", "US-AK"),
      ("CA", "M5V 3L9", "CA-ON"), ("CA", "h2x", "CA-QC"), ("AU", "4092", "AU-QLD"),
      ("AU", "2600", "AU-ACT"), ("AU", "0800", "AU-NT"), ("US", "1", nil), ("US", "ABC", nil),
      ("DE", "10115", nil), ("US", "", nil),
    ] as [(String, String, String?)])
  func postcode(_ country: String, _ postcode: String, _ expected: String?) throws {
    let code = try #require(CountryCode(country))
    let index = Array(postcode.utf8).withUnsafeBufferPointer {
      geography.region(ofPostcode: $0, in: code)
    }
    #expect(index.map { geography.regions[Int($0)].code } == expected)
  }

  @Test("countries with one zone have it, the others none")
  func zones() throws {
    func zone(_ country: String) throws -> String? {
      geography.zone(of: try #require(CountryCode(country))).map { geography.zones[Int($0)] }
    }
    #expect(try zone("DE") == "Europe/Berlin")
    #expect(try zone("IN") == "Asia/Kolkata")
    #expect(try zone("ES") == "Europe/Madrid")
    for country in ["US", "CA", "AU", "BR", "RU", "MX", "ID"] {
      #expect(try zone(country) == nil, "\(country)")
    }
  }

  @Test("every zone has a name of the IANA database's form, and no area code stands twice")
  func tables() {
    #expect(geography.zones.count > 250)
    for zone in geography.zones {
      #expect(zone.contains("/") && !zone.contains(" "), "\(zone)")
    }
    var seen: Set<String> = []
    for line in AreaCodeTable.table.split(separator: "\n") {
      let parts = line.split(separator: " ")
      for area in parts.dropFirst(4) {
        #expect(seen.insert("\(parts[0]) \(area)").inserted, "\(parts[0]) \(area)")
      }
    }
    let countries = CountryTable.table.split(separator: "\n").map { $0.prefix(2) }
    #expect(Set(countries).count == countries.count)
  }
}
