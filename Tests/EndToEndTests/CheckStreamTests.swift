import Foundation
import LeadModel
import LeadmillTestSupport
import Store
import Testing

@Suite("leadmill check --stream asks the base for one record after the other")
struct CheckStreamTests {
  private func arguments(_ base: PeopleBase) -> [String] {
    [
      "check", "--stream", "--dns", "off", "--workspace", base.workspace.root, "--as-of",
      TestWorkspace.asOf,
    ]
  }

  private func line(_ lead: PeopleBase.Lead) -> String {
    let fields = [
      ("first_name", lead.first), ("last_name", lead.last), ("email", lead.email),
      ("street", lead.street), ("city", lead.city), ("postcode", lead.postcode),
    ]
    return JSONValue.object(
      fields.compactMap { name, value in value.map { (key: name, value: .string($0)) } }
    ).text() + "\n"
  }

  @Test(
    "many records in one stream get the answers that each gets alone",
    arguments: [81, 82] as [UInt64])
  func answers(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let base = try PeopleBase()
    // Two nights: the later one's keys stand in pages of their own.
    for nights in [1...300, 301...340] {
      try base.add(
        nights.map { (id: Int64($0), lead: LinkageStageTests.lead("L\($0)", people: 90, &random)) })
      try base.dedupe()
    }
    let lines = (1...40).map { line(LinkageStageTests.lead("N\($0)", people: 90, &random)) }
    let together = try runProgram(
      "leadmill", arguments(base), input: Array(lines.joined().utf8))
    let answers = together.output.split(separator: "\n")
    try #require(answers.count == lines.count, "seed \(seed): \(together)")
    for index in stride(from: 0, to: lines.count, by: 4) {
      let alone = try runProgram("leadmill", arguments(base), input: Array(lines[index].utf8))
      #expect(alone.output == answers[index] + "\n", "seed \(seed), line \(index + 1)")
    }
    #expect(answers.count { $0.contains(#""state":"known""#) } > 10, "seed \(seed)")
    #expect(answers.contains { $0.contains(#""state":"new""#) }, "seed \(seed)")
  }

  @Test("a stream that waits for a line sees who came meanwhile and keeps no log from ending")
  func meanwhile() throws {
    let base = try PeopleBase()
    let person = PeopleBase.Lead(
      name: "L1", first: "Katharina", last: "Ashdown", street: "12 Mill Lane", city: "Leeds",
      postcode: "LS1 4DY")
    let stranger = PeopleBase.Lead(
      name: "L2", first: "Theodore", last: "Quill", street: "7 Dock Road", city: "Hull")
    try base.add([(id: 1, lead: stranger)])
    try base.dedupe()
    let (input, output) = (base.workspace.path("in"), base.workspace.path("out"))
    for path in [input, output] { try #require(mkfifo(path, 0o600) == 0) }
    let stream = try ProgramRun(
      "/bin/sh",
      ["-c", #"exec "$0" "$@" <\#(input) >\#(output)"#, RepositoryPaths.program("leadmill")]
        + arguments(base))
    let questions = try #require(fopen(input, "w"))
    let answers = try #require(fopen(output, "r"))
    defer { fclose(answers) }
    func ask(_ lead: PeopleBase.Lead) -> String {
      fputs(line(lead), questions)
      fflush(questions)
      var text: UnsafeMutablePointer<CChar>?
      var capacity = 0
      defer { free(text) }
      return getline(&text, &capacity, answers) > 0 ? text.map { String(cString: $0) } ?? "" : ""
    }
    for _ in 1...3 { #expect(ask(person).contains(#""state":"new""#)) }
    try base.add([(id: 2, lead: person)])
    try base.dedupe()
    #expect(try base.database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").first { $0.int(0) } == 0)
    for _ in 1...3 { #expect(ask(person).contains(#""state":"known","person":{"entities":[2]"#)) }
    fclose(questions)
    #expect(try stream.wait().status == 0)
  }
}
