import Definitions
import Matching

/// Reads a model file: JSON as the program writes it, which is YAML too.
enum LinkModelFile {
  /// Comparisons that earlier versions of the program did not have. Where a file does not name one,
  /// it says nothing: what a base learnt then goes on as it was, until it learns anew.
  private static let later: Set<LinkComparison> = [.domain]

  /// - Throws: `DefinitionError` for anything but probabilities of all levels of a comparison.
  static func read(_ root: DefinitionNode) throws(DefinitionError) -> LinkModel {
    try root.allow(keys: [
      "version", "prior", "link_threshold", "review_threshold", "comparisons", "frequencies",
    ])
    var model = LinkModel.initial
    model.version = try root.required("version").int(in: 1...1_000_000)
    model.prior = try root.required("prior").double(in: 1e-15...0.5)
    let comparisons = try root.required("comparisons")
    try comparisons.allow(keys: LinkComparison.allCases.map(\.name))
    for comparison in LinkComparison.allCases {
      if comparisons[comparison.name] == nil, later.contains(comparison) {
        model.silence(comparison)
        continue
      }
      let levels = try comparisons.required(comparison.name)
      try levels.allow(keys: comparison.levels)
      for (index, name) in comparison.levels.enumerated() {
        let level = try levels.required(name)
        try level.allow(keys: ["m", "u", "bits"])
        model.levels[comparison.rawValue][index] = LinkModel.Level(
          m: try level.required("m").double(in: 1e-15...1),
          u: try level.required("u").double(in: 1e-15...1))
        try checkBits(level, model.levels[comparison.rawValue][index])
      }
      try checkSums(levels, comparison, model.levels[comparison.rawValue])
    }
    if let frequencies = root["frequencies"] {
      try frequencies.allow(keys: LinkTerm.all.map(\.field.name))
      for term in LinkTerm.all {
        guard let node = frequencies[term.field.name] else { continue }
        var common: [String: Double] = [:]
        for entry in try node["common"]?.entries() ?? [] {
          common[entry.key] = try entry.value.double(in: 1e-15...1)
        }
        model.frequencies[term.field] = LinkModel.Frequencies(
          common: common, rare: try node.required("rare").double(in: 1e-15...1))
      }
    }
    return model
  }

  /// What training rounds up, and two digits of a bit.
  private static let (leastSlip, leastBits) = (0.01, 0.02)

  /// What is shown of a level follows from its probabilities: edited alone it would do nothing.
  private static func checkBits(
    _ node: DefinitionNode, _ level: LinkModel.Level
  ) throws(DefinitionError) {
    guard let bits = node["bits"] else { return }
    guard abs(try bits.double() - level.weight) > leastBits else { return }
    throw bits.failure(
      "found \(try bits.string()) bits, but m and u make \(shown(level.weight)); edit m and u, and "
        + "write that or leave the bits out")
  }

  /// A pair has exactly one of a comparison's levels.
  private static func checkSums(
    _ node: DefinitionNode, _ comparison: LinkComparison, _ levels: [LinkModel.Level]
  ) throws(DefinitionError) {
    let sums = [("m", levels.reduce(0) { $0 + $1.m }), ("u", levels.reduce(0) { $0 + $1.u })]
    for (name, sum) in sums where abs(sum - 1) > leastSlip {
      throw node.failure(
        "found levels of '\(comparison.name)' whose \(name) add up to \(shown(sum)), expected 1; "
          + "each is the share of pairs with that level")
    }
  }

  private static func shown(_ number: Double) -> Double { (number * 100).rounded() / 100 }
}
