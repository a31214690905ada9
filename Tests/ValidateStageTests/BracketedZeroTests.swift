import LeadModel
import Testing
import ValidateStage

@Suite("A zero in brackets behind a country's code")
struct BracketedZeroTests {
  private static func check(_ phone: String) -> (stored: String?, findings: [Finding]) {
    let result = RecordCheck.check(
      kind: .lead, fields: ["email": "ann@acme.com", "phone": phone], defaultCountry: "DE",
      asOf: Timestamp(seconds: 1_790_000_000))
    return (
      result.normalised.first { $0.field == "phone" }?.value,
      result.findings.filter { $0.field == "phone" }
    )
  }

  @Test(
    "the number without it is suggested where the country has none",
    arguments: [
      ("+34 (0) 912 345 678", "+34912345678"), ("+34(0)912345678", "+34912345678"),
      ("0034 (0) 912 345 678", "+34912345678"), ("+1 (0) 212 736 5000", "+12127365000"),
      ("+351 (0) 21 234 5678", "+351212345678"), ("+45 (0) 32 12 34 56", "+4532123456"),
      ("+48 (0) 22 123 45 67", "+48221234567"), ("+39 (0) 335 123 4567", "+393351234567"),
      ("+420 (0) 601 123 456", "+420601123456"),
    ])
  func suggestion(phone: String, expected: String) {
    let (stored, findings) = Self.check(phone)
    #expect(findings.map(\.suggestion) == [expected], "\(findings)")
    #expect(["VAL020", "VAL021"].contains(findings.first?.code))
    #expect(stored != expected, "what the library makes of it is kept")
    #expect(Self.check(expected).findings.isEmpty)
  }

  @Test(
    "where the country has one, nothing is wrong",
    arguments: [
      ("+49 (0) 30 23125042", "+493023125042"), ("+44 (0)20 7946 0018", "+442079460018"),
      ("+39 (0)6 698 12345", "+390669812345"),
    ])
  func trunkZero(phone: String, expected: String) {
    let (stored, findings) = Self.check(phone)
    #expect(stored == expected && findings.isEmpty, "\(findings)")
  }

  @Test(
    "nothing is suggested where no number is left or no code is named",
    arguments: [
      "+34 (0) 12", "(0) 912 345", "+34 912 (0) 345", "+(0) 912 345 678", "+34 (0)",
    ])
  func none(phone: String) {
    #expect(Self.check(phone).findings.allSatisfy { $0.suggestion == nil })
  }
}
