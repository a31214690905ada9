import LeadModel
import Testing

@testable import Sequencing

private let asOf = Timestamp(seconds: 1_793_599_200)  // Monday 2026-11-02T06:00:00Z

private func days(_ count: Int) -> Timestamp { asOf.adding(days: count) }

private func grant(_ at: Timestamp?, channel: Channel = .any) -> ConsentEvidence {
  ConsentEvidence(
    status: .granted, at: at, channels: [channel], purpose: "marketing", source: "form")
}

private func refusal(
  _ at: Timestamp?, _ status: ConsentEvidence.Status = .withdrawn, channel: Channel = .any,
  purpose: String = ""
) -> ConsentEvidence {
  ConsentEvidence(status: status, at: at, channels: [channel], purpose: purpose, source: "mail")
}

private func person() -> RecipientFacts {
  var facts = RecipientFacts()
  facts.email = "a@example.com"
  facts.emailStatus = "valid"
  facts.mxStatus = "deliverable"
  facts.phone = "+447700900123"
  facts.phoneStatus = "valid"
  facts.consent = [grant(days(-10))]
  facts.zone = .utc
  return facts
}

private func message(_ channel: Channel = .email) -> MessageFacts {
  MessageFacts(
    channel: channel, purpose: "marketing", enrolledAt: days(-5), stopsOn: [.reply, .converted])
}

private func policy() -> GatePolicy {
  var policy = GatePolicy()
  policy.registries = [RegistryState(name: "robinson", snapshotAt: days(-1))]
  policy.consentMaxAgeDays = 730
  policy.transportChannels = [.email]
  return policy
}

private struct Case: Sendable, CustomTestStringConvertible {
  let id: String
  let gate: Gate
  let change: @Sendable (inout RecipientFacts, inout MessageFacts, inout GatePolicy) -> Void

  init(
    _ id: String, _ gate: Gate,
    _ change:
      @escaping @Sendable (inout RecipientFacts, inout MessageFacts, inout GatePolicy) -> Void
  ) {
    self.id = id
    self.gate = gate
    self.change = change
  }

  var testDescription: String { id }
}

private let cases: [Case] = [
  Case("everything known and fine", .allowed) { _, _, _ in },
  Case("erased", .erased) { person, _, _ in person.isErased = true },
  Case("quarantined", .quarantined) { person, _, _ in person.isQuarantined = true },
  Case("no address", .noAddress) { person, _, _ in person.email = nil },
  Case("invalid address", .addressInvalid) { person, _, _ in person.emailStatus = "invalid" },
  Case("null MX", .undeliverable) { person, _, _ in person.mxStatus = "null_mx" },
  Case("no domain", .undeliverable) { person, _, _ in person.mxStatus = "no_domain" },
  Case("DNS deferred", .dnsDeferred) { person, _, _ in person.mxStatus = "deferred" },
  Case("DNS not asked", .allowed) { person, _, _ in person.mxStatus = "not_checked" },
  Case("in a registry", .suppressed) { person, _, _ in
    person.suppressions = [SuppressionHit(registry: "r", channels: [.any], matchedBy: "address")]
  },
  Case("in a registry for another channel", .allowed) { person, _, _ in
    person.suppressions = [SuppressionHit(registry: "r", channels: [.sms], matchedBy: "number")]
  },
  Case("do not disturb", .dnd) { person, _, _ in person.dndChannels = [.email] },
  Case("do not disturb by phone", .allowed) { person, _, _ in person.dndChannels = [.phone] },
  Case("in a registry for its category", .suppressed) { person, _, _ in
    person.suppressions = [
      SuppressionHit(registry: "r", channels: [.any], matchedBy: "address", category: "Marketing")
    ]
  },
  Case("in a registry for another category", .allowed) { person, _, policy in
    policy.purposes = ["marketing", "service"]
    person.suppressions = [
      SuppressionHit(registry: "r", channels: [.any], matchedBy: "address", category: "service")
    ]
  },
  Case("in a registry for a category that nobody knows", .suppressed) { person, _, policy in
    policy.purposes = ["marketing"]
    person.suppressions = [
      SuppressionHit(registry: "r", channels: [.any], matchedBy: "address", category: "energy")
    ]
  },
  Case("a stale registry of another channel", .allowed) { _, _, policy in
    policy.registries.append(
      RegistryState(name: "calls", snapshotAt: days(-40), channels: [.phone]))
  },
  Case("a registry with a limit of its own", .registryStale) { _, _, policy in
    policy.registries.append(RegistryState(name: "own", snapshotAt: days(-8), maxAgeDays: 7))
  },
  Case("no registry at all", .registryStale) { _, _, policy in policy.registries = [] },
  Case("a stale registry", .registryStale) { _, _, policy in
    policy.registries.append(RegistryState(name: "old", snapshotAt: days(-32)))
  },
  Case("a registry of 31 days", .allowed) { _, _, policy in
    policy.registries = [RegistryState(name: "x", snapshotAt: days(-31))]
  },
  Case("a required registry missing", .registryStale) { _, _, policy in
    policy.requiredRegistries = ["dnc"]
  },
  Case("complained", .complained) { person, _, _ in person.stops = [.complaint: days(-400)] },
  Case("unsubscribed", .unsubscribed) { person, _, _ in person.stops = [.unsubscribe: days(-3)] },
  Case("unsubscribed, agreed again later", .allowed) { person, _, _ in
    person.stops = [.unsubscribe: days(-30)]
  },
  Case("unsubscribed and agreed at once", .unsubscribed) { person, _, _ in
    person.stops = [.unsubscribe: days(-10)]
  },
  Case("bounced", .bounced) { person, _, _ in person.stops = [.bounce: days(-100)] },
  Case("replied since enrolment", .replied) { person, _, _ in person.stops = [.reply: days(-5)] },
  Case("replied before enrolment", .allowed) { person, _, _ in person.stops = [.reply: days(-6)] },
  Case("replied to a sequence that goes on", .allowed) { person, message, _ in
    person.stops = [.reply: days(-1)]
    message = MessageFacts(
      channel: .email, purpose: "marketing", enrolledAt: days(-5), stopsOn: [])
  },
  Case("converted", .converted) { person, _, _ in person.stops = [.converted: days(-100)] },
  Case("no evidence", .noConsent) { person, _, _ in person.consent = [] },
  Case("evidence for another purpose", .noConsent) { person, message, _ in
    message = MessageFacts(channel: .email, purpose: "survey", enrolledAt: asOf, stopsOn: [])
  },
  Case("no evidence where none is needed", .allowed) { person, _, policy in
    person.consent = []
    policy.isConsentRequired = false
  },
  Case("declined where none is needed", .noConsent) { person, _, policy in
    person.consent = [refusal(days(-1), .declined)]
    policy.isConsentRequired = false
  },
  Case("withdrawn later", .consentWithdrawn) { person, _, _ in
    person.consent.append(refusal(days(-9)))
  },
  Case("withdrawn at the same time", .consentWithdrawn) { person, _, _ in
    person.consent.append(refusal(days(-10)))
  },
  Case("withdrawn before the grant", .allowed) { person, _, _ in
    person.consent.append(refusal(days(-11)))
  },
  Case("withdrawn without a date", .consentWithdrawn) { person, _, _ in
    person.consent.append(refusal(nil))
  },
  Case("withdrawn for the purpose, spelt otherwise", .consentWithdrawn) { person, _, _ in
    person.consent.append(
      ConsentEvidence(
        status: .withdrawn, at: days(-9), channels: [.any], purpose: "Marketing", source: "mail"))
  },
  Case("withdrawn for what is no message", .allowed) { person, _, _ in
    person.consent.append(refusal(days(-9), purpose: "Web Analytics; cookies"))
  },
  Case("withdrawn for the purpose of another sequence", .allowed) { person, _, policy in
    person.consent.append(refusal(days(-9), purpose: "Survey"))
    policy.purposes = ["marketing", "survey"]
  },
  Case("withdrawn for a purpose that nobody knows", .consentWithdrawn) { person, _, _ in
    person.consent.append(refusal(days(-9), purpose: "Werbung"))
  },
  Case("withdrawn for all", .consentWithdrawn) { person, _, policy in
    person.consent.append(refusal(days(-9), purpose: "alle"))
    policy.purposes = ["marketing", "survey"]
  },
  Case("withdrawn for several purposes", .consentWithdrawn) { person, _, _ in
    person.consent.append(refusal(days(-9), purpose: "analytics / marketing"))
  },
  Case("granted for several purposes", .allowed) { person, _, _ in
    person.consent = [
      ConsentEvidence(
        status: .granted, at: days(-9), channels: [.email], purpose: "Analytics; Marketing",
        source: "form")
    ]
  },
  Case("granted for all, which names nothing", .noConsent) { person, _, _ in
    person.consent = [
      ConsentEvidence(
        status: .granted, at: days(-9), channels: [.email], purpose: "alle", source: "form")
    ]
  },
  Case("withdrawn for another channel", .allowed) { person, _, _ in
    person.consent.append(refusal(days(-1), channel: .sms))
  },
  Case("granted without a date", .noConsent) { person, _, _ in person.consent = [grant(nil)] },
  Case("granted in the future", .noConsent) { person, _, _ in person.consent = [grant(days(1))] },
  Case("granted for another channel", .noConsent) { person, _, _ in
    person.consent = [grant(days(-1), channel: .sms)]
  },
  Case("granted for this channel and another", .allowed) { person, _, _ in
    person.consent = [
      ConsentEvidence(
        status: .granted, at: days(-1), channels: [.email, .phone], purpose: "marketing",
        source: "form")
    ]
  },
  Case("withdrawn for this channel and another", .consentWithdrawn) { person, _, _ in
    person.consent.append(
      ConsentEvidence(
        status: .withdrawn, at: days(-1), channels: [.sms, .email], purpose: "", source: "mail"))
  },
  Case("granted until now, beside a grant of the same time that says no end", .consentExpired) {
    person, _, _ in
    person.consent.append(
      ConsentEvidence(
        status: .granted, at: days(-10), channels: [.email], purpose: "marketing",
        expiresAt: days(-1), source: "log"))
  },
  Case("granted until now, and granted anew", .allowed) { person, _, _ in
    person.consent.append(
      ConsentEvidence(
        status: .granted, at: days(-20), channels: [.email], purpose: "marketing",
        expiresAt: days(-1), source: "log"))
  },
  Case("withdrawn, granted for a while, and over", .consentExpired) { person, _, _ in
    person.consent = [
      refusal(days(-30)),
      ConsentEvidence(
        status: .granted, at: days(-20), channels: [.email], purpose: "marketing",
        expiresAt: days(-1), source: "log"),
    ]
  },
  Case("expired since the grant", .consentExpired) { person, _, _ in
    person.consent.append(refusal(days(-1), .expired))
  },
  Case("expired on the day of the grant", .consentExpired) { person, _, _ in
    person.consent.append(refusal(days(-10), .expired))
  },
  Case("expired, nobody says when", .consentExpired) { person, _, _ in
    person.consent.append(refusal(nil, .expired))
  },
  Case("expired before the grant", .allowed) { person, _, _ in
    person.consent.append(refusal(days(-11), .expired))
  },
  Case("expired and nothing else", .consentExpired) { person, _, _ in
    person.consent = [refusal(days(-11), .expired)]
  },
  Case("expired, where nobody need be asked", .allowed) { person, _, policy in
    policy.isConsentRequired = false
    person.consent = [refusal(days(-11), .expired)]
  },
  Case("withdrawn and expired later", .consentWithdrawn) { person, _, _ in
    person.consent = [grant(days(-20)), refusal(days(-10)), refusal(days(-5), .expired)]
  },
  Case("confirmed before it was given", .consentUnconfirmed) { person, _, policy in
    policy.doubleOptIn = .always
    person.consent[0].confirmedAt = days(-20)
  },
  Case("confirmed after it was given", .allowed) { person, _, policy in
    policy.doubleOptIn = .always
    person.consent[0].confirmedAt = days(-9)
  },
  Case("granted too long ago", .consentExpired) { person, _, _ in
    person.consent = [grant(days(-731))]
  },
  Case("granted until now", .consentExpired) { person, _, _ in
    person.consent = [
      ConsentEvidence(
        status: .granted, at: days(-1), channels: [.email], purpose: "any", expiresAt: asOf,
        source: "")
    ]
  },
  Case("another channel without transport", .noTransport) { _, message, _ in
    message = MessageFacts(channel: .sms, purpose: "marketing", enrolledAt: asOf, stopsOn: [])
  },
  Case("a missing value", .missingValue) { _, message, _ in message.missingValue = .firstName },
  Case("no time zone", .unknownTimeZone) { person, _, _ in person.zone = nil },
  Case("sent to the address before", .duplicateRecipient) { _, message, _ in
    message.wasSentToSameAddress = true
  },
  Case("the message before it still to come", .outOfTurn) { _, message, _ in
    message.isBeforeItsTurn = true
  },
  Case("the message before it was late", .outOfTurn) { _, message, _ in
    message.notBefore = days(1)
  },
  Case("the message before it was late enough ago", .allowed) { _, message, _ in
    message.notBefore = asOf
  },
  Case("three messages this week", .frequencyCap) { _, message, _ in
    message.recentMessageCount = 3
  },
  Case("outside the window", .outsideWindow) { _, _, policy in
    policy.windows = [
      .email: SendWindow(weekdays: Set(1...5), seconds: 32_400..<61_200, holidays: [])
    ]
  },
  Case("several at once: the first in order decides", .quarantined) { person, message, policy in
    person.isQuarantined = true
    person.email = nil
    policy.registries = []
    message.missingValue = .city
  },
]

@Suite struct GateKeeperTests {
  @Test("each gate closes for its reason, and only for it", arguments: cases)
  fileprivate func gates(_ row: Case) {
    var (person, message, policy) = (person(), message(), policy())
    row.change(&person, &message, &policy)
    let decision = GateKeeper(policy: policy, asOf: asOf).decide(person, message, at: .handOver)
    #expect(decision.gate == row.gate, "\(decision.detail)")
    #expect(decision.detail.isEmpty == (row.gate == .allowed))
  }

  @Test("gates about the moment are left out of the plan")
  func planning() {
    var message = message()
    message.recentMessageCount = 9
    message.wasSentToSameAddress = true
    var closed = policy()
    closed.windows = [.email: SendWindow(weekdays: [], seconds: 0..<1, holidays: [])]
    let keeper = GateKeeper(policy: closed, asOf: asOf)
    #expect(keeper.decide(person(), message, at: .planning).gate == .allowed)
  }

  @Test("every person and wish gate is covered by a case")
  func coverage() {
    let machinery: Set<Gate> = [.refused, .deferred, .interrupted, .merged, .stepRemoved]
    let covered = Set((cases + lawCases).map(\.gate))
    #expect(Set(Gate.allCases).subtracting(machinery).subtracting(covered).isEmpty)
  }

  @Test("details name the evidence, not the person")
  func details() {
    var facts = person()
    facts.consent = [refusal(days(-1), .declined)]
    let keeper = GateKeeper(policy: policy(), asOf: asOf)
    #expect(
      keeper.decide(facts, message(), at: .planning).detail == "declined on 2026-11-01 (mail)")
    facts.suppressions = [
      SuppressionHit(registry: "robinson", channels: [.any], matchedBy: "domain")
    ]
    #expect(
      keeper.decide(facts, message(), at: .planning).detail == "in registry 'robinson' by domain")
  }
}

// MARK: The law of a person's country

private func law() -> MarketingLaw {
  func rule(_ change: (inout MarketingLaw.Rule) -> Void) -> MarketingLaw.Rule {
    var rule = MarketingLaw.Rule()
    rule.channels = [.email, .sms, .whatsapp, .phone]
    rule.source = "a law"
    change(&rule)
    return rule
  }
  func country(_ rules: [MarketingLaw.Rule], age: Int? = nil) -> MarketingLaw.Country {
    var country = MarketingLaw.Country()
    country.rules = rules
    country.ages = age.map { [MarketingLaw.Age(years: $0, source: "an article")] } ?? []
    return country
  }
  var law = MarketingLaw()
  law.fallback = country([rule { _ in }], age: 16)
  law.countries = [
    "DE": country(
      [rule { ($0.allowsCustomers, $0.confirmation) = (true, .customary) }], age: 16),
    "GB": country([rule { $0.businesses = .optOut }], age: 13),
    "US": country([
      rule { ($0.channels, $0.consumers, $0.businesses) = ([.email], .optOut, .optOut) },
      rule { ($0.channels, $0.consumers, $0.businesses) = ([.sms], .written, .written) },
    ]),
    "CA": country([
      rule {
        ($0.consumers, $0.businesses) = (.implied, .implied)
        ($0.purchaseDays, $0.inquiryDays) = (730, 183)
      }
    ]),
    "KR": country([rule { $0.consentDays = 365 }]),
    "FR": country([
      rule { ($0.consumers, $0.until) = (.optOut, CivilDate(iso: "2026-08-10")) },
      rule { $0.since = CivilDate(iso: "2026-08-11") },
    ]),
    "XX": country([rule { $0.confirmation = .required }]),
  ]
  return law
}

private func onBasis(_ basis: String, _ at: Timestamp) -> ConsentEvidence {
  var evidence = grant(at)
  evidence.basis = basis
  return evidence
}

private func lawCase(
  _ id: String, _ gate: Gate, country: String?,
  _ change:
    @escaping @Sendable (inout RecipientFacts, inout MessageFacts, inout GatePolicy) -> Void
) -> Case {
  Case(id, gate) { person, message, policy in
    person.country = country
    policy.isConsentRequired = false
    policy.law = law()
    policy.transportChannels = [.email, .sms]
    change(&person, &message, &policy)
  }
}

private let lawCases: [Case] = [
  lawCase("opt-in, granted", .allowed, country: "DE") { _, _, _ in },
  lawCase("opt-in, nothing on record", .noConsent, country: "DE") { person, _, _ in
    person.consent = []
  },
  lawCase("an unknown country, nothing on record", .noConsent, country: nil) { person, _, _ in
    person.consent = []
  },
  lawCase("a country that is not listed", .noConsent, country: "ZZ") { person, _, _ in
    person.consent = []
  },
  lawCase("opt-out, nothing on record", .allowed, country: "US") { person, _, _ in
    person.consent = []
  },
  lawCase("opt-out, but the country is in doubt", .noConsent, country: "US") { person, _, _ in
    person.consent = []
    person.countryDoubt = "US by the number, not by the city"
  },
  lawCase("in doubt, and more is asked where it seems to be", .consentUnconfirmed, country: "XX") {
    person, _, _ in
    person.countryDoubt = "XX by the number, not by the city"
  },
  lawCase("in doubt, and granted", .allowed, country: "US") { person, _, _ in
    person.countryDoubt = "US by the number, not by the city"
  },
  lawCase("opt-out, but everybody is asked", .noConsent, country: "US") { person, _, policy in
    person.consent = []
    policy.isConsentRequired = true
  },
  lawCase("opt-out, refused", .consentWithdrawn, country: "US") { person, _, _ in
    person.consent = [refusal(days(-1))]
  },
  lawCase("a consumer where businesses opt out", .noConsent, country: "GB") { person, _, _ in
    person.consent = []
  },
  lawCase("a business where businesses opt out", .allowed, country: "GB") { person, _, _ in
    person.consent = []
    person.isBusiness = true
  },
  lawCase("no marketing", .allowed, country: "DE") { person, _, policy in
    person.consent = []
    policy.servicePurposes = ["marketing"]
  },
  lawCase("legitimate interests", .consentInsufficient, country: "DE") { person, _, _ in
    person.consent = [onBasis("legitimate_interests", days(-5))]
  },
  lawCase("legitimate interests beside consent", .allowed, country: "DE") { person, _, _ in
    person.consent.append(onBasis("legitimate_interests", days(-5)))
  },
  lawCase("a customer's contract", .allowed, country: "DE") { person, message, _ in
    person.consent = [onBasis("contract", days(-5))]
    person.stops = [.converted: days(-9)]
    message = MessageFacts(
      channel: .email, purpose: "marketing", enrolledAt: days(-5), stopsOn: [])
  },
  lawCase("confirmation is customary and not asked for", .allowed, country: "DE") { _, _, _ in },
  lawCase("confirmation is customary and asked for", .consentUnconfirmed, country: "DE") {
    _, _, policy in
    policy.doubleOptIn = .whereCustomary
  },
  lawCase("confirmed", .allowed, country: "DE") { person, _, policy in
    policy.doubleOptIn = .whereCustomary
    person.consent[0].confirmedAt = days(-9)
  },
  lawCase("confirmed once, not the second time", .allowed, country: "DE") { person, _, policy in
    policy.doubleOptIn = .whereCustomary
    person.consent[0].confirmedAt = days(-9)
    person.consent.append(grant(days(-2)))
  },
  lawCase("confirmed before it was refused", .consentUnconfirmed, country: "DE") {
    person, _, policy in
    policy.doubleOptIn = .whereCustomary
    person.consent[0].confirmedAt = days(-9)
    person.consent += [refusal(days(-5)), grant(days(-2))]
  },
  lawCase("confirmation always", .consentUnconfirmed, country: "GB") { _, _, policy in
    policy.doubleOptIn = .always
  },
  lawCase("confirmation where it is the law", .consentUnconfirmed, country: "XX") { _, _, _ in },
  lawCase("confirmation never", .allowed, country: "XX") { _, _, policy in
    policy.doubleOptIn = .never
  },
  lawCase("written consent without wording", .consentInsufficient, country: "US") {
    _, message, _ in
    message = MessageFacts(
      channel: .sms, purpose: "marketing", enrolledAt: days(-5), stopsOn: [])
  },
  lawCase("written consent", .allowed, country: "US") { person, message, _ in
    person.consent[0].hasWording = true
    message = MessageFacts(
      channel: .sms, purpose: "marketing", enrolledAt: days(-5), stopsOn: [])
  },
  lawCase("an inquiry of half a year ago", .allowed, country: "CA") { person, _, _ in
    person.consent = [onBasis("legitimate_interests", days(-183))]
  },
  lawCase("an inquiry of longer ago", .consentExpired, country: "CA") { person, _, _ in
    person.consent = [onBasis("legitimate_interests", days(-184))]
  },
  lawCase("a purchase of two years ago", .allowed, country: "CA") { person, _, policy in
    person.consent = [onBasis("contract", days(-730))]
  },
  lawCase("a purchase of longer ago", .consentExpired, country: "CA") { person, _, policy in
    policy.consentMaxAgeDays = nil
    person.consent = [onBasis("contract", days(-731))]
  },
  lawCase("a vital interest", .consentInsufficient, country: "CA") { person, _, _ in
    person.consent = [onBasis("vital_interests", days(-5))]
  },
  lawCase("consent that has to be renewed", .consentExpired, country: "KR") { person, _, _ in
    person.consent = [grant(days(-366))]
  },
  lawCase("the rule of today, not of yesteryear", .noConsent, country: "FR") { person, _, _ in
    person.consent = []
  },
  lawCase("a minor", .minor, country: "DE") { person, _, _ in
    person.birthDate = CivilDate(iso: "2010-10-25")
  },
  lawCase("old enough by a day", .allowed, country: "DE") { person, _, _ in
    person.birthDate = CivilDate(iso: "2010-10-23")
  },
  lawCase("old enough in another country", .allowed, country: "GB") { person, _, _ in
    person.birthDate = CivilDate(iso: "2010-10-25")
  },
  lawCase("a minor with a guardian", .allowed, country: "DE") { person, _, _ in
    person.birthDate = CivilDate(iso: "2015-10-25")
    person.consent[0].hasGuardian = true
  },
  lawCase("a minor in a country that is not known", .minor, country: nil) { person, _, _ in
    person.birthDate = CivilDate(iso: "2011-01-01")
  },
]

@Suite("The law of a person's country is asked before a message goes out")
struct CountryLawTests {
  @Test("each rule holds back what it asks for", arguments: lawCases)
  private func gates(test: Case) {
    var (person, message, policy) = (person(), message(), policy())
    test.change(&person, &message, &policy)
    let decision = GateKeeper(policy: policy, asOf: asOf).decide(person, message, at: .handOver)
    #expect(decision.gate == test.gate, "\(decision)")
    #expect(decision.gate == .allowed || !decision.detail.isEmpty)
  }

  @Test("a reason names the country, what it asks for, and where that stands")
  func reason() {
    var (person, policy) = (person(), policy())
    person.country = "DE"
    person.consent = []
    policy.law = law()
    policy.isConsentRequired = false
    let decision = GateKeeper(policy: policy, asOf: asOf).decide(person, message(), at: .handOver)
    #expect(decision.detail == "DE asks for opt_in (a law): no evidence")
  }
}
