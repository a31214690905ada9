/// What the law of each country asks for before somebody is written to or called for marketing.
///
/// Data, dated and with its sources, from `marketing-law.yaml`.
package struct MarketingLaw: Sendable, Equatable {
  package enum Demand: String, CaseIterable, Sendable, Comparable {
    /// Consent before the first message.
    case optIn = "opt_in"
    /// Consent whose wording is on record.
    case written
    /// Consent, or another basis on record.
    case implied
    /// Nothing; a refusal counts.
    case optOut = "opt_out"

    /// The smaller asks for less.
    package static func < (left: Demand, right: Demand) -> Bool { left.weight < right.weight }

    private var weight: Int {
      switch self {
      case .optOut: 0
      case .implied: 1
      case .optIn: 2
      case .written: 3
      }
    }
  }

  /// Whether consent is confirmed by a second step.
  package enum Confirmation: String, CaseIterable, Sendable, Comparable {
    case none, customary, required

    /// The smaller asks for less.
    package static func < (left: Confirmation, right: Confirmation) -> Bool {
      left != right && (left == .none || right == .required)
    }
  }

  package struct Rule: Sendable, Equatable {
    package var channels: Set<Channel> = []
    package var consumers = Demand.optIn
    package var businesses = Demand.optIn
    /// Whether customers may be written to on another basis than consent.
    package var allowsCustomers = false
    package var confirmation = Confirmation.none
    /// Days after which consent has to be renewed.
    package var consentDays: Int?
    /// Days for which a purchase, and an inquiry, stand in for consent; nil without limit.
    package var purchaseDays: Int?
    package var inquiryDays: Int?
    /// Days on which the rule holds; nil: ever since, and until further notice.
    package var since: CivilDate?
    package var until: CivilDate?
    /// Where it stands.
    package var source = ""

    package init() {}

    package func demand(isBusiness: Bool) -> Demand { isBusiness ? businesses : consumers }

    /// What both rules ask for.
    package func stricter(with other: Rule) -> Rule {
      var rule = self
      rule.consumers = max(consumers, other.consumers)
      rule.businesses = max(businesses, other.businesses)
      rule.allowsCustomers = allowsCustomers && other.allowsCustomers
      rule.confirmation = max(confirmation, other.confirmation)
      rule.consentDays = Self.shorter(consentDays, other.consentDays)
      rule.purchaseDays = Self.shorter(purchaseDays, other.purchaseDays)
      rule.inquiryDays = Self.shorter(inquiryDays, other.inquiryDays)
      let isOwn = (rule.consumers, rule.businesses) == (consumers, businesses)
      rule.source = isOwn ? source : other.source
      return rule
    }

    private static func shorter(_ one: Int?, _ other: Int?) -> Int? {
      [one, other].compactMap { $0 }.min()
    }
  }

  /// From which age on somebody consents alone.
  package struct Age: Sendable, Equatable {
    package var years: Int
    package var since: CivilDate?
    package var until: CivilDate?
    package var source: String

    package init(years: Int, since: CivilDate? = nil, until: CivilDate? = nil, source: String) {
      self.years = years
      self.since = since
      self.until = until
      self.source = source
    }
  }

  package struct Country: Sendable, Equatable {
    package var rules: [Rule] = []
    package var ages: [Age] = []

    package init() {}
  }

  /// By ISO 3166-1 alpha-2 code.
  package var countries: [String: Country] = [:]
  /// Of countries that are not listed, and of people whose country is not known.
  package var fallback = Country()

  package init() {}

  /// The rule for a channel on a day; nil when the data says nothing, not even for all.
  package func rule(country: String?, channel: Channel, on day: CivilDate) -> Rule? {
    func find(_ country: Country?) -> Rule? {
      country?.rules.first {
        $0.channels.contains(channel) && Self.holds($0.since, $0.until, on: day)
      }
    }
    return find(country.flatMap { countries[$0] }) ?? find(fallback)
  }

  /// From which age on consent given on a day counts; nil when the data says nothing at all.
  ///
  /// Where a country has no age, or none yet, that of all others holds; and consent from before the
  /// first law is asked for by it, for old consent has to meet it too (GDPR recital 171).
  package func age(country: String?, on day: CivilDate) -> Age? {
    let own = country.flatMap { countries[$0] }?.ages ?? []
    for ages in [own, fallback.ages] {
      if let age = ages.first(where: { Self.holds($0.since, $0.until, on: day) }) { return age }
    }
    return (own + fallback.ages).min { ($0.since ?? day) < ($1.since ?? day) }
  }

  private static func holds(_ since: CivilDate?, _ until: CivilDate?, on day: CivilDate) -> Bool {
    (since.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
  }

  /// Whole years between a birth and a day.
  package static func years(from birth: CivilDate, to day: CivilDate) -> Int {
    let hadBirthday = (day.month, day.day) >= (birth.month, birth.day)
    return day.year - birth.year - (hadBirthday ? 0 : 1)
  }
}
