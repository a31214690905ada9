import LeadModel

/// Rules about countries and addresses, and cells that stand for nothing.
extension ValidationRule {
  package static let countryUnknown = ValidationRule(
    "VAL050", .warn, "a country is a name or ISO 3166-1 code that the program knows",
    reference: "ISO 3166-1; CLDR territory names")
  package static let postcodeShape = ValidationRule(
    "VAL051", .warn, "a postcode has the shape that its country uses",
    reference: "UPU S42; Google's address metadata")
  package static let placeholder = ValidationRule(
    "VAL052", .info, "a cell holds a value or nothing, not a stand-in such as 'n/a'",
    reference: DataQuality.completeness)

  package static let regionPostcode = ValidationRule(
    "VAL230", .warn,
    "a postcode is one of the region beside it, where it certainly is not near its border",
    reference: "Sources/CPostcodes/data/SOURCES.md")
  package static let countryByPeople = ValidationRule(
    "VAL231", .info, "a country is given by its own name, not by that of its people",
    reference: "ISO 3166-1")
  package static let namibia = ValidationRule(
    "VAL232", .info, "a country's cell that says 'NA' has the code of Namibia, not a stand-in",
    reference: "ISO 3166-1: alpha-2 code NA")

  static let placeRules: [ValidationRule] = [
    countryUnknown, postcodeShape, placeholder, regionPostcode, countryByPeople,
    namibia,
  ]
}
