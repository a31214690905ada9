import Matching
import StageKit
import Store

/// Compares new and changed leads with the base and among themselves.
///
/// The edges are those of comparing everything at once. Where a key comes to be shared by more leads
/// than are compared with each other, or by no more than that again, all of them are taken up.
struct LinkageUpdate {
  private let database: Database
  private let model: LinkModel
  private let reader: LinkReader
  private let pages: BlockPages
  /// Whether all edges have just been made anew: leads have only to be clustered by them.
  private let isFresh: Bool

  init(database: Database, model: LinkModel, rules: MatchingRules, isFresh: Bool) {
    self.database = database
    self.isFresh = isFresh
    self.model = model
    reader = LinkReader(roleLocalParts: rules.roleLocalParts)
    pages = BlockPages(database: database)
  }

  /// The weight from which two leads are one person.
  var linkWeight: Double { LinkModel.weight(of: model.linkThreshold) }

  /// Brings the edges of some leads up to date, in ascending order of their ids, and gives the leads
  /// that have gained or lost one that links. `known` are those of them that may have had keys
  /// before.
  func run(taken ids: [Int64], known: Set<Int64>) throws -> Set<Int64> {
    if isFresh { return Set(ids) }
    var gone = known
    try database.query("dedupe-stale").rows { gone.insert($0.int(0)) }
    let lost = try pages.remove(gone)
    try database.query("dedupe-linkage-clear-stale").run()
    var touched: Set<Int64> = []
    var taken = ids
    while true {
      var step = try Step(taken, lost: lost, update: self)
      if step.crossed.isEmpty {
        touched.formUnion(try dropEdges(of: taken))
        touched.formUnion(try step.write(least: linkWeight))
        return touched
      }
      taken = Set(taken).union(step.crossed).sorted()
    }
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

  private func dropEdges(of leads: [Int64]) throws -> Set<Int64> {
    var touched: Set<Int64> = []
    let delete = try database.query("dedupe-edge-delete")
    for lead in leads {
      var others: [(id: Int64, weight: Double)] = []
      try database.query("dedupe-edges").rows(.int(lead), .real(-.greatestFiniteMagnitude)) {
        others.append(($0.int(0), $0.double(1)))
      }
      for other in others {
        if other.weight >= linkWeight { touched.formUnion([lead, other.id]) }
        try delete.run(.int(lead), .int(other.id))
        try delete.run(.int(other.id), .int(lead))
      }
    }
    return touched
  }

  /// One go at some leads.
  private struct Step {
    private let update: LinkageUpdate
    private var records = LinkRecords()
    private let keys: BlockKeys
    /// Stored leads by key, those taken up left out; and whether a taken lead stands there too.
    private var stored: [Int64: [Int64]] = [:]
    private let takenCount: Int
    private var standing: [Int64: Set<Int64>] = [:]
    /// Taken leads by key.
    private var holders: [UInt64: [Int]] = [:]
    private var sizes = BlockSizes()
    /// Leads that share a key which as many have now as are not compared any more, or are again.
    private(set) var crossed: Set<Int64> = []

    init(_ taken: [Int64], lost: [Int64: Int], update: LinkageUpdate) throws {
      self.update = update
      var reader = update.reader
      try LinkColumns.read(taken, from: update.database, reader: &reader, into: &records)
      keys = BlockKeys(records)
      takenCount = records.count
      for record in 0..<records.count {
        keys.forEach(of: record) { holders[$0, default: []].append(record) }
      }
      var sizesNow: [Int64: Int] = [:]
      for (key, holders) in holders { sizesNow[BlockPages.kept(key), default: 0] += holders.count }
      let wanted = Set(sizesNow.keys).union(lost.keys).sorted()
      stored = try update.pages.leads(having: wanted)
      let isTaken = Set(taken)
      for key in wanted {
        let leads = stored[key] ?? []
        let others = leads.filter { !isTaken.contains($0) }
        if others.count < leads.count { standing[key] = Set(leads).intersection(isTaken) }
        if !leads.isEmpty { stored[key] = others }
        if BlockSizes.isCrossed(
          from: leads.count + (lost[key] ?? 0), to: others.count + (sizesNow[key] ?? 0))
        {
          crossed.formUnion(others)
        }
      }
      for (key, holders) in holders {
        sizes.note(key, records: holders.count + (stored[BlockPages.kept(key)]?.count ?? 0))
      }
    }

    /// Scores the pairs, writes edges and keys, and gives the leads with an edge that links.
    mutating func write(least linkWeight: Double) throws -> Set<Int64> {
      let pairs = try candidatePairs()
      let weights = PairWeights(update.model, records: records)
      let reviewWeight = LinkModel.weight(of: update.model.reviewThreshold)
      let insert = try update.database.query("dedupe-edge-write")
      var touched: Set<Int64> = []
      for pair in pairs.sorted() {
        let (left, right) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
        let isInOrder = records.ids[left] < records.ids[right]
        let weight =
          isInOrder
          ? weights.weight(left, right, atLeast: reviewWeight)
          : weights.weight(right, left, atLeast: reviewWeight)
        guard let weight else { continue }
        let (one, other) = (records.ids[left], records.ids[right])
        try insert.run(.int(one), .int(other), .real(weight))
        try insert.run(.int(other), .int(one), .real(weight))
        if weight >= linkWeight { touched.formUnion([one, other]) }
      }
      try writeKeys()
      return touched
    }

    /// Pairs of positions with a taken lead in each; the other leads are read here.
    private mutating func candidatePairs() throws -> Set<UInt64> {
      try readCandidates()
      let keys = BlockKeys(records)
      var positions: [Int64: Int] = [:]
      for position in takenCount..<records.count { positions[records.ids[position]] = position }
      var pairs: Set<UInt64> = []
      func add(_ left: Int, _ right: Int) {
        // A stored lead may have had the key before it changed, or share only its upper bits.
        guard keys.candidacy(left, right, sizes: sizes)?.isEnough == true else { return }
        pairs.insert(UInt64(left) << 32 | UInt64(right))
      }
      for (key, holders) in holders where !sizes.isGiant(key) {
        for (index, left) in holders.enumerated() {
          for right in holders[(index + 1)...] { add(left, right) }
          for other in stored[BlockPages.kept(key)] ?? [] {
            if let right = positions[other] { add(left, right) }
          }
        }
      }
      return pairs
    }

    /// Reads the stored leads that share enough keys with a taken one, as far as the keys tell.
    private mutating func readCandidates() throws {
      var others: Set<Int64> = []
      // Leads met once by a key that is not sufficient alone, those of one taken lead at a time.
      var met: Set<Int64> = []
      for record in 0..<takenCount {
        met.removeAll(keepingCapacity: true)
        for rule in BlockingRule.allCases {
          let key = keys[record, rule]
          guard key != 0, !sizes.isGiant(key), let leads = stored[BlockPages.kept(key)] else {
            continue
          }
          let isEnough = sizes.isEnough(key, of: rule)
          for lead in leads where !met.insert(lead).inserted || isEnough { others.insert(lead) }
        }
      }
      var reader = update.reader
      try LinkColumns.read(
        others.sorted(), from: update.database, reader: &reader, into: &records)
    }

    private func writeKeys() throws {
      let insert = try update.database.query("dedupe-block-write")
      var rows: [(key: Int64, lead: Int64)] = []
      for (key, holders) in holders {
        let key = BlockPages.kept(key)
        for holder in holders where standing[key]?.contains(records.ids[holder]) != true {
          rows.append((key, records.ids[holder]))
        }
      }
      rows.sort { ($0.key, $0.lead) < ($1.key, $1.lead) }
      for row in rows { try insert.run(.int(row.key), .int(row.lead)) }
    }
  }
}
