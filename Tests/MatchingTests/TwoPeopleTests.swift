import LeadModel
import Testing

@testable import Matching

@Suite("Two people are not made one by what they share")
struct TwoPeopleTests {
  @Test("who names nobody is not linked by a switchboard and a company, but is by an address")
  func nobodyNamed() {
    let ann = Person(
      first: "Ann", last: "Lee", email: "ann.lee@kestrel.example", phone: "+447700900123",
      company: "Kestrel Tools")
    #expect(
      !People([ann, Person(phone: "+447700900123", company: "Kestrel Tools")]).areLinked)
    #expect(
      People([ann, Person(email: "ann.lee@kestrel.example", company: "Kestrel Tools")]).areLinked)
  }

  @Test("father and son of one name and home are two, one with a slip in the birthday is not")
  func generations() {
    func person(_ day: Int) -> Person {
      Person(
        first: "Robert", last: "Szymborska", street: "Lindenallee 12", city: "Berlin",
        postcode: "10115", bornOn: day)
    }
    #expect(!People([person(19_500_203), person(19_800_709)]).areLinked)
    #expect(People([person(19_500_203), person(19_510_302)]).areLinked)
    #expect(People([person(19_500_203), person(19_800_203)]).areLinked)
  }

  @Test("a name in a town, under two addresses and two numbers, is for somebody to decide")
  func namesakes() {
    func person(_ number: Int) -> Person {
      Person(
        first: "John", last: "Smith", email: "js\(number)@mail\(number).example",
        phone: "+4477009001\(number)", city: "Leeds", postcode: "LS1 4AP")
    }
    let people = People([person(23), person(77)])
    #expect(PairComparer(people.records).pattern(0, 1).doubt == .addressesOfTwo)
    #expect(!people.areLinked)
  }

  @Test("a mailbox for a function is nobody's own")
  func roles() {
    let people = People([
      Person(first: "Ann", last: "Lee", email: "info@kestrel.example"),
      Person(first: "Al", last: "Lee", email: "info@kestrel.example"),
    ])
    #expect(people.level(.email) == "-")
    #expect(people.level(.domain) == "exact")
    let weights = PairWeights(.initial, records: people.records)
    #expect(abs((weights.weight(0, 1, atLeast: -30) ?? .nan) - weights.weight(0, 1)) < 1e-9)
    #expect(
      People([Person(email: "info@a.example"), Person(email: "info@a.example")])
        .level(.email) == "exact")
  }

  @Test(
    "a slip in the domain is one, however the provider folds what stands before it",
    arguments: [
      ("robert.reed@gmail.com", "robert.reed@gmial.com", "close"),
      ("robert.reed@gmail.com", "robertreed@gmai.com", "close"),
      ("ann_lee9@kestrel.example", "ann.lee9@heron.example", "same_local_part"),
      ("robert.reed@kestrel.example", "robert.reed@heron.example", "different"),
      ("robert.reed@a1.example", "robert.reed@a2.example", "different"),
    ])
  func domains(one: String, other: String, level: String) {
    func person(_ email: String) -> Person {
      Person(first: "Robert", last: "Reed", email: email)
    }
    #expect(People([person(one), person(other)]).level(.email) == level)
    #expect(People([person(other), person(one)]).level(.email) == level)
  }

  @Test("whichever of two records comes first, they reach the same levels")
  func symmetry() {
    var random = SplitMix64(seed: 11)
    let records = RandomPeople.records(300, &random)
    let comparer = PairComparer(records)
    for left in 0..<300 {
      for right in (left + 1)..<300 {
        #expect(comparer.pattern(left, right) == comparer.pattern(right, left))
      }
    }
    let (one, other) = (
      Person(first: "Pal", last: "Meyer", email: "paul.dvorak@solutimons.example"),
      Person(first: "Paul", last: "Dvorak", email: "paul.dvorak@solutions.example")
    )
    #expect(People([one, other]).level(.email) == People([other, one]).level(.email))
  }

  @Test("people of one company meet by the name that a pet form stands for")
  func petForms() {
    let records = People([
      Person(first: "Robert", last: "Szymborska", company: "Blue Fox Foods"),
      Person(first: "Bob", last: "Szymborska", company: "Blue Fox Foods"),
      Person(first: "Bobby Lee", last: "Szymborska", company: "Blue Fox Foods"),
      Person(first: "Bea", last: "Szymborska", company: "Blue Fox Foods"),
    ]).records
    let keys = (0..<4).map { BlockingRule.companyAndInitials.key(of: $0, in: records) }
    #expect(keys[0] == keys[1])
    #expect(keys[0] == keys[2])
    #expect(keys[0] != keys[3])
  }

  @Test("a third record between them does not join people of two names")
  func bridges() {
    let edges = [
      LinkEdge(left: 0, right: 2, weight: 30), LinkEdge(left: 1, right: 2, weight: 30),
    ]
    let clusters = LinkClusters(sure: [], edges: edges) { left, right in
      left == 0 && right == 1 ? nil : 30
    }
    #expect(clusters.links.count == 1)
  }

  @Test("a model is learnt from what records say, not from the order in which they came")
  func order() {
    var random = SplitMix64(seed: 5)
    let people = (0..<600).map { number -> Person in
      let person = Int(random.next() % 250)
      return Person(
        first: ["Ann", "Bob", "Cleo", "Dora"][person % 4], last: "Lee\(person % 60)",
        email: number % 3 == 0 ? "p\(person)@kestrel.example" : "",
        street: "\(person) Mill Street", city: ["Ulm", "Bonn"][person % 2])
    }
    func learn(_ people: [Person]) -> LinkModel {
      let records = People(people).records
      return LinkTraining(records, start: .initial, seed: 1)
        .model(candidates: CandidatePairs(BlockKeys(records)), version: 2)
    }
    #expect(learn(people).json.text() == learn(people.reversed()).json.text())
  }
}
