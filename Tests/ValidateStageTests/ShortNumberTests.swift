import LeadModel
import Testing
import ValidateStage

@Suite("Numbers that are too short say why")
struct ShortNumberTests {
  private static func check(_ phone: String, _ country: String) -> RecordCheck.Result {
    RecordCheck.check(
      kind: .lead, fields: ["email": "ann@acme.com", "phone": phone, "country": country],
      defaultCountry: nil, asOf: Timestamp(seconds: 1_790_000_000))
  }

  @Test(
    "what reaches no person is told as that, and is no number of a lead",
    arguments: [
      ("110", "DE", "for emergencies in DE"), ("112", "DE", "for emergencies in DE"),
      ("911", "US", "for emergencies in US"), ("999", "GB", "for emergencies in GB"),
      ("1 12", "FR", "for emergencies in FR"), ("117", "CH", "for emergencies in CH"),
      ("116117", "DE", "of a service in DE"), ("118 33", "DE", "of a service in DE"),
      ("115", "DE", "of a service in DE"), ("411", "US", "of a service in US"),
    ])
  func short(phone: String, country: String, said: String) throws {
    let result = Self.check(phone, country)
    let finding = try #require(result.findings.first { $0.field == "phone" })
    #expect(finding.code == "VAL020" && finding.message.contains(said), "\(finding)")
    #expect(!result.written.contains { $0.field == "phone" })
    #expect(result.written.first { $0.field == "phone_status" }?.value == "invalid")
  }

  @Test(
    "others lack what they lack",
    arguments: [
      ("+361234567", "HU", "add the missing digits"),
      ("+822212345", "KR", "add the missing digits"),
      ("5551234", "US", "lacks its area code"),
      ("22712", "CH", "add the missing digits"),
    ])
  func cut(phone: String, country: String, said: String) throws {
    let finding = try #require(
      Self.check(phone, country).findings.first { $0.field == "phone" })
    #expect(finding.message.contains(said), "\(finding)")
    #expect(!finding.message.contains("short number"))
  }

  @Test("numbers that are short and somebody's stay")
  func valid() {
    for (phone, country) in [("030 110", "DE"), ("+299 22 12 34", "GL"), ("+290 23456", "SH")] {
      let result = Self.check(phone, country)
      #expect(result.written.contains { $0.field == "phone" }, "\(phone): \(result.findings)")
    }
  }
}
