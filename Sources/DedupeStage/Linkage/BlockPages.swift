import Matching
import Store

/// Which leads have a blocking key: pages of the whole base, and what came later beside them.
struct BlockPages {
  let database: Database

  /// Entries of a page; a key is never spread over two.
  private static let pageEntries = 4096
  private static let entryBytes = 12
  /// Bits of a key that are kept: who shares these and not the key is found out by the lead.
  private static let droppedBits: UInt64 = 16

  static func kept(_ key: UInt64) -> Int64 { Int64(key >> droppedBits) }

  // MARK: Writing

  struct Page: Sendable {
    let firstKey: Int64
    var entries: [UInt8] = []
  }

  /// The pages of a whole base.
  static func pages(of keys: BlockKeys, ids: [Int64]) -> [Page] {
    var entries: [(key: Int64, record: UInt32)] = []
    entries.reserveCapacity(ids.count * 10)
    for record in ids.indices {
      keys.forEach(of: record) { entries.append((kept($0), UInt32(record))) }
    }
    entries.sort { $0.key != $1.key ? $0.key < $1.key : $0.record < $1.record }
    var pages: [Page] = []
    var page: Page?
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].key == entries[start].key { end += 1 }
      if let full = page, full.entries.count >= pageEntries * entryBytes {
        pages.append(full)
        page = nil
      }
      var open = page ?? Page(firstKey: entries[start].key)
      page = nil
      for entry in entries[start..<end] {
        append(entry.key, to: &open.entries)
        append(ids[Int(entry.record)], to: &open.entries)
      }
      page = open
      start = end
    }
    if let page { pages.append(page) }
    return pages
  }

  func write(_ pages: [Page]) throws {
    let statement = try database.query("dedupe-block-page-write")
    for page in pages {
      statement.bind(1, page.firstKey)
      statement.bindBlob(2, page.entries)
      while try statement.step() {}
    }
  }

  private static func append(_ value: Int64, to page: inout [UInt8]) {
    for shift in stride(from: 40, through: 0, by: -8) {
      page.append(UInt8(truncatingIfNeeded: value >> Int64(shift)))
    }
  }

  // MARK: Reading

  /// The leads that have each of some keys, given in ascending order.
  func leads(having keys: [Int64]) throws -> [Int64: [Int64]] {
    var found: [Int64: [Int64]] = [:]
    let recent = try database.query("dedupe-block-recent")
    let pages = try database.query("dedupe-block-page")
    var page: [UInt8] = []
    for key in keys {
      if !Self.spans(page, key) {
        page = try pages.first(.int(key)) { $0.blob(1) } ?? []
      }
      var leads = Self.leads(having: key, in: page)
      try recent.rows(.int(key)) { leads.append($0.int(0)) }
      if !leads.isEmpty { found[key] = leads }
    }
    return found
  }

  /// Takes leads out that have changed or are gone, and gives how many leads each of their keys has
  /// lost.
  func remove(_ leads: Set<Int64>) throws -> [Int64: Int] {
    guard !leads.isEmpty else { return [:] }
    var lost: [Int64: Int] = [:]
    var changed: [(firstKey: Int64, entries: [UInt8])] = []
    try database.query("dedupe-block-pages").rows { row in
      let page = row.blob(1)
      var hasLost = false
      for start in stride(from: 0, to: page.count, by: Self.entryBytes)
      where leads.contains(Self.value(page, start + 6)) {
        hasLost = true
        lost[Self.value(page, start), default: 0] += 1
      }
      guard hasLost else { return }
      var kept: [UInt8] = []
      for start in stride(from: 0, to: page.count, by: Self.entryBytes)
      where !leads.contains(Self.value(page, start + 6)) {
        kept += page[start..<(start + Self.entryBytes)]
      }
      changed.append((row.int(0), kept))
    }
    let update = try database.query("dedupe-block-page-update")
    for page in changed {
      update.bind(1, page.firstKey)
      update.bindBlob(2, page.entries)
      while try update.step() {}
    }
    var recent: [(key: Int64, lead: Int64)] = []
    try database.query("dedupe-block-recents").rows {
      if leads.contains($0.int(1)) { recent.append(($0.int(0), $0.int(1))) }
    }
    let delete = try database.query("dedupe-block-delete")
    for entry in recent {
      lost[entry.key, default: 0] += 1
      try delete.run(.int(entry.key), .int(entry.lead))
    }
    return lost
  }

  /// Whether a page certainly holds a key if any does.
  private static func spans(_ page: [UInt8], _ key: Int64) -> Bool {
    guard !page.isEmpty else { return false }
    return value(page, 0) <= key && key <= value(page, page.count - entryBytes)
  }

  private static func leads(having key: Int64, in page: [UInt8]) -> [Int64] {
    var low = 0
    var high = page.count / entryBytes
    while low < high {
      let middle = (low + high) / 2
      if value(page, middle * entryBytes) < key { low = middle + 1 } else { high = middle }
    }
    var leads: [Int64] = []
    while low < page.count / entryBytes, value(page, low * entryBytes) == key {
      leads.append(value(page, low * entryBytes + 6))
      low += 1
    }
    return leads
  }

  private static func value(_ page: [UInt8], _ start: Int) -> Int64 {
    var value: Int64 = 0
    for byte in page[start..<(start + 6)] { value = value << 8 | Int64(byte) }
    return value
  }
}
