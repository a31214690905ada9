import LeadModel
import LeadmillTestSupport
import Store
import Testing

@Suite("Contacts are found by all that they and the leads say")
struct ContactLinkageTests {
  private static func contact(
    _ id: Int64, like lead: PeopleBase.Lead, _ random: inout SplitMix64
  ) -> (id: Int64, lead: PeopleBase.Lead) {
    var contact = lead
    contact.name = "C\(id)"
    if random.next() % 3 != 0 { contact.email = nil }
    return (id, contact)
  }

  private static func add(
    _ contacts: [(id: Int64, lead: PeopleBase.Lead)], to base: PeopleBase
  ) throws {
    let insert = try base.database.prepare(
      """
      INSERT OR REPLACE INTO contact (id, source_row_id, supplier, external_id, first_name, last_name,
        email, street, city, postcode) VALUES (?1, ?1, 'crm', ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      """)
    for (id, contact) in contacts {
      try insert.run(
        .int(id), .text(contact.name), SQLValue(contact.first), SQLValue(contact.last),
        SQLValue(contact.email), SQLValue(contact.street), SQLValue(contact.city),
        SQLValue(contact.postcode))
      try base.database.prepare("INSERT OR IGNORE INTO revisit VALUES ('dedupe', 'contact', ?1)")
        .run(.int(id))
    }
  }

  private static func remove(_ contact: Int64, from base: PeopleBase) throws {
    let database = base.database
    try database.prepare("DELETE FROM contact WHERE id = ?1").run(.int(contact))
    try database.prepare("DELETE FROM contact_link WHERE contact_id = ?1").run(.int(contact))
    try database.prepare("INSERT OR IGNORE INTO revisit VALUES ('dedupe', 'contact', ?1)")
      .run(.int(contact))
  }

  private static func links(_ base: PeopleBase) throws -> [[String]] {
    try base.workspace.rows("SELECT * FROM contact_link ORDER BY contact_id")
      + base.workspace.rows("SELECT contact_id, content FROM contact_match ORDER BY 1")
  }

  @Test(
    "contacts and leads that come and change in many nights are matched as if all had come at once",
    arguments: [71, 72] as [UInt64])
  func nights(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var leads = (1...160).map { id in
      (id: Int64(id), lead: LinkageStageTests.lead("L\(id)", people: 60, &random))
    }
    var contacts = (1...80).map { id in
      Self.contact(
        1_000 + Int64(id), like: LinkageStageTests.lead("", people: 60, &random), &random)
    }
    let byNight = try PeopleBase()
    var (restOfLeads, restOfContacts) = (leads[...], contacts[...])
    while !restOfLeads.isEmpty || !restOfContacts.isEmpty {
      let (night, others) = (
        restOfLeads.prefix(Int(random.next() % 60)), restOfContacts.prefix(Int(random.next() % 40))
      )
      restOfLeads = restOfLeads.dropFirst(night.count)
      restOfContacts = restOfContacts.dropFirst(others.count)
      try byNight.add(Array(night))
      try Self.add(Array(others), to: byNight)
      try byNight.dedupe()
    }
    for _ in 1...3 {
      var changed: Set<Int> = []
      for _ in 1...8 { changed.insert(Int(random.next() % 160)) }
      for place in changed.sorted() {
        leads[place].lead = LinkageStageTests.lead("L\(place + 1)", people: 60, &random)
      }
      try byNight.change(changed.sorted().map { leads[$0] })
      let place = Int(random.next() % 80)
      contacts[place] = Self.contact(
        contacts[place].id, like: LinkageStageTests.lead("", people: 60, &random), &random)
      try Self.add([contacts[place]], to: byNight)
      try byNight.dedupe()
    }
    try Self.remove(contacts.removeLast().id, from: byNight)
    try byNight.dedupe()
    let atOnce = try PeopleBase()
    try atOnce.add(leads)
    try Self.add(contacts, to: atOnce)
    try atOnce.dedupe()
    #expect(try Self.links(atOnce) == Self.links(byNight), "seed \(seed)")
    #expect(try atOnce.workspace.count("SELECT count(*) FROM revisit") == 0)
    let byModel = "SELECT count(*) FROM contact_link WHERE rule = 'model' AND weight > 2"
    #expect(try atOnce.workspace.count(byModel) > 10)
    // What nothing has come to is not looked at again; what was forgotten is found again.
    #expect(try byNight.workspace.runStage("dedupe").status == 99)
    try byNight.database.prepare(
      "UPDATE high_water SET mark = 0 WHERE stage = 'dedupe' AND subject = 'contact'"
    ).run()
    let rehearsal = try byNight.workspace.runStage("dedupe", ["--dry-run"])
    #expect(rehearsal.status == 0, "\(rehearsal)")
    try byNight.dedupe()
    #expect(try Self.links(atOnce) == Self.links(byNight), "seed \(seed)")
  }
}
