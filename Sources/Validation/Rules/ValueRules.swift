import LeadModel

/// Rules about numbers, amounts, choices and references.
extension ValidationRule {
  package static let integerUnreadable = ValidationRule(
    "VAL070", .warn, "a count is a whole number", reference: DataQuality.syntacticAccuracy)
  package static let integerRange = ValidationRule(
    "VAL071", .info, "a count is one number, not a range", reference: DataQuality.precision)
  package static let moneyUnreadable = ValidationRule(
    "VAL072", .warn, "an amount is a number that can be read in one way only",
    reference: "UTS #35 part 3: numbers of CLDR")
  package static let currencyUnknown = ValidationRule(
    "VAL073", .warn, "a currency is one of ISO 4217", reference: "ISO 4217")
  package static let choiceUnknown = ValidationRule(
    "VAL074", .warn, "a value is one of those that its field allows",
    reference: DataQuality.syntacticAccuracy)
  package static let urlMalformed = ValidationRule(
    "VAL075", .warn, "a web address has a host that could exist",
    reference: "RFC 3986 3.2.2; RFC 1123 2.1")
  package static let statusContradiction = ValidationRule(
    "VAL076", .warn, "a status agrees with the dates and the stage beside it",
    reference: DataQuality.consistency)
  package static let referenceUnknown = ValidationRule(
    "VAL077", .warn, "a record that another names, such as the owner of a deal, is there",
    reference: DataQuality.consistency)
  package static let zoneUnknown = ValidationRule(
    "VAL078", .warn, "a time zone is one of the IANA database, such as Europe/Berlin",
    reference: "IANA Time Zone Database; RFC 6557")
  package static let amountContradiction = ValidationRule(
    "VAL079", .warn, "the amount of a deal's line is not more than quantity times price",
    reference: DataQuality.consistency)
  package static let amountRounded = ValidationRule(
    "VAL080", .info, "an amount has no more decimals than are kept: two, and none of a revenue",
    reference: DataQuality.precision)
  package static let languageUnknown = ValidationRule(
    "VAL081", .warn, "a language is a name, an ISO 639 code or a tag that the program knows",
    reference: "RFC 5646; ISO 639")
  package static let wronglyDecoded = ValidationRule(
    "VAL215", .warn, "a text was decoded with the encoding that it was written in",
    reference: "RFC 3629; WHATWG Encoding")
  package static let entities = ValidationRule(
    "VAL216", .info, "a text has characters, not the entities of a web page",
    reference: "HTML Living Standard 13.5")

  static let valueRules: [ValidationRule] = [
    integerUnreadable, integerRange, moneyUnreadable, currencyUnknown, choiceUnknown,
    urlMalformed, statusContradiction, referenceUnknown, zoneUnknown, amountContradiction,
    amountRounded, languageUnknown, wronglyDecoded, entities,
  ]
}
