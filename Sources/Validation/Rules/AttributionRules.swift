import LeadModel

/// Rules about where a lead came from.
extension ValidationRule {
  package static let utmMedium = ValidationRule(
    "VAL040", .warn, "a UTM medium is one of those in validation.yaml")
  package static let utmSourceMissing = ValidationRule(
    "VAL041", .warn, "a UTM campaign comes with a UTM source")
  package static let utmMediumMissing = ValidationRule(
    "VAL043", .info, "a UTM source comes with a UTM medium")
  package static let utmNormalised = ValidationRule(
    "VAL042", .info, "UTM values are in lower case without spaces at their ends")

  static let attributionRules: [ValidationRule] = [
    utmMedium, utmSourceMissing, utmMediumMissing, utmNormalised,
  ]
}
