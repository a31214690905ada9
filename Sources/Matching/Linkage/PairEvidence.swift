/// What two records say together of being one person, step by step.
package struct PairEvidence: Sendable {
  /// What one comparison adds.
  package struct Step: Sendable {
    package let comparison: LinkComparison
    /// The name of the level reached; nil where one of the two does not say.
    package let level: String?
    /// The chances of the level among records of one person, and of two; nil without a level.
    package let m: Double?
    package let u: Double?
    /// Bits of the level by itself.
    package let levelBits: Double
    /// Bits more because the value is rare, fewer because it is common.
    package let rarityBits: Double

    package var bits: Double { levelBits + rarityBits }
  }

  /// Bits of the odds before anything was compared.
  package let priorBits: Double
  package let prior: Double
  /// One a comparison, in their order.
  package let steps: [Step]
  /// Why somebody has to be asked whatever the sum; nil where the sum decides.
  package let doubt: LinkPattern.Doubt?
  /// Match weight in bits: the sum of all, but no more than even odds where there is a doubt.
  package let weight: Double
  /// The probability that the weight means.
  package let probability: Double

  /// All that was added up, before a doubt held it down.
  package var sum: Double { steps.reduce(priorBits) { $0 + $1.bits } }

  /// - Parameters:
  ///   - left: position of a record; the lower of the two.
  ///   - right: position of another.
  package init(_ model: LinkModel, _ weights: PairWeights, _ left: Int, _ right: Int) {
    let pattern = weights.pattern(left, right)
    prior = model.prior
    priorBits = model.priorWeight
    doubt = pattern.doubt
    weight = weights.weight(pattern, left, right)
    probability = LinkModel.probability(of: weight)
    steps = LinkComparison.allCases.map { comparison in
      let reached = pattern[comparison]
      guard reached > 0 else {
        return Step(
          comparison: comparison, level: nil, m: nil, u: nil, levelBits: 0, rarityBits: 0)
      }
      let level = model.levels[comparison.rawValue][reached - 1]
      return Step(
        comparison: comparison, level: comparison.levels[reached - 1], m: level.m, u: level.u,
        levelBits: level.weight,
        rarityBits: weights.part(comparison, pattern, left, right) - level.weight)
    }
  }
}
