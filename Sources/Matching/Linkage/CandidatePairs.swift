/// The pairs of records worth comparing: those that share a key of a blocking rule.
package struct CandidatePairs: Sendable {
  /// What a rule finds.
  package struct RuleCount: Sendable, Equatable {
    package let rule: BlockingRule
    /// Pairs that share a key of the rule.
    package var pairs = 0
    /// Keys that more records share than are compared with each other, and these records.
    package var giantBlocks = 0
    package var recordsInGiantBlocks = 0
  }

  private let keys: BlockKeys
  private var sizes = BlockSizes()
  /// By rule: the records that share a key with another, those of a key together.
  private var runs: [[UInt32]] = []
  package private(set) var counts: [RuleCount] = []

  /// The records that share keys of one rule.
  package struct Blocks: Sendable {
    fileprivate var run: [UInt32] = []
    fileprivate var sizes: [(key: UInt64, records: Int)] = []
    fileprivate var count: RuleCount

    /// Sorts the records by the rule's key and keeps those that are not alone.
    package init(of rule: BlockingRule, in keys: BlockKeys) {
      count = RuleCount(rule: rule)
      var order: [(key: UInt64, record: UInt32)] = []
      order.reserveCapacity(keys.count)
      for record in 0..<keys.count {
        let key = keys[record, rule]
        if key != 0 { order.append((key, UInt32(record))) }
      }
      order.sort { $0.key != $1.key ? $0.key < $1.key : $0.record < $1.record }
      var start = 0
      while start < order.count {
        var end = start + 1
        while end < order.count, order[end].key == order[start].key { end += 1 }
        let size = end - start
        if size > BlockingRule.largestBlock {
          count.giantBlocks += 1
          count.recordsInGiantBlocks += size
        } else if size > 1 {
          count.pairs += size * (size - 1) / 2
          for entry in order[start..<end] { run.append(entry.record) }
        }
        if size > BlockingRule.smallBlock { sizes.append((order[start].key, size)) }
        start = end
      }
    }
  }

  /// `blocks` are those of all rules, in their order.
  package init(_ keys: BlockKeys, blocks: [Blocks]) {
    self.keys = keys
    for rule in blocks {
      runs.append(rule.run)
      counts.append(rule.count)
      for block in rule.sizes { sizes.note(block.key, records: block.records) }
    }
  }

  package init(_ keys: BlockKeys) {
    self.init(keys, blocks: BlockingRule.allCases.map { Blocks(of: $0, in: keys) })
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
  /// not when an earlier rule has given it, or when they have nothing in common but this key.
  package func forEach(
    of rule: BlockingRule, in part: Range<Int>? = nil,
    _ body: (_ left: Int, _ right: Int, _ isCandidate: Bool) -> Void
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
          let candidacy = keys.candidacy(left, right, sizes: sizes)
          body(left, right, candidacy.map { $0.isEnough && $0.firstRule == rule.rawValue } ?? false)
        }
      }
      start = end
    }
  }
}
