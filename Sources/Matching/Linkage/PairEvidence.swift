/// What two records say together of being one person, step by step.
package struct PairEvidence: Sendable {
  /// What one comparison adds.
  package struct Step: Sendable {
    package let comparison: LinkComparison
    /// The name of the level reached; nil where one of the two does not say, or where another
    /// comparison has said it already.
    package let level: String?
    /// What was compared, as the model reads it; empty for none.
    package let left: String
    package let right: String
    /// The chances of the level among records of one person, and of two; nil without a level.
    package let m: Double?
    package let u: Double?
    /// Bits of the level by itself.
    package let levelBits: Double
    /// Bits more because the value is rare, fewer because it is common.
    package let rarityBits: Double

    package var bits: Double { levelBits + rarityBits }

    /// What a person reads in the place of a level.
    package var summary: String {
      level ?? (left.isEmpty || right.isEmpty ? "not said" : "counted elsewhere")
    }
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

  /// Compares two records by their positions, the lower first.
  package init(_ model: LinkModel, _ weights: PairWeights, _ left: Int, _ right: Int) {
    let pattern = weights.pattern(left, right)
    prior = model.prior
    priorBits = model.priorWeight
    doubt = pattern.doubt
    weight = weights.weight(pattern, left, right)
    probability = LinkModel.probability(of: weight)
    steps = LinkComparison.allCases.map { comparison in
      let reached = pattern[comparison]
      let level = reached > 0 ? model.levels[comparison.rawValue][reached - 1] : nil
      let bits = level?.weight ?? 0
      return Step(
        comparison: comparison, level: reached > 0 ? comparison.levels[reached - 1] : nil,
        left: weights.text(left, comparison.decisiveField),
        right: weights.text(right, comparison.decisiveField), m: level?.m, u: level?.u,
        levelBits: bits,
        rarityBits: level == nil ? 0 : weights.part(comparison, pattern, left, right) - bits)
    }
  }
}
