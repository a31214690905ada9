/// The records that one blocking rule reaches, in order of their keys, those of a key by position.
package struct SortedKeys: Sendable {
  /// Records whose positions fit beside a hash.
  package static let maximumRecords = 1 << Int(64 - BlockingRule.hashBits)

  package let rule: BlockingRule
  /// Hash above, position below.
  private var entries: [UInt64] = []

  /// - Precondition: the keys are of `maximumRecords` records at most.
  package init(of rule: BlockingRule, in keys: BlockKeys) {
    self.rule = rule
    entries.reserveCapacity(keys.count)
    let shift = 64 - BlockingRule.hashBits
    for record in 0..<keys.count {
      let key = keys[record, rule]
      if key != 0 { entries.append(key << shift | UInt64(record)) }
    }
    sort()
  }

  /// Calls the closure with each key and the records that have it.
  package func forEachBlock(_ body: (_ key: UInt64, _ records: Block) throws -> Void) rethrows {
    let shift = 64 - BlockingRule.hashBits
    var start = 0
    while start < entries.count {
      let hash = entries[start] >> shift
      var end = start + 1
      while end < entries.count, entries[end] >> shift == hash { end += 1 }
      try body(
        UInt64(rule.rawValue) << BlockingRule.hashBits | hash, Block(entries: entries[start..<end]))
      start = end
    }
  }

  /// The positions of the records of one key.
  package struct Block: Sequence {
    fileprivate let entries: ArraySlice<UInt64>

    package var count: Int { entries.count }

    package func makeIterator() -> some IteratorProtocol<Int> {
      let mask = UInt64(SortedKeys.maximumRecords - 1)
      return entries.lazy.map { Int($0 & mask) }.makeIterator()
    }
  }

  /// Radix sort by the hashes, from their lowest digit up: the positions are in order already.
  private mutating func sort() {
    let digitBits: UInt64 = 10
    let digits = 1 << Int(digitBits)
    var sorted = entries
    var next = Array(repeating: 0, count: digits)
    for shift in stride(from: 64 - BlockingRule.hashBits, to: 64, by: Int(digitBits)) {
      for digit in 0..<digits { next[digit] = 0 }
      for entry in entries { next[Int(entry >> shift) & (digits - 1)] += 1 }
      var start = 0
      for digit in 0..<digits {
        let count = next[digit]
        next[digit] = start
        start += count
      }
      sorted.withUnsafeMutableBufferPointer { sorted in
        for entry in entries {
          let digit = Int(entry >> shift) & (digits - 1)
          sorted[next[digit]] = entry
          next[digit] += 1
        }
      }
      swap(&entries, &sorted)
    }
  }
}
