import Bytes
import LeadModel
import Testing

@testable import Enrichment

@Suite("What is derived about an entity, and from what")
struct EnricherTests {
  /// An entity's fields by name, as a test writes them.
  struct Person {
    var email = ""
    var phone = ""
    var phoneRegion = ""
    var company = ""
    var website = ""
    var industry = ""
    var employees: Int64?
    var postcode = ""
    var region = ""
    var country = ""
  }

  static let accounts = AccountIndex(accounts: [
    AccountFacts(
      id: 7, name: "Nordwind GmbH", domain: "nordwind.example.com", key: "nordwind",
      industry: "energy", employees: 120, country: "DE"),
    AccountFacts(
      id: 8, name: "Acme Ltd", domain: "", key: "acme", industry: "tools", employees: nil,
      country: "GB"),
    AccountFacts(
      id: 9, name: "Acme Inc.", domain: "", key: "acme", industry: "movies", employees: 5,
      country: "US"),
  ])

  /// Enriches one entity and renders what was found, as `field=value (source)`.
  private func enrich(_ person: Person) -> [String: String] {
    let texts = [
      person.email, person.phone, person.phoneRegion, person.company, person.website,
      person.industry, person.postcode, person.region, person.country,
    ].map { Array($0.utf8) }
    var batch = EnrichedBatch()
    var enricher = Enricher(geography: geography, rules: domainRules, accounts: Self.accounts)
    withBuffers(texts[...], []) { buffers in
      var facts = EntityFacts()
      facts.id = 1
      facts.email = buffers[0]
      facts.isEmailValid = !buffers[0].isEmpty
      facts.phone = buffers[1]
      facts.isPhoneUsable = !buffers[1].isEmpty
      facts.phoneRegion = buffers[2]
      facts.company = buffers[3]
      facts.website = buffers[4]
      facts.industry = buffers[5]
      facts.employees = person.employees
      facts.postcode = buffers[6]
      facts.region = buffers[7]
      facts.country = buffers[8]
      enricher.enrich(facts, into: &batch)
    }
    return render(batch)
  }

  private func withBuffers(
    _ rest: ArraySlice<[UInt8]>, _ done: [UnsafeBufferPointer<UInt8>],
    _ body: ([UnsafeBufferPointer<UInt8>]) -> Void
  ) {
    guard let first = rest.first else { return body(done) }
    first.withUnsafeBufferPointer { withBuffers(rest.dropFirst(), done + [$0], body) }
  }

  private func render(_ batch: EnrichedBatch) -> [String: String] {
    guard let entity = batch.entities.first else { return [:] }
    var values: [String: String] = [:]
    func set(_ name: String, _ value: String?, _ source: ValueSource) {
      if let value, !value.isEmpty { values[name] = "\(value) (\(source.name))" }
    }
    set("country", entity.country?.description, entity.countrySource)
    set("region", batch.texts.string(entity.region), entity.regionSource)
    set("zone", entity.zone.map { geography.zones[Int($0)] }, entity.zoneSource)
    set("company", batch.texts.string(entity.company), entity.companySource)
    set("industry", batch.texts.string(entity.industry), entity.industrySource)
    set("employees", entity.employees.map { String($0) }, entity.employeesSource)
    values["key"] = batch.texts.string(entity.companyKey)
    values["form"] = entity.legalForm
    values["account"] = entity.accountID.map { String($0) }
    return values
  }

  @Test("what was given beats what is derived")
  func given() {
    let found = enrich(
      Person(phone: "+447700900123", phoneRegion: "GB", company: "Foo AG", country: "DE"))
    #expect(found["country"] == "DE (given)")
    #expect(found["zone"] == "Europe/Berlin (country)")
    #expect(found["company"] == "Foo AG (given)")
    #expect(found["key"] == "foo")
    #expect(found["form"] == "AG")
  }

  @Test("the phone tells the country, by its region or by its calling code")
  func phone() {
    #expect(
      enrich(Person(phone: "+447700900123", phoneRegion: "GB"))["country"] == "GB (phone)")
    #expect(enrich(Person(phone: "+33199001234"))["country"] == "FR (phone)")
    #expect(enrich(Person(phone: "+33199001234"))["zone"] == "Europe/Paris (country)")
  }

  @Test("in a country of many zones, region, postcode and area code tell the zone, in this order")
  func zones() {
    let phone = "+12125550123"
    #expect(
      enrich(Person(phone: phone, postcode: "60601", region: "California", country: "US"))["zone"]
        == "America/Los_Angeles (region)")
    #expect(
      enrich(Person(phone: phone, postcode: "60601", country: "US"))["zone"]
        == "America/Chicago (postcode)")
    #expect(enrich(Person(phone: phone, country: "US"))["zone"] == "America/New_York (phone)")
    #expect(enrich(Person(phone: phone, country: "US"))["region"] == "US-NY (phone)")
  }

  @Test(
    "a number of a place tells the zone where neither country nor area code does",
    arguments: [
      ("+74955550123", "RU", "", "Europe/Moscow"), ("+74232301234", "RU", "", "Asia/Vladivostok"),
      ("+526641234567", "MX", "", "America/Tijuana"), ("+622123456789", "ID", "", "Asia/Jakarta"),
      // Mobile numbers move about, and a region that is not known may be anywhere.
      ("+79161234567", "RU", "", nil), ("+6281234567890", "ID", "", nil),
      ("+74955550123", "RU", "Taiga", nil),
    ] as [(String, String, String, String?)])
  func numberedPlaces(phone: String, country: String, region: String, zone: String?) {
    #expect(
      enrich(Person(phone: phone, region: region, country: country))["zone"]
        == zone.map { "\($0) (phone)" })
  }

  @Test("an unknown zone stays unknown")
  func unknown() {
    #expect(enrich(Person(country: "US"))["zone"] == nil)
    #expect(enrich(Person())["zone"] == nil)
    #expect(enrich(Person(phone: "+18505550123"))["zone"] == nil)
    // A divided state, and a number from another state: neither tells where the person is.
    #expect(enrich(Person(phone: "+12125550123", region: "TN", country: "US"))["zone"] == nil)
    // A number of another country says nothing about an address.
    #expect(enrich(Person(phone: "+14165550123", country: "US"))["zone"] == nil)
  }

  @Test("a region that is not in the table stays as it was given")
  func region() {
    #expect(
      enrich(Person(region: "Bayern", country: "DE"))["region"] == "Bayern (given)")
  }

  @Test("an account is found by domain, and fills what is missing")
  func accountByDomain() {
    let found = enrich(Person(email: "ann@mail.nordwind.example.com"))
    #expect(found["account"] == "7")
    #expect(found["company"] == "Nordwind GmbH (account)")
    #expect(found["key"] == "nordwind")
    #expect(found["industry"] == "energy (account)")
    #expect(found["employees"] == "120 (account)")
    #expect(found["country"] == "DE (account)")
    #expect(found["zone"] == "Europe/Berlin (country)")
    let given = enrich(Person(email: "ann@nordwind.example.com", industry: "wind", employees: 3))
    #expect(given["industry"] == "wind (given)")
    #expect(given["employees"] == "3 (given)")
  }

  @Test("an account is found by name where that leaves no choice")
  func accountByName() {
    #expect(enrich(Person(company: "NORDWIND"))["account"] == "7")
    #expect(enrich(Person(company: "Nordwind SA", country: "FR"))["account"] == nil)
    #expect(enrich(Person(company: "Acme", country: "US"))["account"] == "9")
    #expect(enrich(Person(company: "Acme"))["account"] == nil)
  }

  @Test("without a company or account, the domain suggests a name; a free-mail address does not")
  func companyFromDomain() {
    #expect(
      enrich(Person(email: "a@blue-ridge.example.com"))["company"] == "Blue Ridge (email_domain)")
    #expect(enrich(Person(website: "https://www.acme.de"))["company"] == "Acme (website)")
    #expect(enrich(Person(email: "a@gmail.com"))["company"] == nil)
    #expect(enrich(Person(email: "a@acme.de"))["country"] == "DE (email_domain)")
  }
}
