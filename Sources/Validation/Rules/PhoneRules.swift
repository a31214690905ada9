import LeadModel

/// Rules about telephone numbers.
extension ValidationRule {
  package static let phoneInvalid = ValidationRule(
    "VAL020", .warn, "a telephone number is a number of its country")
  package static let phonePossible = ValidationRule(
    "VAL021", .warn, "a telephone number lies in a range that its country has given out")
  package static let phoneScientific = ValidationRule(
    "VAL022", .warn, "a telephone number is text, not a spreadsheet's scientific notation")
  package static let phoneLostDigits = ValidationRule(
    "VAL023", .warn, "a telephone number kept its digits in the spreadsheet")
  package static let phoneLostPlus = ValidationRule(
    "VAL024", .info, "a telephone number with a country code starts with a plus")
  package static let phoneSeveral = ValidationRule(
    "VAL025", .warn, "a telephone cell holds one number")
  package static let phoneExtension = ValidationRule(
    "VAL026", .info, "a telephone number has no extension")
  package static let phoneNoCountry = ValidationRule(
    "VAL027", .warn, "a national telephone number comes with a country to read it in")

  static let phoneRules: [ValidationRule] = [
    phoneInvalid, phonePossible, phoneScientific, phoneLostDigits, phoneLostPlus, phoneSeveral,
    phoneExtension, phoneNoCountry,
  ]
}
