import LeadModel

/// Rules about telephone numbers.
extension ValidationRule {
  package static let phoneInvalid = ValidationRule(
    "VAL020", .warn, "a telephone number is a number of its country",
    reference: "ITU-T E.164 6; numbering plans of libphonenumber")
  package static let phonePossible = ValidationRule(
    "VAL021", .warn, "a telephone number lies in a range that its country has given out",
    reference: "numbering plans of libphonenumber")
  package static let phoneScientific = ValidationRule(
    "VAL022", .warn, "a telephone number is text, not a spreadsheet's scientific notation",
    reference: "ITU-T E.164 6: digits alone")
  package static let phoneLostDigits = ValidationRule(
    "VAL023", .warn, "a telephone number kept its digits in the spreadsheet",
    reference: "IEEE 754 double precision: 15 digits")
  package static let phoneLostPlus = ValidationRule(
    "VAL024", .info, "a telephone number with a country code starts with a plus",
    reference: "ITU-T E.123 3.1")
  package static let phoneSeveral = ValidationRule(
    "VAL025", .warn, "a telephone cell holds one number",
    reference: "RFC 3966 3: a URI names one number")
  package static let phoneExtension = ValidationRule(
    "VAL026", .info, "a telephone number has no extension",
    reference: "RFC 3966 5.3")
  package static let phoneNoCountry = ValidationRule(
    "VAL027", .warn, "a national telephone number comes with a country to read it in",
    reference: "ITU-T E.164 6")
  package static let phonePremium = ValidationRule(
    "VAL120", .warn, "calling a telephone number costs no more than a call",
    reference: "numbering plans of libphonenumber: premium rate")
  package static let phoneWords = ValidationRule(
    "VAL121", .info, "a telephone cell holds nothing but its number",
    reference: "ITU-T E.123: notation for national and international telephone numbers")
  package static let phoneAddress = ValidationRule(
    "VAL122", .info,
    "a national telephone number is of the source's country, as address and mail domain are",
    reference: "ITU-T E.164 6")
  package static let phoneHome = ValidationRule(
    "VAL123", .info, "a national telephone number that refuses states its country in its row",
    reference: "GDPR Art. 21(3); ITU-T E.164 6")

  static let phoneRules: [ValidationRule] = [
    phoneInvalid, phonePossible, phoneScientific, phoneLostDigits, phoneLostPlus, phoneSeveral,
    phoneExtension, phoneNoCountry, phonePremium, phoneWords,
    phoneAddress, phoneHome,
  ]
}
