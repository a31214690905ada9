import Definitions
import Forecasting
import LeadModel

/// The `forecast:` part of a report definition.
struct ForecastDefinition {
  let settings: ForecastSettings
  /// Stages in the order of the sales process; others follow by name.
  let stages: [String]
  /// Months that the history of won deals goes back.
  let historyMonths: Int
  let rates: CurrencyRates?

  init(_ node: DefinitionNode) throws(DefinitionError) {
    try node.allow(keys: [
      "horizon_days", "interval", "prior_deals", "draws", "seed", "training_months",
      "backtest_months", "history_months", "closed_stages", "stages", "currency",
    ])
    var settings = ForecastSettings()
    settings.horizonDays = try node.int(
      "horizon_days", default: settings.horizonDays, in: 7...730)
    if let level = node["interval"] { settings.intervalLevel = try level.double(in: 0.5...0.99) }
    if let prior = node["prior_deals"] { settings.priorDeals = try prior.double(in: 0.1...10_000) }
    settings.draws = try node.int("draws", default: settings.draws, in: 100...100_000)
    settings.seed = UInt64(
      try node.int("seed", default: Int(settings.seed), in: 0...Int.max))
    settings.trainingMonths = try node.int(
      "training_months", default: settings.trainingMonths, in: 3...120)
    settings.backtestMonths = try node.int(
      "backtest_months", default: settings.backtestMonths, in: 1...60)
    historyMonths = try node.int("history_months", default: 24, in: 1...120)
    settings.closedStages = Set(
      try node.strings("closed_stages", default: settings.closedStages.sorted())
        .map { $0.lowercased() })
    self.settings = settings
    stages = try node.strings("stages", default: [])
    rates = if let currency = node["currency"] { try Self.rates(currency) } else { nil }
  }

  private static func rates(_ node: DefinitionNode) throws(DefinitionError) -> CurrencyRates {
    try node.allow(keys: ["base", "date", "rates"])
    let dateNode = try node.required("date")
    guard let date = CivilDate(iso: try dateNode.string()) else {
      throw dateNode.failure(
        "found '\(try dateNode.string())' for 'date', expected the day of the rates as 2026-10-30")
    }
    var rates: [String: Double] = [:]
    for entry in try node.required("rates").entries() {
      rates[entry.key] = try entry.value.double(in: 1e-9...1e9)
    }
    guard let table = CurrencyRates(base: try node.string("base"), date: date, rates: rates)
    else { throw node.failure("found a rate that is not above 0") }
    return table
  }
}
