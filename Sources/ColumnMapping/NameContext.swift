import LeadModel

/// What "name" means depends on its neighbours: beside a given name it is the family name.
enum NameContext {
  static func settle(
    _ candidates: inout [[Candidate]], _ readings: [HeaderReading], taken: Set<String>,
    kind: RecordKind
  ) {
    guard kind == .lead || kind == .contact || kind == .user else { return }
    let hasFirst = taken.contains("first_name") || isSure("first_name", in: candidates)
    let hasLast = taken.contains("last_name") || isSure("last_name", in: candidates)
    if hasFirst != hasLast { name(&candidates, readings, hasFirst: hasFirst) }
    let hasBoth =
      (hasFirst || isSure("first_name", in: candidates))
      && (hasLast || isSure("last_name", in: candidates))
    if hasBoth { doubtWhole(&candidates, readings) }
  }

  /// Takes a bare name beside one part of it for the other part.
  private static func name(
    _ candidates: inout [[Candidate]], _ readings: [HeaderReading], hasFirst: Bool
  ) {
    let meant = hasFirst ? "last_name" : "first_name"
    let mayBeIt = readings.map { reading in
      reading.alternatives.contains { alternative in
        alternative.unknown.isEmpty
          && (bare.contains { alternative.terms == TermSet([$0]) }
            || hasFirst && alternative.terms == TermSet([.last]))
      }
    }
    // A column that may be it by its own header leaves no need for the bare name.
    let isNamed = candidates.indices.contains { column in
      !mayBeIt[column]
        && candidates[column].contains { $0.field == meant && $0.confidence > 0.5 }
    }
    if isNamed { return }
    for column in candidates.indices where mayBeIt[column] {
      let neighbour = hasFirst ? "first_name" : "last_name"
      for index in candidates[column].indices where candidates[column][index].field == "full_name" {
        candidates[column][index].confidence *= 0.5
      }
      var named = Candidate(
        field: meant, confidence: 0.88,
        evidence: [
          "header '\(readings[column].header)' means \(meant) beside a column of \(neighbour)"
        ])
      named.canBeWitnessed = true
      // Right beside it, it is the other part of the same name.
      if [column - 1, column + 1].contains(where: { other in
        candidates.indices.contains(other) && candidates[other].first?.field == neighbour
          && candidates[other].first?.isProven == true
      }) {
        named.confidence = 0.93
        named.isProven = true
      }
      candidates[column].append(named)
      candidates[column].sort { $0.confidence > $1.confidence }
    }
  }

  private static let bare: [Term] = [.nameOrFirst, .nameOrLast]

  /// Beside first and last name, the name "of the lead" may be what the record is called, and a name
  /// far from them that of something else: a product, a campaign.
  private static func doubtWhole(_ candidates: inout [[Candidate]], _ readings: [HeaderReading]) {
    for column in candidates.indices {
      let isSubject = readings[column].alternatives.contains {
        $0.unknown.isEmpty && !$0.terms.isDisjoint(with: subjects)
          && !$0.terms.isDisjoint(with: names)
      }
      let isFar =
        isBare(readings[column])
        && !candidates.indices.contains { other in
          abs(other - column) <= reach && other != column
            && candidates[other].first.map { parts.contains($0.field) } ?? false
        }
      guard isSubject || isFar,
        let index = candidates[column].firstIndex(where: { $0.field == "full_name" })
      else { continue }
      let candidate = candidates[column][index]
      candidates[column][index].supported = candidate.confidence
      candidates[column][index].confidence = min(0.72, candidate.confidence)
      candidates[column][index].evidence.append(
        "first and last name stand \(isSubject ? "beside it" : "elsewhere")")
    }
  }

  /// How many columns away a person's whole name stands from its parts.
  private static let reach = 3
  private static let parts: Set<String> = ["first_name", "last_name"]

  private static func isBare(_ reading: HeaderReading) -> Bool {
    reading.alternatives.contains { alternative in
      alternative.unknown.isEmpty
        && (bare + [.name]).contains { alternative.terms == TermSet([$0]) }
    }
  }

  private static let subjects = TermSet([.lead, .customer, .deal])
  private static let names = TermSet([.name, .nameOrFirst, .nameOrLast])

  private static func isSure(_ field: String, in candidates: [[Candidate]]) -> Bool {
    candidates.contains { $0.first.map { $0.field == field && $0.confidence > 0.8 } ?? false }
  }
}
