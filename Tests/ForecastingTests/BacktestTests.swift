@testable import Forecasting
import LeadModel
import Testing

@Suite struct BacktestTests {
  static let settings = ForecasterTests.settings()
  static let asOf = ForecasterTests.asOf

  static func point(_ expected: Int64, _ low: Int64, _ high: Int64, _ actual: Int64)
    -> BacktestPoint
  {
    BacktestPoint(
      asOf: asOf, through: asOf, deals: 1, openCents: 1, pipeline: .zero, pipelineActualCents: 0,
      total: ValueRange(expectedCents: expected, lowCents: low, highCents: high),
      totalActualCents: actual)
  }

  @Test("Error, bias and coverage are the textbook's")
  func measures() throws {
    let backtest = Backtest(
      currency: "EUR",
      points: [Self.point(120, 80, 130, 100), Self.point(90, 95, 140, 150)])
    #expect(abs(try #require(backtest.wape) - 80.0 / 250) < 1e-12)
    #expect(abs(try #require(backtest.bias) + 40.0 / 250) < 1e-12)
    #expect(backtest.coverage == 0.5)
  }

  @Test("Without anything won there is no relative error, and without points no coverage")
  func undefined() {
    #expect(Backtest(currency: "EUR", points: [Self.point(10, 0, 20, 0)]).wape == nil)
    #expect(Backtest(currency: "EUR", points: []).coverage == nil)
  }

  @Test("A past forecast does not change when what came after it does")
  func noLeak() throws {
    let history = ForecasterTests.history
    let cut = day("2025-02-28T23:59:59Z")
    // The future turned upside down: every deal that closed after the cut is lost the day after it.
    let rewritten = history.map { deal in
      guard let endedAt = deal.endedAt, endedAt > cut else { return deal }
      return Deal(
        id: deal.id, stage: "lost", currency: deal.currency, amountCents: deal.amountCents,
        category: "omitted", createdAt: deal.createdAt, expectedCloseAt: deal.expectedCloseAt,
        closedAt: cut.adding(days: 1), outcome: .lost,
        entries: deal.entries.filter { $0.at <= cut })
    }
    let then = { (deals: [Deal]) in
      Forecaster(deals: deals, settings: Self.settings).backtest(asOf: Self.asOf)
        .first?.points.first { $0.asOf == cut }
    }
    let real = try #require(then(history))
    let changed = try #require(then(rewritten))
    #expect(real.total == changed.total)
    #expect(real.pipeline == changed.pipeline)
    #expect(real.totalActualCents > 0 && changed.totalActualCents == 0)
  }

  @Test("On deals that behave alike all the time it is nearly unbiased and its interval holds")
  func calibrated() throws {
    // Averaged over histories, since windows of one history overlap and share their luck.
    var covered = 0
    var points = 0
    var bias = 0.0
    for seed in 1...6 as ClosedRange<UInt64> {
      let forecaster = Forecaster(deals: steadyHistory(seed: seed), settings: Self.settings)
      let backtest = try #require(forecaster.backtest(asOf: Self.asOf).first)
      #expect(backtest.points.count == 12)
      covered += backtest.points.count(where: \.isInside)
      points += backtest.points.count
      bias += try #require(backtest.bias) / 6
    }
    let coverage = Double(covered) / Double(points)
    #expect(coverage > 0.65 && coverage <= 0.98, "coverage \(coverage)")
    #expect(abs(bias) < 0.08, "bias \(bias)")
  }

  @Test("A short history is not replayed")
  func short() throws {
    let deals = [deal(1, .won, created: "2025-06-01", closed: "2025-07-01")]
    let backtest = try #require(
      Forecaster(deals: deals, settings: Self.settings).backtest(asOf: Self.asOf).first)
    #expect(backtest.points.isEmpty)
  }
}
