package import LeadModel

/// What was won in one calendar month.
package struct WonMonth: Sendable, Equatable {
  /// As `2026-11`.
  package let month: String
  package let currency: String
  package let won: Int
  package let lost: Int
  package let wonCents: Int64
}

extension Forecaster {
  /// Won and lost deals by month, the last `months` full months and the running one, by currency.
  package func history(asOf: Timestamp, months: Int) -> [WonMonth] {
    let ends = MonthEnds.before(asOf, count: months + 1)
    guard let start = ends.last else { return [] }
    var rows: [String: (won: Int, lost: Int, cents: Int64)] = [:]
    for deal in deals {
      guard let endedAt = deal.endedAt, endedAt > start, endedAt <= asOf else { continue }
      let key = "\(deal.currency)\u{0}\(endedAt.date.description.prefix(7))"
      if deal.outcome == .won {
        rows[key, default: (0, 0, 0)].won += 1
        rows[key, default: (0, 0, 0)].cents += deal.amountCents ?? 0
      } else {
        rows[key, default: (0, 0, 0)].lost += 1
      }
    }
    let names = ends.map { String($0.adding(seconds: 1).date.description.prefix(7)) }.reversed()
    return Set(deals.map(\.currency)).sorted().flatMap { currency in
      names.map { name in
        let row = rows["\(currency)\u{0}\(name)"] ?? (0, 0, 0)
        return WonMonth(
          month: name, currency: currency, won: row.won, lost: row.lost, wonCents: row.cents)
      }
    }
  }
}
