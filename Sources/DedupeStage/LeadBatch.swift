import Matching
import StageKit
import Store

/// What linking needs of the leads of one range of ids, read in one go by a worker.
struct LeadBatch: Sendable {
  private(set) var ids: [Int64] = []
  private(set) var keys: [LeadKeys] = []
  /// Empty when the model is not used.
  private(set) var records = LinkRecords()
  private(set) var blockKeys = BlockKeys()

  init(_ range: ClosedRange<Int64>, of database: Database, rules: MatchingRules) throws {
    var maker = KeyMaker(rules: rules)
    var reader = LinkReader(rules: rules)
    let query = rules.linkage.isUsed ? "dedupe-link-fields" : "dedupe-key-fields"
    try database.query(query).rows(.int(range.lowerBound), .int(range.upperBound)) { row in
      KeyColumns.read(row) { id, fields in
        ids.append(id)
        keys.append(maker.keys(of: fields))
      }
      if rules.linkage.isUsed { LinkColumns.read(row, &reader, into: &records) }
    }
    blockKeys.append(records, from: 0)
  }

  /// Ids a worker reads at once.
  private static let width: Int64 = 20_000

  /// Hands over the leads from one id to another, batch by batch in order, until `take` returns
  /// false.
  static func read(
    _ bounds: ClosedRange<Int64>, by readers: ReaderPool, workers: Int, rules: MatchingRules,
    take: (LeadBatch) -> Bool
  ) throws {
    // Ids have gaps where files of other kinds came between; few large steps skip them.
    let width = max(width, (bounds.upperBound - bounds.lowerBound) / 5_000)
    var next = bounds.lowerBound
    var isWanted = true
    try ParallelBatches.run(
      workers: workers,
      produce: { () -> ClosedRange<Int64>? in
        guard isWanted, next <= bounds.upperBound else { return nil }
        defer { next += width }
        return next...min(bounds.upperBound, next + width - 1)
      },
      transform: { range in
        try readers.read { try LeadBatch(range, of: $0, rules: rules) }
      },
      consume: { batch in
        if isWanted { isWanted = take(batch) }
      })
  }
}
