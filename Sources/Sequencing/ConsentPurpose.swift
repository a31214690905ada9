/// What a consent record's purpose is about. A record may name several, divided by signs.
///
/// A grant is for what it names and nothing else (GDPR Article 6(1)(a)). A refusal in words that
/// nobody knows may well be about the message at hand, and stands against it.
enum ConsentPurpose {
  /// Whether a grant's purpose is that of a message.
  static func grant(_ own: String, covers purpose: String) -> Bool {
    let names = names(in: own)
    return names.isEmpty || names.contains(purpose.lowercased()) || names == ["any"]
  }

  /// Whether a refusal's purpose stands against that of a message; `purposes` are those of all
  /// sequences, in lower case.
  static func refusal(_ own: String, covers purpose: String, purposes: Set<String>) -> Bool {
    let names = names(in: own)
    let purpose = purpose.lowercased()
    return names.isEmpty
      || names.contains { $0 == purpose || !purposes.contains($0) && !isOther($0) }
  }

  private static func names(in text: String) -> [String] {
    text.lowercased().split { ",;/|&+".contains($0) }
      .map { $0.trimmed }
      .filter { !$0.isEmpty }
  }

  /// Whether it is the purpose of something that is no message at all, as consent tools list them.
  private static func isOther(_ name: String) -> Bool {
    others.contains(String(name.filter(\.isLetter)))
  }

  /// By their letters alone, in the languages that columns are read in.
  private static let others: Set<String> = [
    "analytics", "analysis", "analyse", "analysen", "analyses", "statistics", "statistik",
    "statistiken", "statistiques", "statistische", "statistieken", "estadísticas", "estadistica",
    "statistica", "statistiche", "estatísticas", "measurement", "messung", "webanalyse",
    "webanalytics", "cookies", "cookie", "tracking", "functional", "funktional", "fonctionnel",
    "funcional", "funzionale", "functioneel", "necessary", "notwendig", "nécessaires", "necesarias",
    "necessari", "essential", "essenziell", "preferences", "präferenzen", "préférences",
    "preferencias", "preferenze", "preferências", "voorkeuren", "personalization",
    "personalisation", "personalisierung", "personnalisation", "personalización",
    "personalizzazione", "profiling", "profilbildung", "profilage", "research", "forschung",
    "recherche", "recruiting", "recruitment", "bewerbung", "thirdparty", "thirdparties",
    "datasharing", "drittanbieter", "weitergabe", "socialmedia",
  ]
}

extension Substring {
  fileprivate var trimmed: String {
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
