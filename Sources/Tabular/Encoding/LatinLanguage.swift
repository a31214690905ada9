/// The letters beyond ASCII that a language written in Latin letters has, the commonest first: what
/// tells encodings apart that all have letters everywhere.
struct LatinLanguage: Sendable {
  let name: String
  /// How often each stands among such letters, by code point.
  let shares: [UInt32: Double]

  /// From lower-case letters, the commonest first.
  private init(_ name: String, _ letters: String) {
    self.name = name
    shares = Self.shares(of: letters)
  }

  /// Letters of texts follow Zipf's law well enough, and one in seven is a capital in lists of names.
  private static func shares(of letters: String) -> [UInt32: Double] {
    var weights: [UInt32: Double] = [:]
    for (rank, letter) in letters.unicodeScalars.enumerated() {
      let weight = 1 / (Double(rank) + 1.5)
      weights[letter.value, default: 0] += weight
      let capital = letter.properties.uppercaseMapping.unicodeScalars
      if capital.count == 1, let first = capital.first, first != letter, first.value >= 0x80 {
        weights[first.value, default: 0] += weight / 7
      }
    }
    let sum = weights.values.reduce(0, +)
    return weights.mapValues { $0 / sum }
  }

  /// Letters of names that stand in lists of every Western country.
  static let western = shares(of: "éüöáóíäèñçßãåøêôâàúæîëïõûòìùœýšž")

  static let all = [
    LatinLanguage("German", "üäöß"),
    LatinLanguage("French", "éèàêçôîâûëùïœ"),
    LatinLanguage("Spanish", "óíáéñúü"),
    LatinLanguage("Portuguese", "ãçáéíóõêúôâà"),
    LatinLanguage("Italian", "àèùòéì"),
    LatinLanguage("Dutch", "ëéïèöüó"),
    LatinLanguage("Catalan", "óéàíèçòúüï"),
    LatinLanguage("Danish or Norwegian", "øåæéöä"),
    LatinLanguage("Swedish or Finnish", "äöåé"),
    LatinLanguage("Icelandic", "íáðóéúýþöæ"),
    LatinLanguage("Polish", "łóżśęąćńź"),
    LatinLanguage("Czech", "íáéěřčšžýůúňťóď"),
    LatinLanguage("Slovak", "áíéčšžýúľťňôóäďĺŕ"),
    LatinLanguage("Hungarian", "áéóöőíüúű"),
    LatinLanguage("Romanian", "ăîâţşțș"),
    LatinLanguage("Croatian or Slovene", "čšžćđ"),
    LatinLanguage("Turkish", "ıüşçöğİâî"),
    LatinLanguage("Estonian", "äõüöšž"),
    LatinLanguage("Lithuanian", "ėšųžąįčūę"),
    LatinLanguage("Latvian", "āīēšūņļžčģķ"),
  ]
}
