import LeadModel

/// Estimates a model from records of which nobody, or hardly anybody, said who is whom.
///
/// `u` by random sampling, `m` by expectation maximisation (Dempster, Laird and Rubin 1977; Winkler
/// 1988) over the blocking rules in turn: what a rule settles is learnt from the others. Levels that
/// few pairs reach stay near the model that the training began with, as a Dirichlet prior.
///
/// Pairs that people decided about count as what they said, with the weight of any other pair: one
/// whole match instead of the share that the model expects, or none.
package struct LinkTraining {
  private let records: LinkRecords
  private let start: LinkModel
  private let seed: UInt64
  private let decided: [DecidedPattern]
  /// The records that random pairs are drawn from.
  private let sample: [Int32]

  /// Random pairs that `u` is estimated from, at most and for each record, drawn in several lots.
  private static let sampledPairs = 400_000
  private static let sampledPairsPerRecord = 100
  private static let lots = 8
  /// Records that they are drawn from, about.
  private static let sampledRecords = 50_000
  /// Pairs that the model at the start counts for, in `u` and in `m`.
  private static let priorPairsOfU = 20.0
  private static let priorPairsOfM = 20.0
  private static let leastM = 1e-6
  /// Pairs of a rule that `m` is estimated from.
  private static let pairsPerRule = 50_000
  private static let rounds = 25

  package init(
    _ records: LinkRecords, start: LinkModel, seed: UInt64, decided: DecidedPairs = DecidedPairs()
  ) {
    self.decided = DecidedPattern.all(decided, in: records)
    self.records = records
    sample = records.sample(of: Self.sampledRecords)
    self.start = start
    self.seed = seed
  }

  // MARK: Parts

  /// What can be looked at apart from the rest, and by another thread.
  package enum Part: Sendable {
    case frequencies
    case lot(Int)
    case rule(BlockingRule)
  }

  /// What a part gives.
  package enum Finding: Sendable {
    case lot([[Double]])
    case frequencies([LinkField: LinkModel.Frequencies])
    case patterns(RulePatterns)
  }

  /// The pairs of a rule by their patterns.
  package struct RulePatterns: Sendable {
    fileprivate let rule: BlockingRule
    /// Of the pairs looked at, all that share a key of the rule.
    fileprivate var found: [LinkPattern: Double] = [:]
    /// Of all pairs, those that no earlier rule gives.
    fileprivate var new: [LinkPattern: Double] = [:]
  }

  /// All parts, the longest first.
  package static let parts =
    [Part.frequencies] + (0..<lots).map { .lot($0) } + BlockingRule.allCases.map { .rule($0) }

  package func look(at part: Part, _ candidates: CandidatePairs) -> Finding {
    switch part {
    case .lot(let lot): .lot(sampleU(lot))
    case .frequencies: .frequencies(frequencies())
    case .rule(let rule): .patterns(patterns(of: rule, candidates))
    }
  }

  private func patterns(of rule: BlockingRule, _ candidates: CandidatePairs) -> RulePatterns {
    var patterns = RulePatterns(rule: rule)
    let comparer = PairComparer(records)
    var seen = 0
    candidates.forEach(of: rule) { left, right, isCandidate in
      seen += 1
      let pattern = comparer.pattern(left, right)
      patterns.found[pattern, default: 0] += 1
      if isCandidate { patterns.new[pattern, default: 0] += 1 }
      return seen < Self.pairsPerRule
    }
    // The pairs seen stand for all of the rule.
    let scale = seen == 0 ? 0 : Double(candidates.counts[rule.rawValue].pairs) / Double(seen)
    patterns.new = patterns.new.mapValues { $0 * scale }
    return patterns
  }

  // MARK: Model

  /// The model that the records give, with a version.
  package func model(candidates: CandidatePairs, version: Int) -> LinkModel {
    model(of: Self.parts.map { look(at: $0, candidates) }, version: version)
  }

  /// The model that the findings of all parts give, with a version.
  package func model(of findings: [Finding], version: Int) -> LinkModel {
    var model = start
    model.version = version
    guard records.count > 1 else { return model }
    var sampled = LinkComparison.allCases.map { Array(repeating: 0.0, count: $0.levels.count) }
    var found: [Patterns] = BlockingRule.allCases.map { _ in [] }
    var each = found
    for finding in findings {
      switch finding {
      case .lot(let counts):
        for (comparison, levels) in counts.enumerated() {
          for (level, count) in levels.enumerated() { sampled[comparison][level] += count }
        }
      case .frequencies(let frequencies): model.frequencies = frequencies
      case .patterns(let patterns):
        found[patterns.rule.rawValue] = Self.inOrder(patterns.found)
        each[patterns.rule.rawValue] = Self.inOrder(patterns.new)
      }
    }
    let pairs = Double(records.count) * Double(records.count - 1) / 2
    model.prior = min(0.1, max(1 / pairs, firstPrior(each, pairs: pairs)))
    for _ in 0..<Self.rounds {
      model.levels = withoutMatches(sampled, model)
      model.levels = estimateM(found, model)
      model.prior = estimatePrior(each, model, pairs: pairs)
    }
    return model
  }

  private typealias Patterns = [(key: LinkPattern, value: Double)]

  /// Sums of fractions depend on the order.
  private static func inOrder(_ patterns: [LinkPattern: Double]) -> Patterns {
    patterns.sorted { $0.key.bits < $1.key.bits }
  }

  // MARK: u

  private func sampleU(_ lot: Int) -> [[Double]] {
    var counts = LinkComparison.allCases.map { Array(repeating: 0.0, count: $0.levels.count) }
    let comparer = PairComparer(records)
    var generator = SplitMix64(seed: seed &+ UInt64(lot))
    let pairs = min(Self.sampledPairs, records.count * Self.sampledPairsPerRecord)
    for _ in 0..<(pairs / Self.lots) {
      let left = Int(sample[Int(generator.next() % UInt64(sample.count))])
      let right = Int(sample[Int(generator.next() % UInt64(sample.count))])
      guard left != right else { continue }
      let pattern = comparer.pattern(left, right)
      for comparison in LinkComparison.allCases where pattern[comparison] > 0 {
        counts[comparison.rawValue][pattern[comparison] - 1] += 1
      }
    }
    return counts
  }

  /// `u` from the sample, less the share of its pairs that are one person.
  private func withoutMatches(_ sampled: [[Double]], _ model: LinkModel) -> [[LinkModel.Level]] {
    zip(sampled, zip(model.levels, start.levels)).map { counts, levels in
      let total = counts.reduce(0, +)
      var estimates = zip(counts, zip(levels.0, levels.1)).map { count, level in
        let (now, before) = level
        return max(0, count - total * model.prior * now.m) + Self.priorPairsOfU * before.u
      }
      let sum = estimates.reduce(0, +)
      estimates = estimates.map { $0 / sum }
      // What no pair of the sample reaches is rare, not impossible.
      return zip(zip(levels.0, levels.1), estimates).map { level, estimate in
        LinkModel.Level(
          m: level.0.m, u: max(estimate, min(level.1.u, 0.5 / Double(Self.sampledPairs))))
      }
    }
  }

  // MARK: m

  private func estimateM(
    _ found: [Patterns], _ model: LinkModel
  ) -> [[LinkModel.Level]] {
    var sums = LinkComparison.allCases.map { Array(repeating: 0.0, count: $0.levels.count) }
    for rule in BlockingRule.allCases where !found[rule.rawValue].isEmpty {
      var learnt = expectedMatches(found[rule.rawValue], model)
      for pair in decided where pair.rules.contains(rule) { add(pair, to: &learnt, model) }
      for comparison in LinkComparison.allCases where !rule.settles.contains(comparison) {
        for level in sums[comparison.rawValue].indices {
          sums[comparison.rawValue][level] += max(0, learnt[comparison.rawValue][level])
        }
      }
    }
    for pair in decided where pair.rules.isEmpty && pair.isSame { add(pair, to: &sums, model) }
    return zip(sums, zip(model.levels, start.levels)).map { counts, levels in
      let total = counts.reduce(0, +) + Self.priorPairsOfM
      return zip(counts, zip(levels.0, levels.1)).map { count, level in
        let (now, before) = level
        return LinkModel.Level(
          m: max(Self.leastM, (count + Self.priorPairsOfM * before.m) / total), u: now.u)
      }
    }
  }

  /// Expected matches by comparison and level among the pairs of one rule.
  ///
  /// The odds are those of the whole pair with the prior of the base: a rule that finds mostly
  /// colleagues, or people of one telephone exchange, does not teach that these are one person.
  private func expectedMatches(
    _ patterns: Patterns, _ model: LinkModel
  ) -> [[Double]] {
    var counts = LinkComparison.allCases.map { Array(repeating: 0.0, count: $0.levels.count) }
    for (pattern, number) in patterns {
      let expected = number * probability(pattern, model)
      for comparison in LinkComparison.allCases where pattern[comparison] > 0 {
        counts[comparison.rawValue][pattern[comparison] - 1] += expected
      }
    }
    return counts
  }

  /// Makes of what is expected of a pair what was said of it.
  private func add(_ pair: DecidedPattern, to counts: inout [[Double]], _ model: LinkModel) {
    let difference = pair.difference(from: probability(pair.pattern, model))
    for comparison in LinkComparison.allCases where pair.pattern[comparison] > 0 {
      counts[comparison.rawValue][pair.pattern[comparison] - 1] += difference
    }
  }

  private func probability(_ pattern: LinkPattern, _ model: LinkModel) -> Double {
    if pattern.isForReview { return 0 }
    var odds = model.prior / (1 - model.prior)
    for comparison in LinkComparison.allCases where pattern[comparison] > 0 {
      let level = model.levels[comparison.rawValue][pattern[comparison] - 1]
      odds *= level.m / level.u
    }
    return odds.isInfinite ? 1 : odds / (1 + odds)
  }

  // MARK: Prior

  /// Pairs that are nearly certain, by the share of all matches that these are guessed to be; the
  /// rounds that follow replace it by what they expect.
  private func firstPrior(_ found: [Patterns], pairs: Double) -> Double {
    var certain = 0.0
    for patterns in found {
      for (pattern, number) in patterns {
        let name = pattern[.givenName] == 1 && pattern[.familyName] == 1
        let agreements = [
          name, pattern[.birthDate] == 1, pattern[.email] == 1, pattern[.phone] == 1,
          pattern[.company] == 1 && name, pattern[.street] == 1,
        ].filter { $0 }.count
        if agreements >= 2 { certain += number }
      }
    }
    return certain / 0.7 / pairs
  }

  /// Expected matches among all candidates, by all pairs.
  private func estimatePrior(
    _ found: [Patterns], _ model: LinkModel, pairs: Double
  ) -> Double {
    var model = model
    for _ in 0..<5 {
      var matches = decided.reduce(0.0) {
        $0 + $1.difference(from: probability($1.pattern, model))
      }
      for patterns in found {
        for (pattern, number) in patterns { matches += number * probability(pattern, model) }
      }
      model.prior = min(0.1, max(1 / pairs, matches / pairs))
    }
    return model.prior
  }

  // MARK: Frequencies

  /// Values that the model names, by field, and the records that it takes for one: it says how common
  /// Smith is and names nobody who is rare.
  private static let namedValues = 500
  private static let namedFrom = 20

  private func frequencies() -> [LinkField: LinkModel.Frequencies] {
    var result: [LinkField: LinkModel.Frequencies] = [:]
    var counts = Array(repeating: Int32(0), count: records.pool.count)
    for term in LinkTerm.all {
      for number in counts.indices { counts[number] = 0 }
      for record in 0..<records.count { counts[Int(records.number(record, term.field))] += 1 }
      // Records without a value.
      counts[0] = 0
      var values = 0
      var occurrences: [(key: UInt32, value: Int)] = []
      for (number, count) in counts.enumerated() where count > 0 {
        values += 1
        if count >= Self.namedFrom { occurrences.append((UInt32(number), Int(count))) }
      }
      guard values > 0 else { continue }
      let total = Double(counts.reduce(0) { $0 + Int($1) })
      // Streets with their numbers are homes, however many forms came from one.
      let named = (term.field == .street ? [] : occurrences)
        .map { (text: records.pool.text(of: $0.key), value: $0.value) }
        .sorted { ($1.value, $0.text) < ($0.value, $1.text) }
        .prefix(Self.namedValues)
      var common: [String: Double] = [:]
      for (text, count) in named { common[text] = Double(count) / total }
      let others = values - named.count
      let rest = total - Double(named.reduce(0) { $0 + $1.value })
      result[term.field] = LinkModel.Frequencies(
        common: common, rare: others == 0 ? 1 / total : rest / Double(others) / total)
    }
    return result
  }
}
