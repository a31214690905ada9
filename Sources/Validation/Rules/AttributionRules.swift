import LeadModel

/// Rules about where a lead came from.
extension ValidationRule {
  package static let utmMedium = ValidationRule(
    "VAL040", .warn, "a UTM medium is one of those in validation.yaml",
    reference: "Google Analytics Help: URL builders; default channel group")
  package static let utmSourceMissing = ValidationRule(
    "VAL041", .warn, "a UTM campaign comes with a UTM source",
    reference: "Google Analytics Help: URL builders")
  package static let utmMediumMissing = ValidationRule(
    "VAL043", .info,
    "a UTM source comes with a UTM medium, unless its channel is told without one",
    reference: "Google Analytics Help: URL builders")
  package static let utmNormalised = ValidationRule(
    "VAL042", .info, "UTM values but the id are in lower case, without spaces at their ends",
    reference: "Google Analytics Help: URL builders")
  package static let utmIncomplete = ValidationRule(
    "VAL150", .warn, "UTM values that belong together by validation.yaml are all there",
    reference: DataQuality.completeness)
  package static let utmAlias = ValidationRule(
    "VAL151", .info, "a UTM source or medium is written as validation.yaml writes it",
    reference: DataQuality.consistency)
  package static let utmEscape = ValidationRule(
    "VAL152", .warn, "escapes in a link are whole and stand for UTF-8",
    reference: "RFC 3986 2.1, WHATWG URL 5.1")
  package static let utmEncodedTwice = ValidationRule(
    "VAL153", .warn, "a UTM value was percent-encoded once at most", reference: "RFC 3986 2.4")
  package static let utmPlaceholder = ValidationRule(
    "VAL154", .warn, "the templates of UTM values and click ids were filled in",
    reference: DataQuality.credibility)
  package static let utmContradiction = ValidationRule(
    "VAL155", .warn, "a UTM column says what the link says, and both what a click id says",
    reference: DataQuality.consistency)
  package static let utmRepeated = ValidationRule(
    "VAL156", .warn, "a link has each UTM parameter once",
    reference: "WHATWG URL 6.2: the first of several is read")
  package static let utmImplied = ValidationRule(
    "VAL157", .info, "a click from an advertisement comes with UTM values",
    reference: "Google Ads Help: auto-tagging")
  package static let utmInFragment = ValidationRule(
    "VAL158", .info, "UTM parameters stand in the query of a link, before its #",
    reference: "RFC 3986 3.4")
  package static let utmEscapedSeparator = ValidationRule(
    "VAL159", .info, "the parameters of a link are divided by &, not by &amp;",
    reference: "WHATWG URL 5.1")
  package static let utmInternal = ValidationRule(
    "VAL160", .warn, "a campaign is no link from one's own pages",
    reference: DataQuality.semanticAccuracy)
  package static let utmPersonal = ValidationRule(
    "VAL161", .warn, "no e-mail address or telephone number stands in a UTM value",
    reference: "GDPR Art. 5(1)(c)")
  package static let utmCampaign = ValidationRule(
    "VAL162", .warn, "a UTM campaign is named as validation.yaml asks",
    reference: DataQuality.compliance)
  package static let utmReferrer = ValidationRule(
    "VAL163", .info, "a visit that only the page before tells of comes with UTM values",
    reference: "Google Analytics Help: default channel group")

  package static let utmGlued = ValidationRule(
    "VAL164", .warn, "UTM parameters are divided by &, not by ; or a second ?, nor by %26",
    reference: "RFC 3986 3.4, WHATWG URL 5.1")

  static let attributionRules: [ValidationRule] = [
    utmMedium, utmSourceMissing, utmMediumMissing, utmNormalised, utmIncomplete, utmAlias,
    utmEscape, utmEncodedTwice, utmPlaceholder, utmContradiction, utmRepeated, utmImplied,
    utmInFragment, utmEscapedSeparator, utmInternal, utmPersonal, utmCampaign, utmReferrer,
    utmGlued,
  ]
}
