import Matching
import Store

/// How good the linking is, as far as the model and the decisions tell (view `link_judged`).
struct LinkEstimate: Sendable {
  /// Pairs of about one weight.
  struct Band: Sendable, Equatable {
    let name: String
    let pairs: Int
    let decided: Int
    let same: Int
    /// The mean probability that the model gives them.
    let expectedShare: Double
  }

  /// Of the pairs that the model links, and of all that are one person among those it kept.
  struct Quality: Sendable, Equatable {
    let precision: Double
    let recall: Double
  }

  let bands: [Band]
  /// By the model alone, and with what was decided; nil where nothing was compared.
  let model: Quality?
  let judged: Quality?

  /// `link` are the bits from which pairs are linked.
  init(link: Double, in database: Database) throws {
    var bands: [Band] = []
    try database.query("dedupe-estimate-bands").rows { row in
      bands.append(
        Band(
          name: Self.name(of: Int(row.int(0))), pairs: Int(row.int(1)), decided: Int(row.int(2)),
          same: Int(row.int(3)), expectedShare: row.double(4)))
    }
    self.bands = bands
    let sums = try database.query("dedupe-estimate").first(.real(link)) { row in
      (0..<5).map { row.double($0) }
    }
    guard let sums, sums[0] > 0, sums[1] > 0, sums[2] > 0 else {
      (model, judged) = (nil, nil)
      return
    }
    model = Quality(precision: sums[3] / sums[0], recall: sums[3] / sums[1])
    judged = Quality(precision: sums[4] / sums[0], recall: sums[4] / sums[2])
  }

  private static func name(of band: Int) -> String {
    band == -1000 ? "held down at 0 bits" : "\(band * 2) to \(band * 2 + 2) bits"
  }
}
