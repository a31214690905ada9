package import LeadModel

/// Open deals that share a stage, a category or a month of expected close.
package struct ForecastSlice: Sendable, Equatable {
  package let name: String
  package let deals: Int
  package let openCents: Int64
  /// Value times win rate, with the interval of what will be won in the end.
  package let weighted: ValueRange
  /// Expected to be won within the horizon.
  package let horizonCents: Int64
}

/// One open deal and what it is worth.
package struct DealForecast: Sendable, Equatable {
  package let deal: OpenDeal
  /// Chance to be won in the end, and within the horizon.
  package let winRate: Double
  package let horizonRate: Double
  package let weightedCents: Int64
  package let horizonCents: Int64
}

/// What the open deals of one currency are worth at a date.
package struct CurrencyForecast: Sendable, Equatable {
  package let currency: String
  package let deals: Int
  /// Open deals without a value; they count as zero.
  package let dealsWithoutAmount: Int
  package let openCents: Int64
  /// What the open deals will bring in the end, whenever that is.
  package let weighted: ValueRange
  /// Within the horizon, from deals open now.
  package let pipeline: ValueRange
  /// Within the horizon, from deals yet to come: the mean of past windows.
  package let laterCents: Int64
  /// Within the horizon, from both.
  package let total: ValueRange
  package let byStage: [ForecastSlice]
  package let byCategory: [ForecastSlice]
  /// Overdue first, then months, then later and undated.
  package let byMonth: [ForecastSlice]
  /// Largest weighted value first, then by id.
  package let openDeals: [DealForecast]
}

/// A forecast of every currency, and the rates that it rests on.
package struct Forecast: Sendable, Equatable {
  package let asOf: Timestamp
  package let winRates: WinRates
  /// Month ends that the horizon rates were learnt from.
  package let trainingMonths: Int
  /// Most deals first, then by name.
  package let currencies: [CurrencyForecast]
}
