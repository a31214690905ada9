import Governance
import LeadModel
import Testing

func instant(_ text: String) throws -> Timestamp {
  try #require(Timestamp(iso: text))
}

@Suite("Policies")
struct PolicySetTests {
  let policies = PolicySet(
    consent: ConsentPolicy(
      severity: .warn, countries: CountryGroup.eea.countries, coversUnknownCountry: true),
    retention: RetentionPolicy(severity: .info, days: 365, action: .report),
    provenance: ProvenancePolicy(fields: [
      .init(name: "lead_source", severity: .warn), .init(name: "consent_source", severity: .block),
    ]))

  static let granted = "granted 2026-01-01"

  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    var country: String? = "DE"
    var hasEmail = true
    /// `decision [date] [channel] [until date]`, one a statement.
    var consent = [PolicySetTests.granted]
    var filled: Set<String> = ["lead_source", "consent_source"]
    var lastActivity = "2026-06-01"
    var isErased = false
    let violations: [String]
    var next: String? = "2027-06-01"
    var testDescription: String { id }
  }

  static func statement(_ text: String) throws -> ConsentStatement {
    let words = text.split(separator: " ").map(String.init)
    let end = try words.firstIndex(of: "until").map { try instant(words[$0 + 1]) }
    return ConsentStatement(
      channels: [words.compactMap(Channel.init(rawValue:)).first ?? .email],
      decision: try #require(ConsentDecision(rawValue: words[0])),
      at: words.count > 1 ? Timestamp(iso: words[1]) : nil, expiresAt: end)
  }

  @Test(
    "a person breaches what they breach at the date",
    arguments: [
      Case(id: "all in order", violations: []),
      Case(
        id: "never asked", consent: ["not_asked"],
        violations: ["consent_required warn DE: no consent on record"]),
      Case(
        id: "unknown country counts as covered", country: nil, consent: [],
        violations: ["consent_required warn unknown country: no consent on record"]),
      Case(id: "country outside the policy", country: "US", consent: [], violations: []),
      Case(id: "no address, nothing to consent to", hasEmail: false, consent: [], violations: []),
      Case(
        id: "withdrawn later", consent: [granted, "withdrawn 2026-02-01"],
        violations: ["consent_required warn DE: consent was withdrawn"]),
      Case(
        id: "granted again", consent: ["withdrawn 2026-02-01", "granted 2026-03-01"],
        violations: []),
      Case(
        id: "both at once", consent: ["withdrawn 2026-02-01", "granted 2026-02-01"],
        violations: ["consent_required warn DE: consent was withdrawn"]),
      Case(
        id: "for another channel only", consent: ["granted 2026-01-01 sms"],
        violations: ["consent_required warn DE: no consent on record"]),
      Case(id: "for any channel", consent: ["granted 2026-01-01 any"], violations: []),
      Case(
        id: "without a date", consent: ["granted"],
        violations: ["consent_required warn DE: consent without a date"]),
      Case(
        id: "given tomorrow", consent: ["granted 2026-11-22"],
        violations: ["consent_required warn DE: no consent on record"]),
      Case(
        id: "runs out soon", consent: ["granted 2026-01-01 until 2026-12-01"], violations: [],
        next: "2026-12-01"),
      Case(
        id: "ran out today", consent: ["granted 2026-01-01 until 2026-11-21"],
        violations: ["consent_required warn DE: consent expired on 2026-11-21"]),
      Case(
        id: "kept too long", lastActivity: "2025-11-21",
        violations: [
          "retention info no activity since 2025-11-21, kept for 365 days at most"
        ], next: nil),
      Case(
        id: "kept to the last day", lastActivity: "2025-11-22", violations: [], next: "2026-11-22"),
      Case(
        id: "nobody says where it came from", filled: [],
        violations: [
          "provenance_required.consent_source block no consent_source on record",
          "provenance_required.lead_source warn no lead_source on record",
        ]),
      Case(
        id: "no consent, no source of it", country: "US", consent: [], filled: ["lead_source"],
        violations: []),
      Case(
        id: "erased", consent: [], filled: [], lastActivity: "2000-01-01", isErased: true,
        violations: [], next: nil),
    ])
  func assessments(_ test: Case) throws {
    let person = GovernedPerson(
      country: test.country, hasEmail: test.hasEmail,
      consent: try test.consent.map(Self.statement), filledFields: test.filled,
      lastActivityAt: try instant(test.lastActivity), isErased: test.isErased)
    let found = policies.assess(person, asOf: try instant("2026-11-21"))
    #expect(
      found.violations.map { "\($0.policy) \($0.severity) \($0.detail)" } == test.violations)
    #expect(found.nextLookAt.map { "\($0.date)" } == test.next)
  }

  @Test("retention erases only where the policy says so")
  func erasing() throws {
    let person = GovernedPerson(
      country: "US", hasEmail: true, consent: [], filledFields: [],
      lastActivityAt: try instant("2020-01-01"), isErased: false)
    for (action, erases) in [(RetentionPolicy.Action.report, false), (.erase, true)] {
      let set = PolicySet(
        consent: nil, retention: RetentionPolicy(severity: .warn, days: 365, action: action),
        provenance: nil)
      #expect(set.erases(set.assess(person, asOf: try instant("2026-11-21"))) == erases)
      #expect(!set.erases(set.assess(person, asOf: try instant("2020-02-01"))))
    }
  }

  @Test("groups stand for their countries and codes for themselves")
  func countries() {
    #expect(CountryGroup.eu.countries.count == 27)
    #expect(CountryGroup.countries(named: "EEA")?.count == 30)
    #expect(CountryGroup.countries(named: "UK") == ["GB"])
    #expect(CountryGroup.countries(named: "CH") == ["CH"])
    #expect(CountryGroup.countries(named: "Europe") == nil)
    #expect(CountryGroup.countries(named: "ch") == nil)
  }

  @Test(
    "the gate shuts above its limits",
    arguments: [
      (atMost: 0, percent: nil, blocking: 0, people: 10, isOpen: true),
      (atMost: 0, percent: nil, blocking: 1, people: 10, isOpen: false),
      (atMost: nil, percent: 5, blocking: 5, people: 100, isOpen: true),
      (atMost: nil, percent: 5, blocking: 6, people: 100, isOpen: false),
      (atMost: nil, percent: 5, blocking: 0, people: 0, isOpen: true),
      (atMost: 100, percent: 5, blocking: 6, people: 100, isOpen: false),
      (atMost: nil, percent: nil, blocking: 100, people: 100, isOpen: true),
    ] as [(Int?, Double?, Int, Int, Bool)])
  func gate(atMost: Int?, percent: Double?, blocking: Int, people: Int, isOpen: Bool) {
    let gate = GovernanceGate(atMost: atMost, atMostPercent: percent)
    #expect((gate.refusal(blocking: blocking, people: people) == nil) == isOpen)
  }
}
