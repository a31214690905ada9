import LeadModel
import LeadmillTestSupport
import Testing

@Suite("Entities that were merged come apart as they were")
struct UnmergeTests {
  private static let firsts = ["Alma", "Bodo", "Cora", "Dirk"]

  private static func lead(_ name: String, _ random: inout SplitMix64) -> PeopleBase.Lead {
    func pick(_ count: UInt64) -> UInt64 { random.next() % count }
    return .init(
      name: name, first: firsts[Int(pick(4))], last: "Ashdown",
      email: pick(3) == 0 ? nil : "person\(pick(20))@example.com",
      street: pick(2) == 0 ? nil : "\(pick(30) + 1) Mill Lane", city: "Leeds",
      postcode: "LS1 \(pick(5))AB", phone: pick(3) == 0 ? nil : "+44207946\(1_000 + pick(12))",
      title: pick(2) == 0 ? nil : ["Buyer", "CEO", "Head of Purchasing"][Int(pick(3))])
  }

  /// Entities with values and provenance, links and edges, but for one lead's.
  private static func state(of base: PeopleBase, without lead: Int64) throws -> [[String]] {
    try base.workspace.rows("SELECT * FROM entity WHERE id <> \(lead) ORDER BY id")
      + base.workspace.rows("SELECT * FROM entity_link WHERE lead_id <> \(lead) ORDER BY lead_id")
      + base.workspace.rows(
        "SELECT * FROM link_edge WHERE lead_id <> \(lead) AND other_id <> \(lead) ORDER BY 1, 2")
  }

  @Test(
    "a lead that unites several, and then turns out to be somebody else's, leaves them as they were",
    arguments: [71, 73] as [UInt64])
  func unmerge(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let base = try PeopleBase()
    let leads = (1...60).map { (id: Int64($0), lead: Self.lead("L\($0)", &random)) }
    try base.add(leads)
    try base.dedupe()
    var merged = 0
    for round in 1...6 {
      // Somebody in the middle of the ids too, who may found an entity and not only join one.
      let id = round % 2 == 0 ? Int64(30) : Int64(60 + round)
      let former = leads.first { $0.id == id }?.lead
      let stranger = PeopleBase.Lead(name: "L\(id)", email: "stranger\(round)@example.org")
      if former == nil { try base.add([(id, stranger)]) } else { try base.change([(id, stranger)]) }
      try base.dedupe()
      let before = try Self.state(of: base, without: id)
      let entities = try base.workspace.count("SELECT count(*) FROM entity")
      let mailed = leads.filter { $0.lead.email != nil && $0.id != id }
      let called = leads.filter { $0.lead.phone != nil && $0.id != id }
      let one = mailed[Int(random.next() % UInt64(mailed.count))].lead
      let other = called[Int(random.next() % UInt64(called.count))].lead
      var uniting = other
      uniting.name = "L\(id)"
      uniting.email = one.email
      try base.change([(id, uniting)])
      try base.dedupe()
      merged += entities - (try base.workspace.count("SELECT count(*) FROM entity"))
      try base.change([(id, stranger)])
      try base.dedupe()
      #expect(try Self.state(of: base, without: id) == before, "seed \(seed) round \(round)")
      if let former {
        try base.change([(id, former)])
        try base.dedupe()
      }
    }
    // A lead that joins one entity makes one less; more are entities that it has merged.
    #expect(merged > 6, "seed \(seed)")
  }
}
