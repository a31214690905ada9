import LeadModel
import StageKit
import Store

/// Figures of the night that reports compare: consent coverage by country, violations by policy.
struct Measures {
  let context: StageContext
  let configHash: String

  private static let subject = "measure"

  /// Says that the figures of the last night do not hold any more; part of the transaction that
  /// changes them, so that a killed run's second attempt counts them.
  static func markStale(_ context: StageContext, configHash: String) throws {
    try context.setMark(subject, to: 0, configHash: configHash)
  }

  /// Counts, unless nothing was looked at since the last count.
  func run() throws {
    guard try context.mark(Self.subject, configHash: configHash) == 0 else { return }
    try context.transaction {
      let asOf = SQLValue.int(context.asOf.seconds)
      try context.database.query("govern-measure-clear").run(asOf)
      try context.database.query("govern-measure-violations").run(asOf)
      try context.database.query("govern-measure-consent").run(asOf)
      try context.setMark(Self.subject, to: 1, configHash: configHash)
    }
  }
}
