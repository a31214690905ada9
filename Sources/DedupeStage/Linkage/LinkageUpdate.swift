import Matching
import StageKit
import Store

/// Compares new and changed leads with the base and among themselves.
///
/// The edges are those of comparing everything at once. Where a key comes to be shared by more leads
/// than are compared with each other, or by no more than that again, the pairs of those who have had
/// it are looked at once more.
struct LinkageUpdate {
  let database: Database
  let model: LinkModel
  private let reader: LinkReader
  private let pages: BlockPages
  /// Whether all edges have just been made anew: leads have only to be clustered by them.
  private let isFresh: Bool
  private let tally: DedupeTally

  init(
    database: Database, model: LinkModel, rules: MatchingRules, isFresh: Bool, tally: DedupeTally
  ) {
    self.tally = tally
    self.database = database
    self.isFresh = isFresh
    self.model = model
    reader = LinkReader(roleLocalParts: rules.roleLocalParts)
    pages = BlockPages(database: database)
  }

  /// The weight from which two leads are one person.
  var linkWeight: Double { LinkModel.weight(of: model.linkThreshold) }

  private var reviewWeight: Double { LinkModel.weight(of: model.reviewThreshold) }

  /// Brings the edges of some leads up to date, in ascending order of their ids, and gives the leads
  /// that have gained or lost one that links. `known` are those of them that may have had keys
  /// before.
  func run(taken ids: [Int64], known: Set<Int64>) throws -> Set<Int64> {
    if isFresh { return Set(ids) }
    var gone = known
    try database.query("dedupe-stale").rows { gone.insert($0.int(0)) }
    let lost = try pages.remove(gone)
    try database.query("dedupe-linkage-clear-stale").run()
    var edges = try LinkEdges(database: database, linkWeight: linkWeight)
    for lead in gone.sorted() { try edges.drop(of: lead) }
    guard !ids.isEmpty || !lost.isEmpty else { return edges.touched }

    var (reader, records) = (reader, LinkRecords())
    try LinkColumns.read(ids, from: database, reader: &reader, into: &records)
    let blocks = try TakenBlocks(BlockKeys(records), ids: records.ids, lost: lost, stored: pages)
    let counts = blocks.counts
    tally.say(counts, leads: ids.count)
    try tally.keep(counts, id: { records.ids[$0] })
    try pages.append(blocks.pages)
    try compare(records, blocks, reader, &edges)
    try compareAgain(blocks, lost: lost, reader, &edges)
    return edges.touched
  }

  /// The leads linked to a lead.
  func linked(to lead: Int64) throws -> [(other: Int64, weight: Double)] {
    var edges: [(Int64, Double)] = []
    try database.query("dedupe-edges").rows(.int(lead), .real(linkWeight)) {
      edges.append(($0.int(0), $0.double(1)))
    }
    return edges
  }

  /// Match weights between some leads, given by ascending ids.
  func weights(of ids: [Int64]) throws -> PairWeights {
    var (reader, records) = (reader, LinkRecords())
    try LinkColumns.read(ids, from: database, reader: &reader, into: &records)
    return PairWeights(model, records: records)
  }

  // MARK: Comparing

  /// Scores the pairs with a taken lead in each.
  private func compare(
    _ taken: LinkRecords, _ blocks: TakenBlocks, _ reader: LinkReader, _ edges: inout LinkEdges
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
    var scored = 0
    for left in 0..<taken.count {
      let stored = near[left].compactMap { positions[$0] }
      for right in stored + blocks.takenNear(left) {
        // A key's block may hold another key of the same hash.
        guard keys.candidacy(left, right)?.isEnough == true else { continue }
        scored += 1
        if let edge = edge(left, right, records.ids, weights) { try edges.set(edge) }
      }
    }
    tally.add(scored, .scored)
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
    _ blocks: TakenBlocks, lost: [UInt64: Int], _ reader: LinkReader, _ edges: inout LinkEdges
  ) throws {
    var pairs: Set<LeadPair> = []
    for block in blocks.crossed {
      if block.hasGrown {
        // What has no edge has none to lose.
        let members = Set(block.leads)
        for lead in block.leads {
          for other in try edges.others(of: lead) where other > lead && members.contains(other) {
            pairs.insert(LeadPair(left: lead, right: other))
          }
        }
      } else {
        for (index, left) in block.leads.enumerated() {
          for right in block.leads[(index + 1)...] {
            pairs.insert(LeadPair(left: left, right: right))
          }
        }
      }
    }
    guard !pairs.isEmpty else { return }
    var (reader, records) = (reader, LinkRecords())
    let leads = Set(pairs.lazy.flatMap { [$0.left, $0.right] }).sorted()
    try LinkColumns.read(leads, from: database, reader: &reader, into: &records)
    // The keys of the taken leads are among the stored ones by now.
    let keys = try TakenBlocks.sized(BlockKeys(records), stored: pages)
    let weights = PairWeights(model, records: records)
    var positions: [Int64: Int] = [:]
    for (position, id) in records.ids.enumerated() { positions[id] = position }
    for pair in pairs.sorted() {
      guard let left = positions[pair.left], let right = positions[pair.right] else { continue }
      if keys.candidacy(left, right)?.isEnough == true,
        let edge = edge(left, right, records.ids, weights)
      {
        try edges.set(edge)
      } else {
        try edges.drop(pair.left, pair.right)
      }
    }
  }
}

/// Two leads, that of the lower id first.
private struct LeadPair: Hashable, Comparable {
  let left: Int64
  let right: Int64

  static func < (one: LeadPair, other: LeadPair) -> Bool {
    (one.left, one.right) < (other.left, other.right)
  }
}
