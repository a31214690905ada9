import LeadModel
import Testing
import ValidateStage

@Suite("Suggestions for dates and texts keep what the cell says")
struct CheckedValueTests {
  private static func check(_ field: String, _ value: String) -> RecordCheck.Result {
    RecordCheck.check(
      kind: .lead, fields: ["email": "ann@acme.com", field: value], defaultCountry: nil,
      asOf: Timestamp(seconds: 1_790_000_000))
  }

  @Test(
    "a day number is suggested with its time of day, and means the same then",
    arguments: [
      ("46000", "2025-12-09"), ("46000.5", "2025-12-09 12:00"), ("46000,25", "2025-12-09 06:00"),
      ("46000.0001157", "2025-12-09 00:00:10"),
    ])
  func dayNumbers(written: String, suggestion: String) throws {
    let result = Self.check("created_at", written)
    let finding = try #require(result.findings.first { $0.code == "VAL061" })
    #expect(finding.suggestion == suggestion)
    let again = Self.check("created_at", suggestion)
    #expect(!again.findings.contains { $0.field == "created_at" })
    #expect(
      again.normalised.first { $0.field == "created_at" }?.value
        == result.normalised.first { $0.field == "created_at" }?.value)
  }

  @Test(
    "a cell of nothing but a web page's blanks has no suggestion", arguments: ["&nbsp;", "&#32;"])
  func blanks(written: String) throws {
    let finding = try #require(
      Self.check("first_name", written).findings.first { $0.code == "VAL216" })
    #expect(finding.suggestion == nil)
    #expect(Self.check("company", "AT&amp;T").findings.contains { $0.suggestion == "AT&T" })
  }
}
