import LeadModel
import Matching
import StageKit
import Store

/// What a run of the stage did that nobody can work out later, for `--json` and for the workbooks.
///
/// Not Sendable: it belongs to the main thread, like the context.
final class DedupeTally {
  /// What is counted; the name is that of the measure.
  enum Figure: String, CaseIterable {
    /// Pairs that share a key, by blocking rule.
    case pairs = "dedupe_pairs"
    /// Blocks that are too large to be compared, and the leads in them that were taken up.
    case giantBlocks = "dedupe_giant_blocks"
    case giantBlockLeads = "dedupe_giant_block_leads"
    /// Match keys that too many leads share, and these leads as far as they were taken up.
    case crowdedKeys = "dedupe_crowded_keys"
    case crowdedKeyLeads = "dedupe_crowded_key_leads"
    /// Pairs that were compared, each counted once.
    case scored = "dedupe_pairs_scored"
    case linksNew = "dedupe_links_new"
    case linksGone = "dedupe_links_gone"
    case entitiesMerged = "dedupe_entities_merged"
    case entitiesSplit = "dedupe_entities_split"
  }

  private struct Key: Hashable {
    let figure: Figure
    let scope: String
  }

  private let context: StageContext
  private let rules: MatchingRules
  /// Counted since the last transaction, and in all.
  private var pending: [Key: Int] = [:]
  private var total: [Key: Int] = [:]

  init(context: StageContext, rules: MatchingRules) {
    self.context = context
    self.rules = rules
  }

  /// Counts; a scope is a rule's name, or empty.
  func add(_ count: Int, _ figure: Figure, of scope: String = "") {
    guard count != 0 else { return }
    pending[Key(figure: figure, scope: scope), default: 0] += count
  }

  /// Says how many pairs the blocking rules bring, before they are compared.
  func say(_ counts: [CandidatePairs.RuleCount], leads: Int) {
    let rules = counts.filter { $0.pairs > 0 }.map { "\($0.rule.name) \($0.pairs)" }
    guard !rules.isEmpty else { return }
    let sum = counts.reduce(0) { $0 + $1.pairs }
    context.log.info(
      "",
      "\(leads) \(leads == 1 ? "lead" : "leads"), at most \(sum) pairs to compare: "
        + rules.joined(separator: ", "))
  }

  /// Counts what the blocking rules bring, and keeps findings on giant blocks; inside the
  /// transaction of the work.
  func keep(_ counts: [CandidatePairs.RuleCount], id: (_ position: Int) -> Int64) throws {
    for count in counts {
      add(count.pairs, .pairs, of: count.rule.name)
      add(count.giants.count, .giantBlocks, of: count.rule.name)
      add(count.recordsInGiantBlocks, .giantBlockLeads, of: count.rule.name)
      try CrowdedKeys(context: context).record(
        count.giants.map { CrowdedKeys.Key(leads: $0.records, sample: id($0.first)) },
        of: count.rule)
    }
  }

  /// Adds what was counted to the measures of the date, with the thresholds that it was linked by;
  /// inside the transaction of the work.
  func keep() throws {
    guard !pending.isEmpty else { return }
    let set = try context.database.query("dedupe-measure-set")
    for (name, threshold) in [
      ("dedupe_link_at", rules.linkage.linkThreshold),
      ("dedupe_review_at", rules.linkage.reviewThreshold),
    ] {
      try set.run(.int(context.asOf.seconds), .text(name), .text(""), .real(threshold))
    }
    let add = try context.database.query("dedupe-measure-add")
    let sorted = pending.sorted {
      ($0.key.figure.rawValue, $0.key.scope) < ($1.key.figure.rawValue, $1.key.scope)
    }
    for (key, count) in sorted {
      try add.run(
        .int(context.asOf.seconds), .text(key.figure.rawValue), .text(key.scope),
        .real(Double(count)))
      total[key, default: 0] += count
    }
    pending.removeAll()
  }

  /// Puts all figures into the summary of `--json`.
  func report() {
    for figure in Figure.allCases {
      let values = total.filter { $0.key.figure == figure }.sorted { $0.key.scope < $1.key.scope }
      let name = String(figure.rawValue.dropFirst("dedupe_".count))
      if values.count == 1, let only = values.first, only.key.scope.isEmpty {
        context.figure(name, .int(Int64(only.value)))
      } else if !values.isEmpty {
        context.figure(name, .object(values.map { ($0.key.scope, .int(Int64($0.value))) }))
      }
    }
  }
}
