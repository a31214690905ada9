import Matching
import Store

/// Which leads have a blocking key: pages in generations, the first of the whole base and a later
/// one of each batch that came since, merged when there come to be many.
struct BlockPages {
  /// Whose keys they are: the first word of the queries' names.
  enum Holders: String {
    case leads = "block"
    case contacts = "contact"
  }

  let database: Database
  var holders = Holders.leads
  /// Pages that were read before, of a base that does not change.
  var cache: BlockPageCache?

  /// What is stored of some keys, by their place in the question.
  struct Stored {
    /// Leads that have the key.
    fileprivate(set) var counts: [Int]
    /// These leads, in ascending order, where they are not more than were asked for.
    fileprivate(set) var leads: [[Int64]]
  }

  /// Bits of a page's id that are its first key; the generation stands above.
  private static let keyBits: Int64 = 48
  private var table: String { holders.rawValue }
  /// Generations that a page's id has room for.
  private static let lastGeneration: Int64 = 1 << 14
  private static let highestKey = UInt64(1) << UInt64(keyBits) - 1

  /// The generation that a page is of.
  static func generation(of page: Int64) -> Int64 { page >> keyBits }

  // MARK: Writing

  /// Writes pages, in order of their keys, as the newest generation.
  func append(_ pages: [BlockPage]) throws {
    guard !pages.isEmpty else { return }
    let newest = try generations().last
    try write(pages, generation: newest.map { $0 + 1 } ?? 0)
    try merge()
  }

  private func write(_ pages: [BlockPage], generation: Int64) throws {
    let statement = try database.query("dedupe-\(table)-page-write")
    for page in pages {
      statement.bind(1, generation << Self.keyBits | Int64(page.firstKey))
      statement.bindBlob(2, page.bytes)
      while try statement.step() {}
    }
  }

  /// Merges the newest generations as long as the older one of two has not twice as many pages: each
  /// key is written again a few times only, however many nights come.
  private func merge() throws {
    var generations = try generations()
    while generations.count > 1 {
      let (older, newer) = (generations[generations.count - 2], generations[generations.count - 1])
      let twice = try 2 * count(of: newer, upTo: .max / 2)
      let isSmall = try count(of: older, upTo: twice) < twice
      guard isSmall || newer >= Self.lastGeneration else { return }
      var paging = BlockPaging()
      var sources = [
        BlockSource(self, generation: older), BlockSource(self, generation: newer),
      ]
      for index in sources.indices { try sources[index].next() }
      while let key = sources.compactMap(\.key).min() {
        var leads: [Int64] = []
        for index in sources.indices where sources[index].key == key {
          sources[index].forEachLead { leads.append($0) }
          try sources[index].next()
        }
        leads.sort()
        paging.append(key, leads: leads[...])
      }
      let delete = try database.query("dedupe-\(table)-pages-delete")
      for generation in [older, newer] {
        try delete.run(
          .int(generation << Self.keyBits), .int((generation + 1) << Self.keyBits))
      }
      try write(paging.pages, generation: older)
      generations = try self.generations()
    }
  }

  // MARK: Reading

  /// Keeps the pages that are read from now on, as long as the base does not change.
  mutating func keepPages() throws {
    cache = BlockPageCache(pages: try pageIDs())
  }

  private func pageIDs() throws -> [Int64] {
    var pages: [Int64] = []
    try database.query("dedupe-\(table)-page-ids").rows { pages.append($0.int(0)) }
    return pages
  }

  /// The generations, the oldest first.
  private func generations() throws -> [Int64] {
    if let cache { return cache.generations.map(\.number) }
    var generations: [Int64] = []
    var next: Int64 = 0
    // From the first page of each to the first behind it: their other pages need not be read.
    while let page = try database.query("dedupe-\(table)-page-after")
      .first(.int(next - 1), .int(.max), read: { $0.int(0) })
    {
      generations.append(Self.generation(of: page))
      next = (Self.generation(of: page) + 1) << Self.keyBits
    }
    return generations
  }

  /// How many pages a generation has; of more than `limit`, that many.
  private func count(of generation: Int64, upTo limit: Int) throws -> Int {
    let (first, end) = (generation << Self.keyBits, (generation + 1) << Self.keyBits)
    return try database.query("dedupe-\(table)-page-count")
      .first(.int(first), .int(end), .int(Int64(limit))) { Int($0.int(0)) } ?? 0
  }

  /// The leads that have each of some keys, given in ascending order.
  func stored(_ keys: [UInt64], leadsUpTo limit: Int) throws -> Stored {
    var stored = Stored(
      counts: Array(repeating: 0, count: keys.count), leads: Array(repeating: [], count: keys.count)
    )
    for generation in try generations() {
      var source = BlockSource(self, generation: generation)
      for (index, key) in keys.enumerated() where try source.seek(key) {
        stored.counts[index] += source.count
        if stored.counts[index] > limit {
          stored.leads[index] = []
        } else {
          source.forEachLead { stored.leads[index].append($0) }
        }
      }
    }
    for index in stored.leads.indices where stored.leads[index].count > 1 {
      stored.leads[index].sort()
    }
    return stored
  }

  /// The page of a generation that a key stands in, if any does.
  fileprivate func page(_ generation: Int64, upTo key: UInt64) throws -> Int64? {
    let (first, last) = (generation << Self.keyBits, generation << Self.keyBits | Int64(key))
    if let cache { return cache.page(generation, upTo: last) }
    return try database.query("dedupe-\(table)-page-place").first(.int(first), .int(last)) {
      $0.int(0)
    }
  }

  /// The page after another of a generation, or its first one.
  fileprivate func page(_ generation: Int64, after page: Int64?) throws -> Int64? {
    let (first, end) = (generation << Self.keyBits, (generation + 1) << Self.keyBits)
    return try database.query("dedupe-\(table)-page-after")
      .first(.int(page ?? first - 1), .int(end)) { $0.int(0) }
  }

  fileprivate func reader(of page: Int64) throws -> BlockPageReader? {
    if let cache { return try cache.reader(of: page) { try read(page) } }
    return try read(page)
  }

  private func read(_ page: Int64) throws -> BlockPageReader? {
    try database.query("dedupe-\(table)-page").first(.int(page)) {
      BlockPageReader(firstKey: UInt64(page) & Self.highestKey, bytes: $0.blob(0))
    }
  }

  // MARK: Removing

  /// Takes leads out that have changed or are gone, and gives how many leads each of their keys has
  /// lost.
  func remove(_ leads: Set<Int64>) throws -> [UInt64: Int] {
    guard !leads.isEmpty else { return [:] }
    let gone = GoneLeads(leads)
    var lost: [UInt64: Int] = [:]
    let pages = try pageIDs()
    let update = try database.query("dedupe-\(table)-page-update")
    let delete = try database.query("dedupe-\(table)-page-delete")
    for page in pages {
      guard var reader = try reader(of: page) else { continue }
      var kept = BlockPage(firstKey: reader.key)
      var hasLost = false
      while reader.next() {
        var leads: [Int64] = []
        reader.forEachLead { if !gone.contains($0) { leads.append($0) } }
        if leads.count < reader.count {
          hasLost = true
          lost[reader.key, default: 0] += reader.count - leads.count
        }
        if !leads.isEmpty { kept.append(reader.key, leads: leads[...]) }
      }
      guard hasLost else { continue }
      if kept.bytes.isEmpty {
        try delete.run(.int(page))
      } else {
        update.bind(1, page)
        update.bindBlob(2, kept.bytes)
        while try update.step() {}
      }
    }
    return lost
  }
}

/// The blocks of one generation, in order of their keys.
private struct BlockSource {
  private let pages: BlockPages
  private let generation: Int64
  private var page: Int64?
  private var reader: BlockPageReader?

  init(_ pages: BlockPages, generation: Int64) {
    self.pages = pages
    self.generation = generation
  }

  /// The key of the block that the source stands at; nil before the first and behind the last.
  var key: UInt64? { reader?.key }
  var count: Int { reader?.count ?? 0 }

  func forEachLead(_ body: (Int64) -> Void) { reader?.forEachLead(body) }

  /// Goes to the next block.
  mutating func next() throws {
    if reader?.next() == true { return }
    reader = nil
    guard let following = try pages.page(generation, after: page) else { return }
    page = following
    reader = try pages.reader(of: following)
    _ = reader?.next()
  }

  /// Goes to a key that is not lower than those sought before; false when there is no such block.
  mutating func seek(_ wanted: UInt64) throws -> Bool {
    if let key = reader?.key, key < wanted, reader?.next(from: wanted) != true { reader = nil }
    if reader == nil {
      guard let place = try pages.page(generation, upTo: wanted), place != page else {
        return false
      }
      page = place
      reader = try pages.reader(of: place)
      if reader?.next(from: wanted) != true { reader = nil }
    }
    return reader?.key == wanted
  }
}

/// Leads that are asked for once for each entry of all pages.
private struct GoneLeads {
  private let leads: Set<Int64>
  /// Whether any of them ends in some bits.
  private var endings = Array(repeating: false, count: 1 << Self.endingBits)
  private static let endingBits: Int64 = 18

  init(_ leads: Set<Int64>) {
    self.leads = leads
    for lead in leads { endings[Self.ending(lead)] = true }
  }

  @inline(__always)
  func contains(_ lead: Int64) -> Bool { endings[Self.ending(lead)] && leads.contains(lead) }

  private static func ending(_ lead: Int64) -> Int { Int(lead & (1 << endingBits - 1)) }
}
