import LeadModel
import Store
import Testing
import Workbook

@testable import ReportStage

@Suite struct CellFormatTests {
  struct Case: Sendable {
    let format: CellFormat
    let value: SQLValue
    let words: String
    let cell: CellValue
  }

  @Test(
    "Values are typed in cells and spelt out in sentences",
    arguments: [
      Case(format: .text, value: "=1+1", words: "=1+1", cell: .text("=1+1")),
      Case(format: .text, value: nil, words: "n/a", cell: .blank),
      Case(format: .count, value: 1_234_567, words: "1,234,567", cell: .integer(1_234_567)),
      Case(format: .count, value: -1_234, words: "-1,234", cell: .integer(-1_234)),
      Case(format: .count, value: 999, words: "999", cell: .integer(999)),
      Case(format: .percent, value: 0.9345, words: "93.5%", cell: .number(0.9345)),
      Case(format: .percent, value: 1, words: "100.0%", cell: .integer(1)),
      Case(format: .percent, value: -0.0001, words: "0.0%", cell: .number(-0.0001)),
      Case(format: .money, value: 123_456_78, words: "123,457", cell: .number(123_456.78)),
      Case(format: .money, value: -49, words: "0", cell: .number(-0.49)),
      Case(format: .decimal, value: 2.25, words: "2.3", cell: .number(2.25)),
      Case(
        format: .date, value: 1_793_599_200, words: "2026-11-02",
        cell: .date(Timestamp(seconds: 1_793_599_200).date)),
      Case(
        format: .time, value: 1_793_599_200, words: "2026-11-02T06:00",
        cell: .time(Timestamp(seconds: 1_793_599_200))),
      Case(
        format: .date, value: "2026-11-02", words: "2026-11-02",
        cell: .date(Timestamp(seconds: 1_793_599_200).date)),
      Case(format: .date, value: "soon", words: "soon", cell: .text("soon")),
    ])
  func formats(_ test: Case) {
    #expect(test.format.words(test.value) == test.words)
    #expect(test.format.cell(test.value) == test.cell)
  }

  @Test(
    "A light is told by its two limits, whichever way is good",
    arguments: [
      (0.9, 0.7, 0.9, LightState.good), (0.9, 0.7, 0.89, .watch), (0.9, 0.7, 0.69, .act),
      (31, 60, 31, .good), (31, 60, 32, .watch), (31, 60, 61, .act), (0, 1, 0, .good),
    ])
  func lights(good: Double, watch: Double, value: Double, expected: LightState) {
    #expect(Light(good: good, watch: watch).state(of: value) == expected)
  }

  @Test(
    "Lines are counted as words wrap",
    arguments: [
      ("", 10.0, 1), ("one two", 10, 1), ("one two three", 10, 2), ("abcdefghijklmnop", 5, 4),
      ("a\nb", 10, 2),
    ])
  func lines(text: String, width: Double, expected: Int) {
    #expect(TextMeasure.lines(of: text, width: width) == expected)
  }
}
