import Matching

/// The keys of all leads, to be sorted so that leads with the same key stand together.
struct KeyPairs {
  struct Pair {
    let hash: Int64
    /// Position of the lead; the rule of the key in the upper two bits.
    let tag: UInt32

    init(hash: Int64, position: Int, rule: MatchRule) {
      self.hash = hash
      tag = UInt32(rule.rawValue) << 30 | UInt32(position)
    }

    var position: Int { Int(tag & 0x3FFF_FFFF) }
    var rule: MatchRule { MatchRule(rawValue: Int(tag >> 30)) ?? .email }
  }

  /// Leads that fit beside the rule in a tag.
  static let maximumLeads = 1 << 30

  private(set) var pairs: [Pair] = []

  mutating func reserve(leads: Int) {
    pairs.reserveCapacity(leads * MatchRule.keys.count)
  }

  mutating func add(_ keys: LeadKeys, position: Int) {
    for rule in MatchRule.keys {
      if let hash = keys[rule] {
        pairs.append(Pair(hash: hash, position: position, rule: rule))
      }
    }
  }

  /// Sorts by hash as the store orders it (signed), then by tag.
  ///
  /// Hashes are spread evenly: one pass deals them into buckets of a few hundred by their upper
  /// bits, and each bucket is sorted in the processor's cache.
  mutating func sort() {
    let bits = 12
    let bucketCount = 1 << bits
    func bucket(_ hash: Int64) -> Int {
      Int((UInt64(bitPattern: hash) ^ (1 << 63)) >> UInt64(64 - bits))
    }
    var starts = Array(repeating: 0, count: bucketCount + 1)
    for pair in pairs { starts[bucket(pair.hash) + 1] += 1 }
    for index in 1...bucketCount { starts[index] += starts[index - 1] }
    let unsorted = pairs
    var next = starts
    pairs.withUnsafeMutableBufferPointer { sorted in
      for pair in unsorted {
        let target = bucket(pair.hash)
        sorted[next[target]] = pair
        next[target] += 1
      }
      for index in 0..<bucketCount where starts[index + 1] - starts[index] > 1 {
        sorted[starts[index]..<starts[index + 1]].sort {
          $0.hash != $1.hash ? $0.hash < $1.hash : $0.tag < $1.tag
        }
      }
    }
  }

  /// Calls the closure with each stretch of two or more pairs of the same key.
  func forEachRun(_ body: (ArraySlice<Pair>) -> Void) {
    var start = 0
    while start < pairs.count {
      let first = pairs[start]
      var end = start + 1
      while end < pairs.count, pairs[end].hash == first.hash,
        pairs[end].tag >> 30 == first.tag >> 30
      {
        end += 1
      }
      if end - start > 1 { body(pairs[start..<end]) }
      start = end
    }
  }
}
