import Glibc
import LeadModel
import Testing

@testable import Matching

@Suite("Records are compared level by level")
struct PairComparerTests {
  @Test(
    "Jaro-Winkler similarities are those of the literature",
    arguments: [
      ("martha", "marhta", 0.9611), ("dwayne", "duane", 0.84), ("dixon", "dicksonx", 0.8133),
      ("jones", "johnson", 0.8323), ("abroms", "abrams", 0.9222), ("abc", "xyz", 0),
      ("same", "same", 1),
    ])
  func jaroWinkler(left: String, right: String, expected: Double) {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    let found = Similarity.jaroWinkler(left.span, right.span, atLeast: 0)
    #expect(abs(found - expected) < 0.0001, "\(found)")
  }

  @Test("a bound on Jaro-Winkler never changes what reaches it")
  func bound() {
    var random = SplitMix64(seed: 7)
    func word() -> [UInt8] {
      (0..<(random.next() % 9 + 1)).map { _ in UInt8(97 + random.next() % 5) }
    }
    for _ in 0..<20_000 {
      let (left, right) = (word(), word())
      let whole = Similarity.jaroWinkler(left.span, right.span, atLeast: 0)
      let bounded = Similarity.jaroWinkler(left.span, right.span, atLeast: 0.82)
      #expect(whole >= 0.82 ? bounded == whole : bounded < 0.82, "\(left) \(right)")
    }
  }

  @Test(
    "names reach the level that a person would say",
    arguments: [
      ("Anna Berg", "Anna Berg", "exact", "exact"),
      ("Jörg Müller", "Joerg MUELLER", "exact", "exact"),
      ("Robert Berg", "Bob Berg", "part", "exact"), ("A Berg", "Anna Berg", "part", "exact"),
      ("Anna Berg", "Berg, Anna", "exact", "exact"),
      ("Anna Szymborska", "Anna Szymborksa", "exact", "close"),
      ("Anna Berg", "Bernd Kraus", "different", "different"),
      ("Hans Peter van der Berg", "Hans van der Berg", "part", "exact"),
      ("Maria Garcia Lopez", "Maria Garcia", "part", "different"),
      ("Иван Петров", "Ivan Petrov", "exact", "exact"),
      ("Юлия Щербакова", "Yulia Shcherbakova", "close", "exact"),
      ("Олена Кравчук", "Olena Kravchuk", "exact", "exact"),
      ("Μαρία Παπαδοπούλου", "Maria Papadopoulou", "exact", "exact"),
    ])
  func names(left: String, right: String, given: String, family: String) {
    let people = People([Person(name: left), Person(name: right)])
    #expect(people.level(.givenName) == given)
    #expect(people.level(.familyName) == family)
  }

  @Test("given and family name in each other's place are found")
  func swapped() {
    let people = People([
      Person(first: "Maria", last: "Garcia"), Person(first: "Garcia", last: "Maria"),
    ])
    #expect(people.level(.familyName) == "swapped")
    #expect(people.level(.givenName) == "-")
  }

  @Test(
    "addresses, numbers and dates reach the level that a person would say",
    arguments: [
      (
        Person(email: "ann.lee@example.com"), Person(email: "ann.lee@example.org"),
        LinkComparison.email, "same_local_part"
      ),
      (Person(email: "ann.lee@example.com"), Person(email: "an.lee@example.com"), .email, "close"),
      (
        Person(email: "user1@example.com"), Person(email: "user2@example.com"), .email,
        "different"
      ),
      (Person(email: "info@example.com"), Person(email: "info@example.org"), .email, "different"),
      (Person(phone: "+447700900123"), Person(phone: "+447700900124"), .phone, "different"),
      (Person(phone: "+447700900123"), Person(phone: "+447709000123"), .phone, "close"),
      (Person(bornOn: 19_710_624), Person(bornOn: 19_710_524), .birthDate, "close"),
      (Person(bornOn: 19_710_305), Person(bornOn: 19_710_503), .birthDate, "close"),
      (Person(bornOn: 19_710_624), Person(bornOn: 19_711_130), .birthDate, "same_year"),
      (
        Person(company: "Kestrel Tools Ltd"), Person(company: "KESTREL TOOLS GmbH"), .company,
        "exact"
      ),
      (Person(company: "Kestrel Tools"), Person(company: "Kestrel Robotics"), .company, "part"),
      (Person(street: "12 Mill Street"), Person(street: "12 Mill St."), .street, "exact"),
      (Person(street: "Hauptstraße 5"), Person(street: "Hauptstr. 5"), .street, "exact"),
      (Person(street: "12 Mill Street"), Person(street: "14 Mill Street"), .street, "close"),
      (
        Person(city: "Ulm", postcode: "89073"), Person(city: "Ulm", postcode: "89037"), .place,
        "close"
      ),
      (Person(email: "ann@example.com"), Person(), .email, "-"),
    ])
  func others(
    left: Person, right: Person, comparison: LinkComparison, level: String
  ) {
    #expect(People([left, right]).level(comparison) == level)
  }

  @Test("giving up early finds the same weight, or rightly none, from either side")
  func early() {
    var random = SplitMix64(seed: 3)
    let records = RandomPeople.records(200, &random)
    var model = LinkModel.initial
    for term in LinkTerm.all { model.frequencies[term.field] = .init(common: [:], rare: 1e-5) }
    let weights = PairWeights(model, records: records)
    for left in 0..<100 {
      for right in (left + 1)..<200 {
        let whole = weights.weight(left, right)
        let early = weights.weight(left, right, atLeast: -2)
        if whole < -2 {
          #expect(early == nil)
        } else {
          #expect(abs((early ?? .nan) - whole) < 1e-9)
          #expect(weights.weight(right, left, atLeast: -2) == early)
        }
      }
    }
  }
}

@Suite("Who is linked")
struct LinkDecisionTests {
  @Test("a person with slips in name and address is one person")
  func slips() {
    let people = People([
      Person(
        first: "Katharina", last: "Szymborska", street: "Mill Lane 4", city: "Leeds",
        postcode: "LS1 4DY"),
      Person(
        first: "Katarina", last: "Szymborksa", street: "Mill Ln 4", city: "Leeds",
        postcode: "LS14DY"),
    ])
    #expect(people.areLinked)
  }

  @Test("colleagues who share company, street and switchboard are two people")
  func colleagues() {
    let people = People([
      Person(
        name: "Anna Berg", email: "anna.berg@kestrel.example", phone: "+442079460000",
        company: "Kestrel Ltd", street: "Mill Lane 4", city: "Leeds", postcode: "LS1 4DY"),
      Person(
        name: "Bernd Kraus", email: "bernd.kraus@kestrel.example", phone: "+442079460000",
        company: "Kestrel Ltd", street: "Mill Lane 4", city: "Leeds", postcode: "LS1 4DY"),
    ])
    #expect(!people.areLinked)
  }

  @Test("a company without persons is found by its name and address, its neighbours are not it")
  func companies() {
    let bistro = Person(
      company: "Green Heron Bistro", street: "102 Fifth Ave.", city: "New York City")
    let again = Person(
      company: "Green Heron", street: "102 5th Ave. between 15th and 16th Sts.", city: "New York")
    let neighbour = Person(
      phone: "+12125550101", company: "Larkspur Opticians", street: "102 Fifth Ave.",
      city: "New York City")
    let cases = [(bistro, again, true), (bistro, neighbour, false), (again, neighbour, false)]
    for (left, right, isOne) in cases {
      var (left, right) = (left, right)
      (left.phone, right.phone) = ("+12125550101", "+12125550101")
      #expect(People([left, right]).areLinked == isOne, "\(left) \(right)")
    }
    // Another spelling of the town is no reason not to compare them.
    let same = People([bistro, Person(company: "Green Heron Bistro", city: "NYC")])
    let found = CandidatePairs(BlockKeys(same.records)).counts.filter { $0.pairs > 0 }.map(\.rule)
    #expect(found == [.companyAndInitials])
  }

  @Test("spouses with one telephone are two people, and so they are when one tells an address")
  func spouses() {
    let people = People([
      Person(
        name: "Anna Berg", phone: "+442079460000", street: "Mill Lane 4", city: "Leeds",
        postcode: "LS1 4DY"),
      Person(
        name: "Bernd Berg", phone: "+442079460000", street: "Mill Lane 4", city: "Leeds",
        postcode: "LS1 4DY"),
    ])
    #expect(!people.areLinked)
    let household = People([
      Person(
        name: "Anna Berg", email: "anna@example.com", street: "Mill Lane 4", city: "Leeds",
        postcode: "LS1 4DY"),
      Person(name: "Bernd Berg", street: "Mill Lane 4", city: "Leeds", postcode: "LS1 4DY"),
    ])
    #expect(!household.areLinked)
  }

  @Test("namesakes are two people, whose addresses are made of the name alike")
  func namesakes() {
    let company = People([
      Person(name: "Chloe Oakden", email: "chloe.oakden@kestrel.example", company: "Kestrel Ltd"),
      Person(name: "Chloe Oakden", email: "chloe.oakden@marlowe.example", company: "Marlowe LLP"),
    ])
    #expect(!company.areLinked)
    let alone = People([
      Person(name: "Chloe Oakden", email: "chloe.oakden@kestrel.example"),
      Person(name: "Chloe Oakden", email: "chloe.oakden@marlowe.example"),
    ])
    #expect(!alone.areLinked)
    #expect(alone.level(.email) == "different")
  }

  @Test("two addresses under one name at one company are for a person to decide")
  func addresses() {
    let people = People([
      Person(name: "Anna Berg", email: "a.berg@kestrel.example", company: "Kestrel", city: "Leeds"),
      Person(
        name: "Anna Berg", email: "sales7@kestrel.example", company: "Kestrel", city: "Leeds"),
    ])
    #expect(!people.areLinked)
  }

  @Test("a chain of links does not join two people")
  func chain() {
    // 0-1 and 1-2 are sure enough, 0 and 2 cannot be one person.
    func weight(_ left: Int, _ right: Int) -> Double {
      (left, right) == (0, 2) ? -20 : 8
    }
    let edges = [
      LinkEdge(left: 0, right: 1, weight: 8), LinkEdge(left: 1, right: 2, weight: 7),
    ]
    for order in [edges, edges.reversed()] {
      let clusters = LinkClusters(sure: [], edges: order, weight: weight)
      #expect(clusters.links == [edges[0]])
    }
  }

  @Test("what keys have joined stays joined, and is weighed as a whole")
  func sure() {
    func weight(_ left: Int, _ right: Int) -> Double { right == 3 ? (left == 0 ? 9 : -9) : 9 }
    let edges = [LinkEdge(left: 0, right: 3, weight: 9), LinkEdge(left: 0, right: 4, weight: 9)]
    let clusters = LinkClusters(sure: [[0, 1, 2]], edges: edges, weight: weight)
    #expect(clusters.links == [edges[1]])
  }
}

@Suite("A model learns from records that nobody has labelled")
struct LinkTrainingTests {
  @Test(
    "training finds people again, names the same model for the same seed, and beats no training")
  func training() {
    var random = SplitMix64(seed: 11)
    let records = RandomPeople.records(900, &random)
    let candidates = CandidatePairs(BlockKeys(records))
    let trained = LinkTraining(records, start: .initial, seed: 1).model(
      candidates: candidates, version: 2)
    let again = LinkTraining(records, start: .initial, seed: 1).model(
      candidates: candidates, version: 2)
    #expect(trained == again)
    #expect(trained.version == 2)
    let before = RandomPeople.quality(of: .initial, records, candidates)
    let after = RandomPeople.quality(of: trained, records, candidates)
    #expect(after.precision > 0.98, "\(after)")
    #expect(after.f1 > 0.93, "\(after)")
    #expect(after.f1 >= before.f1, "\(before) \(after)")
    for levels in trained.levels {
      #expect(abs(levels.reduce(0) { $0 + $1.m } - 1) < 1e-4)
      #expect(abs(levels.reduce(0) { $0 + $1.u } - 1) < 1e-4)
    }
  }

  @Test("nobody to learn from leaves the model as it is", arguments: [0, 1, 2])
  func tiny(count: Int) {
    var random = SplitMix64(seed: 5)
    let records = RandomPeople.records(count, &random)
    let model = LinkTraining(records, start: .initial, seed: 1)
      .model(candidates: CandidatePairs(BlockKeys(records)), version: 2)
    #expect(model.levels.allSatisfy { $0.allSatisfy { $0.m > 0 && $0.u > 0 } })
    #expect(model.prior > 0 && model.prior <= 0.5)
  }

  @Test("a rare name proves more than a common one")
  func frequencies() {
    var model = LinkModel.initial
    model.frequencies[.familyName] = .init(common: ["smith": 0.01], rare: 0.0001)
    let people = People([
      Person(first: "Ann", last: "Smith"), Person(first: "Ann", last: "Smith"),
      Person(first: "Ann", last: "Szymborska"), Person(first: "Ann", last: "Szymborska"),
    ])
    let weights = PairWeights(model, records: people.records)
    #expect(weights.weight(2, 3) > weights.weight(0, 1) + 5)
  }

  @Test("the model file of the pipelines is the program's own model")
  func modelFile() throws {
    let path = #filePath.replacing(
      "Tests/MatchingTests/LinkageTests.swift", with: "pipelines/matching-model.json")
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    #expect(
      String(decoding: bytes[..<count], as: UTF8.self)
        == LinkModel.initial.json.text(indented: true) + "\n")
  }

  @Test("a megabyte in a cell costs no more than a long name")
  func longValues() {
    let long = String(repeating: "lane ", count: 200_000)
    let people = People((0..<20).map { Person(name: "Ann \(long)", street: "\($0) \(long)") })
    let weights = PairWeights(.initial, records: people.records)
    for left in 0..<20 { for right in 0..<20 { _ = weights.weight(left, right) } }
    #expect(people.records.text(0, .street).utf8.count == 128)
  }

  @Test("a key that too many share is counted, not compared")
  func giants() throws {
    let people = People(
      (0..<2_000).map { Person(name: "Person\($0) Family\($0)", phone: "+442079460000") })
    let candidates = CandidatePairs(BlockKeys(people.records))
    let phone = try #require(candidates.counts.first { $0.rule == .phone })
    #expect(phone.giants.count == 1 && phone.recordsInGiantBlocks == 2_000 && phone.pairs == 0)
  }
}
