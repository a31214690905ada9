import LeadModel
import Phone
import Testing

@Suite("A telephone number in a record without a country")
struct PhoneWithoutCountryTests {
  @Test("a number of North America as it is written at home is no other country's")
  func northAmerica() {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix64(seed: seed)
    let examiner = PhoneExaminer()
    for _ in 0..<3_000 {
      let area = Int.random(in: 200...999, using: &random)
      let exchange = Int.random(in: 200...999, using: &random)
      let line = Int.random(in: 1000...9999, using: &random)
      for cell in [
        "\(area)-\(exchange)-\(line)", "(\(area))\(exchange)-\(line)",
        "(\(area)) \(exchange)-\(line)",
        "\(area).\(exchange).\(line)", "\(area)\(exchange)\(line)", "\(area) \(exchange)\(line)",
        "\(area)-\(exchange)-\(line)x12", "Tel. (\(area)) \(exchange)-\(line)",
      ] {
        let verdict = examiner.examine(cell, region: nil)
        #expect(verdict.outcome == .noCountry, "\(cell), seed \(seed)")
        #expect(verdict.e164.isEmpty)
      }
    }
  }

  @Test(
    "gaps or brackets that cut off something else than the code speak against it",
    arguments: [
      "609-620-02131", "(11) 98765-4321", "495 123 45 67", "91 98 765 43210 1",
    ])
  func cut(cell: String) {
    let verdict = PhoneExaminer(cacheSlots: 4).examine(cell, region: nil)
    #expect(verdict.outcome == .noCountry)
  }

  @Test(
    "a code that stands apart, or digits without a gap, may have lost their plus",
    arguments: [
      ("44 20 7946 0018", "+442079460018"), ("44-20-7946-0018", "+442079460018"),
      ("(44) 20 7946 0018", "+442079460018"), ("4420 7946 0018", "+442079460018"),
      ("442079460018", "+442079460018"), ("45 42 73 13 09", "+4542731309"),
      ("1-212-736-5000", "+12127365000"), ("1 (212) 736-5000", "+12127365000"),
      ("7 495 123 45 67", "+74951234567"),
    ])
  func withCode(cell: String, taken: String) {
    let examiner = PhoneExaminer(cacheSlots: 2)
    // The same digits in other groups are another question.
    _ = examiner.examine("442-079-460018", region: nil)
    let verdict = examiner.examine(cell, region: nil)
    #expect(verdict.e164 == taken)
    #expect(verdict.repairs == .lostPlus)
  }
}
