import LeadModel
import Matching
import Store

/// Compares one record that is not in the base with the base, as a night would compare it. Only
/// reads.
struct RecordLinkage {
  /// A lead that the record is, or may be.
  struct Match {
    let lead: Int64
    /// Match weight in bits.
    let weight: Double
    let evidence: [MatchEvidence]
  }

  private let base: LinkedBase
  private let record: LinkRecords
  private let keys: BlockKeys
  /// Leads that share a key of which the record makes a larger block than is compared so far.
  private var crossed: [Set<Int64>] = []
  /// The leads that the record is or may be, the surest first.
  private(set) var matches: [Match] = []

  /// `record` is the one record to compare.
  init(_ record: LinkRecords, in base: LinkedBase) throws {
    self.base = base
    self.record = record
    keys = BlockKeys(record)
    try compare()
  }

  var linkWeight: Double { LinkModel.weight(of: base.model.linkThreshold) }

  /// Leads that a lead is linked to.
  func linked(to lead: Int64) throws -> [(other: Int64, weight: Double)] {
    var edges: [(Int64, Double)] = []
    try base.database.query("dedupe-edges").rows(.int(lead), .real(linkWeight)) {
      edges.append(($0.int(0), $0.double(1)))
    }
    return try edges.filter { try isCompared(lead, $0.0) }
  }

  /// Match weights between some leads, given by ascending ids, and the record behind them.
  func weights(of leads: [Int64]) throws -> PairWeights {
    var (reader, records) = (base.reader, LinkRecords())
    try LinkColumns.read(leads, from: base.database, reader: &reader, into: &records)
    records.append(record)
    return PairWeights(base.weights, records: records)
  }

  // MARK: The record

  private mutating func compare() throws {
    let blocks = try TakenBlocks(keys, ids: record.ids, lost: [:], stored: base.pages)
    crossed = blocks.crossed.map { Set($0.leads) }
    var (reader, records) = (base.reader, record)
    for near in blocks.storedNear() {
      try LinkColumns.read(near, from: base.database, reader: &reader, into: &records)
    }
    var all = blocks.keys
    all.append(records, from: record.count)
    let weights = PairWeights(base.weights, records: records)
    let least = LinkModel.weight(of: base.model.reviewThreshold)
    for other in 1..<max(1, records.count)
    where all.candidacy(other, 0)?.isEnough == true {
      // The record has the highest id.
      guard let weight = weights.weight(other, 0, atLeast: least) else { continue }
      let evidence = MatchEvidence.steps(
        weights, records, (other, 0), prior: base.weights.priorWeight, total: weight)
      matches.append(Match(lead: records.ids[other], weight: weight, evidence: evidence))
    }
    matches.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.lead < $1.lead }
  }

  // MARK: Blocks that the record makes too large

  /// Whether two leads of the base would still be compared with the record among them.
  private func isCompared(_ left: Int64, _ right: Int64) throws -> Bool {
    guard crossed.contains(where: { $0.contains(left) && $0.contains(right) }) else { return true }
    var (reader, records) = (base.reader, LinkRecords())
    try LinkColumns.read(
      [left, right].sorted(), from: base.database, reader: &reader, into: &records)
    guard records.count == 2 else { return false }
    let pair = try TakenBlocks.sized(BlockKeys(records), stored: base.pages, beside: keys)
    return pair.candidacy(0, 1)?.isEnough == true
  }
}
