package import LeadModel

extension LinkModel {
  /// The model as a person reads it: for each comparison its levels with `m`, `u` and the bits that
  /// they add, and the shares of common values.
  package var json: JSONValue {
    .object([
      ("version", .int(Int64(version))),
      ("prior", .double(prior)),
      ("link_threshold", .double(linkThreshold)),
      ("review_threshold", .double(reviewThreshold)),
      (
        "comparisons",
        .object(
          LinkComparison.allCases.map { comparison in
            (comparison.name, json(of: comparison))
          })
      ),
      (
        "frequencies",
        .object(
          LinkTerm.all.compactMap { term in
            frequencies[term.field].map { (term.field.name, json(of: $0)) }
          })
      ),
    ])
  }

  private func json(of comparison: LinkComparison) -> JSONValue {
    .object(
      zip(comparison.levels, levels[comparison.rawValue]).map { name, level in
        (
          name,
          .object([
            ("m", .double(level.m)), ("u", .double(level.u)),
            ("bits", .double((level.weight * 100).rounded() / 100)),
          ])
        )
      })
  }

  private func json(of frequencies: Frequencies) -> JSONValue {
    let common = frequencies.common.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key
    }
    return .object([
      ("rare", .double(frequencies.rare)),
      ("common", .object(common.map { ($0.key, .double($0.value)) })),
    ])
  }
}
