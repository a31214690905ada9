/// What a forecast is tuned by; the defaults are those of `reports/forecast.yaml`.
package struct ForecastSettings: Sendable, Equatable {
  /// The forecast says what will be won within so many days.
  package var horizonDays = 90
  /// Share of outcomes that the interval should hold, in (0, 1).
  package var intervalLevel = 0.8
  /// Weight of the prior, in deals: a stage seen so often counts half its own, half the overall rate.
  package var priorDeals = 10.0
  /// Draws of the simulation; the interval's ends wobble by about 1/sqrt(draws) of its width.
  package var draws = 2_000
  package var seed: UInt64 = 20_260_101
  /// Month ends that horizon rates are learnt from, at most.
  package var trainingMonths = 24
  /// Month ends that the backtest replays, at most.
  package var backtestMonths = 12
  /// Names of stages that mean "closed", lower case; they are no stage of the open pipeline.
  package var closedStages: Set<String> = [
    "closed", "closed won", "closed_won", "closed lost", "closed_lost", "won", "lost",
  ]

  package init() {}
}
