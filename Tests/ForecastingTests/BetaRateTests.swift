@testable import Forecasting
import LeadModel
import Testing

@Suite struct BetaRateTests {
  struct Case: Sendable {
    let won: Int
    let count: Int
    let prior: Double
    let weight: Double
    let mean: Double
  }

  @Test(
    "A rate is the prior and the counts weighed together",
    arguments: [
      Case(won: 0, count: 0, prior: 0.3, weight: 10, mean: 0.3),
      Case(won: 10, count: 10, prior: 0.5, weight: 10, mean: 0.75),
      Case(won: 1, count: 4, prior: 0.25, weight: 6, mean: 0.25),
      Case(won: 900, count: 1_000, prior: 0.1, weight: 10, mean: 901.0 / 1010),
    ])
  func smoothing(_ test: Case) {
    let rate = BetaRate(
      won: test.won, of: test.count, prior: test.prior, priorWeight: test.weight)
    #expect(abs(rate.mean - test.mean) < 1e-12)
    #expect(rate.strength == test.weight + Double(test.count))
  }

  @Test("A rate never is exactly nought or one", arguments: [0, 5])
  func openInterval(won: Int) {
    let rate = BetaRate(won: won, of: 5, prior: Double(won) / 5, priorWeight: 10)
    #expect(rate.mean > 0 && rate.mean < 1)
  }

  @Test(
    "Draws have the mean and variance of the Beta distribution",
    arguments: [(0.5, 4.0), (0.1, 3.0), (0.9, 40.0), (0.02, 12.0)])
  func draws(mean: Double, strength: Double) {
    let rate = BetaRate(share: mean, observations: strength - 1, prior: mean, priorWeight: 1)
    var generator = SplitMix64(seed: 7)
    let draws = (0..<40_000).map { _ in rate.sample(using: &generator) }
    let average = draws.reduce(0, +) / 40_000
    let variance = draws.reduce(0) { $0 + ($1 - average) * ($1 - average) } / 40_000
    let expected = mean * (1 - mean) / (strength + 1)
    #expect(abs(average - mean) < 0.01)
    #expect(abs(variance - expected) < 0.1 * expected)
    #expect(draws.allSatisfy { (0...1).contains($0) })
  }
}
