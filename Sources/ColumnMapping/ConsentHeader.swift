import Bytes

/// What a header says of consent besides that it is there: a `yes` below `No consent` is a refusal, and
/// what is below `Consent valid until` ends one. Nothing of the kind may be read as a consent.
package enum ConsentHeader {
  /// Whether the answers below a header are turned round: a yes is a no.
  static func isNegated(_ header: String) -> Bool {
    let words = words(header)
    return words.contains(where: negations.contains)
      || words.contains { word in refusals.contains { word.hasPrefix($0) } }
  }

  /// Whether a header speaks of a refusal of consent.
  static func isRefusal(_ header: String) -> Bool {
    let letters = words(header).joined()
    return isOfConsent(letters: letters) && isNegated(header)
      || refusals.contains { letters.hasPrefix($0) && letters.utf8.count <= $0.utf8.count + 6 }
  }

  /// Whether a header speaks of the end of a consent, and of no refusal.
  package static func endsConsent(_ header: String) -> Bool {
    let letters = words(header).joined()
    return isOfConsent(letters: letters) && !isRefusal(header)
      && ends.areIn(letters)
  }

  /// Whether a header speaks of consent, of permission, or of what it is asked for.
  static func speaksOfConsent(_ header: String) -> Bool {
    isOfConsent(letters: words(header).joined())
  }

  private static func isOfConsent(letters: String) -> Bool {
    consents.areIn(letters)
  }

  /// Whether what is agreed to is another thing, or only that consent is needed: to have read a
  /// privacy notice is no consent.
  ///
  /// - Source: GDPR Article 7(2).
  static func isOfOtherThings(_ header: String) -> Bool {
    words(header).contains(where: otherThings.contains)
  }

  private static func words(_ header: String) -> [String] { HeaderWords(header).words }

  private static let negations: Set<String> = [
    "no", "not", "non", "without", "never", "kein", "keine", "ohne", "nicht", "sans", "pas", "sin",
    "senza", "nessun", "nessuna", "nessuno", "geen", "niet", "zonder", "sem", "nao",
  ]

  /// Beginnings of words for a consent that was taken back or not given.
  private static let refusals = [
    "withdr", "revok", "revoc", "refus", "declin", "denied", "widerruf", "widerspr", "verweiger",
    "abgelehnt", "retir", "rechaz", "negad", "rifiut", "ritirat", "ingetrokken", "geweigerd",
    "recusad",
  ]

  private static let consents: WordStems = [
    "consen", "optin", "permission", "subscri", "newsletter", "gdpr", "dsgvo", "rgpd", "marketing",
    "einwillig", "zustimm", "einverstand", "werbung", "accord", "autoris", "autoriz", "toestemming",
    "optedin", "nieuwsbrief", "newslette", "allowed", "erlaubt", "contactable", "accepte", "acepta",
    "aceita", "datenschutz", "publicidad", "comunicaciones",
  ]

  private static let otherThings: Set<String> = [
    "privacy", "policy", "policies", "terms", "conditions", "required", "needed", "erforderlich",
    "notwendig", "requis", "requerido", "requested", "notice", "cookie", "cookies",
  ]

  /// Of the end of a consent.
  private static let ends: WordStems = [
    "validuntil", "validto", "expir", "gultigbis", "ablauf", "lauftab", "enddate", "valable",
    "validtill", "endson", "befristet", "valideju", "findevalidite", "caduc", "venciment",
    "scadenza", "geldigtot", "vervalt", "validoate", "validohasta",
  ]
}
