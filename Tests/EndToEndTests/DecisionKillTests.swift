import LeadModel
import LeadmillTestSupport
import Testing

@Suite("Killed at any instant, decisions come into force once")
struct DecisionKillTests {
  private static let leads = """
    first_name,last_name,email,company
    Ann,Lee,ann.lee@example.com,Acme Ltd
    Ann,Lee,ann.lee2@example.com,Acme Ltd
    Bob,Ray,bob@example.com,Acme Ltd
    Bob,Ray,bob@example.com,Orr & Co
    Bob,Ray,bob.ray@example.com,Orr & Co

    """
  private static let decisions = """
    leadmill_link_decision_id,lead,other_lead,decision
    ,1,2,same
    ,3,4,different
    ,3,5,same
    ,5,4,same
    ,3,3,same

    """

  private func steps(_ file: String) -> [(stage: String, words: [String])] {
    [
      ("ingest", [file, "--run", "kill"]), ("validate", ["--dns=off", "--run", "kill"]),
      ("dedupe", ["--run", "kill"]),
    ]
  }

  @Test("the import of decisions, killed in each stage and run again, comes to the same end")
  func killed() throws {
    let base = try TestWorkspace()
    for (stage, words) in steps(try base.write("leads-web.csv", Self.leads)) {
      let result = try base.runStage(stage, words.dropLast(2) + ["--run", "leads"])
      try #require([0, 10].contains(result.status), "\(result)")
    }
    let decisions = try base.write("decisions.csv", Self.decisions)
    let undisturbed = try base.copy()
    var usual: [Int] = []
    for (stage, words) in steps(decisions) {
      let result = try undisturbed.runStage(stage, words)
      try #require([0, 10].contains(result.status), "\(result)")
      usual.append(result.milliseconds)
    }
    #expect(try undisturbed.count("SELECT count(*) FROM link_constraint") == 6)
    let digest = try undisturbed.digestTables()

    var random = Kills.instants("decisions")
    var log = "seed \(Kills.seed), usual times \(usual) ms, killed after"
    for _ in 0..<max(1, Kills.trials / 2) {
      let workspace = try base.copy()
      log += " |"
      for ((stage, words), time) in zip(steps(decisions), usual) {
        for _ in 0..<2 {
          let instant = Int.random(in: 0...(time * 1100 + 2000), using: &random)
          log += " \(stage) \(instant) µs"
          if try !workspace.runStage(stage, words, killAfterMicroseconds: instant).wasKilled {
            break
          }
        }
        let last = try workspace.runStage(stage, words)
        #expect([0, 10, 99].contains(last.status), "\(log)\n\(last)")
      }
      #expect(try workspace.digestDifferences(from: digest) == [], "\(log)")
    }
  }
}
