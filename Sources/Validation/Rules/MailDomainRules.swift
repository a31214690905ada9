import LeadModel

/// Rules about what the domain name system says of an address's domain.
extension ValidationRule {
  package static let emailNullMX = ValidationRule(
    "VAL016", .quarantine, "a domain does not declare that it takes no mail",
    reference: "RFC 7505")
  package static let emailNoDomain = ValidationRule(
    "VAL017", .quarantine, "a domain exists and has a mail server or an address",
    reference: "RFC 5321 5.1")
  package static let emailDeferred = ValidationRule(
    "VAL018", .info, "a domain can be looked up; one that cannot is asked for again every night",
    reference: "RFC 2308 7")
  package static let emailNoHost = ValidationRule(
    "VAL140", .quarantine, "one of the mail servers that a domain names is a host with an address",
    reference: "RFC 5321 5.1")
  package static let emailAlias = ValidationRule(
    "VAL141", .info, "the mail server that a domain names is a host, not an alias",
    reference: "RFC 2181 10.3; RFC 5321 5.1")
  package static let emailBesideNull = ValidationRule(
    "VAL142", .info, "a domain that declares that it takes no mail names no mail server",
    reference: "RFC 7505 3")
  package static let emailPrivateHost = ValidationRule(
    "VAL143", .warn, "the mail server of a domain has an address that is reached from everywhere",
    reference: "RFC 6890; IANA IPv4 and IPv6 special-purpose address registries")
  package static let emailImplicit = ValidationRule(
    "VAL144", .info, "a domain names a mail server, so that mail need not go to its own address",
    reference: "RFC 5321 5.1")

  package static let mailDomainRules: [ValidationRule] = [
    emailNullMX, emailNoDomain, emailDeferred, emailNoHost, emailAlias, emailBesideNull,
    emailPrivateHost, emailImplicit,
  ]
}
