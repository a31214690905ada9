/// A whole name in its parts: `Dr. Anna van der Berg` and `van der Berg, Anna` are Anna, van der
/// Berg.
///
/// Titles before and degrees after the name belong to neither part. Particles (`van`, `de la`,
/// `Freiherr von`) begin the family name. A single word is a family name; of several without
/// particle or comma the last is, as in most of Europe: who has two family names is known only by
/// who writes them.
package struct PersonName: Sendable, Equatable {
  package let given: String
  package let family: String

  package init(_ text: some StringProtocol) {
    let parts = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    var before = Self.words(parts[0])
    let after = parts.count == 2 ? Self.words(parts[1]) : []
    Self.dropTitles(&before)
    if parts.count == 2 {
      var rest = after
      Self.dropTitles(&rest)
      Self.dropDegrees(&rest)
      // What follows the comma of "Anna Berg, MBA" is no name.
      if !rest.isEmpty {
        Self.dropDegrees(&before)
        // "Berg, Anna van der": the particles go with the family name.
        var particles: [Substring] = []
        while let last = rest.last, rest.count > 1, Self.particles.contains(Self.key(last)) {
          particles.insert(rest.removeLast(), at: 0)
        }
        given = rest.joined(separator: " ")
        family = (particles + before).joined(separator: " ")
        return
      }
    }
    Self.dropDegrees(&before)
    guard before.count > 1 else {
      given = ""
      family = before.joined(separator: " ")
      return
    }
    var start = before.count - 1
    if let first = before.indices.dropFirst().first(where: {
      Self.particles.contains(Self.key(before[$0])) && $0 < before.count - 1
    }) {
      start = first
    }
    given = before[..<start].joined(separator: " ")
    family = before[start...].joined(separator: " ")
  }

  private static func words(_ text: some StringProtocol) -> [Substring] {
    String(text).split(whereSeparator: \.isWhitespace)
  }

  private static func key(_ word: Substring) -> String {
    word.lowercased().filter { $0 != "." }
  }

  private static func dropTitles(_ words: inout [Substring]) {
    while words.count > 1, let first = words.first, isTitle(first) { words.removeFirst() }
  }

  private static func isTitle(_ word: Substring) -> Bool {
    // "Dr.-Ing." and "Prof.Dr." are titles in a row.
    word.split(whereSeparator: { $0 == "." || $0 == "-" })
      .allSatisfy { titles.contains($0.lowercased()) } && word.contains(where: \.isLetter)
  }

  private static func dropDegrees(_ words: inout [Substring]) {
    while words.count > 1 || !words.isEmpty && degrees.contains(key(words[0])),
      let last = words.last, degrees.contains(key(last))
    {
      words.removeLast()
    }
  }

  private static let particles: Set<String> = [
    "van", "von", "vom", "zu", "zur", "zum", "de", "da", "do", "dos", "das", "del", "della",
    "dell", "di", "du", "des", "der", "den", "ter", "ten", "te", "la", "le", "lo", "el", "al",
    "bin", "ibn", "st", "'t", "op", "in't", "freiherr", "freifrau", "graf", "gräfin", "d",
  ]

  private static let titles: Set<String> = [
    "dr", "prof", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "herr", "frau", "hr", "fr", "ing",
    "dipl", "mag", "m", "mme", "mlle", "monsieur", "madame", "sr", "sra", "srta", "don", "doña",
    "dona", "sig", "signor", "signora", "dott", "dottssa", "avv", "arch", "dhr", "mevr", "mevrouw",
    "drs", "ir", "mr", "med", "jur", "phil", "habil", "rer", "nat", "pol", "oec", "kfm", "hc", "h",
    "c", "lic", "eng", "pfarrer", "me",
  ]

  private static let degrees: Set<String> = [
    "jr", "sr", "ii", "iii", "iv", "phd", "mba", "msc", "bsc", "ba", "ma", "md", "llm", "esq",
    "cpa",
    "dds", "rn", "pmp", "bed", "meng", "beng", "bba", "junior", "senior",
  ]
}
