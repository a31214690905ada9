import LeadModel

/// A probability estimated from counts: the mean and strength of a Beta distribution.
///
/// - Source: Gelman et al., "Bayesian Data Analysis", 3rd edition, section 2.4: with the prior
///   Beta(k·p0, k·(1 − p0)) and w successes in n trials the posterior is
///   Beta(k·p0 + w, k·(1 − p0) + n − w), its mean (k·p0 + w) / (k + n).
package struct BetaRate: Sendable, Equatable {
  /// Posterior mean, in (0, 1).
  package let mean: Double
  /// Prior weight plus observations: the larger, the surer.
  package let strength: Double

  /// Smooths an observed share towards a prior mean.
  ///
  /// - Parameters:
  ///   - share: observed share of successes, in 0...1; ignored when `observations` is 0.
  ///   - observations: how many independent observations the share stands for.
  ///   - prior: the mean to shrink to.
  ///   - priorWeight: the prior's weight in observations, above 0.
  package init(share: Double, observations: Double, prior: Double, priorWeight: Double) {
    // A mean of exactly 0 or 1 has no Beta distribution; one in a million is as good.
    let raw =
      (prior * priorWeight + (observations > 0 ? share * observations : 0))
      / (priorWeight + observations)
    mean = min(max(raw, 1e-6), 1 - 1e-6)
    strength = priorWeight + observations
  }

  package init(won: Int, of count: Int, prior: Double, priorWeight: Double) {
    self.init(
      share: count > 0 ? Double(won) / Double(count) : 0, observations: Double(count),
      prior: prior, priorWeight: priorWeight)
  }

  /// One draw from the distribution.
  func sample(using generator: inout SplitMix64) -> Double {
    let first = generator.gamma(shape: mean * strength)
    let second = generator.gamma(shape: (1 - mean) * strength)
    let total = first + second
    return total > 0 ? first / total : mean
  }
}
