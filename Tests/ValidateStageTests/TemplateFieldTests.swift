import LeadModel
import Testing
import ValidateStage

@Suite("A template field that nobody filled in is no value, and is told")
struct TemplateFieldTests {
  private static func check(_ field: String, _ value: String) -> RecordCheck.Result {
    RecordCheck.check(
      kind: .lead, fields: ["email": "ann@acme.com", field: value], defaultCountry: nil,
      asOf: Timestamp(seconds: 1_790_000_000))
  }

  @Test(
    "of a company, job title, street or city",
    arguments: ["company", "job_title", "street", "city"],
    ["{{company.name}}", "%COMPANY%", "*|COMPANY|*", "${x}", "[object Object]", "NaN", "undefined"])
  func described(field: String, value: String) {
    let result = Self.check(field, value)
    let stored = ["company", "company_name", "job_title", "street", "city"]
    #expect(!result.normalised.contains { stored.contains($0.field) }, "\(result.normalised)")
    #expect(result.findings.filter { $0.code == "VAL212" && $0.field == field }.count == 1)
  }

  @Test(
    "of a name, also beside another", arguments: ["first_name", "last_name", "full_name"],
    [
      "[First Name]", "«Vorname»", "(First Name)", "[object Object]", "NaN", "~Contact.FirstName~",
      "undefined", "[[name]]", "@@name@@",
    ])
  func names(field: String, value: String) {
    var fields = ["email": "ann@acme.com", field: value]
    if field == "first_name" { fields["last_name"] = "Bell" }
    let result = RecordCheck.check(
      kind: .lead, fields: fields, defaultCountry: nil, asOf: Timestamp(seconds: 1_790_000_000))
    #expect(!result.normalised.contains { $0.field == field }, "\(result.normalised)")
    #expect(result.findings.filter { $0.code == "VAL205" && $0.field == field }.count == 1)
    #expect(!result.findings.contains { $0.code == "VAL200" })
  }

  @Test("a name or a company that only looks like one stays")
  func names() {
    for value in ["Nan", "Ann", "Uma"] {
      #expect(
        Self.check("first_name", value).normalised.contains {
          $0.field == "first_name" && $0.value == value
        })
    }
    for value in ["[solidcore]", "(RED)", "«Ромашка»", "%Arabica", "Nan", "100% Design"] {
      #expect(
        Self.check("company", value).normalised.contains {
          $0.field == "company" && $0.value == value
        })
    }
  }
}
