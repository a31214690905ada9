package import LeadModel

/// How often deals that reached a stage were won in the end.
///
/// Every closed deal counts once for each stage that it entered before it closed. The overall
/// rate, itself smoothed towards one half by two deals, is the prior of every stage.
package struct WinRates: Sendable, Equatable {
  package struct Stage: Sendable, Equatable {
    package let stage: String
    /// Closed deals that reached the stage.
    package let reached: Int
    package let won: Int
    package let rate: BetaRate
  }

  /// By name.
  package let stages: [Stage]
  package let overall: BetaRate
  package let closedDeals: Int
  package let wonDeals: Int

  /// Learns from the deals closed up to an instant.
  package init(deals: [Deal], through instant: Timestamp, settings: ForecastSettings) {
    var reached: [String: (count: Int, won: Int)] = [:]
    var closed = 0
    var won = 0
    for deal in deals {
      guard let endedAt = deal.endedAt, endedAt <= instant else { continue }
      let isWon = deal.outcome == .won
      closed += 1
      won += isWon ? 1 : 0
      var seen: Set<String> = []
      for entry in deal.entries
      where !settings.closedStages.contains(entry.stage.lowercased())
        && seen.insert(entry.stage).inserted
      {
        reached[entry.stage, default: (0, 0)].count += 1
        reached[entry.stage, default: (0, 0)].won += isWon ? 1 : 0
      }
    }
    let overall = BetaRate(won: won, of: closed, prior: 0.5, priorWeight: 2)
    self.overall = overall
    closedDeals = closed
    wonDeals = won
    stages = reached.sorted { $0.key < $1.key }.map { name, counts in
      Stage(
        stage: name, reached: counts.count, won: counts.won,
        rate: BetaRate(
          won: counts.won, of: counts.count, prior: overall.mean, priorWeight: settings.priorDeals))
    }
  }

  /// The rate of a stage; a stage without history has the overall mean at the prior's strength.
  package func rate(of stage: String, settings: ForecastSettings) -> BetaRate {
    stages.first { $0.stage == stage }?.rate
      ?? BetaRate(won: 0, of: 0, prior: overall.mean, priorWeight: settings.priorDeals)
  }
}
