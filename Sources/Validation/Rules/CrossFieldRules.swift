import LeadModel

/// Rules about fields that contradict each other.
extension ValidationRule {
  package static let phoneCountry = ValidationRule(
    "VAL270", .info,
    "a telephone number is of the country that its record states or its address tells",
    reference: "ITU-T E.164 6: country code")
  package static let mailCountry = ValidationRule(
    "VAL271", .info,
    "a mail domain's ending, but for free mail's, is that of the country that its record states or its "
      + "address tells",
    reference: "RFC 1591 2; ISO 3166-1")
  package static let otherCountry = ValidationRule(
    "VAL272", .warn, "number and mail domain do not agree on another country than the one stated",
    reference: DataQuality.consistency)
  package static let cityCountry = ValidationRule(
    "VAL273", .warn, "a large city with a postcode is in the country that its record states",
    reference: DataQuality.consistency)
  package static let regionCountry = ValidationRule(
    "VAL274", .warn, "a region that is known is one of the country that its record states",
    reference: DataQuality.consistency)
  package static let phonePostcode = ValidationRule(
    "VAL275", .info,
    "a fixed-line number's area is within 100 km of the postcode (in AT, DE, ES, GB, IT, PL and SE; in "
      + "CH, FR, US and CA numbers are kept by who moves away)",
    reference: "libphonenumber's geocoder; GeoNames' postal codes")

  static let crossFieldRules: [ValidationRule] = [
    phoneCountry, mailCountry, otherCountry, cityCountry, regionCountry, phonePostcode,
  ]
}
