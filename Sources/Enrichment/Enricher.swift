package import Bytes
import LeadModel

/// What enrichment reads of an entity, as bytes of the store; empty for absent values.
package struct EntityFacts {
  package typealias Text = UnsafeBufferPointer<UInt8>

  package var id: Int64 = 0
  package var email = Text(start: nil, count: 0)
  package var isEmailValid = false
  package var phone = Text(start: nil, count: 0)
  package var isPhoneUsable = false
  /// ISO 3166-1 alpha-2, as validation told it from the number.
  package var phoneRegion = Text(start: nil, count: 0)
  package var company = Text(start: nil, count: 0)
  package var website = Text(start: nil, count: 0)
  package var industry = Text(start: nil, count: 0)
  package var employees: Int64?
  package var postcode = Text(start: nil, count: 0)
  package var region = Text(start: nil, count: 0)
  package var country = Text(start: nil, count: 0)
  package var jobTitle = Text(start: nil, count: 0)
  package var utmSource = Text(start: nil, count: 0)
  package var utmMedium = Text(start: nil, count: 0)
  package var utmCampaign = Text(start: nil, count: 0)

  package init() {}
}

/// The keys under which an entity can meet an account.
package struct AccountKeys: Sendable, Equatable {
  package var domain: String
  package var companyKey: String
}

/// Derives what is missing from what is known. One value per worker: it keeps its scratch memory.
package struct Enricher: Sendable {
  package let geography: Geography
  private let accounts: AccountIndex
  private var domains: DomainReader
  private var company = CompanyName()
  private var scratch: [UInt8] = []
  private var channels: ChannelGroups
  /// Titles read so far, by their hash: few are many people's.
  private var titles: [UInt64: JobTitle] = [:]
  private static let mostTitles = 1 << 16

  package init(
    geography: Geography, rules: DomainRules, accounts: AccountIndex,
    channels: ChannelGroups = ChannelGroups()
  ) {
    self.geography = geography
    self.accounts = accounts
    self.channels = channels
    domains = DomainReader(rules: rules)
  }

  package mutating func enrich(_ facts: EntityFacts, into batch: inout EnrichedBatch) {
    var entity = EnrichedEntity(id: facts.id)
    let domainSource = readDomain(facts)
    company.read(facts.company)
    let hint = facts.isPhoneUsable ? geography.hint(ofPhone: facts.phone) : PlaceHint()
    readCountry(facts, hint, domainSource, &entity)
    var account = accounts.account(domain: domains.domain)
    if account != nil { entity.accountRule = .domain }
    if account == nil {
      account = accounts.account(key: company.key, country: entity.country)
      if account != nil { entity.accountRule = .name }
    }
    if entity.country == nil, let country = account?.country.flatMap({ CountryCode($0) }) {
      entity.country = country
      entity.countrySource = .account
    }
    readRegion(facts, hint, &entity, &batch.texts)
    readCompany(facts, account, domainSource, &entity, &batch.texts)
    readFirm(facts, account, &entity, &batch.texts)
    entity.domain = batch.texts.add(domains.domain)
    if !facts.jobTitle.isEmpty { entity.title = title(facts.jobTitle) }
    entity.channel = channels.index(
      source: facts.utmSource, medium: facts.utmMedium, campaign: facts.utmCampaign)
    batch.entities.append(entity)
  }

  /// The keys of an entity, for finding its account by them.
  package mutating func accountKeys(of facts: EntityFacts) -> AccountKeys {
    _ = readDomain(facts)
    company.read(facts.company)
    return AccountKeys(
      domain: String(decoding: domains.domain, as: UTF8.self),
      companyKey: String(decoding: company.key, as: UTF8.self))
  }

  private mutating func title(_ text: EntityFacts.Text) -> JobTitle {
    let key = Hash64.of(text)
    if let known = titles[key] { return known }
    let title = JobTitle(String(decoding: text, as: UTF8.self))
    if titles.count >= Self.mostTitles { titles.removeAll(keepingCapacity: true) }
    titles[key] = title
    return title
  }

  // MARK: Steps

  private mutating func readDomain(_ facts: EntityFacts) -> ValueSource {
    if facts.isEmailValid {
      domains.read(email: facts.email)
      if !domains.domain.isEmpty { return .emailDomain }
    }
    domains.read(website: facts.website)
    return domains.domain.isEmpty ? .none : .website
  }

  private func readCountry(
    _ facts: EntityFacts, _ hint: PlaceHint, _ domainSource: ValueSource,
    _ entity: inout EnrichedEntity
  ) {
    if let given = CountryCode(facts.country) {
      entity.country = given
      entity.countrySource = .given
    } else if facts.isPhoneUsable, let told = CountryCode(facts.phoneRegion) ?? hint.country,
      geography.isCountry(told)
    {
      entity.country = told
      entity.countrySource = .phone
    } else if domainSource != .none, let told = domains.country(in: geography) {
      entity.country = told
      entity.countrySource = domainSource
    }
  }

  /// Region and time zone; the address is stronger evidence than where a number was issued.
  private mutating func readRegion(
    _ facts: EntityFacts, _ hint: PlaceHint, _ entity: inout EnrichedEntity,
    _ texts: inout TextPool
  ) {
    guard let country = entity.country else {
      entity.region = texts.add(facts.region)
      if !facts.region.isEmpty { entity.regionSource = .given }
      return
    }
    let given = geography.region(named: facts.region, of: country, scratch: &scratch)
    let phoneCounts = hint.country == country && entity.countrySource != .account
    let postal = given == nil ? geography.region(ofPostcode: facts.postcode, in: country) : nil
    // A region that was given but is not in the table stands against what the number says.
    let phoned = facts.region.isEmpty && phoneCounts ? hint.region : nil
    if let index = given ?? postal ?? phoned {
      entity.region = texts.add(geography.regions[Int(index)].code.utf8)
      entity.regionSource = given != nil ? .given : postal != nil ? .postcode : .phone
    } else if !facts.region.isEmpty {
      entity.region = texts.add(facts.region)
      entity.regionSource = .given
    }
    if let index = given ?? postal, let zone = geography.regions[Int(index)].zone {
      entity.zone = zone
      entity.zoneSource = given != nil ? .region : .postcode
    } else if let zone = geography.zone(of: country) {
      entity.zone = zone
      entity.zoneSource = .country
    } else if phoneCounts, given ?? postal == nil || hint.region == given ?? postal,
      let zone = hint.zone
        ?? (facts.region.isEmpty || given != nil ? geography.zone(ofPhone: facts.phone) : nil)
    {
      entity.zone = zone
      entity.zoneSource = .phone
    }
  }

  private mutating func readCompany(
    _ facts: EntityFacts, _ account: AccountFacts?, _ domainSource: ValueSource,
    _ entity: inout EnrichedEntity, _ texts: inout TextPool
  ) {
    if !facts.company.isEmpty {
      entity.company = texts.add(facts.company)
      entity.companySource = .given
    } else if let account {
      entity.company = texts.add(account.name.utf8)
      entity.companySource = .account
      company.read(account.name)
    } else if domainSource != .none {
      scratch.removeAll(keepingCapacity: true)
      domains.appendName(to: &scratch)
      entity.company = texts.add(scratch)
      entity.companySource = domainSource
      scratch.withUnsafeBufferPointer { company.read($0) }
    }
    entity.companyKey = texts.add(company.key)
    entity.legalForm =
      facts.company.isEmpty
      ? company.legalForm.map { LocalForms.name(of: $0, in: entity.country) }
      : company.legalForm(of: facts.company, in: entity.country)
  }

  private func readFirm(
    _ facts: EntityFacts, _ account: AccountFacts?, _ entity: inout EnrichedEntity,
    _ texts: inout TextPool
  ) {
    entity.accountID = account?.company
    if !facts.industry.isEmpty {
      entity.industry = texts.add(facts.industry)
      entity.industrySource = .given
    } else if let industry = account?.industry {
      entity.industry = texts.add(industry.utf8)
      entity.industrySource = .account
    }
    if let employees = facts.employees {
      entity.employees = employees
      entity.employeesSource = .given
    } else if let employees = account?.employees {
      entity.employees = employees
      entity.employeesSource = .account
    }
  }
}
