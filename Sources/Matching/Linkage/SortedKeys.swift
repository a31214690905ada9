/// The records that one blocking rule reaches, in order of their keys, those of a key by position.
package struct SortedKeys: Sendable {
  /// Records whose positions fit beside a hash.
  package static let maximumRecords = 1 << Int(64 - BlockingRule.hashBits)

  package let rule: BlockingRule
  /// The positions of the records.
  package private(set) var records: [UInt32] = []
  private var hashes: [UInt64] = []

  /// - Precondition: the keys are of `maximumRecords` records at most.
  package init(of rule: BlockingRule, in keys: BlockKeys) {
    self.rule = rule
    let shift = 64 - BlockingRule.hashBits
    // Hash above, position below.
    var entries: [UInt64] = []
    entries.reserveCapacity(keys.count)
    for record in 0..<keys.count {
      let key = keys[record, rule]
      if key != 0 { entries.append(key << shift | UInt64(record)) }
    }
    Self.sort(&entries)
    records = entries.map { UInt32($0 & UInt64(Self.maximumRecords - 1)) }
    hashes = entries.map { $0 >> shift }
  }

  /// Calls the closure with each key and the places in `records` of those who have it.
  package func forEachBlock(_ body: (_ key: UInt64, _ places: Range<Int>) throws -> Void) rethrows {
    var start = 0
    while start < hashes.count {
      let hash = hashes[start]
      var end = start + 1
      while end < hashes.count, hashes[end] == hash { end += 1 }
      try body(UInt64(rule.rawValue) << BlockingRule.hashBits | hash, start..<end)
      start = end
    }
  }

  /// Radix sort by the hashes, from their lowest digit up: the positions are in order already.
  private static func sort(_ entries: inout [UInt64]) {
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
