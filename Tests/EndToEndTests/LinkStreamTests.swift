import LeadModel
import LeadmillTestSupport
import Store
import Testing

@Suite("Linking in steps over JSON lines comes to what dedupe comes to")
struct LinkStreamTests {
  private static func step(
    _ step: String, _ input: [String], _ arguments: [String] = []
  ) throws -> ProgramResult {
    let text = input.map { $0 + "\n" }.joined()
    return try runProgram(
      "leadmill-dedupe", ["--stream", step] + arguments, input: Array(text.utf8))
  }

  private static func lines(_ result: ProgramResult) -> [String] {
    #expect(result.status == 0 && result.errors.isEmpty, "\(result)")
    return result.output.split(separator: "\n").map(String.init)
  }

  /// What the sorting engine between the steps does.
  private static func clusters(of records: [String]) throws -> [String] {
    let keys = try lines(step("keys", records)).sorted()
    let edges = try lines(step("score", keys)).sorted()
    return try lines(step("cluster", edges))
  }

  private static func lead(_ id: Int, _ random: inout SplitMix64) -> PeopleBase.Lead {
    func pick(_ count: UInt64) -> Int { Int(random.next() % count) }
    let firsts = ["Katharina", "Catharina", "Leonard", "Leonhard", "Mirabel"]
    let lasts = ["Ashdown", "Ashdwon", "Birchall", "Calloway"]
    return .init(
      name: "L\(id)", first: pick(9) == 0 ? nil : firsts[pick(5)], last: lasts[pick(4)],
      email: pick(3) == 0 ? "person\(pick(25))@example.com" : nil,
      street: "\(pick(12) + 1) Mill Lane", city: "Leeds", postcode: "LS1 \(pick(4))AB",
      phone: pick(4) == 0 ? "+44207946\(1_000 + pick(15))" : nil)
  }

  @Test(
    "keys, sorted, scored, sorted and clustered are dedupe's entities, with their reasons",
    arguments: [81, 82] as [UInt64])
  func sameClusters(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let base = try PeopleBase()
    var leads = (1...140).map { (id: Int64($0), lead: Self.lead($0, &random)) }
    // Sixty of one house: more than are compared for it.
    for index in 0..<60 { leads[index].lead.street = "99 Tower Street" }
    try base.add(leads)
    try base.dedupe()
    let records = try base.workspace.rows(
      """
      SELECT json_object('id', id, 'full_name', full_name, 'first_name', first_name,
        'last_name', last_name, 'email', email, 'phone', phone, 'street', street, 'city', city,
        'postcode', postcode) FROM lead ORDER BY id
      """
    ).map { $0[0] }
    // Ordered another way than the store is.
    let found = try Self.clusters(of: records.reversed())
    let expected = try base.workspace.rows(
      """
      SELECT json_object('id', cast(id AS TEXT), 'cluster', cast(entity_id AS TEXT),
        'size', (SELECT lead_count FROM entity WHERE entity.id = entity_id),
        'rule', rule, 'matched', cast(matched_lead_id AS TEXT))
      FROM lead JOIN entity_link ON lead_id = id ORDER BY id
      """
    ).map { $0[0] }
    #expect(found.filter { $0.contains("\"rule\"") } == expected, "seed \(seed)")
    #expect(found.count == 140)
    #expect(expected.contains { $0.contains("\"model\"") }, "seed \(seed)")
  }

  @Test("an id that comes twice, and a member that is no field, are told")
  func odd() throws {
    let result = try Self.step(
      "keys",
      [
        #"{"id":"1","emial":"ann@example.com"}"#, #"{"id":"2","last_name":"Lee","emial":""}"#,
        #"{"id":"1","last_name":"Roe"}"#,
      ])
    #expect(result.status == 30 && result.output.contains(#""id":"2""#), "\(result)")
    #expect(!result.output.contains("Roe"), "\(result)")
    #expect(result.errors.contains("line 3: found the id of line 1 again"), "\(result)")
    #expect(result.errors.contains("did you mean 'email'?"), "\(result)")
    #expect(result.errors.split(separator: "\n").count == 2, "\(result)")
  }

  @Test("decisions beside the edges are obeyed as those of a base are", arguments: [83] as [UInt64])
  func decisions(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let base = try PeopleBase()
    let leads = (1...90).map { (id: Int64($0), lead: Self.lead($0, &random)) }
    try base.add(leads)
    try base.dedupe()
    let linked = try base.workspace.rows(
      "SELECT lead_id, matched_lead_id FROM entity_link ORDER BY lead_id")
    var decisions = linked.filter { _ in random.next() % 5 == 0 }
      .map { (left: $0[0], right: $0[1], word: "different") }
    for _ in 1...5 {
      let (left, right) = (random.next() % 90 + 1, random.next() % 90 + 1)
      guard left != right else { continue }
      decisions.append((left: "\(left)", right: "\(right)", word: "same"))
    }
    #expect(decisions.count > 8, "seed \(seed)")
    // Those that the base finds to agree with each other.
    let insert = try base.database.prepare(
      """
      INSERT INTO link_decision (id, source_row_id, supplier, lead, other_lead, decision)
      VALUES (?1, ?1, 'leadmill-export', ?2, ?3, ?4)
      """)
    for (row, entry) in decisions.enumerated() {
      try insert.run(
        .int(Int64(1_000 - row)), .text(entry.left), .text(entry.right), .text(entry.word))
    }
    try base.dedupe()
    let records = try base.workspace.rows(
      """
      SELECT json_object('id', id, 'full_name', full_name, 'first_name', first_name,
        'last_name', last_name, 'email', email, 'phone', phone, 'street', street, 'city', city,
        'postcode', postcode) FROM lead ORDER BY id
      """
    ).map { $0[0] }
    let edges = try Self.lines(
      Self.step("score", Self.lines(Self.step("keys", records)).sorted()))
    let inForce = try base.workspace.rows(
      """
      SELECT json_object('left', cast(other_id AS TEXT), 'right', cast(lead_id AS TEXT), 'decision',
        iif(is_same, 'same', 'different')) FROM link_constraint WHERE lead_id < other_id
      """
    ).map { $0[0] }
    let found = try Self.lines(Self.step("cluster", (edges + inForce).sorted()))
    let expected = try base.workspace.rows(
      """
      SELECT json_object('id', cast(id AS TEXT), 'cluster', cast(entity_id AS TEXT),
        'size', (SELECT lead_count FROM entity WHERE entity.id = entity_id),
        'rule', rule, 'matched', cast(matched_lead_id AS TEXT))
      FROM lead JOIN entity_link ON lead_id = id ORDER BY id
      """
    ).map { $0[0] }
    #expect(found.filter { $0.contains("\"rule\"") } == expected, "seed \(seed)")
    #expect(expected.contains { $0.contains("\"review\"") }, "seed \(seed)")
  }

  @Test("decisions that cannot hold are told, and 'different' counts before 'same'")
  func contradictions() throws {
    let lines = [
      #"{"left":"1","right":"2","decision":"same"}"#,
      #"{"left":"2","right":"1","decision":"different"}"#,
      #"{"left":"2","right":"3","weight":9}"#, #"{"left":"1","right":"3","decision":"same"}"#,
      #"{"left":"1","right":"9","decision":"same"}"#,
      #"{"left":"3","right":"3","decision":"same"}"#,
      #"{"left":"2","right":"3","decision":"perhaps"}"#, #"{"id":"1"}"#,
    ]
    for order in [lines, lines.reversed()] {
      let result = try Self.step("cluster", order)
      #expect(result.status == 30, "\(result)")
      #expect(
        result.output.split(separator: "\n") == [
          #"{"id":"1","cluster":"1","size":2}"#, #"{"id":"2","cluster":"2","size":1}"#,
          #"{"id":"3","cluster":"1","size":2,"rule":"review","matched":"1"}"#,
        ])
      for text in ["DED003", "DED004", "names one record twice", "found 'perhaps' as 'decision'"] {
        #expect(result.errors.contains(text), "\(text): \(result.errors)")
      }
    }
  }

  @Test("a pair that shares several keys is scored once, and what too many share is told")
  func scoredOnce() throws {
    let twins = (1...2).map {
      #"{"id":"T\#($0)","first_name":"Ann","last_name":"Lee","street":"1 Mill Lane","city":"Leeds"}"#
    }
    let crowd = (1...60).map { #"{"id":"C\#($0)","last_name":"Roe\#($0)","street":"9 Tower St"}"# }
    let edges = try Self.lines(
      Self.step("score", Self.lines(Self.step("keys", twins + crowd)).sorted()))
    #expect(edges.filter { $0.contains("\"weight\"") }.count == 1)
    #expect(
      edges.filter { $0.contains("\"too_many\"") }.map { $0.contains("\"records\":60") } == [true])
    // Every record once, whether or not it has an edge.
    #expect(edges.filter { $0.hasPrefix(#"{"id":"#) }.count == 62)
  }

  @Test(
    "nothing in, nothing out; and what cannot be read is told by its line",
    arguments: [
      "keys", "score", "cluster",
    ])
  func input(step: String) throws {
    #expect(try Self.lines(Self.step(step, [])).isEmpty)
    let bad = try Self.step(step, ["", "no JSON"])
    #expect(bad.status == 30 && bad.errors.contains("line 2: found 'n' at character 1"), "\(bad)")
  }

  @Test("keys that are not sorted stop the scoring, and edges need no records")
  func edges() throws {
    let keys = ["a", "b", "a"].enumerated().map { #"{"key":"\#($1)","id":"\#($0)"}"# }
    let unsorted = try Self.step("score", keys)
    #expect(unsorted.status == 30 && unsorted.errors.contains("line 3: found a key again"))
    let clusters = try Self.lines(
      Self.step(
        "cluster",
        [
          #"{"left":"10","right":"9","weight":8}"#, #"{"left":"9","right":"2","weight":-1}"#,
          #"{"left":"2","right":"1","rule":"email"}"#,
        ]))
    #expect(
      clusters == [
        #"{"id":"1","cluster":"1","size":2}"#,
        #"{"id":"2","cluster":"1","size":2,"rule":"email","matched":"1"}"#,
        #"{"id":"9","cluster":"9","size":2}"#,
        #"{"id":"10","cluster":"9","size":2,"rule":"model","matched":"9"}"#,
      ])
    // Without --stream a stage needs its workspace.
    let lone = try runProgram("leadmill-dedupe", [])
    #expect(lone.status == 40 && lone.errors.contains("missing option '--workspace DIR'"))
  }
}
