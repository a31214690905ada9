import LeadModel
import Testing

@testable import Matching

/// Accounts as linking sees them.
private struct Accounts {
  struct Account {
    var name: String
    var domain = ""
    var phone = ""
    var street = ""
    var city = ""
    var postcode = ""
    var country = ""
  }

  private var records = LinkRecords()
  private var identities: [CompanyClusters.Identity] = []

  init(_ accounts: [Account]) {
    var reader = LinkReader(roleLocalParts: [])
    for (position, account) in accounts.enumerated() {
      let texts = [
        account.name, account.domain, account.phone, account.street, account.city, account.postcode,
      ]
      let bytes = texts.flatMap { Array($0.utf8) }
      bytes.withUnsafeBufferPointer { bytes in
        var start = 0
        let parts = texts.map { text in
          defer { start += text.utf8.count }
          return UnsafeBufferPointer(rebasing: bytes[start..<(start + text.utf8.count)])
        }
        var input = LinkInput()
        (input.company, input.email, input.phone) = (parts[0], parts[1], parts[2])
        (input.street, input.city, input.postcode) = (parts[3], parts[4], parts[5])
        reader.read(Int64(position), input, into: &records)
      }
      identities.append(.init(domain: account.domain, country: account.country))
    }
  }

  var links: [CompanyClusters.Link] {
    let model = LinkModel.ofCompanies(accounts: records.count, rules: LinkageRules())
    return CompanyClusters(records, identities: identities, model: model).links
  }

  /// Each account with the rule by which it joined an earlier one, and this one's company.
  var rules: [String] { links.map { "\($0.account) \($0.rule.name) \($0.company)" } }
}

private typealias Account = Accounts.Account

@Suite("Accounts that are one company")
struct CompanyClustersTests {
  private static let tools = Account(
    name: "ACME Tools GmbH", domain: "acme.example", phone: "+493023125483",
    street: "Lindenstraße 27", city: "Berlin", postcode: "10163", country: "DE")

  private static func like(_ change: (inout Account) -> Void) -> Account {
    var account = tools
    change(&account)
    return account
  }

  @Test(
    "one domain, one number, one name at one place or all together make one company",
    arguments: [
      (Account(name: "Acme Tools Gesellschaft mbH", domain: "acme.example"), ["1 domain 0"]),
      (Account(name: "Acme Tool", phone: "+493023125483"), ["1 phone 0"]),
      (Account(name: "Acme Tools AG", city: "Berlin", postcode: "10163"), ["1 name_and_place 0"]),
      (Account(name: "Acme Tols", street: "Lindenstr. 27", city: "Berlin"), ["1 model 0"]),
      (Account(name: "Acme", phone: "+493023125483", street: "Lindenstr 27"), ["1 model 0"]),
      // Another firm in its house, a branch, a namesake elsewhere.
      (Account(name: "Larkspur Optik", phone: "+493023125483", street: "Lindenstr. 27"), []),
      (Account(name: "Tools Larkspur", phone: "+493023125483", street: "Lindenstr. 27"), []),
      (Account(name: "Acme Tools", street: "Seestraße 1", city: "Berlin", postcode: "10163"), []),
      (Account(name: "Acme Tools", city: "Hamburg", postcode: "20302"), []),
      (like { $0.domain = "acme-berlin.example" }, []), (like { $0.country = "AT" }, []),
    ])
  private func pairs(other: Account, expected: [String]) {
    #expect(Accounts([Self.tools, other]).rules == expected)
    #expect(Accounts([other, Self.tools]).rules == expected)
  }

  @Test("the sites of a chain are one company by their domain, however many they are")
  func chain() {
    let sites = (1...60).map { site in
      Account(
        name: "Acme Tools", domain: "acme.example", street: "Seestraße \(site)", city: "Bonn",
        country: "DE")
    }
    let others = (1...60).map { site in
      Account(name: "Acme Tools", street: "Seestraße \(site)", city: "Bonn", country: "DE")
    }
    #expect(Accounts(sites).rules == (1..<60).map { "\($0) domain 0" })
    #expect(Accounts(others).rules == [])
  }

  @Test("an address in other words makes one company of two with one name, in a base of any size")
  func words() {
    let one = Account(name: "Brightwater Foods", street: "2355 Harbour Road NE", city: "Leeds")
    let other = Account(
      name: "Brightwater Foods Ltd", street: "2355 Harbour Rd. Harbour Court Shopping Centre",
      city: "Leeds")
    #expect(Accounts([one, other]).rules == ["1 model 0"])
    var weights: [Double] = []
    for accounts in [2, 500, 5_000, 5_100, 1_000_000] {
      weights.append(LinkModel.ofCompanies(accounts: accounts, rules: LinkageRules()).priorWeight)
    }
    #expect(weights[0] == weights[1] && weights[2] == weights[3])
    #expect(weights[1] > weights[2] && weights[3] > weights[4])
  }

  @Test("two companies are not joined by an account that could be either's")
  func doubts() {
    let other = Account(name: "Acme Tools Ltd", domain: "acme.example", country: "GB")
    let either = Account(name: "Acme Tools", domain: "acme.example")
    #expect(Accounts([Self.tools, other, either]).rules == [])
    let german = Account(name: "Acme Tools", domain: "acme.example", country: "DE")
    #expect(Accounts([Self.tools, other, german]).rules == ["2 domain 0"])
    // Neither are they by way of a chain: each link is sure, the ends contradict each other.
    let noDomain = Self.like { ($0.domain, $0.country) = ("", "") }
    let third = Self.like { ($0.domain, $0.name) = ("third.example", "Acme Tool") }
    let links = Accounts([Self.tools, noDomain, third]).rules
    #expect(links.count < 2, "\(links)")
  }

  @Test("the companies are the same in whatever order the accounts come", arguments: [3, 4])
  func order(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func pick(_ choices: [String]) -> String { choices[Int(random.next() % UInt64(choices.count))] }
    let accounts = (0..<60).map { _ in
      Account(
        name: pick(["Acme Tools", "Acme Tool GmbH", "Acme", "Brightwater", "Brightwater Foods"]),
        domain: pick(["", "", "acme.example", "bright.example"]),
        phone: pick(["", "", "+493023125483", "+493023125484", "+493023125485"]),
        street: pick(["", "Lindenstraße 27", "Seestr. 1"]), city: pick(["", "Berlin", "Bonn"]),
        postcode: pick(["", "10163", "53111"]), country: pick(["", "", "DE", "AT"]))
    }
    /// Partners of each account, by its place in the first order.
    func partners(_ order: [Int]) -> [Set<Int>] {
      var company = Array(order.indices)
      for link in Accounts(order.map { accounts[$0] }).links {
        company[link.account] = link.company
      }
      var result = [Set<Int>](repeating: [], count: order.count)
      for (position, account) in order.enumerated() {
        result[account] = Set(
          order.indices.filter { company[$0] == company[position] }.map { order[$0] })
      }
      return result
    }
    let expected = partners(Array(accounts.indices))
    #expect(expected.contains { $0.count > 2 })
    for _ in 1...5 {
      var order = Array(accounts.indices)
      order.shuffle(using: &random)
      #expect(partners(order) == expected, "seed \(seed)")
    }
  }
}
