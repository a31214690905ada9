/// A map from hashes to row ids: keys are spread well already, so they are their own positions.
struct HashTable64 {
  private var keys: [UInt64]
  private var values: [Int64]
  private(set) var count = 0
  private var mask: Int

  // An entry without a value is free; row ids are from 1.
  private static let free: Int64 = 0
  private static let removed: Int64 = -1

  init(minimumCapacity: Int = 1024) {
    var size = 1024
    while size < minimumCapacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: Self.free, count: size)
    mask = size - 1
  }

  subscript(key: UInt64) -> Int64? {
    var position = Int(truncatingIfNeeded: key) & mask
    while values[position] != Self.free {
      if keys[position] == key, values[position] != Self.removed { return values[position] }
      position = (position + 1) & mask
    }
    return nil
  }

  /// Keeps a value for a key; the key's old value, if any, goes.
  mutating func set(_ key: UInt64, _ value: Int64) {
    if (count + 1) * 10 > keys.count * 7 { grow() }
    var position = Int(truncatingIfNeeded: key) & mask
    while values[position] != Self.free {
      if keys[position] == key, values[position] != Self.removed {
        values[position] = value
        return
      }
      position = (position + 1) & mask
    }
    keys[position] = key
    values[position] = value
    // Removed entries count until the next growth, which keeps searches short.
    count += 1
  }

  mutating func remove(_ key: UInt64) {
    var position = Int(truncatingIfNeeded: key) & mask
    while values[position] != Self.free {
      if keys[position] == key, values[position] != Self.removed {
        values[position] = Self.removed
        return
      }
      position = (position + 1) & mask
    }
  }

  /// All entries, ordered by key as a signed number: the order of the store's index.
  func sorted() -> [(key: Int64, value: Int64)] {
    var entries: [(key: Int64, value: Int64)] = []
    entries.reserveCapacity(count)
    for position in values.indices where values[position] > 0 {
      entries.append((Int64(bitPattern: keys[position]), values[position]))
    }
    entries.sort { ($0.key, $0.value) < ($1.key, $1.value) }
    return entries
  }

  private mutating func grow() {
    var larger = HashTable64(minimumCapacity: keys.count)
    for position in values.indices where values[position] > 0 {
      larger.set(keys[position], values[position])
    }
    self = larger
  }
}
