/// Scores pairs of records with a model.
package struct PairWeights: Sendable {
  private let records: LinkRecords
  private let comparer: PairComparer
  private let model: ModelWeights
  /// The most that a comparison adds when the values are not equal.
  private var bestUnequal: [Double] = []
  /// Bits that the agreement on a value adds because it is rarer than the average, or takes because
  /// it is more common; by field.
  private var rareGains = Array(repeating: 0.0, count: LinkField.allCases.count)
  /// Those of a field's common values by their numbers, up to that of the last: common ones come
  /// early. One field behind the other, at these places.
  private var commonGains: [Double] = []
  private var commonRanges = Array(repeating: 0..<0, count: LinkField.allCases.count)

  package init(_ model: LinkModel, records: LinkRecords) {
    self.init(ModelWeights(model), records: records)
  }

  package init(_ model: ModelWeights, records: LinkRecords) {
    self.records = records
    self.model = model
    comparer = PairComparer(records)
    bestUnequal = model.bestUnequal
    var shared: [(number: Int, value: Int)] = []
    records.pool.forEachShared(with: model.values) { shared.append((Int($0), Int($1))) }
    for term in model.terms {
      let start = commonGains.count
      for (number, value) in shared {
        guard let gain = term.gains[value] else { continue }
        while commonGains.count <= start + number { commonGains.append(term.rare) }
        commonGains[start + number] = gain
      }
      rareGains[term.field.rawValue] = term.rare
      commonRanges[term.field.rawValue] = start..<commonGains.count
    }
    // Of two places the town may be the same, and a rare one.
    let cities = commonGains[commonRanges[LinkField.city.rawValue]]
    bestUnequal[LinkComparison.place.rawValue] += max(
      0, rareGains[LinkField.city.rawValue], cities.max() ?? 0)
  }

  /// The levels that two records reach.
  package func pattern(_ left: Int, _ right: Int) -> LinkPattern { comparer.pattern(left, right) }

  /// A value as it is compared.
  func text(_ record: Int, _ field: LinkField) -> String { records.text(record, field) }

  /// Match weight of two records, in bits.
  package func weight(_ left: Int, _ right: Int) -> Double {
    weight(comparer.pattern(left, right), left, right)
  }

  /// Match weight of two records, nil for two people whom nobody else makes one.
  package func weightUnlessTwo(_ left: Int, _ right: Int) -> Double? {
    let pattern = comparer.pattern(left, right)
    if pattern.areTwoPeople { return nil }
    return pattern.areNamesOfTwo ? -.greatestFiniteMagnitude : weight(pattern, left, right)
  }

  /// Match weight of two records that reach the levels of a pattern.
  package func weight(_ pattern: LinkPattern, _ left: Int, _ right: Int) -> Double {
    var weight = model.priorWeight
    for comparison in LinkComparison.allCases { weight += part(comparison, pattern, left, right) }
    return pattern.isForReview ? min(weight, 0) : weight
  }

  /// Whether an edge comes before another of the same weight, by what the records say; nil when
  /// they say the same.
  package func isBefore(_ edge: LinkEdge, _ other: LinkEdge) -> Bool? {
    func ends(_ edge: LinkEdge) -> (Int, Int) {
      records.isBefore(edge.right, edge.left) == true
        ? (edge.right, edge.left) : (edge.left, edge.right)
    }
    let (ends, others) = (ends(edge), ends(other))
    return records.isBefore(ends.0, others.0) ?? records.isBefore(ends.1, others.1)
  }

  /// What one comparison adds, in bits: a step of the waterfall.
  package func part(
    _ comparison: LinkComparison, _ pattern: LinkPattern, _ left: Int, _ right: Int
  ) -> Double {
    let level = pattern[comparison]
    guard level > 0 else { return 0 }
    return model.bits[comparison.rawValue * 16 + level] + gain(comparison, level, left, right)
  }

  /// Match weight of two records if it reaches a least one; most pairs are given up after their
  /// cheapest comparisons.
  package func weight(_ left: Int, _ right: Int, atLeast least: Double) -> Double? {
    // The most that is possible, made smaller by each comparison.
    var bound = model.priorWeight
    var best = SIMD16<Double>()
    for comparison in LinkComparison.allCases {
      best[comparison.rawValue] = self.best(comparison, left, right)
      bound += best[comparison.rawValue]
    }
    let bestGiven = best[LinkComparison.givenName.rawValue]
    var pattern = LinkPattern()
    for comparison in Self.cheapestFirst {
      guard bound >= least else { return nil }
      bound -= best[comparison.rawValue]
      comparer.compare(left, right, by: comparison, &pattern)
      // The family name may take back what the given name said.
      if comparison != .givenName { bound += part(comparison, pattern, left, right) }
      if comparison == .familyName { bound += part(.givenName, pattern, left, right) }
      if comparison == .givenName { bound += max(0, bestGiven) }
      if comparison == .familyName { bound -= max(0, bestGiven) }
    }
    if pattern.isForReview { bound = min(bound, 0) }
    return bound >= least ? bound : nil
  }

  private static let cheapestFirst: [LinkComparison] = [
    .phone, .birthDate, .email, .place, .givenName, .familyName, .company, .domain,
    .street, .jobTitle,
  ]

  /// The most that a comparison adds, as far as equality tells.
  @inline(__always)
  private func best(_ comparison: LinkComparison, _ left: Int, _ right: Int) -> Double {
    let field = comparison.decisiveField
    if comparison == .place { return max(0, bestUnequal[comparison.rawValue]) }
    if comparison == .domain { return bestOfDomains(left, right) }
    let (leftNumber, rightNumber) = (records.number(left, field), records.number(right, field))
    if leftNumber == 0 || rightNumber == 0 { return 0 }
    guard leftNumber == rightNumber else { return bestUnequal[comparison.rawValue] }
    return model.bits[comparison.rawValue * 16 + 1] + gain(comparison, 1, left, right)
  }

  /// A domain adds nothing where the address or the company has said it already.
  @inline(__always)
  private func bestOfDomains(_ left: Int, _ right: Int) -> Double {
    let (leftNumber, rightNumber) = (records.number(left, .domain), records.number(right, .domain))
    if leftNumber == 0 || rightNumber == 0 { return 0 }
    func areEqual(_ field: LinkField) -> Bool {
      let number = records.number(left, field)
      return number != 0 && number == records.number(right, field)
    }
    // A role address says nothing itself.
    if areEqual(.localPart) && areEqual(.mailbox) || areEqual(.company) { return 0 }
    guard leftNumber == rightNumber else {
      return haveBeginningsInCommon(left, right)
        ? max(0, bestUnequal[LinkComparison.domain.rawValue]) : 0
    }
    return max(
      0, model.bits[LinkComparison.domain.rawValue * 16 + 1] + gain(.domain, 1, left, right))
  }

  /// Whether one slip may be all that tells the first two letters of two domains apart.
  @inline(__always)
  private func haveBeginningsInCommon(_ left: Int, _ right: Int) -> Bool {
    let (leftStart, rightStart) = (
      records.range(left, .domain).lowerBound, records.range(right, .domain).lowerBound
    )
    let bytes = records.pool.bytes
    let (one, other) = (bytes[leftStart], bytes[rightStart])
    return one == other || bytes[leftStart + 1] == bytes[rightStart + 1]
      || bytes[leftStart + 1] == other || bytes[rightStart + 1] == one
  }

  private func gain(
    _ comparison: LinkComparison, _ level: Int, _ left: Int, _ right: Int
  ) -> Double {
    guard let term = LinkTerm.of(comparison, level: level) else { return 0 }
    let field = term.field.rawValue
    let place = commonRanges[field].lowerBound + Int(records.number(left, term.field))
    return place < commonRanges[field].upperBound ? commonGains[place] : rareGains[field]
  }
}
