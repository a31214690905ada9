@testable import Forecasting
import LeadModel
import Testing

@Suite struct RatesTests {
  static let history = [
    deal(
      1, .won, created: "2026-01-01", closed: "2026-02-10",
      stages: [("discovery", "2026-01-01"), ("proposal", "2026-01-20"), ("won", "2026-02-10")]),
    deal(
      2, .lost, created: "2026-01-01", closed: "2026-03-10", stages: [("discovery", "2026-01-01")]),
    deal(
      3, .lost, created: "2026-01-05", closed: "2026-05-20",
      stages: [
        ("discovery", "2026-01-05"), ("proposal", "2026-02-01"), ("discovery", "2026-02-09"),
      ]
    ),
    deal(4, .open, created: "2026-01-05", stages: [("discovery", "2026-01-05")]),
  ]

  @Test("Win rates count each closed deal once for every stage that it reached")
  func winRates() {
    let rates = WinRates(
      deals: Self.history, through: day("2026-06-30"), settings: ForecastSettings())
    #expect(rates.closedDeals == 3 && rates.wonDeals == 1)
    #expect(rates.stages.map(\.stage) == ["discovery", "proposal"])
    #expect(rates.stages.map(\.reached) == [3, 2])
    #expect(rates.stages.map(\.won) == [1, 1])
    // (1 + 2 * 0.5) / (3 + 2), then (1 + 10 * 0.4) / (3 + 10).
    #expect(abs(rates.overall.mean - 0.4) < 1e-12)
    #expect(abs(rates.stages[0].rate.mean - 5.0 / 13) < 1e-12)
    #expect(abs(rates.rate(of: "unheard of", settings: ForecastSettings()).mean - 0.4) < 1e-12)
  }

  @Test("Win rates know nothing of deals that closed later")
  func winRatesAsOf() {
    let rates = WinRates(
      deals: Self.history, through: day("2026-03-01"), settings: ForecastSettings())
    #expect(rates.closedDeals == 1 && rates.wonDeals == 1)
  }

  @Test("Horizon rates take each open deal at each past month end as one observation")
  func horizonRates() {
    var settings = ForecastSettings()
    settings.horizonDays = 30
    settings.priorDeals = 1
    let rates = HorizonRates(deals: Self.history, asOf: day("2026-04-15"), settings: settings)
    #expect(rates.landmarks.map { $0.date.description } == ["2026-02-28", "2026-01-31"])
    // 31 January: 1 won within 30 days; 2, 3, 4 not. 28 February: 2, 3, 4, none won.
    #expect(abs(rates.overall.mean - (1.0 / 7 * 4 + 0.25 * 2) / 6) < 1e-12)
    // Proposal: deal 1 only, on 31 January (deal 3 was there in February and had left it again).
    let proposal = (1.0 + rates.overall.mean) / 2
    #expect(abs((rates.stages["proposal"]?.mean ?? 0) - proposal) < 1e-12)
  }

  @Test("A conversion rounds to cents and leaves unknown currencies alone")
  func currencyRates() throws {
    let date = try #require(CivilDate(iso: "2026-10-30"))
    let rates = try #require(CurrencyRates(base: "EUR", date: date, rates: ["USD": 0.8765]))
    #expect(rates.convert(1_001, from: "USD") == 877)
    #expect(rates.convert(1_001, from: "EUR") == 1_001)
    #expect(rates.convert(1_001, from: "CHF") == nil)
    let dollars = deal(9, .open, created: "2026-01-01", currency: "USD")
    #expect(rates.convert(dollars).currency == "EUR")
    #expect(rates.convert(dollars).amountCents == 87_650)
    let francs = deal(9, .open, created: "2026-01-01", currency: "CHF")
    #expect(rates.convert(francs) == francs)
    #expect(CurrencyRates(base: "EUR", date: date, rates: ["USD": 0]) == nil)
  }
}
