import Matching

/// The blocking keys of new and changed leads, with the stored leads that share them.
struct TakenBlocks {
  /// A key whose growing or shrinking gives other pairs of the stored leads that have it.
  struct Crossed {
    let leads: [Int64]
    let hasGrown: Bool
  }

  private let ids: [Int64]
  /// The keys of the leads, with the sizes that they have now.
  private(set) var keys: BlockKeys
  /// All keys in ascending order, and where the leads begin that have each.
  private(set) var values: [UInt64] = []
  private var starts: [Int] = []
  /// The leads' positions, those of a key together.
  private var holders: [Int] = []
  private let stored: BlockPages.Stored
  private(set) var crossed: [Crossed] = []
  /// Keys whose growing or shrinking gives other pairs of one more record with the leads that have
  /// them.
  private(set) var crossedBeside: Set<UInt64> = []
  /// Whether each of the records is by itself with the stored leads.
  private let areApart: Bool

  /// `lost` says how many leads have lost each key; `pages` are those without the leads taken.
  init(
    _ keys: BlockKeys, ids: [Int64], lost: [UInt64: Int], stored pages: BlockPages,
    areApart: Bool = false
  ) throws {
    self.ids = ids
    self.keys = keys
    self.areApart = areApart
    var entries: [(key: UInt64, holder: Int)] = []
    entries.reserveCapacity(ids.count * 12 + lost.count)
    for holder in 0..<keys.count { keys.forEach(of: holder) { entries.append(($0, holder)) } }
    for key in lost.keys { entries.append((key, -1)) }
    entries.sort { ($0.key, $0.holder) < ($1.key, $1.holder) }
    for entry in entries {
      if values.last != entry.key {
        values.append(entry.key)
        starts.append(holders.count)
      }
      if entry.holder >= 0 { holders.append(entry.holder) }
    }
    starts.append(holders.count)
    stored = try pages.stored(values, leadsUpTo: BlockingRule.largestBlock)
    for (index, key) in values.enumerated() {
      let holders = holders(of: index)
      let now = size(of: index)
      for holder in holders { self.keys.note(now, sharing: key, of: holder) }
      let before = stored.counts[index] + (lost[key] ?? 0)
      if BlockingRule.of(key)?.isCrossed(from: before + 1, to: now + 1) == true {
        crossedBeside.insert(key)
      }
      if BlockingRule.of(key)?.isCrossed(from: before, to: now) == true,
        stored.counts[index] > 1
      {
        crossed.append(Crossed(leads: stored.leads[index], hasGrown: now > before))
      }
    }
  }

  /// Keys of stored leads with the sizes that they have now, and would have with those of others
  /// beside them.
  static func sized(
    _ keys: BlockKeys, stored pages: BlockPages, beside others: BlockKeys = BlockKeys()
  ) throws -> BlockKeys {
    var sized = keys
    var values: Set<UInt64> = []
    for record in 0..<keys.count { keys.forEach(of: record) { values.insert($0) } }
    let sorted = values.sorted()
    let counts = try pages.stored(sorted, leadsUpTo: 0).counts
    var sizes = Dictionary(uniqueKeysWithValues: zip(sorted, counts))
    for record in 0..<others.count {
      others.forEach(of: record) { if let size = sizes[$0] { sizes[$0] = size + 1 } }
    }
    for record in 0..<keys.count {
      keys.forEach(of: record) { sized.note(sizes[$0] ?? 0, sharing: $0, of: record) }
    }
    return sized
  }

  /// What each rule brings: pairs with one of the leads in each, and keys that too many share.
  var counts: [CandidatePairs.RuleCount] {
    var counts = BlockingRule.allCases.map { CandidatePairs.RuleCount(rule: $0) }
    for (index, key) in values.enumerated() {
      let holders = holders(of: index)
      guard let rule = BlockingRule.of(key)?.rawValue, let first = holders.first else { continue }
      let size = stored.counts[index] + holders.count
      if size > BlockingRule.largestBlock {
        counts[rule].giants.append(.init(records: size, first: first))
        counts[rule].recordsInGiantBlocks += holders.count
      } else {
        counts[rule].pairs += holders.count * (holders.count - 1) / 2
        counts[rule].pairs += holders.count * stored.counts[index]
      }
    }
    return counts
  }

  /// Records that have a key: the stored leads and those that are with them.
  private func size(of index: Int) -> Int {
    let holders = starts[index + 1] - starts[index]
    return stored.counts[index] + (areApart ? min(1, holders) : holders)
  }

  private func holders(of index: Int) -> ArraySlice<Int> {
    holders[starts[index]..<starts[index + 1]]
  }

  /// What the store has to keep of the leads' keys.
  var pages: [BlockPage] {
    var paging = BlockPaging()
    for (index, key) in values.enumerated() {
      let holders = holders(of: index)
      guard !holders.isEmpty else { continue }
      paging.append(key, leads: holders.map { ids[$0] }[...])
    }
    return paging.pages
  }

  /// The stored leads that share enough keys with each of the leads.
  func storedNear() -> [[Int64]] { near(stored, beside: 0) }

  /// The records that share enough keys with each of the leads, of some that were found by `values`;
  /// `beside` is 1 when these are not among the leads.
  func near(_ others: BlockPages.Stored, beside: Int) -> [[Int64]] {
    // Each record with 1 beside it when the key is enough alone.
    var found: [[Int64]] = Array(repeating: [], count: ids.count)
    for (index, key) in values.enumerated() {
      let size = size(of: index) + beside
      guard size <= BlockingRule.largestBlock, !others.leads[index].isEmpty else { continue }
      let isEnough = BlockingRule.of(key)?.isEnough(sharedBy: size) == true
      for holder in holders(of: index) {
        for other in others.leads[index] { found[holder].append(other << 1 | (isEnough ? 1 : 0)) }
      }
    }
    return found.map { leads in
      var near: [Int64] = []
      var last: Int64?
      for entry in leads.sorted() {
        if entry & 1 == 1 || last == entry >> 1, near.last != entry >> 1 { near.append(entry >> 1) }
        last = entry >> 1
      }
      return near
    }
  }

  /// Of each of the leads, those after it that share a key with it.
  func takenNear() -> [[Int]] {
    var near: [[Int]] = Array(repeating: [], count: ids.count)
    for index in values.indices {
      let holders = holders(of: index)
      guard holders.count > 1,
        stored.counts[index] + holders.count <= BlockingRule.largestBlock
      else { continue }
      for (place, left) in holders.enumerated() {
        near[left] += holders.dropFirst(place + 1)
      }
    }
    return near.map { others in
      var last = -1
      return others.sorted().filter { other in
        defer { last = other }
        return other != last
      }
    }
  }
}
