import LeadModel
import Testing

@testable import Tabular

/// What number formats make of numbers; the table of `XLSXTests` has the commonest.
@Suite("Number formats")
struct NumberFormatTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let format: String
    let value: String
    let text: String

    var testDescription: String { "\(value) as \(format)" }

    init(_ format: String, _ value: String, _ text: String) {
      self.format = format
      self.value = value
      self.text = text
    }
  }

  static let dates = [
    Case("mm:ss", "0.5104166667", "12:15:00"), Case("mm:ss.0", "0.00001", "00:00:00.9"),
    Case("hh:mm:ss.000", "46098.500005787", "2026-03-17T12:00:00.500"),
    Case("h \"h\" mm \"min\"", "0.25", "06:00:00"), Case("m/d", "46098", "2026-03-17"),
    Case("mmmm", "46098", "2026-03-17"), Case("d.m. h:mm", "46098.25", "2026-03-17T06:00:00"),
    Case("h:mm m/d", "46098.25", "2026-03-17T06:00:00"), Case("AM/PM h", "0.75", "18:00:00"),
    Case("h:mm A/P", "0.75", "18:00:00"), Case("yyyy\"年\"m\"月\"d\"日\"", "46098", "2026-03-17"),
    Case("上午/下午h\"时\"mm\"分\"", "0.75", "18:00:00"), Case("[$-411]ggge\"年\"", "46098", "2026-03-17"),
    Case("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "46098", "2026-03-17"),
    Case("[$-F400]h:mm:ss\\ AM/PM", "0.5", "12:00:00"),
    Case("[Red]dd/mm/yy", "46098", "2026-03-17"),
    Case("[<1]h:mm;dd.mm.yyyy", "0.5", "12:00:00"),
    Case("[<1]h:mm;dd.mm.yyyy", "46098", "2026-03-17"), Case("dd.mm.yyyy;@", "46098", "2026-03-17"),
    Case("yyyy-mm-dd;;0", "0", "0"), Case("_-* dd.mm.yyyy_-", "46098", "2026-03-17"),
    Case("[h]:mm", "1.25", "30:00:00"), Case("[mm]:ss", "0.25", "6:00:00"),
    Case("[ss].00", "0.00001", "0:00:00.86"), Case("[HH]:MM", "100", "2400:00:00"),
    Case("yyyy-mm-dd", "2958465", "9999-12-31"), Case("yyyy-mm-dd", "2958466", "2958466"),
    Case("yyyy-mm-dd", "1E+300", "1" + String(repeating: "0", count: 300)),
    Case("yyyy", "x", "x"), Case("b yyyy", "46098", "2026-03-17"),
  ]

  static let plain = [
    Case("0.00E+00", "491701234567", "491701234567"), Case("General", "0.1", "0.1"),
    Case("GENERAL \"d\"", "5", "5"), Case("General;[Red]-General", "-5", "-5"),
    Case("#,##0.00 \"USD\";[Red]-#,##0.00", "-1234.5", "-1234.5"),
    Case("\"Tel. \"@", "5", "5"), Case("@", "01", "1"), Case("", "7", "7"),
    Case("[$€-407] #,##0", "12", "12"), Case("\"$\"0", "12", "12"), Case("0 \"pcs\"", "12", "12"),
    Case("0%", "0.5", "0.5"), Case("# ?/?", "0.5", "0.5"), Case("??/?", "16", "16"),
    Case("00\\/00", "16", "00/16"), Case("[Blue]", "3", "3"),
    Case("General", "-0", "0"), Case("General", " 12 ", "12"), Case("General", "1.50", "1.5"),
    Case("General", "1E400000", "1E400000"),
    Case(
      "General", "1.7976931348623157E+308",
      "17976931348623157" + String(repeating: "0", count: 292)),
    Case("General", "5E-324", "0." + String(repeating: "0", count: 323) + "5"),
    Case("General", "0.1000000000000000055", "0.1"), Case("General", "9.9999999999999999", "10"),
    Case("General", "2.5E0", "2.5"), Case("General", ".5", "0.5"), Case("General", "5.", "5"),
    Case("General", "+5", "5"), Case("General", "1,5", "1,5"), Case("General", "0x10", "0x10"),
    Case("General", "NaN", "NaN"), Case("General", "1e", "1e"), Case("General", "-", "-"),
  ]

  static let patterns = [
    Case("00000", "0", "00000"), Case("00000;-00000", "1067", "01067"),
    Case("[Red]00000", "1067", "01067"), Case("[$-407]00000", "1067", "01067"),
    Case("[<=9999999]###\\-####;\\(###\\)\\ ###\\-####", "5550123", "555-0123"),
    Case("[<=9999999]###\\-####;\\(###\\)\\ ###\\-####", "2025550123", "(202) 555-0123"),
    Case("[<100000]00000;00000\\-0000", "123456789", "12345-6789"),
    Case("[<100000]00000;00000\\-0000", "1067", "01067"), Case("\"D-\"00000", "1067", "D-01067"),
    Case("\"L-\"000000", "42", "L-000042"), Case("00 00 00", "123456", "12 34 56"),
    Case("+00 000 0000000", "493012345678", "+49 301 2345678"),
    Case("00000", "12.5", "12.5"), Case("00000", "-5", "-5"), Case("00000_)", "7", "00007"),
    Case("\"№ \"0", "7", "№ 7"), Case("000", "1E+3", "1000"),
  ]

  @Test(
    "A number is shown by its format where that changes its meaning",
    arguments: dates + plain + patterns)
  func rendered(row: Case) {
    #expect(render(row.value, NumberFormat(code: row.format)).text == row.text)
  }

  /// - Source: ECMA-376 part 1, 18.8.30.
  static let builtIn: [(ids: [Int], value: String, text: String)] = [
    ([0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 37, 38, 39, 40, 48, 49, 163], "46098.5", "46098.5"),
    ([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 54, 57, 58], "46098", "2026-03-17"),
    ([18, 19, 20, 21, 32, 33, 45, 47], "0.5", "12:00:00"),
    ([22], "46098.5", "2026-03-17T12:00:00"), ([46], "1.5", "36:00:00"),
    ([34, 35, 52, 53, 55, 56], "46098", "2026-03-17"),
    ([34, 35, 52, 53, 55, 56], "0.5", "12:00:00"),
    ([34, 35, 52, 53, 55, 56], "46098.5", "2026-03-17T12:00:00"),
  ]

  @Test("Built-in formats, those of East Asian versions too", arguments: builtIn)
  func builtInFormat(row: (ids: [Int], value: String, text: String)) {
    for id in row.ids {
      #expect(render(row.value, NumberFormat(builtIn: id)).text == row.text, "format \(id)")
    }
  }

  @Test("Dates of 1904 end with the same year as those of 1900")
  func dates1904() {
    let format = NumberFormat(code: "yyyy-mm-dd")
    #expect(render("2957003", format, uses1904: true).text == "9999-12-31")
    #expect(render("2957004", format, uses1904: true).text == "2957004")
    #expect(render("60", format, uses1904: true).text == "1904-03-01")
    #expect(render("0.5", NumberFormat(code: "h:mm"), uses1904: true).text == "12:00:00")
  }

  static let losses: [(value: String, format: String, loss: NumberText.Loss?)] = [
    ("123456789012345", "General", nil), ("1234567890123456", "0", .digits),
    ("1.2345678901234568E+18", "General", .digits), ("4.91702E+11", "General", .shortened),
    ("4.9170E+11", "General", nil), ("491702000000", "General", nil),
    ("4.91701234567E+11", "General", nil), ("1E+12", "General", nil),
    ("1.23456E+5", "General", nil), ("0.12345678901234567", "General", nil),
    ("1234567890123456", "00000", .digits), ("-1234567890123456", "0", .digits),
  ]

  @Test("Numbers that may have lost digits are told", arguments: losses)
  func loss(row: (value: String, format: String, loss: NumberText.Loss?)) {
    #expect(render(row.value, NumberFormat(code: row.format)).loss == row.loss)
  }

  @Test("Any text is a format, and any number is shown")
  func anyCode() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SplitMix64(seed: seed)
    let letters = Array("ymdhsAMPGgeb0#?.,;@[]<>=\"\\_*/-:% $€-407Red1Eneral上午")
    for _ in 0..<1000 {
      let code = String(
        (0..<generator.next() % 20).map { _ in
          letters[Int(generator.next() % UInt64(letters.count))]
        })
      let format = NumberFormat(code: code)
      let texts = ["0", "46098.5", "-1", "1E+15"].map { render($0, format).text }
      #expect(!texts.contains(""), "seed \(seed): \(code)")
    }
  }

  private func render(
    _ value: String, _ format: NumberFormat, uses1904: Bool = false
  ) -> (text: String, loss: NumberText.Loss?) {
    var numbers = NumberText(usesDates1904: uses1904, decimalMark: UInt8(ascii: "."))
    Array(value.utf8).withUnsafeBufferPointer { numbers.render($0, as: format) }
    return (String(decoding: numbers.output, as: UTF8.self), numbers.loss)
  }
}
