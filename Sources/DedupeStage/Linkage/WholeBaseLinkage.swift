import Matching
import StageKit
import Store

/// Pairs of a whole base that are or may be one person.
struct WholeBaseLinkage {
  /// What was found, and what a later night needs.
  struct Outcome: Sendable {
    let model: LinkModel
    /// Whether the model was made here.
    let isNew: Bool
    let ids: [Int64]
    let pages: [BlockPage]
    let counts: [CandidatePairs.RuleCount]
    /// Pairs that were compared.
    let scored: Int
    /// Of the review threshold and more, by position.
    let edges: [LinkEdge]
    let weights: PairWeights
  }

  /// Records that one piece of work goes over.
  private static let partSize = 20_000
  private static let seed: UInt64 = 20_260_101

  let context: StageContext
  let rules: MatchingRules
  let tally: DedupeTally
  let decisions: LeadDecisions

  /// The leads of a base, as they are read.
  struct Leads {
    private(set) var records = LinkRecords()
    private(set) var keys = BlockKeys()

    /// Leads as far as the ids go, of which some may be missing.
    init(_ bounds: ClosedRange<Int64>) {
      let count = min(WholeBaseDedupe.maximumLeads, Int(bounds.upperBound - bounds.lowerBound) + 1)
      records.reserve(count)
      keys.reserve(count)
    }

    mutating func append(_ batch: LeadBatch) {
      records.append(batch.records)
      keys.append(batch.blockKeys)
    }
  }

  /// Which model to compare by.
  enum Choice {
    case given(LinkModel)
    /// A new one, if the base is large enough to learn from; the model to begin with, and the
    /// version of the new one.
    case train(from: LinkModel, version: Int)
  }

  /// Compares the leads of a base.
  ///
  /// - Throws: `StageFailure` for a base that is too large.
  func run(_ leads: consuming Leads, use choice: Choice) throws -> Outcome {
    let records = leads.records
    let ids = records.ids
    guard ids.count <= SortedKeys.maximumRecords else {
      throw StageFailure(
        .badConfiguration,
        "the base has \(ids.count) leads, expected \(SortedKeys.maximumRecords) at most to be "
          + "compared at once; say 'use: false' of the model in \(MatchingDefinition.file)")
    }
    let (candidates, pages) = try context.timed("block") { try block(leads.keys, ids: ids) }
    tally.say(candidates.counts, leads: ids.count)
    var model: LinkModel
    var isNew = false
    switch choice {
    case .given(let given): model = given
    case .train(let start, let version):
      model = start
      isNew = ids.count >= rules.linkage.trainFrom
      if isNew {
        model = try context.timed("train") {
          try train(records, candidates, from: start, version: version)
        }
      }
    }
    let weights = PairWeights(model, records: records)
    let (edges, scored) = try context.timed("score") {
      try score(candidates, weights, least: LinkModel.weight(of: model.reviewThreshold))
    }
    return Outcome(
      model: model, isNew: isNew, ids: ids, pages: pages, counts: candidates.counts,
      scored: scored, edges: edges, weights: weights)
  }

  /// Finds who shares which keys, one rule apart from the others.
  private func block(
    _ keys: BlockKeys, ids: [Int64]
  ) throws -> (candidates: CandidatePairs, pages: [BlockPage]) {
    var rules = BlockingRule.allCases.makeIterator()
    var blocks: [CandidatePairs.Blocks] = []
    var pages: [BlockPage] = []
    try ParallelBatches.run(
      workers: context.workers, produce: { rules.next() },
      transform: { rule in
        let sorted = SortedKeys(of: rule, in: keys)
        var paging = BlockPaging()
        let leads = sorted.records.map { ids[Int($0)] }
        sorted.forEachBlock { key, places in paging.append(key, leads: leads[places]) }
        return (CandidatePairs.Blocks(sorted), paging.pages)
      },
      consume: {
        blocks.append($0)
        pages += $1
      })
    return (CandidatePairs(keys, blocks: blocks), pages)
  }

  private func train(
    _ records: LinkRecords, _ candidates: CandidatePairs, from start: LinkModel, version: Int
  ) throws -> LinkModel {
    let positions = Dictionary(
      uniqueKeysWithValues: decisions.isEmpty ? [] : records.ids.enumerated().map { ($1, $0) })
    let training = LinkTraining(
      records, start: start, seed: Self.seed, decided: decisions.pairs { positions[$0] })
    var parts = LinkTraining.parts.makeIterator()
    var findings: [LinkTraining.Finding] = []
    try ParallelBatches.run(
      workers: context.workers, produce: { parts.next() },
      transform: { training.look(at: $0, candidates) }, consume: { findings.append($0) })
    return training.model(of: findings, version: version)
  }

  private func score(
    _ candidates: CandidatePairs, _ weights: PairWeights, least: Double
  ) throws -> (edges: [LinkEdge], scored: Int) {
    var parts: [(rule: BlockingRule, part: Range<Int>)] = []
    for rule in BlockingRule.allCases {
      for part in candidates.parts(of: rule, records: Self.partSize) { parts.append((rule, part)) }
    }
    var next = parts.makeIterator()
    var edges: [LinkEdge] = []
    var scored = 0
    try ParallelBatches.run(
      workers: context.workers,
      produce: { next.next() },
      transform: { rule, part in
        var edges: [LinkEdge] = []
        var scored = 0
        candidates.forEach(of: rule, in: part) { left, right, isCandidate in
          guard isCandidate else { return true }
          scored += 1
          if let weight = weights.weight(left, right, atLeast: least) {
            edges.append(LinkEdge(left: left, right: right, weight: weight))
          }
          return true
        }
        return (edges, scored)
      },
      consume: {
        edges += $0
        scored += $1
      })
    return (edges, scored)
  }
}

extension WholeBaseLinkage.Outcome {
  /// Writes what a later night needs: the model if it is new, keys and edges; and what was counted.
  func write(in context: StageContext, rules: LinkageRules, tally: DedupeTally) throws {
    // Those of a base that was taken back.
    for name in [
      "dedupe-linkage-clear-pages", "dedupe-linkage-clear-stale", "dedupe-linkage-clear-edges",
    ] {
      try context.database.query(name).run()
    }
    if isNew {
      try LinkModels(context: context, rules: rules)
        .keep(model, leads: ids.count, asOf: context.asOf)
    }
    try BlockPages(database: context.database).append(pages)
    try tally.keep(counts, id: { ids[$0] })
    tally.add(scored, .scored)
    let statement = try context.database.query("dedupe-edge-write")
    var rows = edges.map { ($0.left, $0.right, $0.weight) }
    rows += edges.map { ($0.right, $0.left, $0.weight) }
    rows.sort { ($0.0, $0.1) < ($1.0, $1.1) }
    for (lead, other, weight) in rows {
      statement.bind(1, ids[lead])
      statement.bind(2, ids[other])
      statement.bind(3, weight)
      while try statement.step() {}
    }
  }
}
