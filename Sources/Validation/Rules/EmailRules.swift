import LeadModel

/// Rules about e-mail addresses and their domains.
extension ValidationRule {
  package static let emailSyntax = ValidationRule(
    "VAL010", .warn, "an e-mail address has the form that RFC 5321 asks for",
    reference: "RFC 5321 4.1.2, 4.5.3.1; RFC 6531; RFC 5891")
  package static let emailUnwrapped = ValidationRule(
    "VAL011", .info, "an e-mail cell holds the bare address, no name, brackets or 'mailto:'",
    reference: "RFC 5322 3.4; RFC 6068")
  package static let emailSeveral = ValidationRule(
    "VAL012", .warn, "an e-mail cell holds one address",
    reference: "RFC 5322 3.4: a mailbox, not a list of them")
  package static let emailRole = ValidationRule(
    "VAL013", .info, "an address belongs to a person, not to a role such as 'info'",
    reference: "RFC 2142")
  package static let emailSpecialUse = ValidationRule(
    "VAL014", .warn, "a domain is not reserved for tests or local networks",
    reference: "RFC 2606; RFC 6761; RFC 6762; RFC 7686; RFC 9476")
  package static let emailTypo = ValidationRule(
    "VAL015", .warn, "a domain is not a known misspelling of a large mail provider",
    reference: DataQuality.semanticAccuracy)
  package static let emailQuoted = ValidationRule(
    "VAL100", .warn, "the name of an address needs no quotation marks",
    reference: "RFC 5321 4.1.2")
  package static let emailLiteral = ValidationRule(
    "VAL101", .warn, "an address has a domain name, not an IP address in brackets",
    reference: "RFC 5321 4.1.3")
  package static let emailComment = ValidationRule(
    "VAL102", .warn, "an address has no comments and blanks beside its parts",
    reference: "RFC 5322 3.2.2")
  package static let emailUnknownEnding = ValidationRule(
    "VAL103", .warn, "a domain ends in a top-level domain that exists",
    reference: "IANA root zone, by the Public Suffix List")
  package static let emailPublicSuffix = ValidationRule(
    "VAL104", .warn, "a domain is not a suffix below which others register names, such as 'co.uk'",
    reference: "publicsuffix.org")
  package static let emailDisposable = ValidationRule(
    "VAL105", .warn, "an address is not a throw-away one",
    reference: "Sources/CMailDomains/data/SOURCES.md")
  package static let emailFreeMail = ValidationRule(
    "VAL106", .info, "an address is of a company, not of a free-mail provider",
    reference: "Sources/CMailDomains/data/SOURCES.md")
  package static let emailInternational = ValidationRule(
    "VAL107", .info, "the name of an address has letters that every mail server takes",
    reference: "RFC 6531")
  package static let emailStandIn = ValidationRule(
    "VAL108", .warn, "an address is somebody's, not a stand-in such as 'test@test.com'",
    reference: DataQuality.credibility)
  package static let emailExample = ValidationRule(
    "VAL109", .warn, "a domain is not kept for examples", reference: "RFC 2606 3; RFC 6761 6.5")

  static let emailRules: [ValidationRule] = [
    emailSyntax, emailUnwrapped, emailSeveral, emailRole, emailSpecialUse, emailTypo,
    emailQuoted, emailLiteral, emailComment,
    emailUnknownEnding, emailPublicSuffix, emailDisposable, emailFreeMail, emailInternational,
    emailStandIn, emailExample,
  ]
}
