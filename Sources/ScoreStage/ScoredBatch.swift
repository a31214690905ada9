import Scoring
import Store

/// Scores of a batch of entities, as a worker works them out.
struct ScoredBatch: Sendable {
  let ids: [Int64]
  /// Index into `outcomes`, by position in `ids`.
  let outcomeIndexes: [Int]
  let outcomes: [ScoreOutcome]

  init(
    ranges: [ClosedRange<Int64>], of database: Database, rules: ScoringRules,
    counts: EngagementCounts
  ) throws {
    var scorer = Scorer(rules: rules)
    var ids: [Int64] = []
    var outcomeIndexes: [Int] = []
    let fields = rules.fields
    var values = ScoreRow()
    let query = try database.query("score-rows")
    for range in ranges {
      try query.rows(.int(range.lowerBound), .int(range.upperBound)) { row in
        let id = row.int(0)
        let events = try counts.counts(of: id, rules: rules, in: database)
        ids.append(id)
        Self.lend(fields, of: row, to: &values)
        outcomeIndexes.append(scorer.score(values, events: events))
      }
    }
    self.ids = ids
    self.outcomeIndexes = outcomeIndexes
    outcomes = scorer.outcomes
  }

  /// Lends the columns that rules ask about; the bytes live until the next step.
  private static func lend(
    _ fields: [ScoreField], of row: Statement, to values: inout ScoreRow
  ) {
    for field in fields {
      let column = field.rawValue + 1
      switch field {
      case .leadCount, .employees, .annualRevenue, .quarantined, .accountID, .quality:
        values[field] = row.optionalInt(column).map { .int($0) } ?? .null
      default:
        // An absent text has no address; an empty one counts as absent too.
        let text = row.withTextBytes(column) { $0 }
        values[field] = text.isEmpty ? .null : .text(text)
      }
    }
  }
}
