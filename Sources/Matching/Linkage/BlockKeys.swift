/// The blocking keys of records, by position.
package struct BlockKeys: Sendable {
  private static let width = BlockingRule.allCases.count

  /// By record and rule; 0 for a rule that does not reach the record.
  private var keys: [UInt64] = []

  package init() {}

  /// The keys of records from a position on.
  package init(_ records: LinkRecords, from start: Int = 0) {
    keys.reserveCapacity((records.count - start) * Self.width)
    for record in start..<records.count {
      for rule in BlockingRule.allCases { keys.append(rule.key(of: record, in: records)) }
    }
  }

  package var count: Int { keys.count / Self.width }

  package mutating func append(_ other: BlockKeys) { keys += other.keys }

  @inline(__always)
  package subscript(record: Int, rule: BlockingRule) -> UInt64 {
    keys[record * Self.width + rule.rawValue]
  }

  /// Calls the closure with each key of a record.
  package func forEach(of record: Int, _ body: (UInt64) throws -> Void) rethrows {
    for key in keys[(record * Self.width)..<((record + 1) * Self.width)] where key != 0 {
      try body(key)
    }
  }

  /// Whether two records share enough keys to be compared, and the first rule by which they do.
  package func candidacy(
    _ left: Int, _ right: Int, sizes: BlockSizes
  ) -> (firstRule: Int, isEnough: Bool)? {
    let (left, right) = (left * Self.width, right * Self.width)
    var first: Int?
    for rule in 0..<Self.width {
      let key = keys[left + rule]
      guard key != 0, key == keys[right + rule], !sizes.giant.contains(key) else { continue }
      if let first { return (first, true) }
      first = rule
      if BlockingRule(rawValue: rule)?.isSufficient == true || !sizes.large.contains(key) {
        return (rule, true)
      }
    }
    return first.map { ($0, false) }
  }
}

/// Which keys are shared by how many.
package struct BlockSizes: Sendable {
  /// Keys that more records share than are compared with each other.
  private(set) var giant: Set<UInt64> = []
  /// Keys that more records share than make a small block; the giant ones are not among them.
  private(set) var large: Set<UInt64> = []

  package init() {}

  package mutating func note(_ key: UInt64, records: Int) {
    if records > BlockingRule.largestBlock {
      giant.insert(key)
    } else if records > BlockingRule.smallBlock {
      large.insert(key)
    }
  }

  package func isGiant(_ key: UInt64) -> Bool { giant.contains(key) }

  /// Whether a key of a rule is reason enough for a comparison.
  package func isEnough(_ key: UInt64, of rule: BlockingRule) -> Bool {
    rule.isSufficient || !large.contains(key)
  }

  /// Whether a block that grows or shrinks gives other pairs of those who stay than it gave before.
  package static func isCrossed(from before: Int, to after: Int) -> Bool {
    [BlockingRule.smallBlock, BlockingRule.largestBlock].contains {
      (before <= $0) != (after <= $0)
    }
  }
}
