import Matching
import Store

/// Compares new and changed leads with the base and among themselves. Only reads.
///
/// Where a key comes to be shared by more leads than are compared with each other, or by no more than
/// that again, the pairs of those who have had it are looked at once more.
struct NightComparison: Sendable {
  let model: LinkModel
  private let reader: LinkReader

  /// What the store has to take over.
  struct Outcome: Sendable {
    /// New edges, and those that may have changed.
    fileprivate(set) var edges: [LinkEdges.Edge] = []
    /// Pairs that have no edge any more, or never had one.
    fileprivate(set) var parted: [LeadPair] = []
    /// The leads by position, their blocking keys, and what each blocking rule brings.
    let ids: [Int64]
    let pages: [BlockPage]
    let counts: [CandidatePairs.RuleCount]
    /// The leads as they are compared, and whom their keys meet.
    let records: LinkRecords
    let blocks: TakenBlocks
    /// Pairs of them that were compared.
    fileprivate(set) var scored = 0
  }

  init(model: LinkModel, rules: MatchingRules) {
    self.model = model
    reader = LinkReader(rules: rules)
  }

  /// The weight from which two leads are one person.
  var linkWeight: Double { LinkModel.weight(of: model.linkThreshold) }

  private var reviewWeight: Double { LinkModel.weight(of: model.reviewThreshold) }

  /// Compares leads given by ascending ids, whose keys are not stored; `lost` says how many leads
  /// have lost each key.
  func outcome(of ids: [Int64], lost: [UInt64: Int], in database: Database) throws -> Outcome {
    let records = try records(of: ids, in: database)
    let blocks = try TakenBlocks(
      BlockKeys(records), ids: records.ids, lost: lost, stored: BlockPages(database: database))
    var outcome = Outcome(
      ids: records.ids, pages: blocks.pages, counts: blocks.counts, records: records,
      blocks: blocks)
    try compare(records, blocks, database, &outcome)
    try compareAgain(blocks, database, &outcome)
    return outcome
  }

  /// Match weights between some leads, given by ascending ids.
  func weights(of ids: [Int64], in database: Database) throws -> PairWeights {
    PairWeights(model, records: try records(of: ids, in: database))
  }

  private func records(of ids: [Int64], in database: Database) throws -> LinkRecords {
    var (reader, records) = (reader, LinkRecords())
    try LinkColumns.read(ids, from: database, reader: &reader, into: &records)
    return records
  }

  /// Scores the pairs with a taken lead in each.
  private func compare(
    _ taken: LinkRecords, _ blocks: TakenBlocks, _ database: Database, _ outcome: inout Outcome
  ) throws {
    var (reader, records, keys) = (reader, taken, blocks.keys)
    let near = blocks.storedNear()
    let others = Set(near.joined()).sorted()
    try LinkColumns.read(others, from: database, reader: &reader, into: &records)
    keys.append(records, from: taken.count)
    var positions: [Int64: Int] = [:]
    positions.reserveCapacity(others.count)
    for position in taken.count..<records.count { positions[records.ids[position]] = position }
    let weights = PairWeights(model, records: records)
    let takenNear = blocks.takenNear()
    for left in 0..<taken.count {
      let stored = near[left].compactMap { positions[$0] }
      for right in stored + takenNear[left] {
        // A key's block may hold another key of the same hash.
        guard keys.candidacy(left, right)?.isEnough == true else { continue }
        outcome.scored += 1
        if let edge = edge(left, right, records.ids, weights) { outcome.edges.append(edge) }
      }
    }
  }

  /// The edge of two records, if they may be one person.
  private func edge(
    _ one: Int, _ other: Int, _ ids: [Int64], _ weights: PairWeights
  ) -> LinkEdges.Edge? {
    let (left, right) = ids[one] < ids[other] ? (one, other) : (other, one)
    return weights.weight(left, right, atLeast: reviewWeight).map {
      LinkEdges.Edge(left: ids[left], right: ids[right], weight: $0)
    }
  }

  /// Looks once more at pairs of untouched leads, whose key has come to be shared by more or fewer
  /// than is reason enough for a comparison.
  private func compareAgain(
    _ blocks: TakenBlocks, _ database: Database, _ outcome: inout Outcome
  ) throws {
    let pairs = try doubtfulPairs(blocks, database)
    guard !pairs.isEmpty else { return }
    let records = try records(
      of: Set(pairs.lazy.flatMap { [$0.left, $0.right] }).sorted(), in: database)
    let keys = try TakenBlocks.sized(
      BlockKeys(records), stored: BlockPages(database: database), beside: blocks.keys)
    let weights = PairWeights(model, records: records)
    var positions: [Int64: Int] = [:]
    for (position, id) in records.ids.enumerated() { positions[id] = position }
    for pair in pairs.sorted() {
      guard let left = positions[pair.left], let right = positions[pair.right] else { continue }
      if keys.candidacy(left, right)?.isEnough == true,
        let edge = edge(left, right, records.ids, weights)
      {
        outcome.edges.append(edge)
      } else {
        outcome.parted.append(pair)
      }
    }
  }

  private func doubtfulPairs(_ blocks: TakenBlocks, _ database: Database) throws -> Set<LeadPair> {
    let edges = try LinkEdges(database: database, linkWeight: linkWeight)
    var pairs: Set<LeadPair> = []
    for block in blocks.crossed {
      let members = Set(block.leads)
      for (index, left) in block.leads.enumerated() {
        // In a block that has grown, what has no edge has none to lose.
        let others =
          block.hasGrown
          ? try edges.others(of: left).filter { $0 > left && members.contains($0) }
          : Array(block.leads[(index + 1)...])
        for right in others { pairs.insert(LeadPair(left: left, right: right)) }
      }
    }
    return pairs
  }
}

/// Two leads, that of the lower id first.
struct LeadPair: Hashable, Comparable, Sendable {
  let left: Int64
  let right: Int64

  static func < (one: LeadPair, other: LeadPair) -> Bool {
    (one.left, one.right) < (other.left, other.right)
  }
}
