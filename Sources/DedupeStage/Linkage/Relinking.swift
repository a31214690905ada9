import Matching
import StageKit
import Store

/// Compares a base that was linked before as a whole, when another model or other rules are to be
/// used, or when an earlier version of the program has linked it by keys alone.
struct Relinking {
  let context: StageContext
  let rules: MatchingRules
  let configHash: String
  let tally: DedupeTally
  let decisions: LeadDecisions

  /// Makes all edges anew, and has all leads looked at again; nil for a base without leads.
  ///
  /// `isWanted` is asked before anything is written.
  func run(
    use choice: WholeBaseLinkage.Choice,
    where isWanted: (WholeBaseLinkage.Outcome) throws -> Void = { _ in }
  ) throws -> WholeBaseLinkage.Outcome? {
    let bounds = try context.database.query("dedupe-lead-bounds").first(0) {
      (first: $0.optionalInt(0), last: $0.optionalInt(1))
    }
    guard let first = bounds?.first, let last = bounds?.last else { return nil }
    var leads = WholeBaseLinkage.Leads(first...last)
    let readers = ReaderPool(path: context.database.path)
    try LeadBatch.read(first...last, by: readers, workers: context.workers, rules: rules) {
      leads.append($0)
      return true
    }
    let outcome = try WholeBaseLinkage(
      context: context, rules: rules, tally: tally, decisions: decisions
    ).run(leads, use: choice)
    try isWanted(outcome)
    try context.transaction {
      try outcome.write(in: context, rules: rules.linkage, tally: tally)
      try tally.keep()
      // The entities follow from the edges.
      try context.setMark(DedupeStage.subject, to: 0, configHash: configHash)
      try BaseMark(context: context, configHash: configHash).clear()
    }
    return outcome
  }
}
