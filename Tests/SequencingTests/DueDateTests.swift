import LeadModel
import Testing

@testable import Sequencing

private func time(_ text: String) throws -> Timestamp { try #require(Timestamp(iso: text)) }

private func sequence(days: [Int]) throws -> SequenceDefinition {
  let template = try MessageTemplate("x")
  return SequenceDefinition(
    name: "welcome", version: "1", trigger: .created, purpose: "marketing", stopsOn: [],
    steps: days.enumerated().map {
      SequenceStep(
        number: $0.offset + 1, day: $0.element, channel: .email, subject: template, text: template)
    })
}

@Suite struct DueDateTests {
  private let office = SendWindow(weekdays: Set(1...5), seconds: 32_400..<61_200, holidays: [])
  private let berlin = ZoneRules(name: "Test/Berlin", fixedOffsetSeconds: 3600)
  private let honolulu = ZoneRules(name: "Test/Honolulu", fixedOffsetSeconds: -36_000)

  @Test("five messages fall on their days, moved on to the opening of the window")
  func days() throws {
    // 2026-11-02 is a Monday.
    let due = try sequence(days: [0, 3, 7, 10, 14]).dueDates(
      enrolledAt: time("2026-11-02T06:00:00Z"), zone: berlin, windows: [.email: office])
    #expect(
      due.map(\.description) == [
        "2026-11-02T08:00:00Z", "2026-11-05T08:00:00Z", "2026-11-09T08:00:00Z",
        "2026-11-12T08:00:00Z", "2026-11-16T08:00:00Z",
      ])
  }

  @Test("the first message is due at once when the window is open")
  func atOnce() throws {
    let due = try sequence(days: [0, 1]).dueDates(
      enrolledAt: time("2026-11-02T10:30:00Z"), zone: berlin, windows: [.email: office])
    #expect(due.map(\.description) == ["2026-11-02T10:30:00Z", "2026-11-03T08:00:00Z"])
  }

  @Test("days are counted from the local date, which may be the day before")
  func localDate() throws {
    let due = try sequence(days: [0, 1]).dueDates(
      enrolledAt: time("2026-11-03T02:00:00Z"), zone: honolulu, windows: [.email: office])
    #expect(due.map(\.description) == ["2026-11-03T02:00:00Z", "2026-11-03T19:00:00Z"])
  }

  @Test("weekends and holidays push a message on, never before its predecessor")
  func closedDays() throws {
    let holiday = try #require(CivilDate(iso: "2026-11-09"))
    let window = SendWindow(weekdays: Set(1...5), seconds: 32_400..<61_200, holidays: [holiday])
    let due = try sequence(days: [4, 5, 6]).dueDates(
      enrolledAt: time("2026-11-02T12:00:00Z"), zone: .utc, windows: [.email: window])
    #expect(
      due.map(\.description) == [
        "2026-11-06T09:00:00Z", "2026-11-10T09:00:00Z", "2026-11-10T09:00:00Z",
      ])
  }

  @Test(
    "what follows a late message is as late, in whole days; the hour of the night is no lateness",
    arguments: [
      ("2026-11-05T00:00:00Z", "2026-11-09T00:00:00Z"),
      ("2026-11-05T23:00:00Z", "2026-11-09T00:00:00Z"),
      ("2026-11-06T06:00:00Z", "2026-11-10T00:00:00Z"),
      ("2026-12-05T06:00:00Z", "2026-12-09T00:00:00Z"),
      ("2026-11-01T06:00:00Z", "2026-11-09T00:00:00Z"),
    ])
  func turn(sentAt: String, expected: String) throws {
    let turn = SequenceDefinition.turn(
      of: try time("2026-11-09T00:00:00Z"), previousDueAt: try time("2026-11-05T00:00:00Z"),
      previousSentAt: try time(sentAt))
    #expect(turn == (try time(expected)))
  }

  @Test("a window that never opens does not hang, and no window is always open")
  func degenerate() throws {
    let never = SendWindow(weekdays: [], seconds: 0..<1, holidays: [])
    let start = try time("2026-11-02T12:00:00Z")
    #expect(never.opening(atOrAfter: start, in: .utc) == start)
    let due = try sequence(days: [0, 5]).dueDates(enrolledAt: start, zone: .utc, windows: [:])
    #expect(due.map(\.description) == ["2026-11-02T12:00:00Z", "2026-11-07T00:00:00Z"])
  }

  @Test("enrolment follows creation date or score")
  func enrolment() throws {
    let asOf = try time("2026-11-02T06:00:00Z")
    func enrols(
      _ trigger: SequenceDefinition.Trigger, within days: Int? = nil, score: Int? = nil,
      created: Timestamp? = nil
    ) -> Bool {
      SequenceDefinition(
        name: "x", version: "", trigger: trigger, createdWithinDays: days, purpose: "",
        stopsOn: [], steps: []
      ).enrols(score: score, createdAt: created, asOf: asOf)
    }
    #expect(enrols(.created))
    #expect(enrols(.created, within: 30, created: asOf.adding(days: -29)))
    #expect(!enrols(.created, within: 30, created: asOf.adding(days: -30)))
    #expect(!enrols(.created, within: 30))
    #expect(enrols(.score(70), score: 70))
    #expect(!enrols(.score(70), score: 69))
    #expect(!enrols(.score(0)))
  }
}

@Suite struct MessageIdentityTests {
  @Test("the same message is called the same, and any other differently")
  func identity() throws {
    func id(
      _ entity: Int64 = 7, _ recipient: String = "a@example.com", _ sequence: String = "welcome",
      _ step: Int = 1, _ enrolled: Int64 = 1000
    ) -> String {
      MessageIdentity.messageID(
        entityID: entity, recipient: recipient, sequence: sequence, step: step,
        enrolledAt: Timestamp(seconds: enrolled), domain: "example.org")
    }
    #expect(id() == id())
    let others = [
      id(), id(8), id(7, "b@example.com"), id(7, "a@example.com", "hot"),
      id(7, "a@example.com", "welcome", 2), id(7, "a@example.com", "welcome", 1, 1001),
    ]
    #expect(Set(others).count == others.count)
    #expect(id().hasSuffix("@example.org>"))
    #expect(MessageIdentity.unsubscribeToken(messageID: id()).count == 40)
  }
}
