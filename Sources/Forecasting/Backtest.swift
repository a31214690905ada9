package import LeadModel

/// One past month end: what would have been forecast, and what came.
package struct BacktestPoint: Sendable, Equatable {
  package let asOf: Timestamp
  /// The last instant of the forecast's horizon.
  package let through: Timestamp
  package let deals: Int
  package let openCents: Int64
  /// From deals open then.
  package let pipeline: ValueRange
  package let pipelineActualCents: Int64
  /// With deals yet to come.
  package let total: ValueRange
  package let totalActualCents: Int64

  /// Whether what came lies in the forecast's interval, ends included.
  package var isInside: Bool {
    total.lowCents <= totalActualCents && totalActualCents <= total.highCents
  }
}

/// How well the forecast of one currency would have done.
package struct Backtest: Sendable, Equatable {
  package let currency: String
  /// Earliest first. Windows overlap when the horizon is longer than a month.
  package let points: [BacktestPoint]

  /// Weighted absolute percentage error: Σ|forecast − actual| / Σ actual; nil without any actual.
  ///
  /// - Source: Kolassa & Schütz 2007, "Advantages of the MAD/Mean Ratio over the MAPE",
  ///   Foresight 6.
  package var wape: Double? { relative { abs($0) } }

  /// Mean error as a share of what came: Σ(forecast − actual) / Σ actual; above 0 = too optimistic.
  package var bias: Double? { relative { $0 } }

  /// Share of points whose actual lies in the interval; to be compared with the interval's level.
  package var coverage: Double? {
    guard !points.isEmpty else { return nil }
    return Double(points.count(where: \.isInside)) / Double(points.count)
  }

  private func relative(_ error: (Double) -> Double) -> Double? {
    let actual = points.reduce(0) { $0 + Double($1.totalActualCents) }
    guard actual > 0 else { return nil }
    return points.reduce(0) {
      $0 + error(Double($1.total.expectedCents) - Double($1.totalActualCents))
    } / actual
  }
}

extension Forecaster {
  /// Replays the forecast at past month ends whose horizon has passed, with only what was known.
  ///
  /// - Returns: one series per currency of the deals, by name; without points where the history is
  ///   too short.
  package func backtest(asOf: Timestamp) -> [Backtest] {
    let currencies = Set(deals.map(\.currency)).sorted()
    let instants = MonthEnds.before(
      asOf.adding(days: -settings.horizonDays), count: settings.backtestMonths)
    var points: [String: [BacktestPoint]] = [:]
    for instant in instants.reversed() {
      let horizonRates = HorizonRates(deals: deals, asOf: instant, settings: settings)
      guard horizonRates.landmarks.count >= Self.leastLandmarks else { continue }
      let winRates = WinRates(deals: deals, through: instant, settings: settings)
      let open = openDeals(at: instant, now: asOf)
      for currency in currencies {
        let valuation = Valuation(
          winRates: winRates, horizonRates: horizonRates, settings: settings, asOf: instant,
          label: currency)
        points[currency, default: []].append(
          point(
            at: instant, currency: currency, open: open.filter { $0.currency == currency },
            valuation: valuation))
      }
    }
    return currencies.map { Backtest(currency: $0, points: points[$0] ?? []) }
  }

  private func point(
    at instant: Timestamp, currency: String, open: [OpenDeal], valuation: Valuation
  ) -> BacktestPoint {
    let through = instant.adding(days: settings.horizonDays)
    let ids = Set(open.map(\.id))
    let pipelineActual = deals.reduce(Int64(0)) { sum, deal in
      guard ids.contains(deal.id), let won = deal.wonCents(after: instant, through: through)
      else { return sum }
      return sum + won
    }
    let later = laterCents(currency: currency, landmarks: valuation.horizonRates.landmarks)
    return BacktestPoint(
      asOf: instant, through: through, deals: open.count,
      openCents: open.reduce(0) { $0 + $1.amountCents },
      pipeline: valuation.horizon(open, later: [], part: "pipeline"),
      pipelineActualCents: pipelineActual,
      total: valuation.horizon(open, later: later, part: "total"),
      totalActualCents: pipelineActual + wonFromLaterDeals(currency: currency, after: instant))
  }
}
