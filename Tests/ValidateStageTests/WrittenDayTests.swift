import LeadModel
import Testing
import ValidateStage
import Validation

@Suite("A date of birth is the day that is written")
struct WrittenDayTests {
  @Test(
    "whatever day it is elsewhere",
    arguments: [
      ("1985-04-12T00:00:00+02:00", "1985-04-12"), ("12.04.1985 00:00 +02:00", "1985-04-12"),
      ("1999-12-31 19:00:00 -0500", "1999-12-31"), ("1985-04-12T20:00:00-05:00", "1985-04-12"),
      ("Fri Sep 23 2016 10:34:51 GMT+12", "2016-09-23"), ("1985-04-12", "1985-04-12"),
      ("12.04.1985 00:00", "1985-04-12"), ("31149", "1985-04-12"), ("12.04.85", "1985-04-12"),
    ], [0, 7200])
  func born(_ test: (text: String, day: String), offset: Int) {
    var check = RecordCheck(
      kind: .lead, defaultCountry: nil, asOf: Timestamp(seconds: 1_790_000_000),
      zone: ZoneRules(name: "test", fixedOffsetSeconds: offset), dateOrder: .dmy)
    let result = check.check(["email": "ann@acme.com", "born_on": test.text])
    #expect(result.written.first { $0.field == "born_on" }?.value == test.day)
  }

  @Test("a moment is one everywhere")
  func moment() {
    let result = RecordCheck.check(
      kind: .lead,
      fields: ["email": "ann@acme.com", "created_at": "2026-04-12T00:00:00+02:00"],
      defaultCountry: nil, asOf: Timestamp(seconds: 1_790_000_000))
    #expect(
      result.written.first { $0.field == "created_at" }?.value.hasPrefix("2026-04-11T22:00") == true
    )
  }
}
