import LeadModel
import Testing
import Validation

struct DateReaderTests {
  struct Case: CustomTestStringConvertible {
    let text: String
    let order: DateOrder
    /// RFC 3339, nil when it is no date.
    let expected: String?
    var isLocal = false
    var isSerial = false
    var testDescription: String { "'\(text)' in \(order)" }
  }

  @Test(
    "a date is read in the supplier's order and in no other",
    arguments: [
      Case(text: "2026-11-02", order: .dmy, expected: "2026-11-02T00:00:00Z"),
      Case(text: "2026-11-02T06:30:15Z", order: .mdy, expected: "2026-11-02T06:30:15Z"),
      Case(text: "2026-11-02T06:30:15.250+02:00", order: .ymd, expected: "2026-11-02T04:30:15Z"),
      Case(text: "2026-11-02 06:30", order: .ymd, expected: "2026-11-02T06:30:00Z", isLocal: true),
      Case(text: "2026/11/02", order: .dmy, expected: "2026-11-02T00:00:00Z"),
      Case(text: "20261102", order: .dmy, expected: "2026-11-02T00:00:00Z"),
      Case(text: "02.11.2026", order: .dmy, expected: "2026-11-02T00:00:00Z"),
      Case(text: "2.11.26", order: .dmy, expected: "2026-11-02T00:00:00Z"),
      Case(
        text: "02.11.2026, 14:05 ", order: .dmy, expected: "2026-11-02T14:05:00Z", isLocal: true),
      Case(text: "02. 11. 2026", order: .dmy, expected: "2026-11-02T00:00:00Z"),
      Case(text: "11/02/2026", order: .mdy, expected: "2026-11-02T00:00:00Z"),
      Case(text: "11/2/26 2:05 PM", order: .mdy, expected: "2026-11-02T14:05:00Z", isLocal: true),
      Case(text: "11/2/26 12:05 am", order: .mdy, expected: "2026-11-02T00:05:00Z", isLocal: true),
      Case(text: "26-11-02", order: .ymd, expected: "2026-11-02T00:00:00Z"),
      Case(text: "2 Nov 2026", order: .ymd, expected: "2026-11-02T00:00:00Z"),
      Case(text: "02-Nov-26", order: .mdy, expected: "2026-11-02T00:00:00Z"),
      Case(text: "November 2nd, 2026", order: .dmy, expected: "2026-11-02T00:00:00Z"),
      Case(text: "Mon, 2 Nov 2026 06:30:00 +0100", order: .dmy, expected: "2026-11-02T05:30:00Z"),
      Case(text: "3. März 2026", order: .dmy, expected: "2026-03-03T00:00:00Z"),
      Case(text: "3 août 2026", order: .dmy, expected: "2026-08-03T00:00:00Z"),
      Case(text: "1.1.70", order: .dmy, expected: "1970-01-01T00:00:00Z"),
      Case(text: "1.1.69", order: .dmy, expected: "2069-01-01T00:00:00Z"),
      Case(text: "29.02.2024", order: .dmy, expected: "2024-02-29T00:00:00Z"),
      Case(text: "46328", order: .dmy, expected: "2026-11-02T00:00:00Z", isSerial: true),
      Case(
        text: "46328,5", order: .dmy, expected: "2026-11-02T12:00:00Z", isLocal: true,
        isSerial: true),
      Case(
        text: "46328.5", order: .dmy, expected: "2026-11-02T12:00:00Z", isLocal: true,
        isSerial: true),
      Case(text: "12/31/2025", order: .dmy, expected: nil),
      Case(text: "31/12/2025", order: .mdy, expected: nil),
      Case(text: "29.02.2025", order: .dmy, expected: nil),
      Case(text: "31.04.2026", order: .dmy, expected: nil),
      Case(text: "2026-13-01", order: .ymd, expected: nil),
      Case(text: "2026-11-02 25:00", order: .ymd, expected: nil),
      Case(text: "2026-11-02 13:00 pm", order: .ymd, expected: nil),
      Case(text: "2026-11-02 soon", order: .ymd, expected: nil),
      Case(text: "12345678901", order: .ymd, expected: nil),
      Case(text: "123", order: .ymd, expected: nil),
      Case(text: "02.11.", order: .dmy, expected: nil),
      Case(text: "yesterday", order: .dmy, expected: nil),
      Case(text: "", order: .dmy, expected: nil),
    ])
  func reads(_ test: Case) {
    let reading = DateReader.read(test.text, order: test.order)
    #expect(reading.map { "\($0.instant)" } == test.expected)
    #expect((reading?.isLocal ?? false) == test.isLocal)
    #expect((reading?.isSerial ?? false) == test.isSerial)
  }

  @Test("every day of four centuries survives being written in each order")
  func roundTrips() {
    for days in stride(from: -10_000, to: 60_000, by: 37) {
      let date = CivilDate(daysSinceEpoch: days)
      let instant = Timestamp(date)
      let day = date.day, month = date.month, year = date.year
      #expect(DateReader.read("\(day).\(month).\(year)", order: .dmy)?.instant == instant)
      #expect(DateReader.read("\(month)/\(day)/\(year)", order: .mdy)?.instant == instant)
      #expect(DateReader.read("\(date)", order: .ymd)?.instant == instant)
    }
  }
}
