import Governance
import Testing

@Suite("Erasure requests")
struct ErasureRequestTests {
  @Test(
    "a line names a person by e-mail or number, or is refused",
    arguments: [
      ("anna@example.com", "email:anna@example.com"),
      ("  Anna@Example.COM\t", "email:anna@example.com"),
      ("email: anna@example.com", "email:anna@example.com"),
      ("+49 30 23125-000", "phone:+493023125000"),
      ("phone:+49 (30) 23125 000", "phone:+493023125000"),
      ("030 23125000", nil), ("+49", nil), ("+1234567890123456", nil), ("anna", nil), ("", nil),
      ("anna@", nil), ("a b@example.com", nil), ("anna@example.com,bob@example.com", nil),
      ("anna@bob@example.com", nil),
    ] as [(String, String?)])
  func lines(line: String, text: String?) {
    #expect(ErasureRequest(line: line)?.text == text)
  }
}
