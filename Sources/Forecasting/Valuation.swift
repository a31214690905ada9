import LeadModel

/// Values open deals by the two kinds of rate.
struct Valuation {
  let winRates: WinRates
  let horizonRates: HorizonRates
  let settings: ForecastSettings
  let asOf: Timestamp
  /// Tells this valuation's random numbers from another's: the currency.
  let label: String

  /// Value times win rate; the interval is of what will be won in the end.
  func weighted(_ deals: [OpenDeal], part: String) -> ValueRange {
    range(
      deals, later: [], part: part,
      cell: { $0.stage },
      rate: { winRates.rate(of: $0.stage, settings: settings) })
  }

  /// What the deals, and deals yet to come, bring within the horizon.
  func horizon(_ deals: [OpenDeal], later: [Int64], part: String) -> ValueRange {
    range(
      deals, later: later, part: part,
      cell: { "\($0.stage)\u{0}\($0.dueClass.rawValue)" },
      rate: { horizonRates.rate(stage: $0.stage, due: $0.dueClass) })
  }

  func forecast(_ deal: OpenDeal) -> DealForecast {
    let winRate = winRates.rate(of: deal.stage, settings: settings)
    let horizonRate = horizonRates.rate(stage: deal.stage, due: deal.dueClass)
    return DealForecast(
      deal: deal, winRate: winRate.mean, horizonRate: horizonRate.mean,
      weightedCents: expected(deal, winRate), horizonCents: expected(deal, horizonRate))
  }

  func slice(_ name: String, _ deals: [OpenDeal]) -> ForecastSlice {
    ForecastSlice(
      name: name, deals: deals.count, openCents: deals.reduce(0) { $0 + $1.amountCents },
      weighted: weighted(deals, part: "slice \(name)"),
      horizonCents: deals.reduce(0) {
        $0 + expected($1, horizonRates.rate(stage: $1.stage, due: $1.dueClass))
      })
  }

  /// One deal's value times its rate, rounded to cents once.
  private func expected(_ deal: OpenDeal, _ rate: BetaRate) -> Int64 {
    guard deal.category != Forecaster.omittedCategory else { return 0 }
    return Int64((Double(deal.amountCents) * rate.mean).rounded())
  }

  private func range(
    _ deals: [OpenDeal], later: [Int64], part: String, cell: (OpenDeal) -> String,
    rate: (OpenDeal) -> BetaRate
  ) -> ValueRange {
    var groups: [String: WonValueSimulation.Group] = [:]
    var expectedCents = Forecaster.mean(later)
    for deal in deals where deal.category != Forecaster.omittedCategory {
      expectedCents += expected(deal, rate(deal))
      guard deal.amountCents > 0 else { continue }
      groups[cell(deal), default: WonValueSimulation.Group(rate: rate(deal), amounts: [])]
        .amounts.append(deal.amountCents)
    }
    let simulation = WonValueSimulation(
      groups: groups.sorted { $0.key < $1.key }.map(\.value), laterCents: later)
    let interval = simulation.interval(
      level: settings.intervalLevel, draws: settings.draws, seed: seed(part))
    return ValueRange(
      expectedCents: expectedCents, lowCents: interval.low, highCents: interval.high)
  }

  /// Seeds each part's simulation by what it is about, so that adding a table changes no other.
  ///
  /// - Source: FNV-1a, 64 bits (Fowler, Noll, Vo).
  private func seed(_ part: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in "\(label)\u{0}\(part)\u{0}\(asOf.seconds)".utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    return hash ^ settings.seed
  }
}
