import LeadModel

/// Rules about consent and do-not-contact.
extension ValidationRule {
  package static let consentUnknown = ValidationRule(
    "VAL030", .quarantine, "a consent status is one that the program knows")
  package static let consentWithoutDate = ValidationRule(
    "VAL031", .quarantine, "granted consent says when it was given")
  package static let consentWithoutSource = ValidationRule(
    "VAL032", .quarantine, "granted consent says where it was given")
  package static let consentInFuture = ValidationRule(
    "VAL033", .quarantine, "consent was given before the date of the run")
  package static let consentNobody = ValidationRule(
    "VAL034", .reject, "a consent record names an e-mail address or a telephone number",
    isFixed: true)
  package static let suppressionNobody = ValidationRule(
    "VAL035", .reject, "a do-not-contact entry names a person or a domain",
    isFixed: true)
  package static let hashMalformed = ValidationRule(
    "VAL036", .warn, "a hashed address or number is a SHA-256, SHA-1 or MD5 in hexadecimal digits")
  package static let consentWeak = ValidationRule(
    "VAL038", .info,
    "granted consent states the wording that was agreed to, or the address it came from")
  package static let doNotContact = ValidationRule(
    "VAL037", .info, "a person is not on a do-not-contact registry")

  static let consentRules: [ValidationRule] = [
    consentUnknown, consentWithoutDate, consentWithoutSource, consentInFuture, consentNobody,
    suppressionNobody, hashMalformed, consentWeak, doNotContact,
  ]
}
