import Store
import Validation

/// Works out the quality of leads from what they lost by findings and what they lack.
struct LeadQuality: Sendable {
  let weights: QualityWeights
  /// Columns whose absence costs something.
  private let missing: [(column: Int, points: Int)]

  init(_ weights: QualityWeights) {
    self.weights = weights
    let plan = TablePlan.lead
    missing = weights.missing.compactMap { entry in
      let field = plan.field(entry.field)
      return plan.columns.firstIndex { $0.field == field }.map { ($0, entry.points) }
    }
  }

  /// `lost` are the points that the row's findings cost.
  func score(lost: Int, isNull: (Int) -> Bool) -> Int {
    var lost = lost
    for entry in missing where isNull(entry.column) { lost += entry.points }
    return QualityWeights.score(lost: lost)
  }

  func score(lost: Int, of values: [SQLValue]) -> SQLValue {
    .int(Int64(score(lost: lost) { values[$0] == .null }))
  }
}
