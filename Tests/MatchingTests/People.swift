import Bytes

@testable import Matching

/// People as a model sees them.
struct People {
  private(set) var records = LinkRecords()
  private var reader: LinkReader

  struct Person {
    var name = ""
    var first = ""
    var last = ""
    var email = ""
    var phone = ""
    var company = ""
    var street = ""
    var city = ""
    var postcode = ""
    var title = ""
    var website = ""
    var bornOn: Int?
  }

  init(_ people: [Person] = [], domains: DomainRules = DomainRules()) {
    reader = LinkReader(roleLocalParts: ["info"], domains: domains)
    for person in people { add(person) }
  }

  mutating func add(_ person: Person) {
    let texts = [
      person.name, person.first, person.last, person.email, person.phone, person.company,
      person.street, person.city, person.postcode, person.title, person.website,
    ].map { Array($0.utf8) }
    read(texts, [], bornOn: person.bornOn)
  }

  /// Pins one text after the other.
  private mutating func read(
    _ texts: [[UInt8]], _ pinned: [UnsafeBufferPointer<UInt8>], bornOn: Int?
  ) {
    guard pinned.count == texts.count else {
      return texts[pinned.count].withUnsafeBufferPointer {
        read(texts, pinned + [$0], bornOn: bornOn)
      }
    }
    var input = LinkInput()
    (input.fullName, input.firstName, input.lastName) = (pinned[0], pinned[1], pinned[2])
    (input.email, input.phone, input.company) = (pinned[3], pinned[4], pinned[5])
    (input.street, input.city, input.postcode) = (pinned[6], pinned[7], pinned[8])
    (input.jobTitle, input.website) = (pinned[9], pinned[10])
    input.bornOn = bornOn
    reader.read(Int64(records.count + 1), input, into: &records)
  }

  /// The level that the first two people reach in a comparison.
  func level(_ comparison: LinkComparison) -> String {
    let level = PairComparer(records).pattern(0, 1)[comparison]
    return level == 0 ? "-" : comparison.levels[level - 1]
  }

  /// Whether the first two people are linked by the program's own model.
  var areLinked: Bool {
    PairWeights(.initial, records: records).weight(0, 1)
      >= LinkModel.weight(of: LinkModel.initial.linkThreshold)
  }
}

typealias Person = People.Person
