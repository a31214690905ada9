import LeadModel

/// Whether a person may be written to by her consent and the law of her country.
extension GateKeeper {
  func consentGate(_ person: RecipientFacts, _ message: MessageFacts) -> GateDecision? {
    let verdict = verdict(person, message)
    switch verdict {
    // A refusal counts even where consent need not be asked for.
    case .withdrawn(let detail): return GateDecision(.consentWithdrawn, detail)
    case .declined(let detail): return GateDecision(.noConsent, detail)
    case .granted, .expired, .none: break
    }
    let isMarketing = !policy.servicePurposes.contains(message.purpose.lowercased())
    let rule = isMarketing ? rule(for: person, message.channel) : nil
    let demand = rule?.demand(isBusiness: person.isBusiness)
    let grants = ConsentVerdict.standing(
      person.consent, channel: message.channel, purpose: message.purpose,
      purposes: policy.purposes, asOf: asOf, maxAgeDays: policy.consentMaxAgeDays)
    if isMarketing, let minor = minorGate(person, grants) { return minor }
    guard policy.isConsentRequired || demand.map({ $0 != .optOut }) ?? false else { return nil }
    let reason = rule.map { Self.reason($0, person) } ?? ""
    // Who asks everybody needs no law for it.
    let prefix = policy.isConsentRequired ? "" : reason
    switch verdict {
    case .expired(let detail) where grants.isEmpty:
      return GateDecision(.consentExpired, prefix + detail)
    case .none(let detail): return GateDecision(.noConsent, prefix + detail)
    default: break
    }
    var first: GateDecision?
    for grant in grants {
      guard let closed = grantGate(grant, person, message, rule, demand) else { return nil }
      first = first ?? closed
    }
    return first.map { GateDecision($0.gate, reason + $0.detail) }
  }

  /// What the law of the person's country asks for; where the country is in doubt, what any country
  /// asks for besides.
  private func rule(for person: RecipientFacts, _ channel: Channel) -> MarketingLaw.Rule? {
    let told = policy.law?.rule(country: person.country, channel: channel, on: asOf.date)
    guard person.countryDoubt != nil,
      let any = policy.law?.rule(country: nil, channel: channel, on: asOf.date)
    else { return told }
    return told.map { $0.stricter(with: any) } ?? any
  }

  /// `DE asks for opt_in (UWG s. 7): `, where it asks for anything.
  private static func reason(_ rule: MarketingLaw.Rule, _ person: RecipientFacts) -> String {
    let demand = rule.demand(isBusiness: person.isBusiness)
    guard demand != .optOut else { return "" }
    let country =
      person.countryDoubt.map { "an unknown country (\($0))" } ?? person.country
      ?? "an unknown country"
    return
      "\(country) asks for \(demand.rawValue) (\(rule.source)): "
  }

  /// Why one grant does not do; nil when it does.
  private func grantGate(
    _ grant: ConsentEvidence, _ person: RecipientFacts, _ message: MessageFacts,
    _ rule: MarketingLaw.Rule?, _ demand: MarketingLaw.Demand?
  ) -> GateDecision? {
    let date = grant.at.map { "\($0.date)" } ?? ""
    if let rule, let demand, let basis = grant.basis, basis != "consent" {
      return basisGate(grant, basis, person, rule, demand)
    }
    if demand == .written, !grant.hasWording {
      return GateDecision(
        .consentInsufficient, "the wording that was agreed to on \(date) is not on record")
    }
    if let days = rule?.consentDays, let at = grant.at, at.adding(days: days) < asOf {
      return GateDecision(.consentExpired, "granted on \(date), more than \(days) days ago")
    }
    if message.channel == .email, isConfirmationAsked(rule?.confirmation ?? .none),
      !grant.isConfirmed(asOf: asOf)
    {
      return GateDecision(
        .consentUnconfirmed, "granted on \(date) and not confirmed by a second step")
    }
    return nil
  }

  /// The same of a grant that rests on something else than consent.
  private func basisGate(
    _ grant: ConsentEvidence, _ basis: String, _ person: RecipientFacts,
    _ rule: MarketingLaw.Rule, _ demand: MarketingLaw.Demand
  ) -> GateDecision? {
    let date = grant.at.map { "\($0.date)" } ?? ""
    switch demand {
    case .optOut: return nil
    case .implied:
      guard ["contract", "legitimate_interests"].contains(basis) else { break }
      let days = basis == "contract" ? rule.purchaseDays : rule.inquiryDays
      guard let days, let at = grant.at, at.adding(days: days) < asOf else { return nil }
      let kind = basis == "contract" ? "purchase" : "inquiry"
      return GateDecision(.consentExpired, "the \(kind) of \(date) counts for \(days) days")
    case .optIn, .written:
      let isCustomer = person.stops[.converted] != nil
      if demand == .optIn, rule.allowsCustomers, isCustomer { return nil }
    }
    return GateDecision(
      .consentInsufficient, "what is on record of \(date) rests on '\(basis)', not on consent")
  }

  private func isConfirmationAsked(_ confirmation: MarketingLaw.Confirmation) -> Bool {
    switch policy.doubleOptIn {
    case .never: false
    case .whereRequired: confirmation == .required
    case .whereCustomary: confirmation != .none
    case .always: true
    }
  }

  /// Somebody below the age of consent needs a guardian's.
  private func minorGate(
    _ person: RecipientFacts, _ grants: [ConsentEvidence]
  ) -> GateDecision? {
    guard let birth = person.birthDate, let law = policy.law else { return nil }
    let ages = grants.map { grant -> (day: CivilDate, hasGuardian: Bool) in
      (grant.at?.date ?? asOf.date, grant.hasGuardian)
    }
    var first: GateDecision?
    for (day, hasGuardian) in ages.isEmpty ? [(asOf.date, false)] : ages {
      let told = law.age(country: person.country, on: day)
      let any = person.countryDoubt == nil ? nil : law.age(country: nil, on: day)
      let limits = [told, any].compactMap { $0 }
      guard let limit = limits.max(by: { $0.years < $1.years }), !hasGuardian else { return nil }
      let years = MarketingLaw.years(from: birth, to: day)
      if years >= limit.years { return nil }
      first =
        first
        ?? GateDecision(
          .minor,
          "\(max(years, 0)) years old on \(day); below \(limit.years) a guardian has to consent "
            + "(\(limit.source))")
    }
    return first
  }
}
