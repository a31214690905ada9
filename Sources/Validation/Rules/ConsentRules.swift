import LeadModel

/// Rules about consent and do-not-contact.
extension ValidationRule {
  package static let consentUnknown = ValidationRule(
    "VAL030", .quarantine, "a consent status is one that the program knows",
    reference: "GDPR Art. 4(11), 7(1)")
  package static let consentWithoutDate = ValidationRule(
    "VAL031", .quarantine, "granted consent says when it was given",
    reference: "GDPR Art. 7(1); EDPB Guidelines 05/2020 5.1")
  package static let consentWithoutSource = ValidationRule(
    "VAL032", .quarantine, "granted consent says where it was given",
    reference: "GDPR Art. 7(1); EDPB Guidelines 05/2020 5.1")
  package static let consentInFuture = ValidationRule(
    "VAL033", .quarantine, "consent was given before the date of the run",
    reference: "GDPR Art. 5(1)(d)")
  package static let consentNobody = ValidationRule(
    "VAL034", .reject, "a consent record names an e-mail address or a telephone number",
    reference: "GDPR Art. 7(1)", isFixed: true)
  package static let suppressionNobody = ValidationRule(
    "VAL035", .reject, "a do-not-contact entry names a person or a domain",
    reference: "GDPR Art. 21(3)", isFixed: true)
  package static let hashMalformed = ValidationRule(
    "VAL036", .warn, "a hashed address or number is a SHA-256, SHA-1 or MD5 in hexadecimal digits",
    reference: "FIPS 180-4; RFC 1321; RFC 4648 8")
  package static let consentWeak = ValidationRule(
    "VAL038", .info,
    "granted consent states the wording that was agreed to, or the address it came from",
    reference: "GDPR Art. 7(1); EDPB Guidelines 05/2020 5.1")
  package static let doNotContact = ValidationRule(
    "VAL037", .info, "a person is not on a do-not-contact registry",
    reference: "GDPR Art. 21(3); 2002/58/EC Art. 13")

  package static let specialCategory = ValidationRule(
    "VAL170", .warn, "free text tells nothing of health, religion, politics or the like",
    reference: "GDPR Art. 9(1)")
  package static let consentUnconfirmed = ValidationRule(
    "VAL171", .info, "consent to e-mail was confirmed by double opt-in",
    reference: "GDPR Art. 7(1)")
  package static let consentExpired = ValidationRule(
    "VAL172", .warn, "granted consent has not ended yet", reference: "GDPR Art. 6(1)(a)")
  package static let consentOld = ValidationRule(
    "VAL173", .info, "granted consent is not too old to be relied on",
    reference: "EDPB Guidelines 05/2020 5.1",
    parameters: [
      RuleParameter(
        "max_age_days", default: 730, in: 1...36_500, "consent that is older counts as old")
    ])
  package static let consentOutOfOrder = ValidationRule(
    "VAL174", .warn, "consent is confirmed after it was given, and ends after it began",
    reference: DataQuality.consistency)
  package static let consentWithoutBasis = ValidationRule(
    "VAL175", .info, "a consent record states its lawful basis", reference: "GDPR Art. 6(1)")
  package static let consentBasis = ValidationRule(
    "VAL176", .warn, "electronic marketing rests on consent, not on another basis",
    reference: "2002/58/EC Art. 13(1)")

  package static let consentMinor = ValidationRule(
    "VAL177", .quarantine,
    "consent of somebody below the age of consent comes with a guardian's",
    reference: "GDPR Art. 8(1); pipelines/marketing-law.yaml")
  package static let consentIncomplete = ValidationRule(
    "VAL178", .info,
    "a lead's consent says what was agreed to, from which address, and when it was confirmed",
    reference: "GDPR Art. 7(1)")

  package static let consentUnwritten = ValidationRule(
    "VAL179", .warn, "the wording of consent is on record where the law asks for it",
    reference: "pipelines/marketing-law.yaml")
  package static let consentBasisSome = ValidationRule(
    "VAL180", .info, "another basis than consent carries messages to everybody it is stated for",
    reference: "2002/58/EC Art. 13(2), (5); pipelines/marketing-law.yaml")

  package static let consentScope = ValidationRule(
    "VAL181", .warn, "a consent record says which channels and what purpose it is for",
    reference: "GDPR Art. 6(1)(a)")
  package static let consentAddress = ValidationRule(
    "VAL182", .warn, "the address that consent came from is an IP address",
    reference: "GDPR Art. 7(1)")
  package static let consentOverruled = ValidationRule(
    "VAL183", .warn, "a consent that comes after a refusal was given after it",
    reference: "GDPR Art. 7(3)")
  package static let optedOut = ValidationRule(
    "VAL184", .info, "whoever a row is about has not refused messages in it",
    reference: "GDPR Art. 21(2), (3)")

  static let consentRules: [ValidationRule] = [
    consentUnknown, consentWithoutDate, consentWithoutSource, consentInFuture, consentNobody,
    suppressionNobody, hashMalformed, consentWeak, doNotContact, specialCategory,
    consentUnconfirmed, consentExpired, consentOld, consentOutOfOrder, consentWithoutBasis,
    consentBasis, consentMinor, consentIncomplete, consentUnwritten,
    consentBasisSome, consentScope, consentAddress, consentOverruled, optedOut,
  ]
}
