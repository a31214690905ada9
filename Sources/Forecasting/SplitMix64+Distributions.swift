import Glibc
import LeadModel

extension SplitMix64 {
  /// Uniform in [0, 1) with 53 random bits.
  mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// Standard normal.
  ///
  /// - Source: Marsaglia & Bray 1964, the polar method; the second deviate is thrown away so that
  ///   the generator has no state beside its seed.
  mutating func normal() -> Double {
    while true {
      let first = 2 * uniform() - 1
      let second = 2 * uniform() - 1
      let square = first * first + second * second
      if square > 0, square < 1 { return first * sqrt(-2 * log(square) / square) }
    }
  }

  /// Gamma with scale 1, for shapes above 0.
  ///
  /// - Source: Marsaglia & Tsang 2000, "A Simple Method for Generating Gamma Variables",
  ///   ACM TOMS 26(3); shapes below 1 are drawn at shape + 1 and scaled by U^(1/shape).
  mutating func gamma(shape: Double) -> Double {
    if shape < 1 {
      return gamma(shape: shape + 1) * pow(1 - uniform(), 1 / shape)
    }
    let offset = shape - 1.0 / 3
    let scale = 1 / sqrt(9 * offset)
    while true {
      let deviate = normal()
      let root = 1 + scale * deviate
      guard root > 0 else { continue }
      let cube = root * root * root
      let accept = log(1 - uniform())
      if accept < 0.5 * deviate * deviate + offset * (1 - cube + log(cube)) {
        return offset * cube
      }
    }
  }
}
