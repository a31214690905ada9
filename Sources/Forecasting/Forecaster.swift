package import LeadModel

/// Forecasts deals from their own history.
package struct Forecaster: Sendable {
  /// The stage of a deal at a time that its history does not cover.
  package static let unknownStage = "(not recorded)"
  /// The category of deals that the source gave none.
  package static let noCategory = "(none)"
  /// Deals that the owner took out of the forecast: shown, and worth nothing.
  package static let omittedCategory = "omitted"
  /// Fewer past windows than this tell nothing about deals yet to come.
  static let leastLandmarks = 3
  /// Months that the table by expected close names one by one.
  static let monthsAhead = 6

  let deals: [Deal]
  let settings: ForecastSettings

  package init(deals: [Deal], settings: ForecastSettings) {
    self.deals = deals.sorted { $0.id < $1.id }
    self.settings = settings
  }

  /// The forecast at the as-of date.
  package func forecast(asOf: Timestamp) -> Forecast {
    let winRates = WinRates(deals: deals, through: asOf, settings: settings)
    let horizonRates = HorizonRates(deals: deals, asOf: asOf, settings: settings)
    let open = openDeals(at: asOf, now: asOf)
    var byCurrency: [String: [OpenDeal]] = [:]
    for deal in open { byCurrency[deal.currency, default: []].append(deal) }
    let unpriced = Set(deals.filter { $0.amountCents == nil }.map(\.id))
    let currencies = byCurrency.sorted {
      ($1.value.count, $0.key) < ($0.value.count, $1.key)
    }.map { currency, deals in
      let valuation = Valuation(
        winRates: winRates, horizonRates: horizonRates, settings: settings, asOf: asOf,
        label: currency)
      let later = laterCents(currency: currency, landmarks: horizonRates.landmarks)
      return CurrencyForecast(
        currency: currency, deals: deals.count,
        dealsWithoutAmount: deals.count { unpriced.contains($0.id) },
        openCents: deals.reduce(0) { $0 + $1.amountCents },
        weighted: valuation.weighted(deals, part: "weighted"),
        pipeline: valuation.horizon(deals, later: [], part: "pipeline"),
        laterCents: Self.mean(later),
        total: valuation.horizon(deals, later: later, part: "total"),
        byStage: slices(deals, valuation) { $0.stage },
        byCategory: slices(deals, valuation) {
          $0.category.isEmpty ? Self.noCategory : $0.category
        },
        byMonth: monthSlices(deals, valuation, asOf: asOf),
        openDeals: deals.map { valuation.forecast($0) }.sorted {
          ($1.weightedCents, $0.deal.id) < ($0.weightedCents, $1.deal.id)
        })
    }
    return Forecast(
      asOf: asOf, winRates: winRates, trainingMonths: horizonRates.landmarks.count,
      currencies: currencies)
  }

  func openDeals(at instant: Timestamp, now: Timestamp) -> [OpenDeal] {
    deals.compactMap {
      $0.snapshot(
        at: instant, now: now, horizonDays: settings.horizonDays, unknownStage: Self.unknownStage)
    }
  }

  /// What deals that began after each landmark brought within its horizon; empty when there are
  /// too few landmarks to tell.
  func laterCents(currency: String, landmarks: [Timestamp]) -> [Int64] {
    guard landmarks.count >= Self.leastLandmarks else { return [] }
    return landmarks.map { wonFromLaterDeals(currency: currency, after: $0) }
  }

  func wonFromLaterDeals(currency: String, after landmark: Timestamp) -> Int64 {
    let end = landmark.adding(days: settings.horizonDays)
    return deals.reduce(0) { sum, deal in
      guard deal.currency == currency, let beganAt = deal.beganAt, beganAt > landmark,
        let won = deal.wonCents(after: landmark, through: end)
      else { return sum }
      return sum + won
    }
  }

  static func mean(_ values: [Int64]) -> Int64 {
    guard !values.isEmpty else { return 0 }
    let sum = values.reduce(0) { $0 + Double($1) }
    return Int64((sum / Double(values.count)).rounded())
  }

  private func slices(
    _ deals: [OpenDeal], _ valuation: Valuation, by key: (OpenDeal) -> String
  ) -> [ForecastSlice] {
    var parts: [String: [OpenDeal]] = [:]
    for deal in deals { parts[key(deal), default: []].append(deal) }
    return parts.sorted { $0.key < $1.key }.map { valuation.slice($0.key, $0.value) }
  }

  private func monthSlices(
    _ deals: [OpenDeal], _ valuation: Valuation, asOf: Timestamp
  ) -> [ForecastSlice] {
    let firsts = (0...Self.monthsAhead).map {
      MonthEnds.firstDay(of: asOf.date, addingMonths: $0)
    }
    var parts: [[OpenDeal]] = Array(repeating: [], count: Self.monthsAhead + 3)
    for deal in deals {
      guard let expected = deal.expectedCloseAt else {
        parts[Self.monthsAhead + 2].append(deal)
        continue
      }
      let date = expected.date
      if expected < asOf {
        parts[0].append(deal)
      } else if let month = (0..<Self.monthsAhead).last(where: { firsts[$0] <= date }),
        date < firsts[month + 1]
      {
        parts[month + 1].append(deal)
      } else {
        parts[Self.monthsAhead + 1].append(deal)
      }
    }
    let names =
      ["overdue"] + firsts.prefix(Self.monthsAhead).map { String($0.description.prefix(7)) }
      + ["later", "no date"]
    return zip(names, parts).map { valuation.slice($0, $1) }
  }
}
