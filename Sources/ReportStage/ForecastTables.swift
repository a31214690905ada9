import Forecasting
import LeadModel
import Store

/// Makes the forecast and lays it out as temporary tables that the report's SQL reads.
///
/// - `forecast_currency`, `forecast_slice` (dimension stage, category or month), `forecast_stage`
///   (win rates), `forecast_deal`, `forecast_history`, `forecast_backtest`, `forecast_accuracy`,
///   `forecast_setting` (one row).
struct ForecastTables {
  let definition: ForecastDefinition
  let asOf: Timestamp

  func fill(_ database: Database, with deals: [Deal]) throws {
    let converted = definition.rates.map { rates in deals.map(rates.convert) } ?? deals
    let forecaster = Forecaster(deals: converted, settings: definition.settings)
    let forecast = forecaster.forecast(asOf: asOf)
    let backtests = forecaster.backtest(asOf: asOf)
    try database.execute(Self.schema)
    try fillSettings(database, forecast)
    for (rank, currency) in forecast.currencies.enumerated() {
      try fill(database, currency, rank: rank + 1)
    }
    try fillRates(database, forecast.winRates)
    try fillBacktests(database, backtests)
    let insert = try database.prepare("INSERT INTO forecast_history VALUES (?1, ?2, ?3, ?4, ?5)")
    for month in forecaster.history(asOf: asOf, months: definition.historyMonths) {
      try insert.run(
        .text(month.currency), .text(month.month), .int(Int64(month.won)),
        .int(Int64(month.lost)), .int(month.wonCents))
    }
  }

  private func fillSettings(_ database: Database, _ forecast: Forecast) throws {
    let settings = definition.settings
    try database.prepare(
      "INSERT INTO forecast_setting VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
    )
    .run(
      .int(Int64(settings.horizonDays)), .real(settings.intervalLevel),
      .real(settings.priorDeals), .int(Int64(forecast.trainingMonths)),
      .int(Int64(forecast.winRates.closedDeals)), .int(Int64(forecast.winRates.wonDeals)),
      .real(forecast.winRates.overall.mean), SQLValue(definition.rates?.base),
      SQLValue(definition.rates?.date.description),
      .int(Int64(settings.draws)))
  }

  private func fill(_ database: Database, _ currency: CurrencyForecast, rank: Int) throws {
    try database.prepare(
      """
      INSERT INTO forecast_currency
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
      """
    ).run(
      .text(currency.currency), .int(Int64(rank)), .int(Int64(currency.deals)),
      .int(Int64(currency.dealsWithoutAmount)), .int(currency.openCents),
      .int(currency.weighted.expectedCents), .int(currency.weighted.lowCents),
      .int(currency.weighted.highCents), .int(currency.pipeline.expectedCents),
      .int(currency.pipeline.lowCents), .int(currency.pipeline.highCents),
      .int(currency.laterCents), .int(currency.total.expectedCents),
      .int(currency.total.lowCents), .int(currency.total.highCents))
    let dimensions = [
      ("stage", inOrder(currency.byStage)), ("category", currency.byCategory),
      ("month", currency.byMonth),
    ]
    let insert = try database.prepare(
      "INSERT INTO forecast_slice VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
    for (dimension, slices) in dimensions {
      for (position, slice) in slices.enumerated() {
        try insert.run(
          .text(currency.currency), .text(dimension), .int(Int64(position + 1)),
          .text(slice.name), .int(Int64(slice.deals)), .int(slice.openCents),
          .int(slice.weighted.expectedCents), .int(slice.weighted.lowCents),
          .int(slice.weighted.highCents), .int(slice.horizonCents))
      }
    }
    let insertDeal = try database.prepare(
      "INSERT INTO forecast_deal VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
    for (position, row) in currency.openDeals.enumerated() {
      try insertDeal.run(
        .int(row.deal.id), .text(currency.currency), .int(Int64(position + 1)),
        .text(row.deal.stage), .text(row.deal.category), .int(row.deal.amountCents),
        SQLValue(row.deal.expectedCloseAt?.seconds), .text(row.deal.dueClass.rawValue),
        .real(row.winRate), .int(row.weightedCents), .int(row.horizonCents))
    }
  }

  private func fillRates(_ database: Database, _ rates: WinRates) throws {
    let insert = try database.prepare("INSERT INTO forecast_stage VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
    let names = rates.stages.map(\.stage)
    for (position, name) in inOrder(names, name: \.self).enumerated() {
      guard let stage = rates.stages.first(where: { $0.stage == name }) else { continue }
      try insert.run(
        .int(Int64(position + 1)), .text(name), .int(Int64(stage.reached)),
        .int(Int64(stage.won)), .real(Double(stage.won) / Double(max(1, stage.reached))),
        .real(stage.rate.mean))
    }
  }

  private func fillBacktests(_ database: Database, _ backtests: [Backtest]) throws {
    let insert = try database.prepare(
      """
      INSERT INTO forecast_backtest
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
      """)
    let insertAccuracy = try database.prepare(
      "INSERT INTO forecast_accuracy VALUES (?1, ?2, ?3, ?4, ?5)")
    for backtest in backtests {
      for point in backtest.points {
        try insert.run(
          .text(backtest.currency), .int(point.asOf.seconds), .int(point.through.seconds),
          .int(Int64(point.deals)), .int(point.openCents), .int(point.pipeline.expectedCents),
          .int(point.pipelineActualCents), .int(point.total.expectedCents),
          .int(point.total.lowCents), .int(point.total.highCents), .int(point.totalActualCents),
          .int(point.isInside ? 1 : 0))
      }
      try insertAccuracy.run(
        .text(backtest.currency), .int(Int64(backtest.points.count)),
        backtest.wape.map { .real($0) } ?? .null, backtest.bias.map { .real($0) } ?? .null,
        backtest.coverage.map { .real($0) } ?? .null)
    }
  }

  private func inOrder(_ slices: [ForecastSlice]) -> [ForecastSlice] {
    inOrder(slices, name: \.name)
  }

  /// Items in the order of the sales process; what it does not name comes last, as it came.
  private func inOrder<Item>(_ items: [Item], name: (Item) -> String) -> [Item] {
    let positions = items.map {
      definition.stages.firstIndex(of: name($0)) ?? definition.stages.count
    }
    return items.indices.sorted { (positions[$0], $0) < (positions[$1], $1) }.map { items[$0] }
  }

  private static let schema: StaticString = """
    CREATE TEMP TABLE forecast_setting (
      horizon_days INTEGER, interval REAL, prior_deals REAL, training_months INTEGER,
      closed_deals INTEGER, won_deals INTEGER, win_rate REAL, base_currency TEXT, rates_date TEXT,
      draws INTEGER);
    CREATE TEMP TABLE forecast_currency (
      currency TEXT, rank INTEGER, deals INTEGER, deals_without_amount INTEGER, open_cents INTEGER,
      weighted_cents INTEGER, weighted_low_cents INTEGER, weighted_high_cents INTEGER,
      pipeline_cents INTEGER, pipeline_low_cents INTEGER, pipeline_high_cents INTEGER,
      later_cents INTEGER, total_cents INTEGER, total_low_cents INTEGER, total_high_cents INTEGER);
    CREATE TEMP TABLE forecast_slice (
      currency TEXT, dimension TEXT, position INTEGER, name TEXT, deals INTEGER,
      open_cents INTEGER, weighted_cents INTEGER, weighted_low_cents INTEGER,
      weighted_high_cents INTEGER, horizon_cents INTEGER);
    CREATE TEMP TABLE forecast_stage (
      position INTEGER, stage TEXT, reached INTEGER, won INTEGER, share REAL, rate REAL);
    CREATE TEMP TABLE forecast_deal (
      deal_id INTEGER, currency TEXT, position INTEGER, stage TEXT, category TEXT,
      amount_cents INTEGER, expected_close_at INTEGER, due TEXT, win_rate REAL,
      weighted_cents INTEGER, horizon_cents INTEGER);
    CREATE TEMP TABLE forecast_history (
      currency TEXT, month TEXT, won INTEGER, lost INTEGER, won_cents INTEGER);
    CREATE TEMP TABLE forecast_backtest (
      currency TEXT, as_of INTEGER, through INTEGER, deals INTEGER, open_cents INTEGER,
      pipeline_cents INTEGER, pipeline_actual_cents INTEGER, total_cents INTEGER,
      low_cents INTEGER, high_cents INTEGER, actual_cents INTEGER, inside INTEGER);
    CREATE TEMP TABLE forecast_accuracy (
      currency TEXT, points INTEGER, wape REAL, bias REAL, coverage REAL);
    """
}
