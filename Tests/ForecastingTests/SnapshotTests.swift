@testable import Forecasting
import LeadModel
import Testing

@Suite struct SnapshotTests {
  static let won = deal(
    1, .won, created: "2026-01-10", closed: "2026-04-15",
    stages: [("discovery", "2026-01-10"), ("proposal", "2026-02-20")], expected: "2026-04-30")

  @Test(
    "A deal stands in the stage that it had entered by then",
    arguments: [
      ("2026-01-09", nil),
      ("2026-01-10", "discovery"),
      ("2026-02-19", "discovery"),
      ("2026-02-20", "proposal"),
      ("2026-04-14", "proposal"),
      ("2026-04-15", nil),
      ("2026-12-31", nil),
    ] as [(String, String?)])
  func stage(at instant: String, expected: String?) {
    let snapshot = Self.won.snapshot(
      at: day(instant), now: day("2026-06-30"), horizonDays: 90, unknownStage: "?")
    #expect(snapshot?.stage == expected)
  }

  @Test(
    "When a deal is due is told from its expected date and the horizon",
    arguments: [
      ("2026-05-01", DueClass.overdue), ("2026-04-01", .within), ("2026-01-30", .within),
      ("2026-01-29", .later),
    ])
  func dueClass(at instant: String, expected: DueClass) {
    #expect(
      DueClass(expectedCloseAt: day("2026-04-30"), at: day(instant), horizonDays: 90) == expected)
  }

  @Test("An open deal stands now as its record says, and earlier as its history says")
  func current() {
    let open = deal(
      2, .open, created: "2026-01-01", stages: [("discovery", "2026-01-01")], stage: "negotiation")
    let now = day("2026-06-30")
    let seen = { (instant: String) in
      open.snapshot(at: day(instant), now: now, horizonDays: 90, unknownStage: "?")?.stage
    }
    #expect(seen("2026-06-30") == "negotiation")
    #expect(seen("2026-05-31") == "discovery")
  }

  @Test("A stage before the first entry is unknown, not guessed")
  func unknown() {
    let late = deal(3, .open, created: "2026-01-01", stages: [("proposal", "2026-03-01")])
    let snapshot = late.snapshot(
      at: day("2026-02-01"), now: day("2026-06-30"), horizonDays: 90, unknownStage: "?")
    #expect(snapshot?.stage == "?")
  }

  @Test("A closed deal without any date is nowhere open")
  func undated() {
    let undated = deal(4, .lost, created: "2026-01-01")
    #expect(
      undated.snapshot(
        at: day("2026-02-01"), now: day("2026-06-30"), horizonDays: 90, unknownStage: "?") == nil)
  }

  @Test(
    "Month ends are the last seconds of months",
    arguments: [
      ("2026-03-15", ["2026-02-28T23:59:59Z", "2026-01-31T23:59:59Z"]),
      ("2024-03-01", ["2024-02-29T23:59:59Z", "2024-01-31T23:59:59Z"]),
      ("2026-01-01", ["2025-12-31T23:59:59Z", "2025-11-30T23:59:59Z"]),
      ("2026-01-31T23:59:59Z", ["2026-01-31T23:59:59Z", "2025-12-31T23:59:59Z"]),
    ])
  func monthEnds(instant: String, expected: [String]) {
    #expect(MonthEnds.before(day(instant), count: 2).map(\.description) == expected)
  }
}
