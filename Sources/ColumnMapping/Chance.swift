/// How likely it is to see as much of something as is seen, in what is drawn from where it was seen
/// before.
enum Chance {
  /// The chance of at least `odd` in `count`, where there were `oddBefore` in `countBefore`.
  ///
  /// - Returns: the upper tail of the beta-binomial distribution that follows from Jeffreys' prior.
  /// - Source: Jeffreys 1946, Proc. R. Soc. Lond. A 186, for the prior (1/2, 1/2) of a share.
  static func ofAtLeast(
    _ odd: Int, of count: Int, before oddBefore: Int, of countBefore: Int
  ) -> Double {
    guard odd > 0 else { return 1 }
    let a = Double(oddBefore) + 0.5
    let b = Double(max(0, countBefore - oddBefore)) + 0.5
    // From the top down: each term follows from the one above it.
    var term = 1.0
    for index in 0..<count { term *= (a + Double(index)) / (a + b + Double(index)) }
    var sum = term
    var value = count
    while value > odd {
      // P(value - 1) from P(value).
      let others = Double(count - value)
      term *= Double(value) / (others + 1) * (b + others) / (a + Double(value) - 1)
      sum += term
      value -= 1
    }
    return min(1, sum)
  }
}
