import Bytes
import LeadModel

/// Countries by the words of their names, in any order and with the abbreviations of statistics:
/// `Czech Rep.`, `Iran (Islamic Rep. of)`, `Falkland Isl.`, `Commonwealth of Australia`.
enum CountryWords {
  /// The only country whose name has these words, or has them but for words such as `Republic`.
  static func find(_ text: String) -> CountryCode? {
    let words = words(of: text)
    guard !words.isEmpty, words.count <= 8 else { return nil }
    if let found = whole[words] { return found }
    let bare = words.subtracting(forms)
    // The words of a form alone are no name, and one word more than a name has may be another place.
    return bare.isEmpty || bare.count == words.count ? nil : short[bare].flatMap { $0 }
  }

  /// By all words of a name.
  private static let whole = table { $0 }

  /// By the words that are no form of state.
  private static let short = table { $0.subtracting(forms) }

  /// By what is left of the names' words; nil for what several countries have in common.
  private static func table(
    _ left: (Set<String>) -> Set<String>
  ) -> [Set<String>: CountryCode?] {
    var found: [Set<String>: CountryCode?] = [:]
    for (name, code) in CountryTable.names {
      let words = left(words(of: name))
      if words.isEmpty { continue }
      if let known = found[words], known != code {
        found[words] = .some(nil)
      } else {
        found[words] = code
      }
    }
    return found
  }

  private static func words(of text: String) -> Set<String> {
    Set(
      TextFold.words(of: text).split(separator: " ").flatMap { word in
        meanings[String(word)] ?? [String(word)]
      }
    ).subtracting(small)
  }

  /// What abbreviations stand for, and one word for those that change places with each other.
  private static let meanings: [String: [String]] = [
    "rep": ["republic"], "repub": ["republic"], "dem": ["democratic"], "fed": ["federal"],
    "federated": ["federal"], "federation": ["federal"], "isl": ["islands"], "is": ["islands"],
    "isls": ["islands"], "island": ["islands"], "st": ["saint"], "ste": ["saint"],
    "sint": ["saint"], "sts": ["states"], "us": ["united", "states"], "s": ["south"],
    "n": ["north"], "terr": ["territory"], "dr": ["democratic", "republic"],
    "pdr": ["peoples", "democratic", "republic"], "people": ["peoples"],
  ]

  /// Words between others, in the languages of ingest.
  private static let small: Set<String> = [
    "of", "the", "and", "und", "et", "y", "e", "en", "van", "von", "de", "du", "des", "del",
    "della", "der", "die", "das", "la", "le", "les", "l", "d", "el", "il", "los", "las", "do", "da",
  ]

  /// What a country is, which lists write or leave out; a state may be one of a federation.
  private static let forms: Set<String> = [
    "republic", "republik", "republique", "republica", "repubblica", "kingdom", "commonwealth",
    "principality", "federal", "islands",
  ]
}
