import LeadModel

/// A field that a column may carry.
struct Candidate: Sendable {
  let field: String
  var confidence: Double
  var evidence: [String]
  /// Whether it is a second column of the field by its header: `Home phone`, `E-mail 2`.
  var isSecond = false
  /// How sure it is in the right company: of a header that means other things elsewhere.
  var supported: Double?
  /// Whether a word of the header is not known.
  var hasUnknownWord = false
  /// Whether the header says it for sure.
  var isProven = false
  /// Whether values of its form make it sure.
  var canBeWitnessed = false
  /// Whether the values have a form that only this field has.
  var isWitnessed = false
  /// Whether the values speak against it.
  var isDenied = false

  /// Whether the evidence for it has never been wrong.
  var isSure: Bool { (isProven || canBeWitnessed && isWitnessed) && !isDenied }
}

/// Finds what a header may mean for one record kind.
struct HeaderCandidates {
  let patterns: [FieldPattern]
  /// Languages of the header row, as bits: what it is read in where a word is ambiguous.
  let languages: UInt8
  /// Languages that most of the header row is in.
  let mainLanguages: UInt8
  /// What the other headers speak of, and those right beside; nil: nothing is known of them.
  var surroundings: Surroundings?

  /// What a header that means other things elsewhere is worth alone: less than the threshold.
  static let unsupported = 0.72

  /// What small differences between headers cost. The strengths themselves stand with the patterns.
  private enum Cost {
    static let neutralTerm = 0.01
    static let second = 0.88
    static let weakWord = 0.72
    static let unknownWord = 0.56
    static let otherLanguage = 0.76
    static let mixedLanguages = 0.9
    static let compound = 0.985
    static let corrected = 0.86
    /// One letter off a short word is often another word: "référent" is no "referer".
    static let correctedShort = 0.72
    static let longWord = 10
    /// A repeat of an address or number is one; `Street 2` is the rest of a street.
    static let repeated = 0.88
    static let continued = 0.5
    static let unsupported = HeaderCandidates.unsupported
  }

  func candidates(_ reading: HeaderReading) -> [Candidate] {
    var best: [String: Candidate] = [:]
    // A word of the row's own language is not read as one of another: `Aniversario` is no birthday
    // in Spanish.
    let isNative = reading.alternatives.contains {
      $0.unknown.isEmpty && !$0.terms.isEmpty && $0.languages & languages != 0
    }
    for alternative in reading.alternatives {
      if isNative, alternative.isForeign(to: languages) { continue }
      for pattern in patterns {
        guard let found = candidate(pattern, alternative, reading) else { continue }
        if found.confidence > best[pattern.field]?.confidence ?? 0 { best[pattern.field] = found }
      }
    }
    return best.values.sorted { ($1.confidence, $0.field) < ($0.confidence, $1.field) }
  }

  private func candidate(
    _ pattern: FieldPattern, _ alternative: HeaderReading.Alternative, _ reading: HeaderReading
  ) -> Candidate? {
    var best: (strength: Double, second: Bool)?
    var meant: FieldPattern.Form?
    for form in pattern.forms where form.terms.isSubset(of: alternative.terms) {
      let rest = alternative.terms.subtracting(form.terms)
      let aside = rest.subtracting(pattern.neutral)
      guard aside.isSubset(of: pattern.second) else { continue }
      var strength = form.strength - Double(rest.subtracting(aside).count) * Cost.neutralTerm
      if !aside.isEmpty { strength *= Cost.second }
      // The same terms may be witnessed in one way or another.
      let isWitnessed = meant.map { $0.terms == form.terms && !isSupported($0) } ?? false
      if strength > best?.strength ?? 0 || isWitnessed && isSupported(form) {
        best = (strength, !aside.isEmpty)
        meant = form
      }
    }
    guard var (strength, isSecond) = best else { return nil }
    switch alternative.unknown.count {
    case 0: break
    case 1...2:
      for _ in alternative.unknown { strength *= Cost.unknownWord }
    default: return nil
    }
    if alternative.hasWeakWord, !isSettledByNeighbours(meant, reading) { strength *= Cost.weakWord }
    if alternative.hasCompound { strength *= Cost.compound }
    if let corrected = alternative.corrected {
      strength *= corrected.utf8.count < Cost.longWord ? Cost.correctedShort : Cost.corrected
    }
    if alternative.isForeign(to: languages) {
      strength *= Cost.otherLanguage
    } else if alternative.languages == 0 {
      strength *= Cost.mixedLanguages
    }
    if let ordinal = reading.words.ordinal, ordinal > 1 {
      let repeats = ["email", "phone", "website", "lead_email", "contact_email"]
      strength *= repeats.contains(pattern.field) ? Cost.repeated : Cost.continued
      isSecond = true
    }
    var candidate = Candidate(
      field: pattern.field, confidence: strength,
      evidence: [evidence(reading, alternative, pattern.field)], isSecond: isSecond)
    candidate.hasUnknownWord = !alternative.unknown.isEmpty
    if let meant, let surroundings {
      let certainty = Certainty(mainLanguages: mainLanguages, surroundings: surroundings)
      candidate.canBeWitnessed = certainty.canBeWitnessed(alternative)
      candidate.isProven = !isSecond && certainty.isSure(pattern, alternative, meant, reading)
    }
    if alternative.hasWeakWord { candidate.supported = strength }
    if let meant, meant.isConditional, strength > meant.alone {
      candidate.supported = strength
      if !isSupported(meant) {
        if meant.alone == 0 { return nil }
        candidate.confidence = meant.alone
        candidate.evidence.append(
          "it means other things in other files, and nothing beside says which")
      }
    }
    return candidate
  }

  /// Whether the other headers speak of what a form asks for, and of nothing that is against it.
  private func isSupported(_ form: FieldPattern.Form) -> Bool {
    if form.needsValues { return false }
    let terms = surroundings?.terms ?? TermSet()
    if !form.company.isEmpty, terms.isDisjoint(with: form.company) { return false }
    return form.against.isEmpty || terms.isDisjoint(with: form.against)
  }

  /// Whether what stands right beside says which of its meanings a word has: parts of an address
  /// stand together.
  private func isSettledByNeighbours(
    _ form: FieldPattern.Form?, _ reading: HeaderReading
  ) -> Bool {
    guard let form, !form.beside.isEmpty, let surroundings else { return false }
    if reading.isAmbiguous(in: languages) {
      // A status never stands between the city and the postal code.
      return !surroundings.left.isDisjoint(with: form.beside)
        && !surroundings.right.isDisjoint(with: form.beside)
    }
    return !surroundings.beside.isDisjoint(with: form.beside)
  }

  private func evidence(
    _ reading: HeaderReading, _ alternative: HeaderReading.Alternative, _ field: String
  ) -> String {
    let header = "header '\(reading.header)'"
    if !alternative.unknown.isEmpty {
      let words = alternative.unknown.map { "'\($0)'" }.joined(separator: " and ")
      return "\(header) speaks of \(field), but \(words) may make it something else"
    }
    if let corrected = alternative.corrected {
      return "\(header) looks like '\(corrected)' misspelt, which means \(field)"
    }
    let common = alternative.languages & languages
    let bits = common == 0 ? alternative.languages : common
    let language = Language.allCases.first { bits & 1 << UInt8($0.rawValue) != 0 }
    guard let language else { return "\(header) means \(field)" }
    let article = language == .english || language == .italian ? "an" : "a"
    return alternative.hasWeakWord
      ? "\(header) can mean \(field) in \(language.name), and other things"
      : "\(header) is \(article) \(language.name) synonym of \(field)"
  }
}

/// What the headers around one speak of.
struct Surroundings {
  /// Terms of all other headers that are understood.
  let terms: TermSet
  /// Terms of those one or two columns away.
  let beside: TermSet
  /// Terms of the header right before, and of that right after.
  let left: TermSet
  let right: TermSet

  private static let reach = 2

  /// Whether any other header speaks of one of these.
  func speaksOf(_ wanted: TermSet) -> Bool { !terms.isDisjoint(with: wanted) }

  /// The surroundings of each header of a row.
  static func of(_ readings: [HeaderReading]) -> [Surroundings] {
    let terms = readings.map { reading in
      reading.alternatives.reduce(into: TermSet()) { all, alternative in
        // What may be a word misspelt is no witness.
        guard alternative.unknown.isEmpty, alternative.corrected == nil else { return }
        all = all.union(alternative.terms)
      }
    }
    // Unions from either end, so that each row costs one pass.
    var before = [TermSet()]
    for set in terms { before.append(before[before.count - 1].union(set)) }
    var after = TermSet()
    var result: [Surroundings] = []
    for index in readings.indices.reversed() {
      let near = max(0, index - reach)...min(readings.count - 1, index + reach)
      let beside = near.reduce(into: TermSet()) { if $1 != index { $0 = $0.union(terms[$1]) } }
      result.append(
        Surroundings(
          terms: before[index].union(after), beside: beside,
          left: index > 0 ? terms[index - 1] : TermSet(),
          right: index + 1 < terms.count ? terms[index + 1] : TermSet()))
      after = after.union(terms[index])
    }
    return result.reversed()
  }
}
