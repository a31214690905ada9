import Escalation
import LeadModel
import Testing

@Suite("Working calendars")
struct WorkingCalendarTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    let from: String
    let hours: Double
    let to: String
    var testDescription: String { id }
  }

  @Test(
    "a delay in working hours ends when that many have passed",
    arguments: [
      Case(id: "same block", from: "2026-11-23T08:00:00Z", hours: 2, to: "2026-11-23T10:00:00Z"),
      Case(id: "over lunch", from: "2026-11-23T11:00:00Z", hours: 2, to: "2026-11-23T14:00:00Z"),
      Case(id: "fills the day", from: "2026-11-23T08:00:00Z", hours: 8, to: "2026-11-23T17:00:00Z"),
      Case(id: "overnight", from: "2026-11-23T16:00:00Z", hours: 2, to: "2026-11-24T09:00:00Z"),
      Case(id: "weekend", from: "2026-11-20T16:00:00Z", hours: 2, to: "2026-11-23T09:00:00Z"),
      Case(id: "from midnight", from: "2026-11-23T00:00:00Z", hours: 1, to: "2026-11-23T09:00:00Z"),
      Case(
        id: "over a holiday", from: "2026-11-17T16:00:00Z", hours: 2, to: "2026-11-19T09:00:00Z"),
      Case(
        id: "yearly holiday and weekend", from: "2026-12-24T16:00:00Z", hours: 1.5,
        to: "2026-12-28T08:30:00Z"),
      Case(id: "Good Friday", from: "2026-04-02T15:30:00Z", hours: 1, to: "2026-04-06T07:30:00Z"),
      Case(
        id: "clocks go forward", from: "2026-03-27T16:00:00Z", hours: 2, to: "2026-03-30T08:00:00Z"),
      Case(
        id: "clocks go back", from: "2026-10-23T15:00:00Z", hours: 2, to: "2026-10-26T09:00:00Z"),
      Case(
        id: "nothing, at work", from: "2026-11-23T10:15:00Z", hours: 0, to: "2026-11-23T10:15:00Z"),
      Case(
        id: "nothing, on a Saturday", from: "2026-11-21T10:15:00Z", hours: 0,
        to: "2026-11-23T08:00:00Z"),
      Case(
        id: "nothing, at closing time", from: "2026-11-20T17:00:00Z", hours: 0,
        to: "2026-11-23T08:00:00Z"),
      Case(id: "a quarter", from: "2026-01-01T00:00:00Z", hours: 480, to: "2026-03-25T17:00:00Z"),
    ])
  func delays(_ test: Case) throws {
    let found = try berlinCalendar().adding(
      workingSeconds: Int(test.hours * 3600), to: try instant(test.from))
    #expect(found?.description == test.to)
  }

  @Test("working hours begin with their first second and end before their last")
  func isWorking() throws {
    let calendar = try berlinCalendar()
    #expect(calendar.isWorking(at: try instant("2026-11-23T08:00:00Z")))
    #expect(!calendar.isWorking(at: try instant("2026-11-23T07:59:59Z")))
    #expect(!calendar.isWorking(at: try instant("2026-11-23T12:00:00Z")))
    #expect(!calendar.isWorking(at: try instant("2026-11-18T10:00:00Z")))
    #expect(!calendar.isWorking(at: try instant("2026-11-22T10:00:00Z")))
  }

  @Test(
    "Easter falls on the days that the church tables give",
    arguments: [
      (1961, "1961-04-02"), (2000, "2000-04-23"), (2019, "2019-04-21"), (2024, "2024-03-31"),
      (2025, "2025-04-20"), (2026, "2026-04-05"), (2038, "2038-04-25"), (2285, "2285-03-22"),
    ])
  func easter(year: Int, date: String) {
    #expect(Holiday.easterSunday(of: year)?.description == date)
  }

  @Test("a calendar that nobody works by is refused")
  func refusals() throws {
    #expect(throws: WorkingCalendarError.noWorkingHours) {
      try WorkingCalendar(zone: .utc, hours: [:], holidays: [])
    }
    for ranges in [[10..<10], [0..<20, 10..<30], [0..<86_401], [-1..<5]] {
      #expect(throws: WorkingCalendarError.badHours(weekday: 3)) {
        try WorkingCalendar(zone: .utc, hours: [3: ranges], holidays: [])
      }
    }
  }

  @Test("a calendar of nothing but holidays has no next working instant")
  func onlyHolidays() throws {
    // New Year's Day is the only day worked in this sense: every other one is a holiday.
    let days = (1...12).flatMap { month in
      (1...31).map { Holiday.yearly(month: month, day: $0) }
    }
    let calendar = try WorkingCalendar(zone: .utc, hours: [1: [0..<3600]], holidays: days)
    #expect(calendar.nextWorking(from: try instant("2026-01-01")) == nil)
  }
}
