/// The blocking keys of records, by position.
package struct BlockKeys: Sendable {
  private static let width = BlockingRule.allCases.count
  /// Stand beside a key that more records share than its rule compares without further reason, or
  /// than are compared at all.
  private static let largeFlag: UInt64 = 1 << 62
  private static let giantFlag: UInt64 = 1 << 63
  private static let mask: UInt64 = largeFlag - 1

  /// By record and rule; 0 for a rule that does not reach the record.
  private var keys: [UInt64] = []

  package init() {}

  /// The keys of records from a position on.
  package init(_ records: LinkRecords, from start: Int = 0) {
    append(records, from: start)
  }

  package var count: Int { keys.count / Self.width }

  /// Makes room for the keys of some records in all.
  package mutating func reserve(_ records: Int) { keys.reserveCapacity(records * Self.width) }

  package mutating func append(_ other: BlockKeys) { keys += other.keys }

  /// Appends the keys of records from a position on.
  package mutating func append(_ records: LinkRecords, from start: Int) {
    keys.reserveCapacity(keys.count + (records.count - start) * Self.width)
    for record in start..<records.count {
      for rule in BlockingRule.allCases { keys.append(rule.key(of: record, in: records)) }
    }
  }

  @inline(__always)
  package subscript(record: Int, rule: BlockingRule) -> UInt64 {
    keys[record * Self.width + rule.rawValue] & Self.mask
  }

  /// Calls the closure with each key of a record.
  package func forEach(of record: Int, _ body: (UInt64) throws -> Void) rethrows {
    for key in keys[(record * Self.width)..<((record + 1) * Self.width)] where key != 0 {
      try body(key & Self.mask)
    }
  }

  /// Notes how many records share a key of a record, this one included.
  package mutating func note(_ size: Int, sharing key: UInt64, of record: Int) {
    let index = record * Self.width + Int(key >> BlockingRule.hashBits)
    keys[index] = key
    if size > BlockingRule.largestBlock {
      keys[index] |= Self.giantFlag
    } else if size > BlockingRule.smallBlock {
      keys[index] |= Self.largeFlag
    }
  }

  /// Whether two records share enough keys to be compared, and the first rule by which they do. The
  /// sizes of the keys have been noted for one of the two at least.
  package func candidacy(_ left: Int, _ right: Int) -> (firstRule: Int, isEnough: Bool)? {
    let (left, right) = (left * Self.width, right * Self.width)
    var first: Int?
    for rule in 0..<Self.width {
      let key = keys[left + rule]
      let other = keys[right + rule]
      guard key != 0, (key ^ other) & Self.mask == 0, (key | other) & Self.giantFlag == 0 else {
        continue
      }
      if let first { return (first, true) }
      first = rule
      if BlockingRule(rawValue: rule)?.isSufficient == true || (key | other) & Self.largeFlag == 0 {
        return (rule, true)
      }
    }
    return first.map { ($0, false) }
  }
}

extension BlockingRule {
  /// Whether sharing a key with so many is reason enough for a comparison.
  package func isEnough(sharedBy records: Int) -> Bool {
    records <= (isSufficient ? Self.largestBlock : Self.smallBlock)
  }

  /// Whether a block that grows or shrinks gives other pairs of those who stay than it gave before.
  package func isCrossed(from before: Int, to after: Int) -> Bool {
    isEnough(sharedBy: before) != isEnough(sharedBy: after)
      || (before <= Self.largestBlock) != (after <= Self.largestBlock)
  }
}
