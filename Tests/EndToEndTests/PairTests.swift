import Foundation
import LeadmillTestSupport
import Testing

@Suite("leadmill explain --pair says why two leads are one person, or are not")
struct PairTests {
  private func lead(
    _ name: String, _ first: String, email: String? = nil, street: String? = "12 Mill Lane"
  ) -> PeopleBase.Lead {
    .init(
      name: name, first: first, last: "Ashdown", email: email, street: street, city: "Leeds",
      postcode: "LS1 4DY")
  }

  private func base() throws -> PeopleBase {
    let base = try PeopleBase()
    try base.add([
      (1, lead("L1", "Katharina")), (2, lead("L2", "Katharina")),
      (3, lead("L3", "Osvaldo", street: "3 Quarry Road")),
      (4, lead("L4", "Mirabel", email: "mira@example.com")),
      (5, lead("L5", "Mira", email: "mira@example.com", street: nil)),
    ])
    try base.dedupe()
    return base
  }

  @Test("the steps add up to the weight that the stage has stored")
  func sums() throws {
    let base = try base()
    let result = try base.workspace.runDriver(["explain", "--pair", "2", "1", "--json"])
    #expect(result.status == 0, "\(result)")
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let pair = try #require(value as? [String: Any])
    let steps = try #require(pair["comparisons"] as? [[String: Any]])
    let sum = steps.reduce(pair["prior_bits"] as? Double ?? 0) { $0 + ($1["bits"] as? Double ?? 0) }
    let weight = try #require(pair["weight"] as? Double)
    #expect(abs(sum - weight) < 1e-9 && weight > 10)
    let stored = try base.workspace.rows(
      "SELECT weight FROM link_edge WHERE lead_id = 1 AND other_id = 2")
    let edge = try #require(stored.first?.first.flatMap { Double($0) })
    #expect(abs(edge - weight) < 1e-9)
    #expect(pair["one_person"] as? Bool == true && pair["model_says"] as? String == "links")
    #expect(steps.first?["level"] as? String == "exact")
  }

  @Test("the story of a person names the weakest of the links that make it one")
  func weakestLink() throws {
    let base = try base()
    let typo = PeopleBase.Lead(
      name: "L6", first: "Katherina", last: "Ashdown", street: "12 Mill Lane", city: "Leeds",
      postcode: "LS1 4DY")
    try base.add([(6, typo)])
    try base.dedupe()
    let result = try base.workspace.runDriver(["explain", "1", "--json"])
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let story = try #require((value as? [[String: Any]])?.first, "\(result)")
    let links = try #require(story["links"] as? [[String: Any]])
    #expect(links.map { $0["lead"] as? Int } == [2, 6], "\(links)")
    #expect(links.map { $0["weakest"] as? String } == [nil, "yes"], "\(links)")
    let bits = links.compactMap { $0["bits"] as? Double }
    #expect(bits.count == 2 && bits[1] < bits[0], "\(links)")
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let pair: [String]
    let says: [String]
    var testDescription: String { pair.joined(separator: " and ") }
  }

  @Test(
    "the text says what joins two leads, or what keeps them apart",
    arguments: [
      Case(
        pair: ["L1", "L2"],
        says: ["given_name   exact", "The model links them", "They are one person: entity 1."]),
      Case(
        pair: ["mira@example.com", "5"],
        says: ["One email: this joins them.", "They are one person: entity "]),
      Case(
        pair: ["1", "3"],
        says: ["family_name  exact", "They are two people: entity 1 and entity 3."]),
    ])
  func says(_ item: Case) throws {
    let result = try base().workspace.runDriver(["explain", "--pair"] + item.pair)
    #expect(result.status == 0, "\(result)")
    let lines = result.output.split(separator: "\n").map(String.init)
    for text in item.says {
      let isThere = lines.contains { $0.contains(text) }
      #expect(isThere, "\(text): \(lines.filter { !$0.contains("│") })")
    }
  }

  @Test("what names no pair is refused with what is missing")
  func refused() throws {
    let base = try base()
    for (words, status, says) in [
      (["--pair", "1"], 40, "expected two behind --pair"), (["1", "2"], 40, "with --pair"),
      (["--pair", "1", "9"], 30, "found no lead under '9'"),
      (["--pair", "1", "L1"], 30, "are one lead; name two"),
    ] as [([String], Int32, String)] {
      let result = try base.workspace.runDriver(["explain"] + words)
      #expect(result.status == status && result.errors.contains(says), "\(result)")
    }
  }
}
