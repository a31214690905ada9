import Bytes
import Testing

@testable import Matching

@Suite("Domains are compared where addresses and companies leave it open")
struct DomainComparisonTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let left: Person
    let right: Person
    let level: String
    var testDescription: String { "\(left.email) \(left.website), \(right.email): \(level)" }
  }

  private static let ann = Person(email: "ann@kestrel.example")

  @Test(
    "two domains reach the level that a person would say",
    arguments: [
      Case(left: ann, right: Person(email: "bob@mail.kestrel.example"), level: "exact"),
      Case(left: ann, right: Person(website: "https://www.kestrel.example/team"), level: "exact"),
      // The site goes before the address.
      Case(
        left: Person(email: "ann@gmail.com", website: "kestrel.example"),
        right: Person(email: "bob@kestrel.example"), level: "exact"),
      Case(
        left: Person(email: "ann@kestrel.example", website: "marlowe.example"),
        right: Person(email: "bob@kestrel.example"), level: "different"),
      Case(left: ann, right: Person(email: "bob@kestrel.co.uk"), level: "same_name"),
      Case(left: ann, right: Person(email: "bob@kestel.example"), level: "close"),
      Case(left: ann, right: Person(email: "bob@marlowe.example"), level: "different"),
      // Short names and numbered ones are near to those of strangers.
      Case(
        left: Person(email: "ann@acme.example"), right: Person(email: "bob@acne.example"),
        level: "different"),
      Case(
        left: Person(email: "ann@hotel21.example"), right: Person(email: "bob@hotel22.example"),
        level: "different"),
      // Nobody's company.
      Case(left: ann, right: Person(email: "bob@gmail.com"), level: "-"),
      Case(
        left: Person(email: "ann@gmail.com"), right: Person(email: "bob@gmail.com"), level: "-"),
      Case(
        left: Person(email: "ann@mailinator.com"), right: Person(email: "bob@mailinator.com"),
        level: "-"),
      Case(left: ann, right: Person(phone: "+442079460000"), level: "-"),
    ])
  func level(_ item: Case) {
    #expect(People([item.left, item.right]).level(.domain) == item.level)
    #expect(People([item.right, item.left]).level(.domain) == item.level)
  }

  @Test(
    "what the address or the company has said, the domain does not say again",
    arguments: [
      Case(left: ann, right: ann, level: "-"),
      Case(
        left: Person(email: "j77@kestrel.example"), right: Person(email: "j77@marlowe.example"),
        level: "-"),
      Case(
        left: Person(email: "anne.lee@kestrel.example"),
        right: Person(email: "ann.lee@kestrel.example"), level: "-"),
      Case(
        left: Person(email: "ann@kestrel.example", company: "Kestrel Ltd"),
        right: Person(email: "bob@kestrel.example", company: "Kestrel"), level: "-"),
      Case(
        left: Person(email: "ann@kestrel.example", company: "Kestrel"),
        right: Person(email: "bob@marlowe.example", company: "Marlowe"), level: "-"),
      // The company under another name, and half of a name.
      Case(
        left: Person(email: "ann@kestrel.example", company: "Kestrel"),
        right: Person(email: "bob@kestrel.example", company: "Marlowe"), level: "exact"),
      Case(
        left: Person(email: "ann@kestrel.example", company: "Kestrel Tools"),
        right: Person(email: "bob@kestrel-foods.example", company: "Kestrel Foods"),
        level: "different"),
    ])
  func dependence(_ item: Case) {
    #expect(People([item.left, item.right]).level(.domain) == item.level)
  }

  @Test("which domains are nobody's company is for the configuration to say")
  func configuration() {
    let people = [Person(email: "ann@isp.example"), Person(email: "bob@isp.example")]
    #expect(People(people).level(.domain) == "exact")
    let rules = DomainRules(freeMail: ["isp.*"])
    #expect(People(people, domains: rules).level(.domain) == "-")
  }

  @Test("one domain links nobody by itself: not colleagues, nor two addresses under one name")
  func colleagues() {
    let place = ("Leeds", "LS1 4DY")
    func person(_ name: String, _ email: String) -> Person {
      Person(name: name, email: email, city: place.0, postcode: place.1)
    }
    for other in [
      person("Bernd Kraus", "bernd@kestrel.example"), person("Bernd Berg", "b@kestrel.example"),
      person("Anna Kraus", "a.kraus@kestrel.example"), person("Anna Berg", "berg@kestrel.example"),
    ] {
      #expect(!People([person("Anna Berg", "anna@kestrel.example"), other]).areLinked, "\(other)")
    }
  }

  @Test("a person is found again by the company's domain where the company is not named")
  func links() {
    let site = Person(name: "Anna Berg", website: "kestrel.example")
    #expect(People([site, Person(name: "Anna Berg", email: "a.b@kestrel.example")]).areLinked)
    #expect(!People([site, Person(name: "Anna Berg", email: "a.b@marlowe.example")]).areLinked)
    // One company under two names is one.
    let old = Person(name: "Anna Berg", company: "Kestrel Tools Ltd", website: "kestrel.example")
    let new = Person(name: "Anna Berg", company: "Marlowe Group", website: "kestrel.example")
    #expect(People([old, new]).areLinked)
  }

  @Test("a domain that many share says less, once a base has learnt which these are")
  func frequencies() {
    var model = LinkModel.initial
    model.frequencies[.domain] = .init(common: ["kestrel.example": 0.2], rare: 0.0005)
    let people = People([
      Person(name: "Anna Berg", email: "a@kestrel.example"),
      Person(name: "Anna Berg", website: "kestrel.example"),
      Person(name: "Anna Berg", email: "a@marlowe.example"),
      Person(name: "Anna Berg", website: "marlowe.example"),
    ])
    let weights = PairWeights(model, records: people.records)
    #expect(weights.weight(2, 3) > weights.weight(0, 1) + 8)
  }

  @Test("a model that knows nothing of domains weighs as it did, whatever they are")
  func silence() {
    var model = LinkModel.initial
    model.silence(.domain)
    let weights = PairWeights(
      model,
      records: People([
        Person(name: "Anna Berg", website: "kestrel.example"),
        Person(name: "Anna Berg", website: "kestrel.example"),
        Person(name: "Anna Berg", website: "marlowe.example"), Person(name: "Anna Berg"),
      ]).records)
    #expect(weights.weight(0, 1) == weights.weight(0, 3))
    #expect(weights.weight(0, 2) == weights.weight(0, 3))
  }
}
