import Glibc

/// The bits that a model gives, ready to weigh the pairs of any records.
package struct ModelWeights: Sendable {
  /// How much an agreement on each value of a field adds to one on a value of average rarity.
  struct Term: Sendable {
    let field: LinkField
    /// Of a value that is not among the common ones.
    let rare: Double
    /// Of the common ones, by their numbers among the model's values; nil for those of other fields.
    fileprivate(set) var gains: [Double?]
  }

  package let priorWeight: Double
  /// Bits by comparison and level, 16 a comparison; 0 for level 0.
  private(set) var bits: [Double] = Array(repeating: 0, count: 16 * LinkComparison.allCases.count)
  /// The most that a comparison adds when the values are not equal, by comparison; of places without
  /// what the rarity of a town adds.
  private(set) var bestUnequal: [Double] = []
  /// The values that are common in any field.
  private(set) var values = ValuePool()
  private(set) var terms: [Term] = []

  /// Bits that the rarity of a value may add at most: a name met once proves no more.
  private static let largestGain = 6.0

  package init(_ model: LinkModel) {
    priorWeight = model.priorWeight
    for comparison in LinkComparison.allCases {
      let weights = model.levels[comparison.rawValue].map(\.weight)
      for (index, weight) in weights.enumerated() {
        bits[comparison.rawValue * 16 + index + 1] = weight
      }
      bestUnequal.append(weights.dropFirst().max() ?? 0)
    }
    // Town or postcode may be equal where the whole place is not.
    bestUnequal[LinkComparison.place.rawValue] =
      model.levels[LinkComparison.place.rawValue]
      .map(\.weight).max() ?? 0
    for term in LinkTerm.all {
      guard let frequencies = model.frequencies[term.field] else { continue }
      let average = model.levels[term.comparison.rawValue][term.level - 1].u
      var gains: [Double?] = []
      for (text, share) in frequencies.common {
        let number = Int(values.number(of: Array(text.utf8).span))
        while gains.count <= number { gains.append(nil) }
        gains[number] = Self.gain(average, share)
      }
      terms.append(
        Term(field: term.field, rare: Self.gain(average, frequencies.rare), gains: gains))
    }
    for index in terms.indices {
      let missing = values.count - terms[index].gains.count
      terms[index].gains += Array(repeating: nil, count: missing)
    }
  }

  private static func gain(_ average: Double, _ share: Double) -> Double {
    min(largestGain, log2(average / share))
  }
}
