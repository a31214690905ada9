import LeadModel

/// Rules about dates.
extension ValidationRule {
  package static let dateUnreadable = ValidationRule(
    "VAL060", .warn, "a date can be read in the order that the mapping states")
  package static let dateSerial = ValidationRule(
    "VAL061", .info, "a date is a date, not a spreadsheet's day number")
  package static let dateInFuture = ValidationRule(
    "VAL062", .warn, "something that has happened lies before the date of the run")

  static let dateRules: [ValidationRule] = [
    dateUnreadable, dateSerial, dateInFuture,
  ]
}
