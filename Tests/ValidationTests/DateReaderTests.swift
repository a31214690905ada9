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
      Case(text: "2011-W05-4", order: .dmy, expected: "2011-02-03T00:00:00Z"),
      Case(text: "2009W537", order: .mdy, expected: "2010-01-03T00:00:00Z"),
      Case(text: "2020-W01-1T10:30Z", order: .ymd, expected: "2019-12-30T10:30:00Z"),
      Case(text: "2026-005", order: .dmy, expected: "2026-01-05T00:00:00Z"),
      Case(text: "2024-366T10:30Z", order: .dmy, expected: "2024-12-31T10:30:00Z"),
      Case(
        text: "2026-12-31T24:00:00", order: .dmy, expected: "2027-01-01T00:00:00Z", isLocal: true),
      Case(text: "2026-01-05 24:00Z", order: .dmy, expected: "2026-01-06T00:00:00Z"),
      Case(text: "2026-01-05T10", order: .dmy, expected: "2026-01-05T10:00:00Z", isLocal: true),
      Case(text: "20260105T10Z", order: .dmy, expected: "2026-01-05T10:00:00Z"),
      Case(text: "2026-01-05T10-05:00", order: .dmy, expected: "2026-01-05T15:00:00Z"),
      Case(text: "2011-W05", order: .dmy, expected: nil),
      Case(text: "2011-W05T14:17:01", order: .dmy, expected: nil),
      Case(text: "2011-W53-1", order: .dmy, expected: nil),
      Case(text: "2011-W05-8", order: .dmy, expected: nil),
      Case(text: "3월 5일 2020", order: .dmy, expected: "2020-03-05T00:00:00Z"),
      Case(text: "3월 5일 2020", order: .mdy, expected: "2020-03-05T00:00:00Z"),
      Case(text: "2020년 3월 5일", order: .dmy, expected: "2020-03-05T00:00:00Z"),
      Case(text: "20年3月5日", order: .ymd, expected: "2020-03-05T00:00:00Z"),
      Case(text: "12APR1985", order: .mdy, expected: "1985-04-12T00:00:00Z"),
      Case(text: "12.IV.1985", order: .mdy, expected: "1985-04-12T00:00:00Z"),
      Case(text: "1/XII/1985", order: .mdy, expected: "1985-12-01T00:00:00Z"),
      Case(text: "12 v 1985", order: .dmy, expected: nil),
      Case(
        text: "2013-01-01 5PM", order: .dmy, expected: "2013-01-01T17:00:00Z", isLocal: true),
      Case(text: "2013-01-01 13 PM", order: .dmy, expected: nil),
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
      Case(text: "3 luglio 2026", order: .dmy, expected: "2026-07-03T00:00:00Z"),
      Case(text: "3 março 2026", order: .mdy, expected: "2026-03-03T00:00:00Z"),
      Case(text: "3 maart 2026", order: .dmy, expected: "2026-03-03T00:00:00Z"),
      Case(text: "12-ott-2026", order: .dmy, expected: "2026-10-12T00:00:00Z"),
      Case(text: "1er octobre 2026", order: .dmy, expected: "2026-10-01T00:00:00Z"),
      Case(text: "1 de octubre de 2026", order: .ymd, expected: "2026-10-01T00:00:00Z"),
      Case(text: "1º de outubro de 2026", order: .dmy, expected: "2026-10-01T00:00:00Z"),
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
      Case(
        text: "04.03.2026 22:15 Uhr", order: .dmy, expected: "2026-03-04T22:15:00Z", isLocal: true),
      Case(
        text: "Mittwoch, den 4. März 2026 um 22.15 Uhr", order: .dmy,
        expected: "2026-03-04T22:15:00Z", isLocal: true),
      Case(text: "4/3/2026 à 14h30", order: .dmy, expected: "2026-03-04T14:30:00Z", isLocal: true),
      Case(text: "4 mars 2026, 9 h", order: .dmy, expected: "2026-03-04T09:00:00Z", isLocal: true),
      Case(text: "mar. 3 mars 2026", order: .mdy, expected: "2026-03-03T00:00:00Z"),
      Case(text: "4th March 2026", order: .dmy, expected: "2026-03-04T00:00:00Z"),
      Case(text: "the 4th of March, 2026", order: .ymd, expected: "2026-03-04T00:00:00Z"),
      Case(text: "4 de mar. de 2026", order: .dmy, expected: "2026-03-04T00:00:00Z"),
      Case(text: "4. ožujka 2026.", order: .dmy, expected: "2026-03-04T00:00:00Z"),
      Case(
        text: "4 марта 2026 г., 22:15", order: .dmy, expected: "2026-03-04T22:15:00Z", isLocal: true
      ),
      Case(
        text: "Τετάρτη 4 Μαρτίου 2026 - 10:15 μ.μ.", order: .dmy,
        expected: "2026-03-04T22:15:00Z", isLocal: true),
      Case(text: "2026. március 4., szerda", order: .ymd, expected: "2026-03-04T00:00:00Z"),
      Case(
        text: "2026. 03. 04. 22:15", order: .ymd, expected: "2026-03-04T22:15:00Z", isLocal: true),
      Case(text: "2026. gada 4. marts", order: .dmy, expected: "2026-03-04T00:00:00Z"),
      Case(text: "2026年3月4日", order: .dmy, expected: "2026-03-04T00:00:00Z"),
      Case(
        text: "2026年3月4日水曜日 22時15分30秒", order: .dmy, expected: "2026-03-04T22:15:30Z",
        isLocal: true),
      Case(text: "2026年3月4日 下午10:15", order: .mdy, expected: "2026-03-04T22:15:00Z", isLocal: true),
      Case(text: "２０２６／３／４（水）", order: .dmy, expected: "2026-03-04T00:00:00Z"),
      Case(
        text: "2026년 3월 4일 오후 10:15", order: .dmy, expected: "2026-03-04T22:15:00Z", isLocal: true),
      Case(
        text: "2026. 3. 4. PM 10:15", order: .ymd, expected: "2026-03-04T22:15:00Z", isLocal: true),
      Case(text: "4/Mar/2026:22:15:00 +0100", order: .mdy, expected: "2026-03-04T21:15:00Z"),
      Case(text: "Wed, 4 Mar 2026 22:15:00 EST", order: .dmy, expected: "2026-03-05T03:15:00Z"),
      Case(
        text: "Wed, 4 Mar 2026 22:15:00 +0100 (CET)", order: .dmy, expected: "2026-03-04T21:15:00Z"),
      Case(
        text: "Wed Mar  4 22:15:00 2026", order: .dmy, expected: "2026-03-04T22:15:00Z",
        isLocal: true),
      Case(text: "Wed Mar 04 22:15:00 CET 2026", order: .dmy, expected: "2026-03-04T21:15:00Z"),
      Case(
        text: "Wed Mar 04 2026 22:15:00 GMT+0100 (Central European Standard Time)", order: .dmy,
        expected: "2026-03-04T21:15:00Z"),
      Case(
        text: "2026-03-04T22:15:00+01:00[Europe/Berlin]", order: .dmy,
        expected: "2026-03-04T21:15:00Z"),
      Case(text: "20260304T221500Z", order: .dmy, expected: "2026-03-04T22:15:00Z"),
      Case(text: "20260304221500", order: .dmy, expected: "2026-03-04T22:15:00Z", isLocal: true),
      Case(text: "11/2/26 2:05 p.m.", order: .mdy, expected: "2026-11-02T14:05:00Z", isLocal: true),
      Case(text: "11/2/26 2:05 PM UTC", order: .mdy, expected: "2026-11-02T14:05:00Z"),
      Case(
        text: "4.3.2026 klo 22.15", order: .dmy, expected: "2026-03-04T22:15:00Z", isLocal: true),
      Case(text: "4 listopad 2026", order: .dmy, expected: nil),
      Case(text: "4 - 5 March 2026", order: .dmy, expected: nil),
      Case(text: "4 March 2026 or later", order: .dmy, expected: nil),
      Case(text: "March 2026", order: .dmy, expected: nil),
      Case(text: "4 March 2026 14h75", order: .dmy, expected: nil),
      Case(text: "4 March 2026 22:15 IST", order: .dmy, expected: nil),
      Case(text: "ann 4 March 2026", order: .dmy, expected: nil),
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

  @Test(
    "seconds since 1970 are read where they can be nothing else",
    arguments: [
      ("1772662500", "2026-03-04T22:15:00Z"), ("1772662500.25", "2026-03-04T22:15:00Z"),
      ("1772662500123", "2026-03-04T22:15:00Z"), ("177266250", nil), ("4930231250", nil),
      ("2026030422", nil), ("17726625001", nil), ("1772662500x", nil), ("", nil),
    ])
  func sinceEpoch(text: String, expected: String?) {
    var text = text
    #expect(text.withUTF8 { DateReader.sinceEpoch($0) }.map { "\($0.instant)" } == expected)
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

  @Test(
    "where nobody states the order, a date is read that is one day only",
    arguments: [
      ("2026-11-02", "plain 2026-11-02"), ("20261102", "plain 2026-11-02"),
      ("46328", "plain 2026-11-02"), ("2 Nov 2026", "plain 2026-11-02"),
      ("November 2, 2026", "plain 2026-11-02"), ("2026-11-02T06:30:00Z", "plain 2026-11-02"),
      ("05/05/2026", "plain 2026-05-05"), ("1. Oktober 2026", "plain 2026-10-01"),
      ("31/12/2025", "only dmy 2025-12-31"),
      ("12/31/2025", "only mdy 2025-12-31"), ("31/12/25", "only dmy 2025-12-31"),
      ("02.11.2026", "only dmy 2026-11-02"), ("12.31.2025", "only mdy 2025-12-31"),
      ("2.11.2026, 14:05", "only dmy 2026-11-02"), ("99-12-31", "only ymd 1999-12-31"),
      ("02/11/2026", "ambiguous 2026-11-02 2026-02-11"),
      ("02-11-26", "ambiguous 2026-11-02 2026-02-11 2002-11-26"),
      ("31-12-25", "ambiguous 2025-12-31 2031-12-25"), ("02-Nov-26", "plain 2026-11-02"),
      ("Mon, 02/11/2026", "ambiguous 2026-11-02 2026-02-11"), ("4 marca 2026", "plain 2026-03-04"),
      ("02/11/2026 14h30", "ambiguous 2026-11-02 2026-02-11"), ("2026年3月4日", "plain 2026-03-04"),
      ("4th March 2026", "plain 2026-03-04"), ("04.03.2026 22:15 Uhr", "only dmy 2026-03-04"),
      ("2/11/2026 2:05 PM", "ambiguous 2026-11-02 2026-02-11"),
      ("31/31/2025", "none"), ("31.02.2026", "none"), ("2026-13-01", "none"), ("", "none"),
      ("1", "none"), ("soon", "none"), ("2", "none"), ("02.", "none"),
    ])
  func undirected(text: String, expected: String) {
    let found =
      switch DateReader.read(text) {
      case .plain(let reading): "plain \(reading.instant.date)"
      case .only(let reading, let order): "only \(order.rawValue) \(reading.instant.date)"
      case .ambiguous(let readings):
        "ambiguous " + readings.map { "\($0.instant.date)" }.joined(separator: " ")
      case .none: "none"
      }
    #expect(found == expected)
  }

  @Test(
    "what is wrong with a date is told",
    arguments: [
      ("31.02.2026", .dmy, .day(31, month: 2, year: 2026)),
      ("31.02.2026", .ymd, .day(31, month: 2, year: 2026)),
      ("29.02.2025", .dmy, .day(29, month: 2, year: 2025)),
      ("29.02.2100", .dmy, .day(29, month: 2, year: 2100)),
      ("2026-02-30", .dmy, .day(30, month: 2, year: 2026)),
      ("30.02.2026 10:00", .dmy, .day(30, month: 2, year: 2026)),
      ("31 Apr 2026", .mdy, .day(31, month: 4, year: 2026)),
      ("00.05.2026", .dmy, .day(0, month: 5, year: 2026)),
      ("2026-13-01", .ymd, .month(13)), ("20261301", .ymd, .month(13)),
      ("01.00.2026", .dmy, .month(0)), ("13/13/2025", .dmy, .month(13)),
      ("0000-00-00", .ymd, .zero), ("00.00.0000", .dmy, .zero),
      ("0000-00-00 00:00:00", .ymd, .zero), ("1900-01-00", nil, .zero),
      ("2026-11-02 25:00", .ymd, .time), ("02.11.2026 24:61", .dmy, .time),
      ("2026-11-02T24:00:01", .ymd, .time), ("2026-11-02 10", .ymd, .time),
      ("2026-11-02T10:00 (Nowhere Time)", .ymd, .notADate), ("2026-366", .ymd, .notADate),
      ("2026-000", .ymd, .notADate), ("2026-1234", .ymd, .notADate),
      ("12/31/2025", .dmy, .otherOrder), ("31.12.2025", .ymd, .otherOrder),
      ("soon", .dmy, .notADate), ("", nil, .notADate), ("1759312800", nil, .notADate),
      ("1759312800000", .dmy, .notADate), ("2026-11-02 soon", .ymd, .notADate),
      ("31/02/2026", nil, .day(31, month: 2, year: 2026)),
      ("31. Februar 2026 um 22:15 Uhr", .dmy, .day(31, month: 2, year: 2026)),
      ("2026年13月4日", .dmy, .month(13)), ("12/31/2025 22h15", .dmy, .otherOrder),
    ] as [(String, DateOrder?, DateFault)])
  func faults(text: String, order: DateOrder?, expected: DateFault) {
    var text = text
    #expect(text.withUTF8 { DateFault.of($0, order: order) } == expected)
    #expect(!expected.explanation.isEmpty)
  }

  @Test("no text makes the reading crash, and a date that is read has no fault of form")
  func hostileText() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SplitMix64(seed: seed)
    let pieces = [
      "0", "2", "31", "2026", ".", "/", "-", " ", ",", ":", "T", "Z", "mai", "é", "99", "年", "月",
      "日",
      "h", "Uhr", "(", ")", "pm", "p.m.", "mar", "4th", "(水)", "+01", "\u{A0}", "CET", "[",
    ]
    for _ in 0..<20_000 {
      let count = Int(random.next() % 9)
      var text = (0..<count).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
      for order in [DateOrder.dmy, .mdy, .ymd] {
        text.withUTF8 { cell in
          _ = DateReader.read(cell)
          guard let reading = DateReader.read(cell, order: order) else {
            _ = DateFault.of(cell, order: order).explanation
            return
          }
          let again = DateReader.read("\(reading.instant)", order: order)?.instant
          #expect(again == reading.instant, "seed \(seed)")
        }
      }
    }
    var long = String(repeating: "1.", count: 500_000)
    #expect(long.withUTF8 { DateFault.of($0, order: nil) } == .notADate)
  }
}
