import LeadModel
import Testing
import Validation

@Suite("Consent records and free text are held against the law")
struct ConsentRecordTests {
  private static let asOf = Timestamp(seconds: 1_793_599_200)
  private static func days(_ count: Int) -> Timestamp { asOf.adding(days: count) }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var at = -10
    var confirmed: Int? = -10
    var expires: Int?
    var channel = "email"
    var purpose = "marketing"
    var basis: String? = "consent"
    var faults: [ConsentRecordCheck.Fault] = []

    init(_ name: String, _ faults: [ConsentRecordCheck.Fault], _ change: (inout Case) -> Void) {
      testDescription = name
      self.faults = faults
      change(&self)
    }
  }

  static let cases: [Case] = [
    Case("complete", []) { _ in },
    Case("ended yesterday", [.expired]) { $0.expires = -1 },
    Case("ends tomorrow", []) { $0.expires = 1 },
    Case("as old as may be", []) { ($0.at, $0.confirmed) = (-730, -730) },
    Case("too old", [.olderThan(days: 730)]) { ($0.at, $0.confirmed) = (-731, -731) },
    Case("confirmed before it was given", [.confirmedBefore(days(-20))]) { $0.confirmed = -20 },
    Case("confirmed after the run", [.confirmedAhead(days(5))]) { $0.confirmed = 5 },
    Case("ended before it began", [.expired, .endedBefore(days(-20))]) { $0.expires = -20 },
    Case("never confirmed", [.unconfirmed]) { $0.confirmed = nil },
    Case("a telephone number needs no link", []) { ($0.channel, $0.confirmed) = ("phone", nil) },
    Case("without a basis", [.withoutBasis]) { $0.basis = nil },
    Case("legitimate interests for e-mail", [.basisDoesNotCarry]) {
      $0.basis = "legitimate_interests"
    },
    Case("a contract for service messages", []) {
      ($0.basis, $0.purpose) = ("contract", "service")
    },
    Case("legitimate interests for a call", []) {
      ($0.basis, $0.channel) = ("legitimate_interests", "phone")
    },
  ]

  @Test("by the law of the country another basis carries some, all or none, and consent may end")
  func law() {
    func faults(
      _ basis: String, at: Int = -10, _ change: (inout MarketingLaw.Rule) -> Void
    ) -> [ConsentRecordCheck.Fault] {
      var check = ConsentRecordCheck(at: Self.days(at))
      (check.channel, check.basis, check.confirmedAt) = ("email", basis, Self.days(at))
      var rule = MarketingLaw.Rule()
      change(&rule)
      check.rule = rule
      return check.faults(asOf: Self.asOf, maxAgeDays: 730)
    }
    #expect(faults("contract") { _ in } == [.basisDoesNotCarry])
    #expect(faults("contract") { $0.allowsCustomers = true } == [.basisCarries(["customers"])])
    #expect(faults("public_task") { $0.allowsCustomers = true } == [.basisDoesNotCarry])
    #expect(faults("contract") { $0.businesses = .optOut } == [.basisCarries(["businesses"])])
    #expect(faults("contract") { ($0.consumers, $0.businesses) = (.optOut, .optOut) } == [])
    func implied(_ rule: inout MarketingLaw.Rule) {
      (rule.consumers, rule.businesses, rule.purchaseDays) = (.implied, .implied, 100)
    }
    #expect(faults("contract", implied) == [])
    #expect(faults("contract", at: -101, implied) == [.olderThan(days: 100)])
    #expect(faults("public_task", implied) == [.basisDoesNotCarry])
    #expect(faults("consent", at: -101) { $0.consentDays = 100 } == [.olderThan(days: 100)])
    #expect(
      faults("consent") { ($0.consumers, $0.businesses) = (.written, .written) }
        == [.withoutWording])
  }

  @Test("what a consent record lacks is said", arguments: cases)
  func records(test: Case) {
    var check = ConsentRecordCheck(at: Self.days(test.at))
    check.confirmedAt = test.confirmed.map(Self.days)
    check.expiresAt = test.expires.map(Self.days)
    check.channel = test.channel
    check.purpose = test.purpose
    check.basis = test.basis
    #expect(check.faults(asOf: Self.asOf, maxAgeDays: 730) == test.faults)
  }

  private static let words = SpecialCategories([
    ("health", ["schwanger*", "silla de ruedas", "cancer", "malattia", "gr\u{E1}vida", "ziek"]),
    ("religion", ["catholique*"]),
  ])

  private static func found(_ text: String) -> String {
    var scratch: [UInt8] = []
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer {
      words.listed(words.categories(in: $0, scratch: &scratch))
    }
  }

  @Test(
    "special categories are found in free text",
    arguments: [
      ("Frau B. ist SCHWANGER, erst 2027 anrufen", "health"), ("Schwangerschaft", "health"),
      ("est\u{E1} en silla  de ruedas.", "health"), ("silla de oficina", ""),
      ("Cancer, treated", "health"), ("Cancerous", ""),
      ("\u{E9} catholique et malattia", "health, religion"),
      ("GRAVIDA", "health"), ("ziekenhuis", ""), ("", ""), ("s", ""), ("calls back on Monday", ""),
    ])
  func specialCategories(text: String, expected: String) {
    #expect(Self.found(text) == expected)
  }

  @Test("a phrase is harmless as far as it goes")
  func harmless() {
    let words = SpecialCategories(
      [("health", ["cancer", "cancer patient*"])],
      harmless: ["tropic of cancer", "cancer research*"])
    func found(_ text: String) -> Bool {
      var scratch: [UInt8] = []
      return Array(text.utf8).withUnsafeBufferPointer {
        words.categories(in: $0, scratch: &scratch) != 0
      }
    }
    #expect(!found("the Tropic of Cancer"))
    #expect(!found("cancer researchers"))
    #expect(found("Tropic of Cancer; has cancer"))
    #expect(found("tropic of cancer patients"))
  }

  @Test("a megabyte of half a word holds none")
  func hostileText() {
    for piece in ["schwange", "silla de ", "\u{0}", "\u{E1}", "a "] {
      let text = String(repeating: piece, count: (1 << 20) / piece.utf8.count)
      #expect(Self.found(text) == "")
      #expect(Self.found("schwanger " + text) == "health")
    }
  }
}
