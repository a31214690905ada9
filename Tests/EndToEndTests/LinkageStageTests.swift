import Foundation
import LeadModel
import LeadmillTestSupport
import Store
import Testing

@Suite("Leads without a common key are linked by what they say together")
struct LinkageStageTests {
  private static func slip(_ text: String, _ random: inout SplitMix64) -> String? {
    switch random.next() % 12 {
    case 0: return nil
    case 1, 2:
      var letters = Array(text)
      let place = Int(random.next() % UInt64(letters.count - 1))
      letters.swapAt(place, place + 1)
      return String(letters)
    default: return text
    }
  }

  static func lead(
    _ name: String, people: UInt64, _ random: inout SplitMix64
  ) -> PeopleBase.Lead {
    var person = SplitMix64(seed: random.next() % people)
    let firsts = ["Katharina", "Leonard", "Mirabel", "Osvaldo", "Philippa", "Rosalind"]
    let lasts = ["Ashdown", "Birchall", "Calloway", "Dunmore", "Ellerby", "Fairfax", "Garrick"]
    let streets = ["Mill Lane", "Quarry Road", "Orchard Street", "Harbour View"]
    let first = firsts[Int(person.next() % 6)]
    let last = lasts[Int(person.next() % 7)]
    let domains = ["example.com", "kestrel.example", "kestrel.test", "marlowe.example"]
    let domain = domains[Int(person.next() % 4)]
    let email = "\(first).\(last).\(random.next() % 3)@\(domain)".lowercased()
    let street = "\(person.next() % 40 + 1) \(streets[Int(person.next() % 4)])"
    let postcode = "\(10_000 + person.next() % 40)"
    return .init(
      name: name, first: slip(first, &random), last: slip(last, &random),
      email: random.next() % 4 == 0 ? email : nil, street: slip(street, &random),
      city: slip("Leeds", &random), postcode: slip(postcode, &random),
      website: random.next() % 3 == 0 ? "www.\(domain)" : nil)
  }

  @Test(
    "leads that come in many nights, and are corrected, are linked as if all had come at once",
    arguments: [21, 22] as [UInt64])
  func nights(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var leads = (1...150).map { id in
      (id: Int64(id), lead: Self.lead("L\(id)", people: 50, &random))
    }
    let byNight = try PeopleBase()
    var rest = leads[...]
    while !rest.isEmpty {
      let night = rest.prefix(Int(random.next() % 50) + 1)
      rest = rest.dropFirst(night.count)
      try byNight.add(Array(night))
      try byNight.dedupe()
    }
    for _ in 1...3 {
      var changed: Set<Int> = []
      for _ in 1...8 { changed.insert(Int(random.next() % 150)) }
      for place in changed.sorted() {
        leads[place].lead = Self.lead("L\(place + 1)", people: 50, &random)
      }
      try byNight.change(changed.sorted().map { leads[$0] })
      try byNight.dedupe()
    }
    let atOnce = try PeopleBase()
    try atOnce.add(leads)
    try atOnce.dedupe()
    #expect(try atOnce.state() == byNight.state())
    #expect(try atOnce.count(linkedBy: "model") > 20)
    // Whoever comes first founds the entity, and nobody else joins it for that.
    let reversed = try PeopleBase()
    try reversed.add(leads.map { (id: 151 - $0.id, lead: $0.lead) })
    try reversed.dedupe()
    #expect(try reversed.people() == atOnce.people())
  }

  @Test("a base whose keys fill several pages is added to as one that is small")
  func pages() throws {
    var random = SplitMix64(seed: 41)
    let leads = (1...1_000).map { id in
      (id: Int64(id) << 40, lead: Self.lead("L\(id)", people: 700, &random))
    }
    func base(nights: [ArraySlice<(id: Int64, lead: PeopleBase.Lead)>]) throws -> PeopleBase {
      let base = try PeopleBase()
      let config = try base.workspace.copyPipelines()
      // Not one model each.
      try base.workspace.replace(
        in: "pipelines/matching-model.json", "\"version\": 1,", by: "\"version\": 2,")
      for night in nights {
        try base.add(Array(night))
        try base.dedupe(["--config", config])
      }
      return base
    }
    let byNight = try base(nights: [leads[..<900], leads[900..<950], leads[950...]])
    let pages = try byNight.workspace.rows(
      "SELECT id >> 48, count(*) FROM link_block_page GROUP BY 1")
    #expect(pages.count == 2)
    #expect(pages.first?[1] != "1")
    #expect(try base(nights: [leads[...]]).state() == byNight.state())
    #expect(try byNight.count(linkedBy: "model") > 20)
  }

  @Test("a block that grows too large for comparing is left as if it had always been so")
  func crowding() throws {
    // Sixty people of one street: what the street finds while they are few it must not keep.
    let leads = (1...60).map { id in
      (
        id: Int64(id),
        lead: PeopleBase.Lead(
          name: "L\(id)", first: "Ann\(id % 3)", last: nil, street: "1 Mill Lane", city: nil,
          postcode: nil)
      )
    }
    let byNight = try PeopleBase()
    for night in [leads[..<20], leads[20..<45], leads[45...]] {
      try byNight.add(Array(night))
      try byNight.dedupe()
    }
    let atOnce = try PeopleBase()
    try atOnce.add(leads)
    try atOnce.dedupe()
    #expect(try atOnce.state() == byNight.state())
  }

  @Test("a base that is large enough learns a model of its own, and keeps it")
  func training() throws {
    var random = SplitMix64(seed: 31)
    let base = try PeopleBase()
    try base.add(
      (1...600).map { id in (id: Int64(id), lead: Self.lead("L\(id)", people: 300, &random)) })
    try base.dedupe()
    #expect(try base.workspace.rows("SELECT version, leads FROM link_model") == [["2", "600"]])
    let before = try base.state()
    #expect(try base.workspace.runStage("dedupe").status == 99)
    #expect(try base.state() == before)
    // The model is data: another night begins with the same one, and says so when it is old.
    try base.add([(id: 601, lead: Self.lead("L601", people: 300, &random))])
    let night = try base.workspace.runStage("dedupe", ["--json"])
    #expect(night.output.contains(#""model_version":2,"model_leads":600"#), "\(night)")
    #expect(!night.errors.contains("learns anew"), "\(night)")
    try base.database.prepare("UPDATE link_model SET leads = 300").run()
    try base.add([(id: 602, lead: Self.lead("L602", people: 300, &random))])
    let later = try base.workspace.runStage("dedupe")
    #expect(later.errors.contains("learnt from 300 leads"), "\(later)")
    #expect(try base.workspace.count("SELECT count(*) FROM link_model") == 1)
  }

  @Test("--train learns from the base as it is, says what has changed, and links everything by it")
  func retraining() throws {
    var random = SplitMix64(seed: 51)
    let leads = (1...700).map { id in
      (id: Int64(id), lead: Self.lead("L\(id)", people: 350, &random))
    }
    let grown = try PeopleBase()
    try grown.add(Array(leads[..<100]))
    try grown.dedupe()
    // Too few to learn from: nothing is changed, and it says what to do.
    let early = try grown.workspace.runStage("dedupe", ["--train"])
    #expect(early.status == 40 && early.errors.contains("the base has 100 leads"), "\(early)")
    // As soon as they are enough it learns, the same as a base that had all of them at once.
    try grown.add(Array(leads[100...]))
    try grown.dedupe()
    let atOnce = try PeopleBase()
    try atOnce.add(leads)
    try atOnce.dedupe()
    #expect(try atOnce.state() == grown.state())
    #expect(
      try atOnce.workspace.rows("SELECT version, model FROM link_model")
        == grown.workspace.rows("SELECT version, model FROM link_model"))
    let before = try grown.state()
    let rehearsal = try grown.workspace.runStage("dedupe", ["--train", "--dry-run"])
    #expect(rehearsal.status == 0, "\(rehearsal)")
    #expect(try grown.state() == before)
    let written = "\(grown.workspace.outputFolder)/matching-model-v3.json"
    #expect(!FileManager.default.fileExists(atPath: written))
    let result = try grown.workspace.runStage("dedupe", ["--train"])
    #expect(result.status == 0 && result.output.contains("model version: 3"), "\(result)")
    // As a file: of the form of the configuration's, and the one that is in use.
    let learnt = try String(contentsOfFile: written, encoding: .utf8)
    #expect(
      try grown.workspace.rows("SELECT model FROM link_model ORDER BY version DESC LIMIT 1")
        == [[String(learnt.dropLast())]])
    let config = try grown.workspace.copyPipelines()
    try grown.workspace.write("pipelines/matching-model.json", learnt)
    let kept = try grown.workspace.runStage("dedupe", ["--config", config])
    #expect([0, 99].contains(kept.status), "\(kept)")
    // Stopped behind the new edges, before anybody was looked at again: the next run goes on.
    let trained = try grown.state()
    try grown.database.prepare(
      "UPDATE high_water SET mark = 0 WHERE stage = 'dedupe' AND subject = 'lead'"
    ).run()
    try grown.dedupe()
    #expect(try grown.state() == trained)
  }

  @Test("a base that an earlier version has linked by keys alone is linked by the model as a whole")
  func upgrade() throws {
    var random = SplitMix64(seed: 61)
    let leads = (1...600).map { id in
      (id: Int64(id), lead: Self.lead("L\(id)", people: 300, &random))
    }
    let old = try PeopleBase()
    let config = try old.workspace.copyPipelines()
    try old.workspace.replace(
      in: "pipelines/matching.yaml", "model:\n  use: true", by: "model:\n  use: false")
    try old.add(leads)
    try old.dedupe(["--config", config])
    #expect(try old.count(linkedBy: "model") == 0)
    try old.dedupe()
    let new = try PeopleBase()
    try new.add(leads)
    try new.dedupe()
    #expect(try old.state() == new.state())
    #expect(try new.count(linkedBy: "model") > 50)
  }

  @Test("a model that was learnt before domains were compared goes on without them until --train")
  func olderModel() throws {
    var random = SplitMix64(seed: 71)
    let base = try PeopleBase()
    try base.add(
      (1...600).map { id in (id: Int64(id), lead: Self.lead("L\(id)", people: 300, &random)) })
    try base.dedupe()
    try base.database.prepare(
      """
      UPDATE link_model
      SET model = json_remove(model, '$.comparisons.domain', '$.frequencies.domain')
      """
    ).run()
    try base.database.prepare("UPDATE high_water SET config_hash = 'old'").run()
    try base.add([(id: 601, lead: Self.lead("L601", people: 300, &random))])
    try base.dedupe()
    #expect(try base.workspace.rows("SELECT version FROM link_model") == [["2"]])
    // All pairs were compared again by it: none weighs what the domain would add.
    let learnt = try base.state()
    let trained = try base.workspace.runStage("dedupe", ["--train"])
    #expect(trained.status == 0 && trained.output.contains("domain exact: 0.0 bits"), "\(trained)")
    #expect(try base.state() != learnt)
  }

  @Test("a model of the configuration with a higher version goes before the base's own")
  func givenModel() throws {
    let base = try PeopleBase()
    try base.add(
      (1...2).map { id in
        (
          id: Int64(id),
          lead: PeopleBase.Lead(
            name: "L\(id)", first: "Katharina", last: "Ashdown", street: "12 Mill Lane",
            city: "Leeds", postcode: "LS1 4DY")
        )
      })
    try base.dedupe()
    #expect(try base.people() == [["L1 L2"]])
    let config = try base.workspace.copyPipelines()
    try base.workspace.replace(
      in: "pipelines/matching-model.json", "\"version\": 1,", by: "\"version\": 2,")
    try base.workspace.replace(
      in: "pipelines/matching-model.json", "\"prior\": 1e-05", by: "\"prior\": 1e-14")
    try base.dedupe(["--config", config])
    #expect(try base.people() == [["L1"], ["L2"]])
    // What is edited and would do nothing, or not what was meant, is said.
    let file = "pipelines/matching-model.json"
    let whole = try String(contentsOfFile: base.workspace.path(file), encoding: .utf8)
    for (found, edited, expected) in [
      ("\"bits\": 14.87", "\"bits\": 3", "found 3 bits, but m and u make 14.87"),
      ("\"bits\": 14.87", "\"points\": 3", "points"),
      ("\"m\": 0.6,", "\"m\": 0.7,", "found 14.87 bits"),
      (
        "\"m\": 0.25,\n        \"u\": 0.99948,\n        \"bits\": -2.0",
        "\"m\": 0.5,\n        \"u\": 0.99948", "'email' whose m add up to 1.25"
      ),
      ("\"exact\"", "\"equal\"", "matching-model.json:"),
      ("\"comparisons\": {", "\"comparisons\": ", "not JSON"),
    ] {
      try base.workspace.replace(in: file, found, by: edited)
      let result = try base.workspace.runStage("dedupe", ["--config", config])
      #expect(result.status == 40 && result.errors.contains(expected), "\(result)")
      try base.workspace.write(file, whole)
    }
  }

  @Test("without the model only keys join leads, and what it has joined is parted")
  func switchedOff() throws {
    let base = try PeopleBase()
    let person = (1...2).map { id in
      (
        id: Int64(id),
        lead: PeopleBase.Lead(
          name: "L\(id)", first: "Katharina", last: "Ashdown", street: "12 Mill Lane",
          city: "Leeds", postcode: "LS1 4DY")
      )
    }
    try base.add(person)
    try base.dedupe()
    #expect(try base.people() == [["L1 L2"]])
    let config = try base.workspace.copyPipelines()
    try base.workspace.replace(
      in: "pipelines/matching.yaml", "model:\n  use: true", by: "model:\n  use: false")
    try base.dedupe(["--config", config])
    #expect(try base.people() == [["L1"], ["L2"]])
    try base.dedupe()
    #expect(try base.people() == [["L1 L2"]])
  }
}
