import LeadModel
import LeadmillTestSupport
import Testing

@Suite("leadmill check asks the base by the model too")
struct CheckLinkageTests {
  private func check(_ base: PeopleBase, _ lead: PeopleBase.Lead) throws -> ProgramResult {
    let fields = [
      ("first_name", lead.first), ("last_name", lead.last), ("email", lead.email),
      ("street", lead.street), ("city", lead.city), ("postcode", lead.postcode),
    ]
    return try runProgram(
      "leadmill",
      ["check", "--workspace", base.workspace.root, "--as-of", TestWorkspace.asOf]
        + fields.flatMap { name, value in value.map { ["--field", "\(name)=\($0)"] } ?? [] })
  }

  /// The entities that a check says the record belongs to.
  private func entities(_ result: ProgramResult) -> [String] {
    guard
      let line = result.output.split(separator: "\n").first(where: { $0.hasPrefix("known as ") })
    else { return [] }
    return line.prefix { $0 != ":" }.split(separator: " ").dropFirst(3).map {
      $0.filter(\.isNumber)
    }
  }

  @Test(
    "what a check says of a record is what dedupe makes of it when it comes",
    arguments: [71, 72] as [UInt64])
  func agreement(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let base = try PeopleBase()
    try base.add(
      (1...120).map { (id: Int64($0), lead: LinkageStageTests.lead("L\($0)", people: 40, &random)) }
    )
    try base.dedupe()
    var known = 0
    for id in 121...132 {
      let lead = LinkageStageTests.lead("L\(id)", people: 40, &random)
      let entityOf = try base.workspace.rows(
        "SELECT lead.id, coalesce(entity_id, lead.id) FROM lead LEFT JOIN entity_link ON lead_id = id"
      )
      let said = entities(try check(base, lead))
      try base.add([(id: Int64(id), lead: lead)])
      try base.dedupe()
      // Those of before whose leads are now in the record's entity.
      let members = try base.workspace.rows(
        """
        SELECT lead.id FROM lead LEFT JOIN entity_link ON lead_id = id
        WHERE lead.id <> \(id) AND coalesce(entity_id, lead.id) =
          (SELECT coalesce((SELECT entity_id FROM entity_link WHERE lead_id = \(id)), \(id)))
        """
      ).map { $0[0] }
      let came = Set(entityOf.filter { members.contains($0[0]) }.map { $0[1] })
      #expect(Set(said) == came, "seed \(seed), lead \(id)")
      if !said.isEmpty { known += 1 }
    }
    #expect(known > 2)
  }

  @Test("it says who is joined and who may be, with what each comparison adds")
  func evidence() throws {
    let base = try PeopleBase()
    let person = PeopleBase.Lead(
      name: "L1", first: "Katharina", last: "Ashdown", street: "12 Mill Lane", city: "Leeds",
      postcode: "LS1 4DY")
    try base.add([(id: 1, lead: person)])
    try base.dedupe()
    let known = try check(base, person)
    #expect(
      known.output.contains("known as entity 1: by model of lead 1, 99.9 %; its lead 1\n"),
      "\(known)")
    #expect(known.output.contains("  street exact\n"), "\(known)")
    // One name in another street of the town: nobody can tell without asking.
    var other = person
    other.street = "90 Quarry Road"
    other.postcode = nil
    let possible = try check(base, other)
    #expect(possible.output.contains("not known for certain\nmay be entity 1: by"), "\(possible)")
    #expect(possible.output.contains("  street different\n"), "\(possible)")
    var stranger = other
    stranger.last = "Birchall"
    #expect(try check(base, stranger).output.hasSuffix("\nnot known\n"))
  }
}
