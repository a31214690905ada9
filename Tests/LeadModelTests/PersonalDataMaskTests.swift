import LeadModel
import Testing

@Suite("Masks of personal data")
struct PersonalDataMaskTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let value: String
    let style: MaskStyle
    let shown: String
    var testDescription: String { "\(value) \(style)" }
  }

  @Test(
    "a value is shown as its style says",
    arguments: [
      Case(value: "anna@example.com", style: .clear, shown: "anna@example.com"),
      Case(value: "anna@example.com", style: .partial, shown: "a***@example.com"),
      Case(value: "@example.com", style: .partial, shown: "@***"),
      Case(value: "+493023125000", style: .partial, shown: "+49********00"),
      Case(value: "+49", style: .partial, shown: "+***"),
      Case(value: "Anna", style: .partial, shown: "A***"),
      Case(value: "Anna Maria  Schmidt", style: .initials, shown: "A. M. S."),
      Case(value: " ", style: .initials, shown: "***"),
      Case(value: "Élodie 王", style: .initials, shown: "É. 王."),
      Case(value: "anything", style: .hidden, shown: "***"),
      Case(value: "", style: .hidden, shown: ""),
    ])
  func styles(_ test: Case) {
    #expect(PersonalDataMask.masked(test.value, style: test.style) == test.shown)
  }

  @Test("a field that the policy does not list is shown in clear")
  func unlisted() {
    let mask = PersonalDataMask(styles: ["email": .hidden])
    #expect(mask.masked("anna@example.com", field: "email") == "***")
    #expect(mask.masked("Example Ltd", field: "company") == "Example Ltd")
  }
}
