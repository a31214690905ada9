import LeadModel

/// Rules about e-mail addresses and their domains.
extension ValidationRule {
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

  static let emailRules: [ValidationRule] = [
    emailSyntax, emailUnwrapped, emailSeveral, emailRole, emailSpecialUse, emailTypo,
    emailNullMX, emailNoDomain, emailDeferred,
  ]
}
