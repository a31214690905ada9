import LeadModel
import Sequencing
import Testing

@Suite("A refusal that gives only its day")
struct DayOfRefusalTests {
  private static let day = Timestamp(seconds: 1_793_491_200)
  private static let asOf = Timestamp(seconds: 1_794_000_000)

  private func verdict(
    _ records: [(status: ConsentEvidence.Status, at: Timestamp)]
  ) -> ConsentVerdict {
    ConsentVerdict.weigh(
      records.map {
        ConsentEvidence(
          status: $0.status, at: $0.at, channels: [.any], purpose: "", expiresAt: nil,
          source: "form")
      }, channel: .email, purpose: "marketing", asOf: Self.asOf, maxAgeDays: nil)
  }

  @Test(
    "may be of any moment of it, so that a consent of the same day does not end it",
    arguments: [ConsentEvidence.Status.withdrawn, .declined, .expired])
  func sameDay(status: ConsentEvidence.Status) {
    let grant = (ConsentEvidence.Status.granted, Self.day.adding(seconds: 36_000))
    for records in [[grant, (status, Self.day)], [(status, Self.day), grant]] {
      if case .granted = verdict(records) { Issue.record("\(status)") }
    }
  }

  @Test("is ended by a consent of the next day, one with a time by a later one of its day")
  func later() {
    let next = Self.day.adding(days: 1)
    guard case .granted = verdict([(.withdrawn, Self.day), (.granted, next)]) else {
      Issue.record("the next day's consent does not count")
      return
    }
    let morning = Self.day.adding(seconds: 28_800)
    guard
      case .granted = verdict([
        (.withdrawn, morning), (.granted, morning.adding(seconds: 3_600)),
      ])
    else {
      Issue.record("the later consent of the day does not count")
      return
    }
  }
}
