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
  /// Ids a worker reads at once, and ids of one transaction.
  static let batchWidth: Int64 = 10_000
  static let transactionWidth: Int64 = 250_000

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
      let ids = rest.prefix(Int(Self.batchWidth))
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
    // Ids have gaps; few large steps skip them.
    let width = max(Self.batchWidth, (last - first) / 10_000)
    let step = max(Self.transactionWidth, width)
    var next = first
    while next <= last {
      let range = next...min(last, next + step - 1)
      try context.transaction {
        try score(range, width: width, counts: counts)
        try context.setMark(Self.subject, to: range.upperBound, configHash: configHash)
      }
      next = range.upperBound + 1
      context.progress(done: context.counts.rowsIn, of: nil, unit: "entities")
    }
  }

  private func score(
    _ range: ClosedRange<Int64>, width: Int64, counts: EngagementCounts
  ) throws {
    let path = context.database.path
    let rules = rules
    // After a change of the rules there are scores to compare with.
    let isFirst = try !writer.hasScores(from: range.lowerBound)
    var next = range.lowerBound
    try ParallelBatches.run(
      workers: context.workers,
      produce: { () -> ClosedRange<Int64>? in
        guard next <= range.upperBound else { return nil }
        defer { next += width }
        return next...min(range.upperBound, next + width - 1)
      },
      transform: { part in
        try ScoredBatch(
          ranges: [part], of: Database(path: path, mode: .readOnly), rules: rules, counts: counts)
      },
      consume: { batch in
        context.counts.rowsIn += batch.ids.count
        if isFirst { try writer.write(batch) } else { try writer.compareAndWrite(batch) }
      })
  }
}
