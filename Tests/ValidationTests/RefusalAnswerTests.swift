import LeadModel
import LeadmillTestSupport
import Testing
import Validation

@Suite("Answers in columns of refusals")
struct RefusalAnswerTests {
  private func read(_ text: String) -> RefusalAnswer {
    var text = text
    return text.withUTF8 { RefusalAnswer.read($0) }
  }

  @Test(
    "a yes in any language, a sign and a word for a refusal refuse",
    arguments: [
      "yes", "Y", "TRUE", "1", "x", "✓", "ja", "Oui", "sì", "WAHR", "unsubscribed", "Opted out",
      "abgemeldet", "désabonné", "do not contact", "withdrawn", "03/04/2026",
    ])
  func refused(text: String) { #expect(read(text) == .refused(since: nil), "\(text)") }

  @Test(
    "a no, and a word for the contrary, refuse nothing",
    arguments: [
      "", "no", "N", "false", "0", "nein", "não", "FALSCH", "-", "subscribed", "opted in",
      "not unsubscribed", "nicht abgemeldet", "not opted out", "n/a",
    ])
  func none(text: String) { #expect(read(text) == .none, "\(text)") }

  @Test("a date is since when")
  func date() {
    #expect(read("2026-10-05") == .refused(since: Timestamp(seconds: 1_791_158_400)))
    #expect(read("25.10.2026") == .refused(since: Timestamp(seconds: 1_792_886_400)))
  }

  @Test(
    "anything else is not known",
    arguments: [
      "perhaps", "7", "2 campaigns", "see notes", "?", "no?", "false?", "pending", "unknown",
    ])
  func unknown(text: String) { #expect(read(text) == .unknown, "\(text)") }
}
