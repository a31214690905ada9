@testable import Forecasting
import LeadModel
import Testing

@Suite struct SimulationTests {
  /// So sure that a draw of the rate is the rate.
  static func sure(_ mean: Double) -> BetaRate {
    BetaRate(share: mean, observations: 1e9, prior: mean, priorWeight: 1)
  }

  @Test("The interval is that of the exact distribution when the rates are sure")
  func exact() {
    // Ten coins worth 100 each: P(X <= 3) = 0.1719, P(X <= 2) = 0.0547; so the 10 % quantile is 3.
    let group = WonValueSimulation.Group(
      rate: Self.sure(0.5), amounts: Array(repeating: 100, count: 10))
    let simulation = WonValueSimulation(groups: [group], laterCents: [])
    let interval = simulation.interval(level: 0.8, draws: 20_000, seed: 1)
    #expect(interval.low == 300 && interval.high == 700)
  }

  @Test("The same seed gives the same interval, another seed another draw")
  func seeded() {
    let group = WonValueSimulation.Group(
      rate: BetaRate(won: 3, of: 9, prior: 0.3, priorWeight: 10),
      amounts: (1...40).map { $0 * 12_345 })
    let simulation = WonValueSimulation(groups: [group], laterCents: [5, 50_000, 700_000])
    let first = simulation.interval(level: 0.8, draws: 500, seed: 1)
    #expect(first == simulation.interval(level: 0.8, draws: 500, seed: 1))
    #expect(first != simulation.interval(level: 0.8, draws: 500, seed: 2))
  }

  @Test("Many deals by the normal approximation agree with the same deals one by one")
  func approximation() {
    let amounts = (0..<2_000).map { Int64(1_000 + $0 % 97 * 50) }
    let rate = BetaRate(won: 300, of: 1_000, prior: 0.3, priorWeight: 10)
    let oneByOne = WonValueSimulation(
      groups: [.init(rate: rate, amounts: amounts)], laterCents: []
    ).interval(level: 0.8, draws: 4_000, seed: 3)
    let approximated = WonValueSimulation(
      groups: [.init(rate: rate, amounts: amounts + [0])], laterCents: []
    ).interval(level: 0.8, draws: 4_000, seed: 3)
    #expect(abs(Double(oneByOne.low) / Double(approximated.low) - 1) < 0.02)
    #expect(abs(Double(oneByOne.high) / Double(approximated.high) - 1) < 0.02)
  }

  @Test("Nothing to win gives an interval of nothing")
  func empty() {
    let interval = WonValueSimulation(groups: [], laterCents: [])
      .interval(level: 0.8, draws: 100, seed: 1)
    #expect(interval.low == 0 && interval.high == 0)
  }

  @Test(
    "Quantiles are nearest ranks",
    arguments: [(0.0, 1), (0.1, 1), (0.11, 2), (0.5, 5), (1.0, 10)] as [(Double, Int64)])
  func quantiles(share: Double, expected: Int64) {
    #expect(WonValueSimulation.quantile(Array(1...10), share) == expected)
  }
}
