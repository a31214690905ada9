import Foundation
import LeadModel
import Testing

@Suite("Time zone rules")
struct ZoneRulesTests {
  static func zone(_ name: String) throws -> ZoneRules {
    let data = try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/\(name)"))
    return try ZoneRules(name: name, tzif: Array(data))
  }

  static func instant(_ text: String) throws -> Timestamp {
    try #require(Timestamp(iso: text))
  }

  struct OffsetCase: Sendable, CustomTestStringConvertible {
    let zone: String
    let instant: String
    let offset: Int
    var testDescription: String { "\(zone) at \(instant)" }
  }

  @Test(
    "an instant has the offset that the zone's history and rule give it",
    arguments: [
      OffsetCase(zone: "Europe/Berlin", instant: "2026-01-15T12:00:00Z", offset: 3600),
      OffsetCase(zone: "Europe/Berlin", instant: "2026-03-29T00:59:59Z", offset: 3600),
      OffsetCase(zone: "Europe/Berlin", instant: "2026-03-29T01:00:00Z", offset: 7200),
      OffsetCase(zone: "Europe/Berlin", instant: "2026-10-25T00:59:59Z", offset: 7200),
      OffsetCase(zone: "Europe/Berlin", instant: "2026-10-25T01:00:00Z", offset: 3600),
      OffsetCase(zone: "Europe/Berlin", instant: "2090-07-01T00:00:00Z", offset: 7200),
      OffsetCase(zone: "Europe/Berlin", instant: "1945-06-01T00:00:00Z", offset: 10_800),
      OffsetCase(zone: "Europe/Dublin", instant: "2060-01-15T12:00:00Z", offset: 0),
      OffsetCase(zone: "Europe/Dublin", instant: "2060-07-15T12:00:00Z", offset: 3600),
      OffsetCase(zone: "America/New_York", instant: "2026-11-01T05:59:59Z", offset: -14_400),
      OffsetCase(zone: "America/New_York", instant: "2026-11-01T06:00:00Z", offset: -18_000),
      OffsetCase(zone: "Australia/Sydney", instant: "2050-01-01T00:00:00Z", offset: 39_600),
      OffsetCase(zone: "Australia/Sydney", instant: "2050-07-01T00:00:00Z", offset: 36_000),
      OffsetCase(zone: "Asia/Kolkata", instant: "2026-11-21T00:00:00Z", offset: 19_800),
      OffsetCase(zone: "America/Sao_Paulo", instant: "2026-01-01T00:00:00Z", offset: -10_800),
      OffsetCase(zone: "America/Nuuk", instant: "2060-07-01T00:00:00Z", offset: -3600),
      OffsetCase(zone: "Etc/UTC", instant: "2026-01-01T00:00:00Z", offset: 0),
    ])
  func offsets(_ test: OffsetCase) throws {
    let zone = try Self.zone(test.zone)
    #expect(zone.offsetSeconds(at: try Self.instant(test.instant)) == test.offset)
  }

  @Test("offsets agree with the system's own reading of the same database")
  func agreesWithFoundation() throws {
    let seed: UInt64 = 20_261_121
    var random = SplitMix64(seed: seed)
    for name in ["Europe/London", "America/Chicago", "Asia/Tehran", "Pacific/Auckland"] {
      let zone = try Self.zone(name)
      let system = try #require(TimeZone(identifier: name))
      for _ in 0..<500 {
        // 1970 to 2037, the years that every reader of the database knows.
        let seconds = Int64.random(in: 0..<2_140_000_000, using: &random)
        let expected = system.secondsFromGMT(
          for: Date(timeIntervalSince1970: Double(seconds)))
        let found = zone.offsetSeconds(at: Timestamp(seconds: seconds))
        #expect(found == expected, "\(name) at \(seconds), seed \(seed)")
      }
    }
  }

  struct LocalCase: Sendable, CustomTestStringConvertible {
    let id: String
    let zone: String
    let date: String
    let hour: Int
    let minute: Int
    let instant: String
    var testDescription: String { id }
  }

  @Test(
    "a local time is one instant, also where the clock jumps",
    arguments: [
      LocalCase(
        id: "winter", zone: "Europe/Berlin", date: "2026-01-15", hour: 9, minute: 0,
        instant: "2026-01-15T08:00:00Z"),
      LocalCase(
        id: "summer", zone: "Europe/Berlin", date: "2026-07-15", hour: 9, minute: 0,
        instant: "2026-07-15T07:00:00Z"),
      LocalCase(
        id: "skipped", zone: "Europe/Berlin", date: "2026-03-29", hour: 2, minute: 30,
        instant: "2026-03-29T01:30:00Z"),
      LocalCase(
        id: "shown twice", zone: "Europe/Berlin", date: "2026-10-25", hour: 2, minute: 30,
        instant: "2026-10-25T00:30:00Z"),
      LocalCase(
        id: "shown twice in the west", zone: "America/New_York", date: "2026-11-01", hour: 1,
        minute: 30, instant: "2026-11-01T05:30:00Z"),
      LocalCase(
        id: "half-hour zone", zone: "Asia/Kolkata", date: "2026-11-21", hour: 0, minute: 0,
        instant: "2026-11-20T18:30:00Z"),
    ])
  func localTimes(_ test: LocalCase) throws {
    let zone = try Self.zone(test.zone)
    let date = try #require(CivilDate(iso: test.date))
    let found = zone.instant(of: date, secondOfDay: test.hour * 3600 + test.minute * 60)
    #expect(found.description == test.instant)
  }

  @Test("local time and instant are inverse wherever the clock does not jump")
  func roundTrip() throws {
    var random = SplitMix64(seed: 7)
    let zone = try Self.zone("America/New_York")
    for _ in 0..<1000 {
      let instant = Timestamp(seconds: Int64.random(in: 0..<4_000_000_000, using: &random))
      let back = zone.instant(of: zone.local(at: instant))
      // Within an hour that is shown twice the first instant is meant.
      #expect(back == instant || back == instant.adding(seconds: -3600), "\(instant), seed 7")
    }
  }

  @Test("bytes that are not a time zone file are refused")
  func refusals() throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/Europe/Berlin"))
    let bytes = Array(data)
    #expect(throws: ZoneRulesError.notTZif) { try ZoneRules(name: "x", tzif: []) }
    #expect(throws: ZoneRulesError.notTZif) {
      try ZoneRules(name: "x", tzif: Array(repeating: 65, count: 100))
    }
    for length in stride(from: 45, to: bytes.count - 1, by: 37) {
      #expect(throws: ZoneRulesError.self) {
        try ZoneRules(name: "x", tzif: Array(bytes.prefix(length)))
      }
    }
  }
}
