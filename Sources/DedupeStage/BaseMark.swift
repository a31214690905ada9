import StageKit
import Store

/// How far a whole base goes whose linking has begun.
struct BaseMark {
  let context: StageContext
  let configHash: String

  private static let subject = "base"
  /// The last run of another stage when the linking began.
  private static let witness = "base-seen"

  /// Linking that was stopped: the last lead taken up, and the last one of the base.
  struct Unfinished {
    let mark: Int64
    let base: Int64
    /// Whether the leads are certainly those that the linking began with.
    let isUntouched: Bool
  }

  func set(to base: Int64) throws {
    try context.setMark(Self.subject, to: base, configHash: configHash)
    try context.setMark(Self.witness, to: lastForeignRun(), configHash: configHash)
  }

  func unfinished() throws -> Unfinished? {
    let mark = try context.mark(DedupeStage.subject, configHash: configHash)
    let base = try context.mark(Self.subject, configHash: configHash)
    guard base > mark else { return nil }
    let witness = try context.mark(Self.witness, configHash: configHash)
    return Unfinished(mark: mark, base: base, isUntouched: try witness == lastForeignRun())
  }

  /// Nothing is unfinished: call it in the transaction that begins to link everything anew.
  func clear() throws { try context.setMark(Self.subject, to: 0, configHash: configHash) }

  /// Treats the leads above the mark as new ones: any of them may have changed since.
  func giveUp(at mark: Int64) throws {
    try context.transaction {
      try context.database.query("dedupe-keys-delete-above").run(.int(mark))
      try context.database.query("dedupe-stale-above").run(.int(mark))
      try context.setMark(Self.subject, to: mark, configHash: configHash)
    }
  }

  private func lastForeignRun() throws -> Int64 {
    try context.database.query("dedupe-last-foreign-run").first { $0.int(0) } ?? 0
  }
}
