package import LeadModel

/// A rule of validation: the code of its findings, how bad they are, and what it asks for.
///
/// Codes are stable and never reused.
package struct ValidationRule: Sendable {
  package let code: String
  package let severity: Severity
  /// What the rule asks for, for documentation.
  package let summary: String

  init(_ code: String, _ severity: Severity, _ summary: String) {
    self.code = code
    self.severity = severity
    self.summary = summary
  }

  package func finding(
    field: String, message: String, value: String = "", suggestion: String? = nil
  ) -> Finding {
    Finding(
      code: code, severity: severity, field: field, message: message, value: value,
      suggestion: suggestion)
  }
}

extension ValidationRule {
  package static let unreachable = ValidationRule(
    "VAL001", .reject, "a lead can be reached, or its name and company say who it is")
  package static let requiredMissing = ValidationRule(
    "VAL002", .reject, "a field without which the record means nothing is there and readable")
  package static let unreadableRow = ValidationRule(
    "VAL003", .reject, "the cells of a source row can be read back from the store")
  package static let onlyNamed = ValidationRule(
    "VAL004", .warn, "a lead has a usable e-mail address or telephone number")

  package static let recordExists = ValidationRule(
    "VAL005", .reject, "a row of an import that only creates is about a new record")
  package static let recordMissing = ValidationRule(
    "VAL006", .reject, "a row of an import that only updates is about a known record")

  package static let emailSyntax = ValidationRule(
    "VAL010", .warn, "an e-mail address has the form that RFC 5321 asks for")
  package static let emailUnwrapped = ValidationRule(
    "VAL011", .info, "an e-mail cell holds the bare address, no name, brackets or 'mailto:'")
  package static let emailSeveral = ValidationRule(
    "VAL012", .warn, "an e-mail cell holds one address")
  package static let emailRole = ValidationRule(
    "VAL013", .info, "an address belongs to a person, not to a role such as 'info'")
  package static let emailSpecialUse = ValidationRule(
    "VAL014", .warn, "a domain is not reserved for tests or local networks (RFC 2606, RFC 6761)")
  package static let emailTypo = ValidationRule(
    "VAL015", .warn, "a domain is not a known misspelling of a large mail provider")
  package static let emailNullMX = ValidationRule(
    "VAL016", .quarantine, "a domain does not declare that it takes no mail (RFC 7505)")
  package static let emailNoDomain = ValidationRule(
    "VAL017", .quarantine, "a domain exists and has a mail server")
  package static let emailDeferred = ValidationRule(
    "VAL018", .info, "a domain's mail servers can be looked up")

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

  package static let consentUnknown = ValidationRule(
    "VAL030", .quarantine, "a consent status is one that the program knows")
  package static let consentWithoutDate = ValidationRule(
    "VAL031", .quarantine, "granted consent says when it was given")
  package static let consentWithoutSource = ValidationRule(
    "VAL032", .quarantine, "granted consent says where it was given")
  package static let consentInFuture = ValidationRule(
    "VAL033", .quarantine, "consent was given before the date of the run")
  package static let consentNobody = ValidationRule(
    "VAL034", .reject, "a consent record names an e-mail address or a telephone number")
  package static let suppressionNobody = ValidationRule(
    "VAL035", .reject, "a do-not-contact entry names a person or a domain")
  package static let hashMalformed = ValidationRule(
    "VAL036", .warn, "a hashed address or number is a SHA-256 in 64 hexadecimal digits")
  package static let consentWeak = ValidationRule(
    "VAL038", .info,
    "granted consent states the wording that was agreed to, or the address it came from")
  package static let doNotContact = ValidationRule(
    "VAL037", .info, "a person is not on a do-not-contact registry")

  package static let utmMedium = ValidationRule(
    "VAL040", .warn, "a UTM medium is one of those in validation.yaml")
  package static let utmSourceMissing = ValidationRule(
    "VAL041", .warn, "a UTM campaign comes with a UTM source")
  package static let utmMediumMissing = ValidationRule(
    "VAL043", .info, "a UTM source comes with a UTM medium")
  package static let utmNormalised = ValidationRule(
    "VAL042", .info, "UTM values are in lower case without spaces at their ends")

  package static let countryUnknown = ValidationRule(
    "VAL050", .warn, "a country is a name or ISO 3166-1 code that the program knows")
  package static let postcodeShape = ValidationRule(
    "VAL051", .warn, "a postcode has the shape that its country uses")
  package static let placeholder = ValidationRule(
    "VAL052", .info, "a cell holds a value or nothing, not a stand-in such as 'n/a'")

  package static let dateUnreadable = ValidationRule(
    "VAL060", .warn, "a date can be read in the order that the mapping states")
  package static let dateSerial = ValidationRule(
    "VAL061", .info, "a date is a date, not a spreadsheet's day number")
  package static let dateInFuture = ValidationRule(
    "VAL062", .warn, "something that has happened lies before the date of the run")

  package static let integerUnreadable = ValidationRule(
    "VAL070", .warn, "a count is a whole number")
  package static let integerRange = ValidationRule(
    "VAL071", .info, "a count is one number, not a range")
  package static let moneyUnreadable = ValidationRule(
    "VAL072", .warn, "an amount is a number that can be read in one way only")
  package static let currencyUnknown = ValidationRule(
    "VAL073", .warn, "a currency is a code of three letters (ISO 4217)")
  package static let choiceUnknown = ValidationRule(
    "VAL074", .warn, "a value is one of those that its field allows")
  package static let urlMalformed = ValidationRule(
    "VAL075", .warn, "a web address has a host that could exist")
  package static let statusContradiction = ValidationRule(
    "VAL076", .warn, "a status agrees with the dates and the stage beside it")
  package static let referenceUnknown = ValidationRule(
    "VAL077", .warn, "a record that another names, such as the owner of a deal, is there")
  package static let zoneUnknown = ValidationRule(
    "VAL078", .warn, "a time zone is one of the IANA database, such as Europe/Berlin")
  package static let amountContradiction = ValidationRule(
    "VAL079", .warn, "the amount of a deal's line is not more than quantity times price")

  /// Every rule, in the order of its code.
  package static let all: [ValidationRule] = [
    unreachable, requiredMissing, unreadableRow, onlyNamed, recordExists, recordMissing,
    emailSyntax, emailUnwrapped, emailSeveral, emailRole, emailSpecialUse, emailTypo, emailNullMX,
    emailNoDomain, emailDeferred,
    phoneInvalid, phonePossible, phoneScientific, phoneLostDigits, phoneLostPlus, phoneSeveral,
    phoneExtension, phoneNoCountry,
    consentUnknown, consentWithoutDate, consentWithoutSource, consentInFuture, consentNobody,
    suppressionNobody, hashMalformed, doNotContact, consentWeak,
    utmMedium, utmSourceMissing, utmNormalised, utmMediumMissing,
    countryUnknown, postcodeShape, placeholder,
    dateUnreadable, dateSerial, dateInFuture,
    integerUnreadable, integerRange, moneyUnreadable, currencyUnknown, choiceUnknown, urlMalformed,
    statusContradiction, referenceUnknown, zoneUnknown, amountContradiction,
  ]
}
