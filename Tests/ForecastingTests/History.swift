@testable import Forecasting
import LeadModel

/// Midnight UTC of a date written `2026-01-31`.
func day(_ text: String) -> Timestamp {
  Timestamp(iso: text) ?? Timestamp(seconds: 0)
}

/// A deal in few words: stages as `(name, date)`, value in whole units.
func deal(
  _ id: Int64, _ outcome: DealOutcome, created: String, closed: String? = nil,
  stages: [(String, String)] = [], amount: Int64? = 1_000, currency: String = "EUR",
  category: String = "pipeline", expected: String? = nil, stage: String? = nil
) -> Deal {
  Deal(
    id: id, stage: stage ?? stages.last?.0 ?? "new", currency: currency,
    amountCents: amount.map { $0 * 100 }, category: category, createdAt: day(created),
    expectedCloseAt: expected.map(day), closedAt: closed.map(day), outcome: outcome,
    entries: stages.map { StageEntry(stage: $0.0, at: day($0.1)) })
}

/// Three years of invented deals whose behaviour does not change: 20 begin a month, move on every
/// three weeks or so, and are won with a chance that grows with the stage.
func steadyHistory(seed: UInt64, months: Int = 36) -> [Deal] {
  var generator = SplitMix64(seed: seed)
  let start = day("2023-01-01")
  return (0..<Int64(months * 20)).map { id in
    let created = start.adding(days: Int(generator.next() % UInt64(months * 30)))
    var at = created
    var entries: [StageEntry] = []
    var outcome = DealOutcome.open
    let amount = Int64(1_000 + generator.next() % 20_000) * 100
    for stage in ["discovery", "proposal", "negotiation"] {
      entries.append(
        StageEntry(
          stage: stage, at: at, amountCents: amount,
          expectedCloseAt: at.adding(days: 30 + Int(generator.next() % 60))))
      at = at.adding(days: 10 + Int(generator.next() % 30))
      if generator.next() % 100 < 30 {
        outcome = .lost
        break
      }
      if stage == "negotiation" { outcome = .won }
    }
    return Deal(
      id: id, stage: entries.last?.stage ?? "", currency: "EUR", amountCents: amount,
      category: "pipeline", createdAt: created, expectedCloseAt: entries.last?.expectedCloseAt,
      closedAt: outcome == .open ? nil : at, outcome: outcome, entries: entries)
  }
}
