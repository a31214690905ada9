/// A pair that somebody decided about, as training sees it.
struct DecidedPattern: Sendable {
  let pattern: LinkPattern
  let isSame: Bool
  /// The blocking rules that find it.
  let rules: Set<BlockingRule>

  /// How much more of a match it is than a model expects.
  func difference(from probability: Double) -> Double { (isSame ? 1 : 0) - probability }

  static func all(_ decided: DecidedPairs, in records: LinkRecords) -> [DecidedPattern] {
    let comparer = PairComparer(records)
    return decided.all.map { left, right, isSame in
      DecidedPattern(
        pattern: comparer.pattern(left, right), isSame: isSame,
        rules: Set(
          BlockingRule.allCases.filter { rule in
            let key = rule.key(of: left, in: records)
            return key != 0 && key == rule.key(of: right, in: records)
          }))
    }
  }
}
