import LeadModel
import Testing
import ValidateStage

@Suite("Messages say what was found and what to do")
struct MessageTests {
  /// 2026-09-21
  private static let asOf = Timestamp(seconds: 1_790_000_000)

  private static func messages(_ fields: [String: String], _ field: String) -> [String] {
    let grant = ["consent_status": "granted", "consent_source": "web", "country": "DE"]
    return RecordCheck.check(
      kind: .lead,
      fields: ["email": "ann@acme.com"].merging(fields) { $1 }
        .merging(fields["consent_at"] == nil ? [:] : grant) { $1 },
      defaultCountry: nil, asOf: asOf
    ).findings.filter { $0.field == field }.map(\.message)
  }

  @Test(
    "of dates",
    arguments: [
      (
        ["created_at": "9999-12-31"], "created_at",
        "9999-12-31 lies after the date of the run; check the year"
      ),
      (
        ["created_at": "2026-11-02"], "created_at",
        "2026-11-02 lies after the date of the run; check the order of day and month"
      ),
      (
        ["created_at": "2026-09-25"], "created_at",
        "2026-09-25 lies after the date of the run; correct it or clear the cell"
      ),
      (
        ["consent_at": "2027-01-01"], "consent_at",
        "the date of the consent, 2027-01-01, lies after the date of the run; check the year"
      ),
      (
        ["consent_at": "2026-01-01", "consent_expires_at": "2026-02-01"], "consent_expires_at",
        "the consent has ended on 2026-02-01; ask for it anew"
      ),
    ])
  func dates(fields: [String: String], field: String, expected: String) {
    #expect(Self.messages(fields, field) == [expected])
  }

  @Test("of numbers below nothing, which no record keeps")
  func negatives() {
    for (field, value) in [("employees", "-5"), ("annual_revenue", "-5"), ("employees", "− 12")] {
      let messages = Self.messages([field: value], field)
      #expect(messages.count == 1 && messages[0].contains("is negative, expected"), "\(messages)")
    }
    #expect(Self.messages(["employees": "5.5"], "employees")[0].contains("is no whole number"))
    #expect(Self.messages(["employees": "5-9"], "employees")[0].contains("is a range"))
  }
}
