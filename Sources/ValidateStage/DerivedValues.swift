import Bytes
import LeadModel
import Phone
import Validation

/// What a record's values say beyond what is stored: shown when a single record is checked.
enum DerivedValues {
  /// More are those of a number that may be anywhere in a large country, which says nothing.
  private static let mostZones = 8

  /// - Parameters:
  ///   - values: the normalised columns.
  ///   - fields: the record as it was received; titles stand in its names.
  ///   - channels: how visits are grouped.
  ///   - postcodes: keeps what it has learnt of countries.
  /// - Returns: names and values of what could be told, in a fixed order.
  static func of(
    _ values: [(field: String, value: String)], received fields: [String: String],
    channels: ChannelGroups, postcodes: inout PostcodeCheck
  ) -> [(field: String, value: String)] {
    func value(_ name: String) -> String? { values.first { $0.field == name }?.value }
    var derived: [(field: String, value: String)] = []
    let names = [
      value("full_name"), fields["full_name"], fields["first_name"], fields["last_name"],
    ]
    .compactMap { $0 }
    // A title alone is taken for one with a word behind it.
    let country = value("country").flatMap { CountryCode($0) }
    let readings = names.flatMap { name in
      [name, name + " -"].map { PersonName($0, country: country) }
    }
    if let title = readings.first(where: { !$0.title.isEmpty })?.title {
      derived.append(("title", title))
    }
    if let salutation = readings.lazy.compactMap(\.salutation).first {
      derived.append(("salutation", salutation.rawValue))
    }
    if let company = value("company") {
      let described = CompanyName.described(company, country: country)
      derived.append(("company_name", described.name))
      if let form = described.legalForm { derived.append(("legal_form", form)) }
    }
    if let text = value("job_title") {
      let title = JobTitle(text)
      if let seniority = title.seniority { derived.append(("seniority", seniority.rawValue)) }
      if let department = title.department { derived.append(("department", department.rawValue)) }
    }
    if let channel = channels.channel(
      source: value("utm_source") ?? "", medium: value("utm_medium") ?? "",
      campaign: value("utm_campaign") ?? "")
    {
      derived.append(("channel_group", channel))
    }
    if let phone = value("phone") {
      let zones = NumberingPlans.timeZones(of: phone)
      if (1...mostZones).contains(zones.count) {
        derived.append(("phone_time_zones", zones.joined(separator: ", ")))
      }
    }
    if let postcode = value("postcode"),
      let country = value("country").flatMap({ CountryCode($0) }),
      let written = postcodes.written(postcode, country: country)
    {
      derived.append(("postcode_written", written))
    }
    return derived
  }
}
