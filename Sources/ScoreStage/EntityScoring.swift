import LeadModel
import Scoring
import StageKit
import Store

/// Scores entities: new ones in ranges, others one by one against what is stored.
struct EntityScoring {
  private let context: StageContext
  private let rules: ScoringRules
  private let configHash: String
  private let mark: Int64
  private let writer: ScoreWriter

  static let subject = "entity"
  /// Entities of one transaction when they are looked at again.
  private static let batchSize = 10_000

  init(
    context: StageContext, rules: ScoringRules, configHash: String, rulesVersion: String
  ) throws {
    self.context = context
    self.rules = rules
    self.configHash = configHash
    mark = try context.mark(Self.subject, configHash: configHash)
    writer = try ScoreWriter(context: context, rulesVersion: rulesVersion)
  }

  /// Scores entities again that changed, or that there are new events of.
  func again(_ touched: Set<Int64>) throws {
    let waiting = try context.revisits(Self.subject)
    let older = touched.union(waiting).filter { $0 <= mark }.sorted()
    var rest = older[...]
    let counts = try EngagementCounts(entities: older.count, rules: rules, in: context.database)
    while !rest.isEmpty {
      let ids = rest.prefix(Self.batchSize)
      rest = rest.dropFirst(ids.count)
      try context.transaction {
        let batch = try ScoredBatch(
          ranges: ids.map { $0...$0 }, of: context.database, rules: rules, counts: counts)
        context.counts.rowsIn += batch.ids.count
        try writer.compareAndWrite(batch)
      }
    }
    // Those above the mark come with the new ones; those that are gone need nothing.
    guard !waiting.isEmpty else { return }
    try context.transaction {
      for id in waiting { try context.clearRevisit(Self.subject, id: id) }
    }
  }

  func new() throws {
    let bounds = try context.database.query("score-entity-bounds").first(.int(mark)) {
      (first: $0.optionalInt(0), last: $0.optionalInt(1))
    }
    guard let first = bounds?.first, let last = bounds?.last else { return }
    let counts = try EngagementCounts(
      entities: Int(min(last - first + 1, 10_000_000)), rules: rules, in: context.database)
    // After a change of the rules there are scores to compare with.
    let isFirst = try !writer.hasScores(from: first)
    let rules = rules
    try context.sweep(
      Self.subject, ids: first...last, configHash: configHash, unit: "entities",
      work: { try ScoredBatch(ranges: [$0], of: $1, rules: rules, counts: counts) },
      write: { batch in
        context.counts.rowsIn += batch.ids.count
        if isFirst { try writer.write(batch) } else { try writer.compareAndWrite(batch) }
      })
  }
}
