import LeadModel

/// The ways in which headers name one field of one record kind.
struct FieldPattern: Sendable {
  struct Form: Sendable {
    let terms: TermSet
    /// How sure a header of just these terms makes the field, 0 to 1.
    let strength: Double
    /// Where the terms mean other things in other files: what some other header has to speak of,
    /// or the values have to show it. Empty: the terms say it alone.
    var company = TermSet()
    /// What no other header may speak of for the company to say it: the title of a deal.
    var against = TermSet()
    /// What has to stand right beside for a word of two meanings to be this one.
    var beside = TermSet()
    /// How sure it is where nothing speaks for it.
    var alone = HeaderCandidates.unsupported
    /// Whether only the values can tell: `Won` is a day in one file and a yes in another.
    var needsValues = false

    /// Whether the terms mean it only where something speaks for it.
    var isConditional: Bool { needsValues || !company.isEmpty || !against.isEmpty }
  }

  let field: String
  let forms: [Form]
  /// Terms that may stand beside without changing what is meant.
  let neutral: TermSet
  /// Terms that make it a second column of the field: taken when there is no nearer one.
  let second: TermSet
  /// The forms that say it for sure; nil: none does.
  var proven: ProvenForms?
}

/// The patterns of all kinds, read from `FieldPatterns.table`.
struct PatternCatalogue: Sendable {
  let byKind: [RecordKind: [FieldPattern]]

  static let standard = PatternCatalogue(FieldPatterns.table)

  init(_ table: String) {
    var concepts: [String: FieldPattern] = [:]
    var byKind: [RecordKind: [FieldPattern]] = [:]
    var kind: RecordKind?
    for line in table.split(separator: "\n") {
      if line.hasPrefix("# ") {
        kind = RecordKind(rawValue: String(line.dropFirst(2)))
        continue
      }
      guard var pattern = Self.pattern(line, concepts) else { continue }
      if let kind {
        pattern.proven = ProvenForms.of(pattern.field, kind: kind.rawValue)
        byKind[kind, default: []].append(pattern)
      } else {
        concepts[pattern.field] = pattern
      }
    }
    self.byKind = byKind
  }

  /// `field: @concept form form ... / neutral ... / second ...`, a form being `term+term=97`, with
  /// the company that it needs behind `&`, what speaks against it behind `!`, what has to stand
  /// beside a word of two meanings behind `~`, and `?` where only the values can tell; behind `^`
  /// how sure it is without any of that, where that is not the usual; 0: it is not meant.
  private static func pattern(_ line: Substring, _ concepts: [String: FieldPattern])
    -> FieldPattern?
  {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let parts = line[line.index(after: colon)...].split(
      separator: "/", omittingEmptySubsequences: false)
    var forms: [FieldPattern.Form] = []
    var neutral = TermSet()
    var second = TermSet()
    for word in parts[0].split(separator: " ") {
      if word.hasPrefix("@") {
        guard let concept = concepts[String(word.dropFirst())] else { continue }
        forms += concept.forms
        neutral = neutral.union(concept.neutral)
        second = second.union(concept.second)
      } else {
        guard let form = form(word) else { continue }
        forms.append(form)
      }
    }
    if parts.count > 1 { neutral = neutral.union(list(parts[1])) }
    if parts.count > 2 { second = second.union(list(parts[2])) }
    return FieldPattern(
      field: String(line[..<colon]), forms: forms, neutral: neutral, second: second)
  }

  private static func form(_ word: Substring) -> FieldPattern.Form? {
    let sides = word.split(separator: "=")
    guard sides.count == 2 else { return nil }
    let digits = sides[1].prefix { $0.isNumber }
    guard let percent = Double(digits) else { return nil }
    var form = FieldPattern.Form(terms: terms(sides[0]), strength: percent / 100)
    let tail = sides[1][digits.endIndex...].split(separator: "^", omittingEmptySubsequences: false)
    let condition = tail[0]
    if tail.count > 1, let percent = Double(tail[1]) { form.alone = percent / 100 }
    form.needsValues = condition.first == "?"
    if condition.first == "&" {
      let parts = condition.dropFirst().split(separator: "!")
      form.company = terms(parts[0])
      if parts.count > 1 { form.against = terms(parts[1]) }
    }
    if condition.first == "!" { form.against = terms(condition.dropFirst()) }
    if condition.first == "~" { form.beside = terms(condition.dropFirst()) }
    return form
  }

  private static func terms(_ text: Substring) -> TermSet {
    TermSet(text.split(separator: "+").compactMap { Term(rawValue: String($0)) })
  }

  private static func list(_ text: Substring) -> TermSet {
    TermSet(text.split(separator: " ").compactMap { Term(rawValue: String($0)) })
  }
}
