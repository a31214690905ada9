package import LeadModel

/// A dated table of conversion rates into one currency.
package struct CurrencyRates: Sendable, Equatable {
  /// ISO 4217 code that amounts are converted to.
  package let base: String
  /// The day that the rates are of; shown wherever a converted amount is.
  package let date: CivilDate
  /// Units of `base` for one unit of the currency.
  package let rates: [String: Double]

  /// Fails when a rate is not a positive finite number.
  package init?(base: String, date: CivilDate, rates: [String: Double]) {
    guard rates.values.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
    self.base = base
    self.date = date
    self.rates = rates
  }

  /// Cents of `base`, rounded half away from zero; nil for a currency without a rate.
  package func convert(_ cents: Int64, from currency: String) -> Int64? {
    if currency == base { return cents }
    guard let rate = rates[currency] else { return nil }
    return Int64((Double(cents) * rate).rounded())
  }

  /// The deal in the base currency; unchanged when its currency has no rate.
  package func convert(_ deal: Deal) -> Deal {
    guard deal.currency != base, rates[deal.currency] != nil else { return deal }
    return Deal(
      id: deal.id, stage: deal.stage, currency: base,
      amountCents: deal.amountCents.flatMap { convert($0, from: deal.currency) },
      category: deal.category, createdAt: deal.createdAt, expectedCloseAt: deal.expectedCloseAt,
      closedAt: deal.closedAt, outcome: deal.outcome,
      entries: deal.entries.map { entry in
        StageEntry(
          stage: entry.stage, at: entry.at,
          amountCents: entry.amountCents.flatMap { convert($0, from: deal.currency) },
          expectedCloseAt: entry.expectedCloseAt)
      })
  }
}
