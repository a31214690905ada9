import LeadModel

/// Rules about dates.
extension ValidationRule {
  package static let dateUnreadable = ValidationRule(
    "VAL060", .warn, "a date can be read in the order that the mapping states",
    reference: "ISO 8601-1 5.2.2; RFC 3339 5.6")
  package static let dateSerial = ValidationRule(
    "VAL061", .info, "a date is a date, not a spreadsheet's day number",
    reference: "ECMA-376 part 1, 18.17.4.1")
  package static let dateInFuture = ValidationRule(
    "VAL062", .warn, "something that has happened lies before the date of the run",
    reference: DataQuality.semanticAccuracy)
  package static let dateImpossible = ValidationRule(
    "VAL250", .warn, "a date is a day of the calendar and a time of the clock",
    reference: "ISO 8601-1 4.2.1")
  package static let dateAmbiguous = ValidationRule(
    "VAL251", .warn, "a date in figures is one day only, or the mapping states the order",
    reference: "ISO 8601-1 5.2.2")
  package static let dateShortYear = ValidationRule(
    "VAL252", .info, "a year has four digits", reference: "ISO 8601-1 5.2.1")
  package static let dateTooOld = ValidationRule(
    "VAL253", .warn, "a date is not older than records of leads can be",
    reference: DataQuality.credibility,
    parameters: [
      RuleParameter(
        "earliest_year", default: 1990, in: 1900...2000, "what is older is a mistake")
    ])
  package static let dateOrderGuessed = ValidationRule(
    "VAL254", .info, "the mapping states the order of day, month and year",
    reference: "ISO 8601-1 5.2.2")
  package static let dateSequence = ValidationRule(
    "VAL255", .warn, "what ends a record does not lie before its beginning",
    reference: DataQuality.consistency)

  package static let birthImplausible = ValidationRule(
    "VAL256", .warn, "a date of birth is that of somebody who can be alive",
    reference: DataQuality.credibility)

  package static let dateEpoch = ValidationRule(
    "VAL257", .info, "a time is a date, not a number of seconds since 1970",
    reference: "POSIX.1: seconds since the Epoch")

  static let dateRules: [ValidationRule] = [
    dateUnreadable, dateSerial, dateInFuture, dateImpossible, dateAmbiguous, dateShortYear,
    dateTooOld, dateOrderGuessed, dateSequence, birthImplausible,
    dateEpoch,
  ]
}
