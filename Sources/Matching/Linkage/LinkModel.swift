import Glibc

/// The parameters of probabilistic record linkage (Fellegi and Sunter 1969).
///
/// For each level of each comparison: `m`, the probability that two records of one person reach
/// it, and `u`, the probability that two records of two persons do; among those that say something.
/// The match weight of a pair is `log2(prior odds) + sum of log2(m / u)`, in bits.
package struct LinkModel: Sendable, Equatable {
  package struct Level: Sendable, Equatable {
    package var m: Double
    package var u: Double

    package init(m: Double, u: Double) {
      self.m = m
      self.u = u
    }

    /// Bits that the level adds to a pair's weight.
    package var weight: Double { log2(m / u) }
  }

  /// How common the values of a field are: an agreement on `Smith` proves less than one on
  /// `Szymborska` (Winkler 2000).
  package struct Frequencies: Sendable, Equatable {
    /// Share of the records that have the value, of those that have one, by value.
    package var common: [String: Double]
    /// The share of a value that is not among them.
    package var rare: Double

    package init(common: [String: Double], rare: Double) {
      self.common = common
      self.rare = rare
    }
  }

  /// Counts up with each training.
  package var version: Int
  /// Probability that two records drawn at random are one person.
  package var prior: Double
  /// By `LinkComparison`; level 1 first.
  package var levels: [[Level]]
  package var frequencies: [LinkField: Frequencies]
  /// Probability from which two records are linked.
  package var linkThreshold: Double
  /// Probability from which somebody is asked.
  package var reviewThreshold: Double

  package init(
    version: Int, prior: Double, levels: [[Level]], frequencies: [LinkField: Frequencies],
    linkThreshold: Double, reviewThreshold: Double
  ) {
    self.version = version
    self.prior = prior
    self.levels = levels
    self.frequencies = frequencies
    self.linkThreshold = linkThreshold
    self.reviewThreshold = reviewThreshold
  }

  /// Bits of the prior odds.
  package var priorWeight: Double { log2(prior / (1 - prior)) }

  /// Lets a comparison count neither for nor against.
  package mutating func silence(_ comparison: LinkComparison) {
    for level in levels[comparison.rawValue].indices {
      levels[comparison.rawValue][level].m = levels[comparison.rawValue][level].u
    }
    for term in LinkTerm.all where term.comparison == comparison { frequencies[term.field] = nil }
  }

  /// The weight that a probability needs.
  package static func weight(of probability: Double) -> Double {
    log2(probability / (1 - probability))
  }

  /// The probability that a weight means.
  package static func probability(of weight: Double) -> Double {
    let odds = exp2(weight)
    return odds.isInfinite ? 1 : odds / (1 + odds)
  }

  /// What the program begins with, and what training leans on where a base says little: estimates
  /// of ours, from no survey, for a base of some ten thousand people.
  package static let initial = LinkModel(
    version: 1, prior: 1e-5,
    levels: [
      levels(m: [0.72, 0.12, 0.08, 0.03, 0.05], u: [0.005, 0.004, 0.02, 0.02, 0.951]),
      levels(m: [0.80, 0.11, 0.03, 0.02, 0.04], u: [0.001, 0.002, 0.006, 0.0002, 0.9908]),
      levels(m: [0.90, 0.06, 0.015, 0.025], u: [0.00005, 0.0015, 0.018, 0.98045]),
      levels(m: [0.60, 0.06, 0.09, 0.25], u: [0.00002, 0.0003, 0.0002, 0.99948]),
      levels(m: [0.68, 0.02, 0.05, 0.25], u: [0.00005, 0.00002, 0.0001, 0.99983]),
      levels(m: [0.72, 0.12, 0.08, 0.08], u: [0.0005, 0.001, 0.006, 0.9925]),
      levels(m: [0.66, 0.16, 0.06, 0.03, 0.09], u: [0.00005, 0.0005, 0.002, 0.008, 0.98945]),
      levels(
        m: [0.72, 0.06, 0.06, 0.06, 0.03, 0.07], u: [0.0008, 0.008, 0.0008, 0.003, 0.08, 0.9074]),
      levels(m: [0.55, 0.20, 0.25], u: [0.02, 0.08, 0.90]),
      levels(m: [0.55, 0.04, 0.03, 0.38], u: [0.0005, 0.0003, 0.0003, 0.9989]),
    ],
    frequencies: [:], linkThreshold: 0.8, reviewThreshold: 0.2)

  private static func levels(m: [Double], u: [Double]) -> [Level] {
    zip(m, u).map { Level(m: $0, u: $1) }
  }
}
