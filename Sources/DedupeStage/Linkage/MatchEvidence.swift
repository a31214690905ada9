import Matching

/// What one comparison of two records says.
package struct MatchEvidence: Sendable, Equatable {
  package let comparison: String
  /// The level that the two reach, as the model calls it.
  package let level: String
  /// Added to the match weight.
  package let bits: Double

  /// Less than this is an error of rounding.
  private static let leastBits = 1e-6

  /// What makes up the match weight of two records, comparison by comparison; those that one of the
  /// two says nothing about are left out.
  ///
  /// The first step is what any two records begin with. The last one, if the others come to more
  /// than the weight, is that people have to be asked, whatever the comparisons say.
  static func steps(
    _ weights: PairWeights, _ records: LinkRecords, _ pair: (left: Int, right: Int),
    prior: Double, total: Double
  ) -> [MatchEvidence] {
    let pattern = PairComparer(records).pattern(pair.left, pair.right)
    var steps = [MatchEvidence(comparison: "prior", level: "any_two_leads", bits: prior)]
    for comparison in LinkComparison.allCases where pattern[comparison] > 0 {
      steps.append(
        MatchEvidence(
          comparison: comparison.name, level: comparison.levels[pattern[comparison] - 1],
          bits: weights.part(comparison, pattern, pair.left, pair.right)))
    }
    let sum = steps.reduce(0) { $0 + $1.bits }
    if total < sum - leastBits {
      steps.append(MatchEvidence(comparison: "review", level: "ask_people", bits: total - sum))
    }
    return steps
  }
}
