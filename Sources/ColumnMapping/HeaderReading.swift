/// What a header may mean.
struct HeaderReading: Sendable {
  /// One way to read it.
  struct Alternative: Sendable {
    var terms = TermSet()
    /// Words that mean nothing here.
    var unknown: [String] = []
    /// Languages that all its words belong to, as bits; 0: a mixture.
    var languages: UInt8 = 0x7F
    var hasWeakWord = false
    var hasVagueWord = false
    var hasCompound = false
    /// The known word for a misspelt one.
    var corrected: String?

    /// Whether all its words are of languages that the header row is not in.
    func isForeign(to languages: UInt8) -> Bool {
      self.languages != 0 && self.languages & languages == 0
    }
  }

  let header: String
  let words: HeaderWords
  let alternatives: [Alternative]

  /// Whether the header says nothing at all: empty, or `Column 3`, `Feld 2`, `Unnamed: 4`.
  var isMeaningless: Bool {
    words.words.allSatisfy(Self.placeholders.contains) || words.words.isEmpty
  }

  /// Whether some way to read it leaves no word over.
  var isUnderstood: Bool {
    alternatives.contains { $0.unknown.isEmpty && !$0.terms.isEmpty }
  }

  /// Whether it can be read in two ways that leave no word over: `Estado` is a state and a status.
  ///
  /// - Parameter languages: what the header row is in, as bits.
  /// - Returns: false where only one reading is in its languages.
  func isAmbiguous(in languages: UInt8) -> Bool {
    let readings = alternatives.filter {
      $0.unknown.isEmpty && !$0.terms.isEmpty && !$0.isForeign(to: languages)
    }
    guard !readings.isEmpty else { return false }
    return readings.contains { $0.terms != readings[0].terms }
  }

  /// Whether the header says whose the values are and not what: `Contact`, `Recipient`, `Kunde`.
  var namesOnlyWhose: Bool {
    alternatives.contains {
      $0.unknown.isEmpty && !$0.terms.isEmpty && $0.terms.isSubset(of: Self.whose)
    }
  }

  /// Whether the header says no more than that it is a number: of a record, or to be called.
  var isBareNumber: Bool {
    alternatives.contains {
      $0.unknown.isEmpty && $0.terms == TermSet([.number])
    }
  }

  private static let whose = TermSet([.person, .lead, .customer, .to, .id, .primary, .main, .sms])

  private static let placeholders: Set<String> = [
    "column", "col", "field", "unnamed", "spalte", "feld", "colonne", "champ", "columna", "campo",
    "colonna", "coluna", "kolom", "veld", "f", "c", "x", "v", "var", "header", "untitled", "none",
    "null", "nan", "data", "value", "wert", "a", "b", "d", "e", "g", "h",
  ]

  /// Ways to read a header that are kept: more would only be puns.
  private static let maximumAlternatives = 12

  /// Reads a header; `prefix` is a word before the names of all columns, which says nothing.
  init(
    _ header: String, words: HeaderWords? = nil, without prefix: String? = nil,
    vocabulary: Vocabulary = .standard, corrects: Bool = true
  ) {
    self.header = header
    let words = words ?? HeaderWords(header)
    self.words = prefix.map { words.without($0) } ?? words
    alternatives = Self.read(self.words.words, vocabulary, corrects: corrects)
  }

  private static func read(
    _ words: [String], _ vocabulary: Vocabulary, corrects: Bool
  ) -> [Alternative] {
    guard !words.isEmpty, words.count <= 24 else { return [] }
    var alternatives = [Alternative()]
    for segment in segments(words, vocabulary) {
      var meanings = vocabulary.find(segment.key)
      var isCompound = false
      var corrected: String?
      if meanings.isEmpty, let parts = Compound.parts(of: segment.key, vocabulary) {
        meanings = [parts]
        isCompound = true
      }
      if meanings.isEmpty, corrects, let near = vocabulary.nearest(to: segment.key) {
        meanings = vocabulary.find(near)
        corrected = near
      }
      if meanings.isEmpty {
        for index in alternatives.indices { alternatives[index].unknown.append(segment.key) }
        continue
      }
      alternatives = alternatives.flatMap { alternative in
        meanings.map { meaning in
          var next = alternative
          next.terms = next.terms.union(meaning.terms)
          // Small words and abbreviations are the same in several languages.
          if !meaning.terms.isEmpty { next.languages &= meaning.languages }
          if meaning.isWeak { next.hasWeakWord = true }
          if meaning.isVague { next.hasVagueWord = true }
          if isCompound { next.hasCompound = true }
          if let corrected { next.corrected = corrected }
          return next
        }
      }
      if alternatives.count > maximumAlternatives {
        alternatives.removeLast(alternatives.count - maximumAlternatives)
      }
    }
    return alternatives
  }

  private struct Segment {
    let key: String
  }

  /// Parts the words into known phrases: as few unknown words as can be, then as few parts.
  private static func segments(_ words: [String], _ vocabulary: Vocabulary) -> [Segment] {
    var best: [(cost: Int, from: Int, key: String)?] = [(0, 0, "")]
    for end in 1...words.count {
      var candidate: (cost: Int, from: Int, key: String)?
      for start in max(0, end - Vocabulary.longestPhrase)..<end {
        guard let before = best[start] else { continue }
        let key = words[start..<end].joined()
        let meanings = vocabulary.find(key)
        let isKnown = !meanings.isEmpty
        guard isKnown || end - start == 1 else { continue }
        let isSplit = !isKnown && Compound.parts(of: key, vocabulary) != nil
        // A small word is rather a part of a longer one: "e mail" is no Italian "and".
        let isSmall = isKnown && meanings.allSatisfy(\.terms.isEmpty)
        let cost = before.cost + (isSmall ? 3 : isKnown ? 2 : isSplit ? 4 : 20)
        if cost < candidate?.cost ?? Int.max { candidate = (cost, start, key) }
      }
      best.append(candidate)
    }
    var segments: [Segment] = []
    var end = words.count
    while end > 0, let step = best[end] {
      segments.append(Segment(key: step.key))
      end = step.from
    }
    return segments.reversed()
  }
}

/// Words that are written together: `Handynummer`, `klantnummer`, `companyname`.
enum Compound {
  /// What a word means as a row of known words; nil when it is none.
  static func parts(of word: String, _ vocabulary: Vocabulary) -> Vocabulary.Meaning? {
    let letters = Array(word.utf8)
    guard (6...40).contains(letters.count), letters.allSatisfy({ $0 < 0x80 }) else { return nil }
    // Meaning of the first letters, by their number.
    var reached: [Vocabulary.Meaning?] = Array(repeating: nil, count: letters.count + 1)
    reached[0] = Vocabulary.Meaning(terms: TermSet(), languages: 0x7F, isWeak: false)
    for start in letters.indices {
      guard let before = reached[start] else { continue }
      for end in stride(from: letters.count, to: start + 1, by: -1) where reached[end] == nil {
        let piece = letters[start..<end]
        let isShort = piece.count < 3
        if isShort, end != letters.count || !endings.contains(Array(piece)) { continue }
        guard let meaning = solid(String(decoding: piece, as: UTF8.self), vocabulary) else {
          continue
        }
        let joined = Vocabulary.Meaning(
          terms: before.terms.union(meaning.terms),
          languages: before.languages & meaning.languages, isWeak: false)
        reached[end] = joined
        // The letters that German and Dutch put between.
        for link in links
        where letters[end...].starts(with: link) && reached[end + link.count] == nil {
          if end + link.count < letters.count { reached[end + link.count] = joined }
        }
      }
    }
    guard let whole = reached[letters.count], !whole.terms.isEmpty else { return nil }
    return whole
  }

  private static let endings: [[UInt8]] = ["nr", "id", "no"].map { Array($0.utf8) }
  private static let links: [[UInt8]] = ["s", "n", "en", "es", "e"].map { Array($0.utf8) }

  private static func solid(_ piece: String, _ vocabulary: Vocabulary) -> Vocabulary.Meaning? {
    vocabulary.find(piece).first { !$0.isWeak && !$0.terms.isEmpty }
  }
}
