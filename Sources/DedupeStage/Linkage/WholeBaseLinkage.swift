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
    let pages: [BlockPages.Page]
    let counts: [CandidatePairs.RuleCount]
    /// Of the review threshold and more, by position.
    let edges: [LinkEdge]
    let weights: PairWeights
  }

  /// Records that one piece of work goes over.
  private static let partSize = 20_000
  private static let seed: UInt64 = 20_260_101

  let context: StageContext
  let rules: MatchingRules
  let readers: ReaderPool

  /// Which model to compare by.
  enum Choice {
    case given(LinkModel)
    /// A new one, if the base is large enough to learn from; the model to begin with, and the
    /// version of the new one.
    case train(from: LinkModel, version: Int)
  }

  /// Compares the leads from one id to another.
  func run(_ range: ClosedRange<Int64>, batchWidth: Int64, use choice: Choice) throws -> Outcome {
    var records = LinkRecords()
    var allKeys = BlockKeys()
    try read(range, batchWidth, &records, &allKeys)
    let keys = allKeys
    let candidates = CandidatePairs(keys, blocks: try blocks(of: keys))
    let ids = records.ids
    var model: LinkModel
    var isNew = false
    var version = 0
    switch choice {
    case .given(let given): model = given
    case .train(let start, let next):
      model = start
      version = next
      isNew = records.count >= rules.linkage.trainFrom
    }
    let (start, newVersion) = (model, version)
    let pages = try Overlap.run(
      background: { BlockPages.pages(of: keys, ids: ids) },
      foreground: {
        guard isNew else { return }
        model = LinkTraining(records, start: start, seed: Self.seed)
          .model(candidates: candidates, version: newVersion)
      })
    let weights = PairWeights(model, records: records)
    let edges = try score(
      candidates, weights, least: LinkModel.weight(of: model.reviewThreshold))
    return Outcome(
      model: model, isNew: isNew, ids: ids, pages: pages ?? [], counts: candidates.counts,
      edges: edges, weights: weights)
  }

  private func blocks(of keys: BlockKeys) throws -> [CandidatePairs.Blocks] {
    var rules = BlockingRule.allCases.makeIterator()
    var blocks: [CandidatePairs.Blocks] = []
    try ParallelBatches.run(
      workers: context.workers, produce: { rules.next() },
      transform: { CandidatePairs.Blocks(of: $0, in: keys) }, consume: { blocks.append($0) })
    return blocks
  }

  private func read(
    _ range: ClosedRange<Int64>, _ width: Int64, _ records: inout LinkRecords,
    _ keys: inout BlockKeys
  ) throws {
    let (readers, reader) = (readers, LinkReader(roleLocalParts: rules.roleLocalParts))
    var next = range.lowerBound
    try ParallelBatches.run(
      workers: context.workers,
      produce: { () -> ClosedRange<Int64>? in
        guard next <= range.upperBound else { return nil }
        defer { next += width }
        return next...min(range.upperBound, next + width - 1)
      },
      transform: { range in
        var (reader, records) = (reader, LinkRecords())
        try readers.read {
          try LinkColumns.read(range, from: $0, reader: &reader, into: &records)
        }
        return (records, BlockKeys(records))
      },
      consume: { batch in
        records.append(batch.0)
        keys.append(batch.1)
      })
  }

  private func score(
    _ candidates: CandidatePairs, _ weights: PairWeights, least: Double
  ) throws -> [LinkEdge] {
    var parts: [(rule: BlockingRule, part: Range<Int>)] = []
    for rule in BlockingRule.allCases {
      for part in candidates.parts(of: rule, records: Self.partSize) { parts.append((rule, part)) }
    }
    var next = parts.makeIterator()
    var edges: [LinkEdge] = []
    try ParallelBatches.run(
      workers: context.workers,
      produce: { next.next() },
      transform: { rule, part in
        var edges: [LinkEdge] = []
        candidates.forEach(of: rule, in: part) { left, right, isCandidate in
          guard isCandidate, let weight = weights.weight(left, right, atLeast: least) else {
            return
          }
          edges.append(LinkEdge(left: left, right: right, weight: weight))
        }
        return edges
      },
      consume: { edges += $0 })
    return edges
  }
}

extension WholeBaseLinkage.Outcome {
  /// Writes what a later night needs: the model if it is new, keys and edges.
  func write(in context: StageContext, rules: LinkageRules) throws {
    // Those of a base that was taken back.
    for name in [
      "dedupe-linkage-clear-pages", "dedupe-linkage-clear-blocks", "dedupe-linkage-clear-stale",
      "dedupe-linkage-clear-edges",
    ] {
      try context.database.query(name).run()
    }
    if isNew {
      try LinkModels(context: context, rules: rules)
        .keep(model, leads: ids.count, asOf: context.asOf)
    }
    try BlockPages(database: context.database).write(pages)
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
