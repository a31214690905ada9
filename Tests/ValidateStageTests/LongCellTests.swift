import LeadModel
import Testing
import ValidateStage

@Suite("Cells of a megabyte are judged like others, and quoted in short")
struct LongCellTests {
  @Test(
    "a finding quotes the beginning of what it is about",
    arguments: ["email", "phone", "country", "website", "created_at", "employees", "landing_url"],
    ["a", "1", "\"(", "é", "%7B", "@"])
  func excerpt(field: String, piece: String) throws {
    let cell = String(repeating: piece, count: (1 << 20) / piece.utf8.count)
    let result = RecordCheck.check(
      kind: .lead, fields: [field: cell, "full_name": "Ann Example", "company": "Example Ltd"],
      defaultCountry: "GB", asOf: Timestamp(seconds: 1_800_000_000))
    let finding = try #require(result.findings.first { [field, "utm_source"].contains($0.field) })
    #expect(finding.value.utf8.count < 500)
    #expect(finding.message.utf8.count < 1000)
    #expect(finding.value.isEmpty || finding.message.contains(finding.value))
    #expect(finding.value.isEmpty || finding.value.hasSuffix("…"))
  }
}
