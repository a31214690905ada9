/// A map from hashes to row ids: keys are spread well already, so they are their own positions.
struct HashTable64: Sendable {
  /// Key and value side by side: a search that meets its entry at once touches one cache line.
  private struct Entry {
    var key: UInt64
    // An entry without a value is free; row ids are from 1.
    var value: Int64
  }

  private var entries: [Entry]
  private(set) var count = 0
  private var mask: Int

  private static let free: Int64 = 0
  private static let removed: Int64 = -1

  init(minimumCapacity: Int = 1024) {
    var size = 1024
    while size < minimumCapacity * 2 { size *= 2 }
    entries = Array(repeating: Entry(key: 0, value: Self.free), count: size)
    mask = size - 1
  }

  subscript(key: UInt64) -> Int64? {
    position(of: key).map { entries[$0].value }
  }

  /// Keeps a value for a key; the key's old value, if any, goes.
  mutating func set(_ key: UInt64, _ value: Int64) {
    if let known = position(of: key) {
      entries[known].value = value
      return
    }
    if (count + 1) * 10 > entries.count * 7 { grow() }
    var position = Int(truncatingIfNeeded: key) & mask
    while entries[position].value != Self.free { position = (position + 1) & mask }
    entries[position] = Entry(key: key, value: value)
    // Removed entries count until the next growth, which keeps searches short.
    count += 1
  }

  mutating func remove(_ key: UInt64) {
    if let known = position(of: key) { entries[known].value = Self.removed }
  }

  private func position(of key: UInt64) -> Int? {
    var position = Int(truncatingIfNeeded: key) & mask
    while true {
      let entry = entries[position]
      if entry.value == Self.free { return nil }
      if entry.key == key, entry.value != Self.removed { return position }
      position = (position + 1) & mask
    }
  }

  /// All entries, ordered by key as a signed number: the order of the store's index.
  func sorted() -> [(key: Int64, value: Int64)] {
    var sorted: [(key: Int64, value: Int64)] = []
    sorted.reserveCapacity(count)
    for entry in entries where entry.value > 0 {
      sorted.append((Int64(bitPattern: entry.key), entry.value))
    }
    sorted.sort { ($0.key, $0.value) < ($1.key, $1.value) }
    return sorted
  }

  private mutating func grow() {
    var larger = HashTable64(minimumCapacity: entries.count)
    for entry in entries where entry.value > 0 { larger.set(entry.key, entry.value) }
    self = larger
  }
}
