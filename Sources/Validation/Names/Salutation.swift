/// How somebody is addressed, by what the record itself says; never guessed from a given name.
package enum Salutation: String, Sendable, CaseIterable {
  case mr, ms, mx

  /// - Parameter title: a word such as `Herr`, `Mme` or `Sra.`.
  package init?(_ title: some StringProtocol) {
    let word = title.lowercased().filter { $0 != "." }
    guard let known = Self.words[word] else { return nil }
    self = known
  }

  private static let words: [String: Salutation] = {
    var words: [String: Salutation] = [:]
    let men =
      "mr herr herrn hr hrn m monsieur sr señor senor sig signor dhr meneer sir don dott dottor"
    let women =
      "mrs ms miss frau mme madame mlle mademoiselle sra señora senora srta señorita sig.ra sigra "
      + "signora signorina mevr mevrouw mw dame doña dona dottssa dottoressa drin profin"
    for word in men.split(separator: " ") { words[String(word)] = .mr }
    for word in women.split(separator: " ") { words[String(word.filter { $0 != "." })] = .ms }
    for word in ["mx", "divers"] { words[word] = .mx }
    return words
  }()
}
