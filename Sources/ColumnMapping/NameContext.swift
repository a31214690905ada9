import LeadModel

/// What "name" means depends on its neighbours: beside a given name it is the family name.
enum NameContext {
  static func settle(
    _ candidates: inout [[Candidate]], _ readings: [HeaderReading], taken: Set<String>,
    kind: RecordKind
  ) {
    guard kind == .lead || kind == .contact else { return }
    let hasFirst = taken.contains("first_name") || isSure("first_name", in: candidates)
    let hasLast = taken.contains("last_name") || isSure("last_name", in: candidates)
    guard hasFirst != hasLast else { return }
    let meant = hasFirst ? "last_name" : "first_name"
    let term: Term = hasFirst ? .nameOrLast : .nameOrFirst
    for column in candidates.indices {
      let isBare = readings[column].alternatives.contains {
        $0.unknown.isEmpty && $0.terms == TermSet([term])
      }
      guard isBare else { continue }
      let neighbour = hasFirst ? "first_name" : "last_name"
      for index in candidates[column].indices where candidates[column][index].field == "full_name" {
        candidates[column][index].confidence *= 0.5
      }
      candidates[column].append(
        Candidate(
          field: meant, confidence: 0.88,
          evidence: [
            "header '\(readings[column].header)' means \(meant) beside a column of \(neighbour)"
          ]))
      candidates[column].sort { $0.confidence > $1.confidence }
    }
  }

  private static func isSure(_ field: String, in candidates: [[Candidate]]) -> Bool {
    candidates.contains { $0.first.map { $0.field == field && $0.confidence > 0.8 } ?? false }
  }
}
