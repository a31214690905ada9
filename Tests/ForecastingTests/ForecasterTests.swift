@testable import Forecasting
import LeadModel
import Testing

@Suite struct ForecasterTests {
  static let history = steadyHistory(seed: 42)
  static let asOf = day("2025-09-15")

  static func settings(_ change: (inout ForecastSettings) -> Void = { _ in }) -> ForecastSettings {
    var settings = ForecastSettings()
    settings.draws = 400
    change(&settings)
    return settings
  }

  @Test("Every table adds up to the currency's total, cent by cent")
  func tablesFoot() throws {
    let forecast = Forecaster(deals: Self.history, settings: Self.settings())
      .forecast(asOf: Self.asOf)
    let euro = try #require(forecast.currencies.first)
    #expect(euro.deals > 10)
    for slices in [euro.byStage, euro.byCategory, euro.byMonth] {
      #expect(slices.reduce(0) { $0 + $1.deals } == euro.deals)
      #expect(slices.reduce(0) { $0 + $1.openCents } == euro.openCents)
      #expect(slices.reduce(0) { $0 + $1.weighted.expectedCents } == euro.weighted.expectedCents)
      #expect(slices.reduce(0) { $0 + $1.horizonCents } == euro.pipeline.expectedCents)
    }
    #expect(euro.total.expectedCents == euro.pipeline.expectedCents + euro.laterCents)
  }

  @Test("Expected values lie inside their intervals, and intervals inside what is possible")
  func intervals() throws {
    let forecast = Forecaster(deals: Self.history, settings: Self.settings())
      .forecast(asOf: Self.asOf)
    let euro = try #require(forecast.currencies.first)
    for range in [euro.weighted, euro.pipeline, euro.total] {
      #expect(range.lowCents <= range.expectedCents && range.expectedCents <= range.highCents)
    }
    #expect(euro.weighted.lowCents >= 0 && euro.weighted.highCents <= euro.openCents)
  }

  @Test("The order in which deals arrive makes no difference")
  func order() {
    let settings = Self.settings()
    let forward = Forecaster(deals: Self.history, settings: settings).forecast(asOf: Self.asOf)
    let backward = Forecaster(deals: Self.history.reversed(), settings: settings)
      .forecast(asOf: Self.asOf)
    #expect(forward == backward)
  }

  @Test("Currencies are kept apart, the one with most deals first")
  func currencies() {
    let deals = [
      deal(1, .open, created: "2025-01-01", currency: "USD"),
      deal(2, .open, created: "2025-01-01", currency: "EUR"),
      deal(3, .open, created: "2025-01-01", amount: nil, currency: "USD"),
      deal(4, .open, created: "2025-01-01", currency: ""),
    ]
    let forecast = Forecaster(deals: deals, settings: Self.settings()).forecast(asOf: Self.asOf)
    #expect(forecast.currencies.map(\.currency) == ["USD", "", "EUR"])
    #expect(forecast.currencies.map(\.openCents) == [100_000, 100_000, 100_000])
    #expect(forecast.currencies.map(\.dealsWithoutAmount) == [1, 0, 0])
  }

  @Test("An omitted deal is shown and worth nothing")
  func omitted() throws {
    let deals = [
      deal(1, .open, created: "2025-01-01", category: "omitted"),
      deal(2, .open, created: "2025-01-01", category: ""),
    ]
    let euro = try #require(
      Forecaster(deals: deals, settings: Self.settings()).forecast(asOf: Self.asOf).currencies.first
    )
    #expect(euro.openCents == 200_000)
    #expect(euro.byCategory.map(\.name) == ["(none)", "omitted"])
    #expect(euro.byCategory.map { $0.weighted.expectedCents > 0 } == [true, false])
  }

  @Test("Deals are put into the month of their expected close")
  func months() throws {
    let deals = [
      deal(1, .open, created: "2025-01-01", expected: "2025-09-14"),
      deal(2, .open, created: "2025-01-01", expected: "2025-09-15"),
      deal(3, .open, created: "2025-01-01", expected: "2025-10-01"),
      deal(4, .open, created: "2025-01-01", expected: "2026-02-28"),
      deal(5, .open, created: "2025-01-01", expected: "2026-03-01"),
      deal(6, .open, created: "2025-01-01"),
    ]
    let euro = try #require(
      Forecaster(deals: deals, settings: Self.settings()).forecast(asOf: Self.asOf).currencies.first
    )
    let table = euro.byMonth.map { "\($0.name):\($0.deals)" }.joined(separator: " ")
    #expect(
      table
        == "overdue:1 2025-09:1 2025-10:1 2025-11:0 2025-12:0 2026-01:0 2026-02:1 later:1 no date:1"
    )
  }

  @Test("No deals give no forecast, and nothing breaks")
  func empty() {
    let forecaster = Forecaster(deals: [], settings: Self.settings())
    #expect(forecaster.forecast(asOf: Self.asOf).currencies.isEmpty)
    #expect(forecaster.backtest(asOf: Self.asOf).isEmpty)
    #expect(forecaster.history(asOf: Self.asOf, months: 3).isEmpty)
  }

  @Test("The history of won deals counts months, the running one included")
  func wonHistory() {
    let deals = [
      deal(1, .won, created: "2025-01-01", closed: "2025-07-31", amount: 10),
      deal(2, .won, created: "2025-01-01", closed: "2025-08-01", amount: 20),
      deal(3, .lost, created: "2025-01-01", closed: "2025-09-15", amount: 40),
      deal(4, .won, created: "2025-01-01", closed: "2025-09-16", amount: 80),
    ]
    let months = Forecaster(deals: deals, settings: Self.settings())
      .history(asOf: Self.asOf, months: 2)
    #expect(
      months.map { "\($0.month) \($0.won) \($0.lost) \($0.wonCents)" } == [
        "2025-07 1 0 1000", "2025-08 1 0 2000", "2025-09 0 1 0",
      ])
  }
}
