import LeadModel

/// The ways in which headers name one field of one record kind.
struct FieldPattern: Sendable {
  struct Form: Sendable {
    let terms: TermSet
    /// How sure a header of just these terms makes the field, 0 to 1.
    let strength: Double
  }

  let field: String
  let forms: [Form]
  /// Terms that may stand beside without changing what is meant.
  let neutral: TermSet
  /// Terms that make it a second column of the field: taken when there is no nearer one.
  let second: TermSet
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
      guard let pattern = Self.pattern(line, concepts) else { continue }
      if let kind {
        byKind[kind, default: []].append(pattern)
      } else {
        concepts[pattern.field] = pattern
      }
    }
    self.byKind = byKind
  }

  /// `field: @concept form form ... / neutral ... / second ...`, a form being `term+term=97`.
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
        let sides = word.split(separator: "=")
        guard sides.count == 2, let percent = Double(sides[1]) else { continue }
        forms.append(FieldPattern.Form(terms: terms(sides[0]), strength: percent / 100))
      }
    }
    if parts.count > 1 { neutral = neutral.union(list(parts[1])) }
    if parts.count > 2 { second = second.union(list(parts[2])) }
    return FieldPattern(
      field: String(line[..<colon]), forms: forms, neutral: neutral, second: second)
  }

  private static func terms(_ text: Substring) -> TermSet {
    TermSet(text.split(separator: "+").compactMap { Term(rawValue: String($0)) })
  }

  private static func list(_ text: Substring) -> TermSet {
    TermSet(text.split(separator: " ").compactMap { Term(rawValue: String($0)) })
  }
}
