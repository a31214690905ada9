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

  package func has(_ key: UInt64, at record: Int) -> Bool {
    keys[(record * Self.width)..<((record + 1) * Self.width)].contains(key)
  }

  /// Calls the closure with each key of a record.
  package func forEach(of record: Int, _ body: (UInt64) throws -> Void) rethrows {
    for key in keys[(record * Self.width)..<((record + 1) * Self.width)] where key != 0 {
      try body(key)
    }
  }

  /// The first rule by which two records share a key that is not among those left out.
  func firstRule(_ left: Int, _ right: Int, without giants: Set<UInt64>) -> Int? {
    let (left, right) = (left * Self.width, right * Self.width)
    for rule in 0..<Self.width {
      let key = keys[left + rule]
      if key != 0, key == keys[right + rule], giants.isEmpty || !giants.contains(key) {
        return rule
      }
    }
    return nil
  }
}
