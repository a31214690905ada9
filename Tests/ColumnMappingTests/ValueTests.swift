import ColumnMapping
import LeadModel
import Testing

@Suite("Values of a column")
struct ValueTests {
  static let forms: [(String, String)] = [
    ("ada@example.com", "email"), ("ada@", "text"), ("@ada", "text"), ("a b@example.com", "text"),
    ("+49 30 23125 000", "phone"), ("(030) 2312-5000", "phone"), ("030 23125000", "phone"),
    ("03023125000", "phone"), ("12345", "integer"), ("01234", "integer"), ("-7", "integer"),
    ("1.234,50", "decimal"), ("12,5", "decimal"), ("1,234.5", "decimal"), ("1.2.3", "text"),
    ("€ 1.200", "decimal"), ("$5M", "decimal"), ("1200 EUR", "decimal"),
    ("2025-12-31", "date"), ("31.12.2025", "date"), ("12/31/25", "date"), ("31 Dec 2025", "date"),
    ("2025-12-31T10:00:00Z", "timestamp"), ("31.12.2025 10:00", "timestamp"),
    ("99/99/9999", "text"), ("Co-Marketing 2026", "text"), ("March 31, 2025", "date"),
    ("https://www.example.com/x", "url"), ("www.example.com", "url"), ("example.com", "domain"),
    ("10.0.0.1", "ip"), ("ja", "boolean"), ("TRUE", "boolean"), ("maybe", "text"),
    ("3f2504e0-4f89-11d3-9a0c-0305e82c3301", "uuid"), (String(repeating: "ab", count: 32), "hash"),
    ("Ada Lovelace", "text"), ("Dr.Med", "text"), ("日本", "text"),
  ]

  @Test("A value's form is told from its bytes")
  func form() {
    for (value, form) in Self.forms {
      var profile = ValueProfile()
      profile.add(value)
      let found = ValueClass.allCases.first { profile.count($0) == 1 }
      #expect(found?.name == form, "\(value)")
    }
  }

  @Test("The order of dates and the decimal mark are what the values prove, and no more")
  func conventions() {
    #expect(ValueProfile(["01.02.2025", "31.12.2025"]).dateOrder == .dmy)
    #expect(ValueProfile(["01/02/2025", "12/31/2025"]).dateOrder == .mdy)
    #expect(ValueProfile(["01/02/2025", "03/04/2025"]).dateOrder == nil)
    #expect(ValueProfile(["31/12/2025", "12/31/2025"]).dateOrder == nil)
    #expect(ValueProfile(["2025-12-31"]).dateOrder == .ymd)
    #expect(ValueProfile(["1.234,50", "7"]).decimalMark == .comma)
    #expect(ValueProfile(["1.234", "12.345"]).decimalMark == nil)
  }

  @Test("Different values are counted exactly, then within two percent")
  func distinct() {
    var counter = DistinctCounter()
    func add(_ numbers: Range<Int>) {
      for number in numbers {
        var text = "value \(number)"
        text.withUTF8 { counter.add($0) }
      }
    }
    add(0..<5_000)
    add(0..<5_000)
    #expect(counter.isExact && counter.count == 5_000)
    add(0..<300_000)
    #expect(!counter.isExact)
    // Three standard errors of 1.6 percent.
    #expect(abs(counter.count - 300_000) < 14_400, "\(counter.count)")
  }

  @Test("A layout differs where somebody has to look, column by column")
  func drift() {
    func column(_ header: String, _ field: String, _ values: [String]) -> ColumnShape {
      ColumnShape(header: header, field: field, profile: ValueProfile(values))
    }
    let dates = (10...28).map { "\($0).12.2025" }
    let names = (1...20).map { "Name \($0)" }
    let before = [column("Mail", "email", names), column("Datum", "created_at", dates)]
    func drift(_ now: [ColumnShape]) -> String {
      let found = LayoutDrift.against([before], now)
      return (found?.items ?? []).map { "\($0.change.rawValue) \($0.was) > \($0.now)" }
        .joined(separator: "; ")
    }
    #expect(drift(before) == "")
    #expect(drift(before + [column("Neu", "", names)]) == "")
    #expect(drift(before.reversed()).hasPrefix("reordered 'Mail', 'Datum' > 'Datum', 'Mail'"))
    #expect(
      drift([column("E-Mail", "email", names), before[1]])
        == "renamed 'Mail' (email) > 'E-Mail' (email)")
    #expect(drift([before[1]]) == "removed 'Mail' (email) > ")
    let american = (10...28).map { "12/\($0)/2025" }
    #expect(
      drift([before[0], column("Datum", "created_at", american)])
        == "retyped 'Datum': date (dmy) > 'Datum': date (mdy)")
    let empty = [String](repeating: "", count: 20)
    #expect(drift([before[0], column("Datum", "created_at", empty)]).hasPrefix("emptied 'Datum'"))
    #expect(LayoutDrift.against([], before) == nil)
    #expect(before.map { ColumnShape(texts: $0.texts) } == before)
  }
}
