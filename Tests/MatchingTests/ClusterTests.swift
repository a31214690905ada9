import LeadModel
import Testing

@testable import Matching

@Suite("Leads that share a key are one entity, unless the key is shared by many")
struct ClusterTests {
  @Test("e-mails join whatever their case")
  func emails() {
    #expect(
      Samples.cluster([
        Samples.record(1, email: "Ann@example.com"), Samples.record(2, email: "ann@EXAMPLE.com"),
        Samples.record(3, email: "bob@example.com"),
      ]) == [[1, 2], [3]])
  }

  @Test("an invalid address joins nobody")
  func invalidEmail() {
    let invalid: [EntityField: RecordValue] = [.emailStatus: .text("invalid")]
    #expect(
      Samples.cluster([
        Samples.record(1, email: "ann@", invalid), Samples.record(2, email: "ann@", invalid),
      ]) == [[1], [2]])
  }

  @Test("joining goes on over several keys, and the smallest lead gives the id")
  func transitive() {
    #expect(
      Samples.cluster([
        Samples.record(3, email: "a@example.com", name: "Ann Lee"),
        Samples.record(5, email: "a@example.com", phone: "+447700900123", name: "Ann Lee"),
        Samples.record(9, phone: "+447700900123", name: "Ann Lee"),
      ]) == [[3, 5, 9]])
  }

  @Test(
    "company with name joins over spellings",
    arguments: [
      ("Müller GmbH", "Hans Groß", "MUELLER AG", "Gross, Hans"),
      ("Acme Inc.", "Dr. Ann B. Lee", "acme", "ann lee"),
      ("Nord & Süd KG", "José García", "Nord und Süd", "Jose Garcia"),
    ])
  func companyAndName(_ one: String, _ oneName: String, _ two: String, _ twoName: String) {
    // "und" is a word of its own: only the first two spellings are one company.
    let expected: [[Int64]] = two.contains("und") ? [[1], [2]] : [[1, 2]]
    #expect(
      Samples.cluster([
        Samples.record(1, company: one, name: oneName),
        Samples.record(2, company: two, name: twoName),
      ]) == expected)
  }

  @Test("two addresses under one name at one company are two persons")
  func namesakes() {
    let named = { (id: Int64, email: String?) in
      Samples.record(id, email: email, company: "Acme Ltd", name: "Ann Lee")
    }
    #expect(
      Samples.cluster([named(1, "ann@example.com"), named(2, "ann2@example.com"), named(3, nil)])
        == [[1], [2], [3]])
    #expect(Samples.cluster([named(1, "ann@example.com"), named(3, nil)]) == [[1, 3]])
  }

  @Test("a name of one word is no person of a company")
  func shortName() {
    #expect(
      Samples.cluster([
        Samples.record(1, company: "Acme", name: "Ann"),
        Samples.record(2, company: "Acme", name: "Ann"),
      ]) == [[1], [2]])
  }

  @Test("a shared phone joins only leads whose names agree; nobody's name stays alone")
  func sharedPhone() {
    let phone = "+447700900123"
    #expect(
      Samples.cluster([
        Samples.record(1, phone: phone, name: "Ann Lee"),
        Samples.record(2, phone: phone, name: "Bob Ray"),
        Samples.record(3, phone: phone, name: "A. Lee"),
        Samples.record(4, phone: phone),
      ]) == [[1, 3], [2], [4]])
    #expect(
      Samples.cluster([
        Samples.record(1, phone: phone, name: "Ann Lee"), Samples.record(4, phone: phone),
      ]) == [[1, 4]])
  }

  @Test("companies under one roof share its telephone and stay apart where nobody is named")
  func companies() {
    let phone = "+447700900123"
    let bistro = "The Green Heron"
    #expect(
      Samples.cluster([
        Samples.record(1, phone: phone, company: bistro),
        Samples.record(2, phone: phone, company: "Hotel Larkspur"),
        Samples.record(3, phone: phone, company: "GREEN HERON, THE"),
        Samples.record(4, phone: phone, company: "Hotel Larkspur GmbH"),
        Samples.record(5, phone: phone),
      ]) == [[1], [2, 4], [3], [5]])
    // A person there may be anybody's guest, and so may a lead without a name.
    #expect(
      Samples.cluster([
        Samples.record(1, phone: phone, company: bistro, name: "Ann Lee"),
        Samples.record(2, phone: phone, company: bistro),
        Samples.record(3, phone: phone, company: bistro, name: "Bob Ray"),
        Samples.record(4, phone: phone, company: bistro),
      ]) == [[1], [2], [3], [4]])
  }

  @Test("a role address joins only leads whose names agree")
  func roleAddress() {
    #expect(
      Samples.cluster([
        Samples.record(1, email: "info@example.com", name: "Ann Lee"),
        Samples.record(2, email: "Info+fair@example.com", name: "Bob Ray"),
        Samples.record(3, email: "info@example.com", name: "Bob Ray"),
        Samples.record(4, email: "info@example.com", name: "Ann Lee"),
      ]) == [[1, 4], [2], [3]])
  }

  @Test("addresses of one mailbox join leads, and stay as they are")
  func mailbox() {
    #expect(
      Samples.cluster([
        Samples.record(1, email: "Ann.Lee@gmail.com"),
        Samples.record(2, email: "annlee+fair@googlemail.com"),
        Samples.record(3, email: "ann.lee@example.com"),
        Samples.record(4, email: "annlee@example.com"),
      ]) == [[1, 2], [3], [4]])
  }

  @Test("a number with many addresses is a switchboard and joins nobody")
  func switchboard() {
    var rules = Samples.rules
    rules.phone.maximumEmails = 2
    let leads = (1...3).map {
      Samples.record(
        Int64($0), email: "a\($0)@example.com", phone: "+447700900123", name: "Ann Lee")
    }
    #expect(Samples.cluster(leads, rules: rules) == [[1], [2], [3]])
    #expect(Samples.cluster(Array(leads.prefix(2)), rules: rules) == [[1, 2]])
  }

  @Test("a key that too many leads share joins nobody")
  func manyLeads() {
    var rules = Samples.rules
    rules.phone.maximumLeads = 2
    let leads = (1...3).map { Samples.record(Int64($0), phone: "+447700900123") }
    #expect(Samples.cluster(leads, rules: rules) == [[1], [2], [3]])
  }

  @Test("an address that many share joins only leads whose names agree")
  func crowdedAddress() {
    var rules = Samples.rules
    rules.email.namesMustAgreeAbove = 3
    let names = ["Ann Lee", "A. Lee", "Bob Roe", nil]
    let leads = names.enumerated().map {
      Samples.record(Int64($0 + 1), email: "desk@example.com", name: $1)
    }
    #expect(Samples.cluster(Array(leads.prefix(3)), rules: rules) == [[1, 2, 3]])
    #expect(Samples.cluster(leads, rules: rules) == [[1, 2], [3], [4]])
    // Nobody else's name stands against it.
    let one = (1...5).map {
      Samples.record(Int64($0), email: "desk@example.com", name: $0 % 2 == 0 ? "Ann Lee" : nil)
    }
    #expect(Samples.cluster(one, rules: rules) == [[1, 2, 3, 4, 5]])
  }

  @Test("an address beside which several people are named joins only leads whose names agree")
  func sharedMailbox() {
    let names = ["Ann Lee", "Bob Roe", "Ann Lee", nil]
    func leads(_ names: [String?]) -> [LeadRecord] {
      names.enumerated().map {
        Samples.record(Int64($0 + 1), email: "family@example.com", name: $1)
      }
    }
    #expect(Samples.cluster(leads(names)) == [[1, 2, 3, 4]])
    #expect(Samples.cluster(leads(names + ["Cleo Fox"])) == [[1, 3], [2], [4], [5]])
  }

  @Test("given names of one initial that are known, and others, are two people's")
  func givenNames() {
    func leads(_ names: [String?]) -> [LeadRecord] {
      names.enumerated().map {
        Samples.record(Int64($0 + 1), phone: "+447700900123", name: $1)
      }
    }
    #expect(Samples.cluster(leads(["Anna Lee", "A. Lee", nil])) == [[1, 2, 3]])
    #expect(
      Samples.cluster(leads(["Anna Lee", "Adam Lee", "A. Lee", "Anna Lee"]))
        == [[1, 4], [2], [3]])
  }

  @Test("a possible number counts only where the rules say so")
  func possiblePhone() {
    let possible: [EntityField: RecordValue] = [.phoneStatus: .text("possible")]
    let leads = (1...2).map { Samples.record(Int64($0), phone: "+4930123", possible) }
    #expect(Samples.cluster(leads) == [[1, 2]])
    var rules = Samples.rules
    rules.usesPossiblePhones = false
    #expect(Samples.cluster(leads, rules: rules) == [[1], [2]])
  }

  @Test("the evidence of a lead is its strongest key with an earlier lead")
  func evidence() throws {
    var maker = KeyMaker(rules: Samples.rules)
    let leads = [
      Samples.record(1, phone: "+447700900123", name: "Ann Lee"),
      Samples.record(2, email: "a@example.com", phone: "+447700900123", name: "Ann Lee"),
      Samples.record(3, email: "a@example.com", phone: "+447700900123", name: "Ann Lee"),
    ].map { maker.lead($0) }
    let clusters = EntityClusters(of: leads, context: [], blocked: [], rules: Samples.rules)
    #expect(
      clusters.clusters.first?.evidence == [
        LinkEvidence(rule: .phone, matchedLead: 1), LinkEvidence(rule: .email, matchedLead: 2),
      ])
  }

  @Test("a lead outside that belongs among those asked about is named")
  func escaped() {
    var maker = KeyMaker(rules: Samples.rules)
    let leads = [1, 2].map { maker.lead(Samples.record($0, email: "a@example.com")) }
    let clusters = EntityClusters(
      of: [leads[0]], context: [leads[1]], blocked: [], rules: Samples.rules)
    #expect(clusters.escaped == [2])
    let alone = EntityClusters(
      of: [leads[0]], context: [leads[1]], blocked: [KeyOf.email(leads[0])], rules: Samples.rules)
    #expect(alone.escaped.isEmpty)
  }

  @Test("equal hashes over different values are noticed")
  func collision() {
    var keys = LeadKeys()
    keys.email = 7
    let one = ClusterLead(id: 1, keys: keys, values: LeadKeyValues(email: "a@example.com"))
    let two = ClusterLead(id: 2, keys: keys, values: LeadKeyValues(email: "b@example.com"))
    #expect(HashCollision.exists(among: [one, two]))
    #expect(!HashCollision.exists(among: [one, one]))
    let clusters = EntityClusters(of: [one, two], context: [], blocked: [], rules: Samples.rules)
    #expect(clusters.clusters.map(\.leads) == [[1], [2]])
  }

  @Test("the clusters do not depend on the order of joining")
  func orderIndependent() {
    var random = SplitMix64(seed: 20_261_102)
    let leads = (1...300).map { id in
      Samples.record(
        Int64(id), email: "p\(random.next() % 150)@example.com",
        phone: "+4477009\(10_000 + random.next() % 150)", name: "Ann Lee")
    }
    let expected = Samples.cluster(leads)
    #expect(expected.contains { $0.count > 2 })
    for _ in 0..<5 { #expect(Samples.cluster(leads.shuffled(using: &random)) == expected) }
  }
}

private enum KeyOf {
  static func email(_ lead: ClusterLead) -> Int64 { lead.keys.email ?? 0 }
}
