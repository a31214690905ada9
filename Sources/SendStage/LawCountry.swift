import LeadModel
import Store
import Validation

/// The country whose law counts for a person. A number alone tells it only where nothing else of the
/// person tells another one, and one that was stated and not understood may be any.
struct LawCountry {
  private var postcodes = PostcodeCheck()

  /// What a row of `send-person` says.
  ///
  /// - Returns: ISO 3166-1 alpha-2 of what tells a country, nil where nothing does; and why it is in
  ///   doubt.
  mutating func read(_ row: Statement) -> (country: String?, doubt: String?) {
    let told = row.optionalText(10)
    if row.int(21) != 0 { return (told, "stated and not understood") }
    guard row.text(17) == "phone", let country = told.flatMap({ CountryCode($0) }) else {
      return (told, nil)
    }
    var traces = CountryTraces()
    traces.email = row.optionalText(3)
    traces.city = row.optionalText(9)
    traces.postcode = row.optionalText(18)
    traces.website = row.optionalText(19) ?? row.optionalText(16)
    traces.companyCountry = row.optionalText(20)
    guard let other = traces.contradiction(to: country, &postcodes) else { return (told, nil) }
    return (told, "\(country) by the number, not by the \(other)")
  }
}
