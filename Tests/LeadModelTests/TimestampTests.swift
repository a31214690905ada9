import LeadModel
import Testing

@Suite struct TimestampTests {
  @Test("days since the epoch and civil dates convert both ways over four thousand years")
  func civilDates() throws {
    for days in stride(from: -500_000, through: 1_000_000, by: 37) {
      let date = CivilDate(daysSinceEpoch: days)
      #expect(date.daysSinceEpoch == days)
    }
    #expect(CivilDate(daysSinceEpoch: 0).description == "1970-01-01")
    #expect(CivilDate(year: 2026, month: 11, day: 2)?.weekday == 1)
    #expect(CivilDate(year: 2000, month: 2, day: 29) != nil)
    #expect(CivilDate(year: 1900, month: 2, day: 29) == nil)
  }

  @Test(
    "RFC 3339 times are read",
    arguments: [
      ("2026-11-02", "2026-11-02T00:00:00Z"),
      ("2026-11-02T06:00:00Z", "2026-11-02T06:00:00Z"),
      ("2026-11-02 06:00", "2026-11-02T06:00:00Z"),
      ("2026-11-02T06:00:00.250+02:00", "2026-11-02T04:00:00Z"),
      ("2026-11-02T23:30:00-0130", "2026-11-03T01:00:00Z"),
      ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
    ])
  func reading(text: String, expected: String) {
    #expect(Timestamp(iso: text)?.description == expected)
  }

  @Test(
    "what is no RFC 3339 time is not read",
    arguments: [
      "", "2026", "2026-2-3", "2026-02-30", "2026-11-02T", "2026-11-02T24:00:00Z",
      "2026-11-02T06:60Z", "2026-11-02T06:00:00Zx", "2026-11-02T06:00:00+2", "02.11.2026",
    ])
  func refusing(text: String) {
    #expect(Timestamp(iso: text) == nil)
  }

  @Test("an equation foots only when every row has one outcome")
  func counts() {
    var counts = RowCounts(rowsIn: 2)
    counts[.inserted] += 1
    #expect(!counts.foots)
    counts[.rejected] += 1
    #expect(counts.foots)
    #expect(
      counts.equation
        == "2 in = 1 inserted + 0 updated + 0 unchanged + 0 duplicate + 1 rejected + 0 suppressed")
  }

  @Test("JSON is written with its escapes, on one line or indented")
  func json() {
    let value: JSONValue = ["a": "x\"\\\n\u{1}é", "b": [1, true, nil], "c": []]
    #expect(value.text() == #"{"a":"x\"\\\n\u0001é","b":[1,true,null],"c":[]}"#)
    #expect(value.text(indented: true).contains("\n  \"b\": [\n    1,\n"))
  }
}
