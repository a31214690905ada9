import Bytes
import LeadModel

/// Countries by the words of their names, in any order and with the abbreviations of statistics:
/// `Czech Rep.`, `Iran (Islamic Rep. of)`, `Falkland Isl.`, `Commonwealth of Australia`.
enum CountryWords {
  /// The only country whose name has these words, or has them but for words such as `Republic`.
  static func find(_ text: String) -> CountryCode? {
    let words = words(of: text)
    guard !words.isSubset(of: forms), words.count <= 8 else { return nil }
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
      TextFold.words(of: withoutElision(text)).split(separator: " ").flatMap { word in
        meanings[String(word)] ?? [translated[String(word)] ?? String(word)]
      }
    ).subtracting(small)
  }

  /// A text with a blank for the apostrophe of an article: `Royaume d Espagne`.
  private static func withoutElision(_ text: String) -> String {
    var last: Character?
    return String(
      text.map { character in
        defer { last = character }
        let isApostrophe = character == "'" || character == "’"
        return isApostrophe && (last.map { "dlDL".contains($0) } ?? false) ? " " : character
      })
  }

  /// What abbreviations stand for, and one word for those that change places with each other.
  private static let meanings: [String: [String]] = [
    "rep": ["republic"], "repub": ["republic"], "dem": ["democratic"], "fed": ["federal"],
    "federated": ["federal"], "federation": ["federal"], "isl": ["islands"], "is": ["islands"],
    "isls": ["islands"], "island": ["islands"], "st": ["saint"], "ste": ["saint"],
    "sint": ["saint"], "sts": ["states"], "us": ["united", "states"], "s": ["south"],
    "n": ["north"], "terr": ["territory"], "dr": ["democratic", "republic"],
    "pdr": ["peoples", "democratic", "republic"], "people": ["peoples"],
    "volksrepublik": ["peoples", "republic"], "volksrepubliek": ["peoples", "republic"],
    "bundesrepublik": ["federal", "republic"], "bondsrepubliek": ["federal", "republic"],
  ]

  /// Words of names of states in the languages of ingest, each by the English one.
  private static let translated: [String: String] = {
    var translated: [String: String] = [:]
    for line in translations.split(separator: "\n") {
      let parts = line.split(separator: ":").map(String.init)
      for word in parts[1].split(separator: " ") { translated[String(word)] = parts[0] }
    }
    return translated
  }()

  private static let translations = """
    republic: republik republique republica repubblica republiek
    democratic: demokratische democratique democratica democratische demokratischen
    peoples: populaire popular popolare pop volks
    federal: federale federative federativa foderative federacion federacao federazione foderation
    federal: federatie
    kingdom: konigreich royaume reino regno koninkrijk
    islands: inseln insel iles ile islas isla isole isola ilhas ilha eilanden eiland
    united: vereinigte vereinigten unies unis unidos unida unido uniti unito verenigde
    states: staaten etats estados stati staten
    state: staat etat estado stato
    principality: furstentum principaute principado principato vorstendom prinsdom
    islamic: islamische islamique islamica islamitische
    plurinational: plurinationaler plurinacional plurinazionale multinationale
    arab: arabische arabe araba arabischen
    territory: territoire territorio
    """

  /// Words between others, in the languages of ingest.
  private static let small: Set<String> = [
    "of", "the", "and", "und", "et", "y", "e", "en", "van", "von", "de", "du", "des", "del",
    "della", "der", "die", "das", "la", "le", "les", "l", "d", "el", "il", "los", "las", "do", "da",
    "dos", "di", "dei", "degli", "dell", "dello", "delle", "den",
  ]

  /// What a country is, which lists write or leave out; a state may be one of a federation.
  private static let forms: Set<String> = [
    "republic", "kingdom", "commonwealth", "principality", "federal", "islands",
  ]
}
