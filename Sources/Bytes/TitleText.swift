/// The words of a job title and where its parts begin: "Partner, Sales Manager" names two posts,
/// "Sales Partner Manager" one.
struct TitleText: Sendable {
  let words: [String]
  /// Whether `außer Dienst` or `im Ruhestand` stands in short at the end.
  let isOutOfOffice: Bool
  /// Places of words that begin a part.
  private let beginnings: Set<Int>

  init(_ title: String) {
    let letters = Array(title)
    var marked = ""
    for (index, letter) in letters.enumerated() {
      marked.append(
        Self.parts(letters, at: index) ? " \(Self.mark) " : String(letter))
    }
    var words: [String] = []
    var beginnings: Set<Int> = [0]
    for word in TextFold.words(of: marked).split(separator: " ") {
      if word == Self.mark {
        beginnings.insert(words.count)
      } else {
        words.append(String(word))
        if word == "and" { beginnings.insert(words.count) }
      }
    }
    (self.words, self.beginnings) = (words, beginnings)
    // The case tells them from investor relations.
    isOutOfOffice = [" a.D.", " a. D.", " a.D", " i.R.", " i. R.", " i.R"].contains(
      where: title.hasSuffix)
  }

  /// A word that no title has.
  private static let mark = "qxpart"

  private static func parts(_ letters: [Character], at index: Int) -> Bool {
    func isLetter(_ index: Int) -> Bool {
      letters.indices.contains(index) && (letters[index].isLetter || letters[index].isNumber)
    }
    switch letters[index] {
    case ",", ";", "|", "(", ")", "[", "]", "\u{2013}", "\u{2014}", "\u{2022}", "\u{B7}":
      return true
    case "-": return !isLetter(index - 1) || !isLetter(index + 1)
    // "A/V" and "R/D" are one word.
    case "/": return isLetter(index - 2) || isLetter(index + 2)
    default: return false
    }
  }

  /// The words without those that mean another thing by what stands beside them, and what these
  /// say, the highest first.
  func withoutBoundWords(
    _ bound: [BoundWord]
  ) -> (free: [String], told: JobTitle.Seniority?) {
    var free: [String] = []
    var told: JobTitle.Seniority?
    for index in words.indices where !isOthers(index) {
      guard let rule = bound.first(where: { $0.binds(words[index], at: index, of: self) }) else {
        free.append(words[index])
        continue
      }
      let ranks = JobTitle.Seniority.allCases
      if let seniority = rule.seniority {
        told = ranks.first { $0 == seniority || $0 == told }
      }
    }
    return (free, told)
  }

  /// Whether a word names the board that somebody works for: "Referent des Vorstands".
  private func isOthers(_ index: Int) -> Bool {
    guard index > 1, ["der", "des"].contains(words[index - 1]) else { return false }
    let (before, word) = (words[index - 2], words[index])
    return Self.boards.contains(where: word.hasPrefix)
      && !Self.members.contains(where: before.hasPrefix)
  }

  private static let boards = [
    "geschaftsfuhrung", "geschaeftsfuehrung", "geschaftsleitung", "geschaeftsleitung", "vorstand",
    "aufsichtsrat",
  ]
  private static let members = [
    "mitglied", "vorsitz", "sprecher", "prasident", "chef", "leit", "teil", "stell",
  ]

  /// The word before, of the same part.
  func word(before index: Int) -> String? { beginnings.contains(index) ? nil : words[index - 1] }

  /// The words behind, of the same part and up to a preposition.
  func words(behind index: Int) -> ArraySlice<String> {
    let end = words.indices.first { place in
      place > index && (beginnings.contains(place) || Self.prepositions.contains(words[place]))
    }
    return words[(index + 1)..<(end ?? words.count)]
  }

  private static let prepositions: Set<String> = [
    "of", "at", "in", "for", "to", "with", "and", "der", "des", "fur", "im", "bei", "de", "du",
    "di",
    "do", "da", "van",
  ]
}
