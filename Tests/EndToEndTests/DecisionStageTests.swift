import LeadModel
import LeadmillTestSupport
import Store
import Testing

@Suite("Decisions about pairs hold for ever")
struct DecisionStageTests {
  private struct Decision {
    let row: Int64
    let left: Int64
    let right: Int64
    let word: String
  }

  private func decide(_ base: PeopleBase, _ decisions: [Decision]) throws {
    let insert = try base.database.prepare(
      """
      INSERT INTO link_decision (id, source_row_id, supplier, lead, other_lead, decision)
      VALUES (?1, ?1, 'leadmill-export', ?2, ?3, ?4)
      """)
    for entry in decisions {
      try insert.run(
        .int(entry.row), .text(String(entry.left)), .text(String(entry.right)), .text(entry.word))
    }
  }

  private static func lead(
    _ name: String, people: UInt64, _ random: inout SplitMix64
  ) -> PeopleBase.Lead {
    var person = SplitMix64(seed: random.next() % people)
    let firsts = ["Katharina", "Leonard", "Mirabel", "Osvaldo"]
    let lasts = ["Ashdown", "Birchall", "Calloway", "Dunmore"]
    let first = firsts[Int(person.next() % 4)]
    let last = lasts[Int(person.next() % 4)]
    let address = "\(person.next() % 40 + 1) Mill Lane"
    let email = "\(first).\(last).\(person.next() % 30)@example.com".lowercased()
    // A few share an address of the house.
    let isShared = random.next() % 10 == 0
    return .init(
      name: name, first: random.next() % 8 == 0 ? String(first.dropLast()) : first, last: last,
      email: isShared ? "desk@example.com" : random.next() % 3 == 0 ? email : nil,
      street: random.next() % 9 == 0 ? nil : address, city: "Leeds",
      postcode: "\(10_000 + person.next() % 20)")
  }

  /// Leads of whom no two say the same: nobody could tell which of them a decision parts.
  private static func leads(
    _ count: Int, people: UInt64, _ random: inout SplitMix64
  ) -> [(id: Int64, lead: PeopleBase.Lead)] {
    var seen: Set<String> = []
    var leads: [(id: Int64, lead: PeopleBase.Lead)] = []
    while leads.count < count {
      let id = Int64(leads.count + 1)
      let lead = Self.lead("L\(id)", people: people, &random)
      var content = lead
      content.name = ""
      if seen.insert("\(content)").inserted { leads.append((id, lead)) }
    }
    return leads
  }

  /// Decisions that say the opposite of what the base says, and some that say the same.
  private func contrary(
    _ base: PeopleBase, leads: Int, _ random: inout SplitMix64
  ) throws -> [Decision] {
    var decisions: [Decision] = []
    let linked = try base.workspace.rows(
      "SELECT lead_id, matched_lead_id FROM entity_link ORDER BY lead_id")
    for row in linked where random.next() % 6 == 0 {
      guard let left = Int64(row[0]), let right = Int64(row[1]) else { continue }
      decisions.append(
        Decision(row: Int64(decisions.count + 1), left: left, right: right, word: "different"))
    }
    for _ in 1...6 {
      let left = Int64(random.next() % UInt64(leads)) + 1
      let right = Int64(random.next() % UInt64(leads)) + 1
      guard left != right else { continue }
      decisions.append(
        Decision(row: Int64(decisions.count + 1), left: left, right: right, word: "same"))
    }
    return decisions
  }

  @Test(
    "whatever night a decision comes, and in whatever order leads do, the people are the same",
    arguments: [71, 72, 73] as [UInt64])
  func nights(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let count = 90
    let leads = Self.leads(count, people: 30, &random)
    let plain = try PeopleBase()
    try plain.add(leads)
    try plain.dedupe()
    let decisions = try contrary(plain, leads: count, &random)
    #expect(decisions.count > 8, "seed \(seed)")
    // All at once: known before anybody was linked.
    let atOnce = try PeopleBase()
    try atOnce.add(leads)
    try decide(atOnce, decisions)
    try atOnce.dedupe()
    // Afterwards: entities that are there come apart.
    try decide(plain, decisions)
    try plain.dedupe()
    #expect(try plain.state() == atOnce.state(), "seed \(seed)")
    // Night by night, decisions in between, some before their leads.
    let byNight = try PeopleBase()
    var rest = leads[...]
    var waiting = decisions[...]
    while !rest.isEmpty || !waiting.isEmpty {
      let night = rest.prefix(Int(random.next() % 30) + 1)
      rest = rest.dropFirst(night.count)
      let given = waiting.prefix(Int(random.next() % 8))
      waiting = waiting.dropFirst(given.count)
      try byNight.add(Array(night))
      try decide(byNight, Array(given))
      try byNight.dedupe()
    }
    #expect(try byNight.state() == atOnce.state(), "seed \(seed)")
    // The other way round.
    let reversed = try PeopleBase()
    let last = Int64(count + 1)
    try reversed.add(leads.map { (id: last - $0.id, lead: $0.lead) })
    try decide(
      reversed,
      decisions.map {
        Decision(row: $0.row, left: last - $0.left, right: last - $0.right, word: $0.word)
      })
    try reversed.dedupe()
    #expect(try reversed.people() == atOnce.people(), "seed \(seed)")
    try expectObeyed(byNight, seed: seed)
    // Nothing is left to do, and taken back they leave the base as if they had never been.
    #expect(try byNight.workspace.runStage("dedupe").status == 99)
    try byNight.database.prepare("DELETE FROM link_decision").run()
    try byNight.dedupe()
    let never = try PeopleBase()
    try never.add(leads)
    try never.dedupe()
    #expect(try byNight.state() == never.state(), "seed \(seed)")
  }

  private func expectObeyed(_ base: PeopleBase, seed: UInt64) throws {
    let broken = try base.workspace.rows(
      """
      SELECT c.lead_id, c.other_id, c.is_same FROM link_constraint c
      LEFT JOIN entity_link a ON a.lead_id = c.lead_id
      LEFT JOIN entity_link b ON b.lead_id = c.other_id
      WHERE (coalesce(a.entity_id, c.lead_id) = coalesce(b.entity_id, c.other_id)) <> c.is_same
      """)
    #expect(broken.isEmpty, "seed \(seed)")
  }

  @Test("decisions hold through a new model, changed leads and leads that join later")
  func retraining() throws {
    var random = SplitMix64(seed: 81)
    var leads = (1...600).map { id in
      (id: Int64(id), lead: Self.lead("L\(id)", people: 300, &random))
    }
    let base = try PeopleBase()
    try base.add(Array(leads[..<560]))
    try base.dedupe()
    try decide(base, try contrary(base, leads: 560, &random))
    try base.dedupe()
    try expectObeyed(base, seed: 81)
    #expect(try base.workspace.runStage("dedupe", ["--train"]).status == 0)
    try expectObeyed(base, seed: 81)
    for place in [3, 40, 41, 200] { leads[place].lead = leads[place + 7].lead }
    try base.change([3, 40, 41, 200].map { leads[$0] })
    try base.add(Array(leads[560...]))
    try base.dedupe()
    try expectObeyed(base, seed: 81)
    #expect(try base.workspace.count("SELECT count(*) FROM link_constraint WHERE is_same = 0") > 20)
  }

  @Test("of decisions that contradict each other the later ones count, and it is said")
  func contradictions() throws {
    let base = try PeopleBase()
    try base.add(
      (1...3).map { id in
        (
          id: Int64(id),
          lead: PeopleBase.Lead(
            name: "L\(id)", first: "Ann\(id)", last: "Lee", email: nil, street: nil, city: nil,
            postcode: nil)
        )
      })
    try decide(
      base,
      [
        .init(row: 1, left: 1, right: 2, word: "same"),
        .init(row: 2, left: 3, right: 2, word: "same"),
        .init(row: 3, left: 3, right: 1, word: "different"),
      ])
    let result = try base.workspace.runStage("dedupe")
    #expect(result.status == 0 && result.errors.contains("DED004"), "\(result)")
    #expect(try base.people() == [["L1"], ["L2 L3"]])
    // Nobody is sure any more: the pair is decided by nothing, and the first decision counts again.
    try decide(base, [.init(row: 4, left: 1, right: 3, word: "unsure")])
    try base.dedupe()
    #expect(try base.people() == [["L1 L2 L3"]])
    // An entity that was merged away is there again, and leads nowhere else.
    try decide(base, [.init(row: 5, left: 2, right: 1, word: "different")])
    try base.dedupe()
    #expect(try base.people() == [["L1"], ["L2 L3"]])
    #expect(try base.workspace.count("SELECT count(*) FROM entity_redirect") == 0)
  }

  @Test("a decision about leads that are not there waits for them, and says so once")
  func gone() throws {
    let base = try PeopleBase()
    let lead = { (id: Int64) in
      (
        id: id,
        lead: PeopleBase.Lead(
          name: "L\(id)", first: "Ann\(id)", last: "Lee", email: nil, street: nil, city: nil,
          postcode: nil)
      )
    }
    try base.add([lead(1)])
    try decide(base, [.init(row: 1, left: 1, right: 2, word: "same")])
    let result = try base.workspace.runStage("dedupe")
    #expect(result.errors.contains("DED003"), "\(result)")
    #expect(!(try base.workspace.runStage("dedupe").errors.contains("DED003")))
    try base.add([lead(2)])
    try base.dedupe()
    #expect(try base.people() == [["L1 L2"]])
    #expect(try base.count(linkedBy: "review") == 1)
  }
}
