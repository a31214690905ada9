import Glibc
import LeadModel

/// A value in cents with the ends of its interval.
package struct ValueRange: Sendable, Equatable {
  package let expectedCents: Int64
  package let lowCents: Int64
  package let highCents: Int64

  package static let zero = ValueRange(expectedCents: 0, lowCents: 0, highCents: 0)
}

/// The distribution of what a set of open deals brings: seeded simulation.
///
/// One draw: every rate is drawn from its Beta distribution once (all deals of the cell share its
/// luck), every deal is won or not with that rate, and what deals yet to come have brought in one
/// past window, picked at random, is added. The interval is between quantiles of the draws. Over
/// `exactDeals` deals, the sum within a rate is drawn from its normal approximation instead of
/// deal by deal (Lyapunov's central limit theorem), which bounds the work.
struct WonValueSimulation {
  /// Deals of one rate.
  struct Group {
    let rate: BetaRate
    var amounts: [Int64]
  }

  static let exactDeals = 2_000

  let groups: [Group]
  /// What later deals brought in past windows; empty to leave them out.
  let laterCents: [Int64]

  func interval(level: Double, draws: Int, seed: UInt64) -> (low: Int64, high: Int64) {
    guard draws > 0, !groups.isEmpty || !laterCents.isEmpty else { return (0, 0) }
    var generator = SplitMix64(seed: seed)
    let dealCount = groups.reduce(0) { $0 + $1.amounts.count }
    let sums = groups.map { group in
      (
        sum: group.amounts.reduce(0) { $0 + Double($1) },
        squares: group.amounts.reduce(0) { $0 + Double($1) * Double($1) }
      )
    }
    var totals: [Int64] = []
    totals.reserveCapacity(draws)
    for _ in 0..<draws {
      var total: Int64 = 0
      for (group, moments) in zip(groups, sums) {
        let probability = group.rate.sample(using: &generator)
        if dealCount > Self.exactDeals {
          let deviation = sqrt(probability * (1 - probability) * moments.squares)
          let value = probability * moments.sum + deviation * generator.normal()
          total += Int64(min(max(value, 0), moments.sum).rounded())
        } else {
          let threshold = UInt64(probability * 0x1p53)
          for amount in group.amounts where generator.next() >> 11 < threshold { total += amount }
        }
      }
      if !laterCents.isEmpty {
        total += laterCents[Int(generator.next() % UInt64(laterCents.count))]
      }
      totals.append(total)
    }
    totals.sort()
    return (
      Self.quantile(totals, (1 - level) / 2), Self.quantile(totals, 1 - (1 - level) / 2)
    )
  }

  /// Nearest-rank quantile of sorted values (Hyndman & Fan 1996, definition 1).
  static func quantile(_ sorted: [Int64], _ share: Double) -> Int64 {
    guard let last = sorted.last else { return 0 }
    let rank = Int((share * Double(sorted.count)).rounded(.up)) - 1
    return rank < sorted.count ? sorted[max(0, rank)] : last
  }
}
