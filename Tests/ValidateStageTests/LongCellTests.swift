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

  @Test("what is longer than any value counts as empty, and of free text the beginning is taken")
  func cutOff() throws {
    let long = String(repeating: "é", count: 100_000)
    let result = RecordCheck.check(
      kind: .lead,
      fields: [
        "full_name": "Ann Example", "email": "ann@example.com", "company": long, "notes": long,
        "country": long, "consent_status": long, "landing_url": "https://example.com/?q=" + long,
      ], defaultCountry: "GB", asOf: Timestamp(seconds: 1_800_000_000))
    let long9 = result.findings.filter { $0.code == "VAL009" }.map(\.field).sorted()
    #expect(long9 == ["company", "country", "landing_url", "notes"])
    #expect(result.findings.contains { $0.code == "VAL030" }, "a refusal may be in it")
    let values = Dictionary(result.normalised.map { ($0.field, $0.value) }) { $1 }
    #expect(values["company"] == nil && values["landing_url"] == nil)
    #expect(values["notes"]?.utf8.count == 131_068)
    #expect(values["notes"]?.allSatisfy { $0 == "é" } == true)
  }
}
