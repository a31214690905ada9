internal import Bytes
package import LeadModel

/// What says where somebody is besides her telephone number.
package struct CountryTraces {
  package var email: String?
  package var website: String?
  package var postcode: String?
  package var city: String?
  /// Of the company that she works for.
  package var companyCountry: String?

  package init() {}

  /// What tells another country than this one, in a word; nil: nothing does.
  package func contradiction(
    to country: CountryCode, _ postcodes: inout PostcodeCheck
  ) -> String? {
    if let told = Self.country(ofDomain: email), !StatedCountry.isSameState(told, country) {
      return "address"
    }
    if let told = Self.country(ofDomain: website.map(Self.host)),
      !StatedCountry.isSameState(told, country)
    {
      return "website"
    }
    if let told = companyCountry.flatMap({ CountryCode($0) }),
      !StatedCountry.isSameState(told, country)
    {
      return "company"
    }
    if let postcode, case .differs = postcodes.check(postcode, country: country) {
      return "postcode"
    }
    if let city {
      let told = CityTable.countries(ofCity: city)
      if !told.isEmpty, !told.contains(where: { StatedCountry.isSameState($0, country) }) {
        return "city"
      }
    }
    return nil
  }

  private static func country(ofDomain address: String?) -> CountryCode? {
    guard var address = address?.uppercased() else { return nil }
    return address.withUTF8 { StatedCountry.ofDomain($0) }
  }

  /// The host of a web address.
  private static func host(of website: String) -> String {
    let start = website.firstRange(of: "://")?.upperBound ?? website.startIndex
    return String(website[start...].prefix { !"/?#:".contains($0) })
  }
}
