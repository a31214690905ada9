package import LeadModel

/// How often an open deal was won within the horizon, by its stage and when it was due.
///
/// Landmark method: at every past month end whose horizon has passed, each deal then open is one
/// observation: won within the horizon or not. Slipping, stalling and losing are all in the
/// share, so nothing has to be assumed about them. A deal seen at several month ends counts each
/// time in the share, but only once in the strength, since its observations are not independent.
///
/// - Source: van Houwelingen 2007, "Dynamic Prediction by Landmarking in Event History Analysis",
///   Scandinavian Journal of Statistics 34(1).
package struct HorizonRates: Sendable, Equatable {
  struct Cell: Hashable {
    let stage: String
    let due: DueClass
  }

  /// Month ends that the rates were learnt from, latest first.
  package let landmarks: [Timestamp]
  let overall: BetaRate
  let stages: [String: BetaRate]
  let cells: [Cell: BetaRate]
  let priorDeals: Double

  package init(deals: [Deal], asOf: Timestamp, settings: ForecastSettings) {
    let beginnings = deals.compactMap(\.beganAt)
    let first = beginnings.min() ?? asOf
    landmarks = MonthEnds.before(
      asOf.adding(days: -settings.horizonDays), count: settings.trainingMonths
    ).filter { $0 >= first }
    var all = Tally()
    var byStage: [String: Tally] = [:]
    var byCell: [Cell: Tally] = [:]
    for landmark in landmarks {
      for deal in deals {
        guard
          let open = deal.snapshot(
            at: landmark, now: asOf, horizonDays: settings.horizonDays,
            unknownStage: Forecaster.unknownStage)
        else { continue }
        let end = landmark.adding(days: settings.horizonDays)
        let isWon = deal.wonCents(after: landmark, through: end) != nil
        all.add(deal.id, isWon)
        byStage[open.stage, default: Tally()].add(deal.id, isWon)
        byCell[Cell(stage: open.stage, due: open.dueClass), default: Tally()].add(deal.id, isWon)
      }
    }
    // Without any history one deal in four is as good a start as another; two deals outweigh it.
    let overall = all.rate(prior: 0.25, priorDeals: 2)
    let stages = byStage.mapValues {
      $0.rate(prior: overall.mean, priorDeals: settings.priorDeals)
    }
    self.overall = overall
    self.stages = stages
    var cells: [Cell: BetaRate] = [:]
    for (cell, tally) in byCell {
      cells[cell] = tally.rate(
        prior: (stages[cell.stage] ?? overall).mean, priorDeals: settings.priorDeals)
    }
    self.cells = cells
    priorDeals = settings.priorDeals
  }

  /// The rate of a stage and due class, falling back to the stage, then to all deals.
  package func rate(stage: String, due: DueClass) -> BetaRate {
    if let rate = cells[Cell(stage: stage, due: due)] { return rate }
    return BetaRate(
      won: 0, of: 0, prior: (stages[stage] ?? overall).mean, priorWeight: priorDeals)
  }

  private struct Tally {
    var seen = 0
    var won = 0
    var deals: Set<Int64> = []

    mutating func add(_ id: Int64, _ isWon: Bool) {
      seen += 1
      won += isWon ? 1 : 0
      deals.insert(id)
    }

    func rate(prior: Double, priorDeals: Double) -> BetaRate {
      BetaRate(
        share: seen > 0 ? Double(won) / Double(seen) : 0, observations: Double(deals.count),
        prior: prior, priorWeight: priorDeals)
    }
  }
}
