/// The pairs of records worth comparing: those that share a key of a blocking rule.
package struct CandidatePairs: Sendable {
  /// What a rule finds.
  package struct RuleCount: Sendable, Equatable {
    package let rule: BlockingRule
    /// Pairs that share a key of the rule.
    package var pairs = 0
    /// Keys that more records share than are compared with each other, and these records.
    package var giants: [Giant] = []
    package var recordsInGiantBlocks = 0

    package init(rule: BlockingRule) { self.rule = rule }
  }

  /// A block that is too large for its records to be compared with each other.
  package struct Giant: Sendable, Equatable {
    package let records: Int
    /// Position of the first record.
    package let first: Int

    package init(records: Int, first: Int) {
      self.records = records
      self.first = first
    }
  }

  private var keys: BlockKeys
  /// By rule: the records that share a key with another, those of a key together.
  private var runs: [[UInt32]] = []
  package private(set) var counts: [RuleCount] = []

  /// The records that share keys of one rule.
  package struct Blocks: Sendable {
    fileprivate var run: [UInt32] = []
    /// Keys that many share.
    fileprivate var large: [(key: UInt64, records: [UInt32])] = []
    fileprivate var count: RuleCount

    /// Keeps the records that are not alone.
    package init(_ sorted: SortedKeys) {
      count = RuleCount(rule: sorted.rule)
      sorted.forEachBlock { key, places in
        let size = places.count
        guard size > 1 else { return }
        if size > BlockingRule.largestBlock {
          count.giants.append(Giant(records: size, first: Int(sorted.records[places.lowerBound])))
          count.recordsInGiantBlocks += size
        } else {
          count.pairs += size * (size - 1) / 2
          run += sorted.records[places]
        }
        if size > BlockingRule.smallBlock { large.append((key, Array(sorted.records[places]))) }
      }
    }
  }

  /// `blocks` are those of all rules, in their order.
  package init(_ keys: BlockKeys, blocks: [Blocks]) {
    self.keys = keys
    for rule in blocks {
      runs.append(rule.run)
      counts.append(rule.count)
      for block in rule.large {
        for record in block.records {
          self.keys.note(block.records.count, sharing: block.key, of: Int(record))
        }
      }
    }
  }

  package init(_ keys: BlockKeys) {
    self.init(keys, blocks: BlockingRule.allCases.map { Blocks(SortedKeys(of: $0, in: keys)) })
  }

  /// The parts that the work on a rule's pairs falls into, of about equal size.
  package func parts(of rule: BlockingRule, records: Int) -> [Range<Int>] {
    let run = runs[rule.rawValue]
    var parts: [Range<Int>] = []
    var start = 0
    while start < run.count {
      var end = min(run.count, start + records)
      while end < run.count, keys[Int(run[end]), rule] == keys[Int(run[end - 1]), rule] { end += 1 }
      parts.append(start..<end)
      start = end
    }
    return parts
  }

  /// Calls the closure with each pair whose records share a key of a rule, or with a part of them:
  /// the record of lower position first, and whether the pair is to be compared for this rule. It is
  /// not when an earlier rule has given it, or when they have nothing in common but this key. Ends
  /// when the closure returns false.
  package func forEach(
    of rule: BlockingRule, in part: Range<Int>? = nil,
    _ body: (_ left: Int, _ right: Int, _ isCandidate: Bool) -> Bool
  ) {
    let run = runs[rule.rawValue]
    var start = part?.lowerBound ?? 0
    let last = part?.upperBound ?? run.count
    while start < last {
      let key = keys[Int(run[start]), rule]
      var end = start + 1
      while end < last, keys[Int(run[end]), rule] == key { end += 1 }
      for left in start..<end {
        for right in (left + 1)..<max(end, left + 1) {
          let (left, right) = (Int(run[left]), Int(run[right]))
          let candidacy = keys.candidacy(left, right)
          let isCandidate = candidacy.map { $0.isEnough && $0.firstRule == rule.rawValue }
          guard body(left, right, isCandidate ?? false) else { return }
        }
      }
      start = end
    }
  }
}
