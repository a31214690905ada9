import LeadModel
import Scoring
import StageKit
import Store

/// Writes scores, and what follows from a change.
struct ScoreWriter {
  private let context: StageContext
  private let database: Database
  private let rulesVersion: String
  /// How far sending has looked at entities.
  private let sendMark: Int64

  init(context: StageContext, rulesVersion: String) throws {
    self.context = context
    self.rulesVersion = rulesVersion
    database = context.database
    sendMark =
      try context.database.query("score-reader-mark").first(.text("send")) { $0.int(0) } ?? 0
  }

  /// Whether any entity from an id on has a score.
  func hasScores(from id: Int64) throws -> Bool {
    try database.query("score-has-values").first(.int(id)) { _ in true } ?? false
  }

  /// Writes scores of entities that had none.
  func write(_ batch: ScoredBatch) throws {
    let statement = try database.query("score-write")
    statement.bind(7, rulesVersion)
    statement.bind(8, context.asOf.seconds)
    for (id, index) in zip(batch.ids, batch.outcomeIndexes) {
      try write(id, batch.outcomes[index], statement)
      context.record(.inserted, row: id)
    }
    for id in batch.ids where id <= sendMark { try askLaterStages(id) }
  }

  /// Writes scores as far as they differ from what is stored.
  func compareAndWrite(_ batch: ScoredBatch) throws {
    for (id, index) in zip(batch.ids, batch.outcomeIndexes) {
      let new = batch.outcomes[index]
      let old = try stored(id)
      guard old?.outcome != new else {
        context.record(.unchanged, row: id)
        continue
      }
      let statement = try database.query("score-write")
      statement.bind(7, rulesVersion)
      statement.bind(8, context.asOf.seconds)
      try write(id, new, statement)
      context.record(old == nil ? .inserted : .updated, row: id)
      if let old { try recordChanges(of: id, from: old, to: new) }
      if old != nil || id <= sendMark { try askLaterStages(id) }
    }
  }

  private func write(_ id: Int64, _ outcome: ScoreOutcome, _ statement: Statement) throws {
    statement.bind(1, id)
    statement.bind(2, outcome.score)
    statement.bind(3, outcome.fit)
    statement.bind(4, outcome.engagement)
    statement.bind(5, outcome.grade)
    try outcome.parts.withUnsafeBufferPointer { parts in
      statement.bindTextWithoutCopy(6, parts)
      while try statement.step() {}
    }
  }

  // MARK: Changes

  private struct Stored {
    let outcome: ScoreOutcome
    let rulesVersion: String
  }

  private func stored(_ id: Int64) throws -> Stored? {
    try database.query("score-stored").first(.int(id)) { row in
      Stored(
        outcome: ScoreOutcome(
          score: Int(row.int(0)), fit: Int(row.int(1)), engagement: Int(row.int(2)),
          grade: row.text(3), parts: row.withTextBytes(4) { Array($0) }),
        rulesVersion: row.text(5))
    }
  }

  private func recordChanges(of id: Int64, from old: Stored, to new: ScoreOutcome) throws {
    let reason =
      old.rulesVersion != rulesVersion
      ? "rules changed" : old.outcome.engagement != new.engagement ? "engagement" : "fields changed"
    let values = [
      ("score", String(old.outcome.score), String(new.score)),
      ("fit", String(old.outcome.fit), String(new.fit)),
      ("engagement", String(old.outcome.engagement), String(new.engagement)),
      ("grade", old.outcome.grade, new.grade),
    ]
    for (field, before, after) in values where before != after {
      try context.recordChange(
        subject: "entity_score", id: id, field: field, old: before, new: after, reason: reason)
    }
  }

  private func askLaterStages(_ id: Int64) throws {
    for stage in ["send", "escalate"] {
      try context.revisit(stage: stage, subject: "entity", id: id)
    }
  }
}
