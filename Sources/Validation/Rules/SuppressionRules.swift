import LeadModel

/// Rules about do-not-contact registries as a whole.
extension ValidationRule {
  package static let registryKept = ValidationRule(
    "VAL190", .warn, "a newer snapshot of a registry has most entries of the one before",
    reference: DataQuality.completeness)
  package static let registryEnded = ValidationRule(
    "VAL191", .info, "entries that a registry no longer has end", reference: DataQuality.currentness
  )

  package static let suppressionWide = ValidationRule(
    "VAL192", .warn, "a do-not-contact entry for a domain is about one organisation's",
    reference: "publicsuffix.org")

  package static let registryLate = ValidationRule(
    "VAL193", .warn, "entries of a list of a registry do not count, since a newer list ended them",
    reference: DataQuality.currentness)

  package static let refusalPattern = ValidationRule(
    "VAL194", .warn, "a refusal names addresses, not a pattern of them",
    reference: "GDPR Art. 21(3)")

  static let suppressionRules: [ValidationRule] = [
    registryKept, registryEnded, suppressionWide, registryLate, refusalPattern,
  ]
}
