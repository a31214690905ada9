import Foundation
import LeadModel
import LeadmillTestSupport
import Testing

/// How often to kill, and where the random instants come from.
enum Kills {
  /// `LEADMILL_KILL_TRIALS` asks for more than a routine run has time for.
  static let trials = setting("LEADMILL_KILL_TRIALS") ?? 6
  static let killsPerTrial = 3
  static let seed = UInt64(setting("LEADMILL_KILL_SEED") ?? Int.random(in: 1...999_999))

  private static func setting(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  /// Instants from the start to a little after the usual end.
  static func instants(_ text: String) -> SplitMix64 {
    SplitMix64(seed: text.utf8.reduce(seed) { $0 &* 31 &+ UInt64($1) })
  }
}

@Suite("Killed at any instant, a stage comes to the same end")
struct KillTests {
  @Test("A stage that is killed and run again", arguments: nightlyStages)
  func killedStage(stage: String) throws {
    let base = try TestWorkspace()
    // Ingest and validate need all rows to have more than one transaction to be killed between.
    let needsAll = stage == "ingest" || stage == "validate"
    let input = needsAll ? RepositoryPaths.sampleData : try SmallInput.write(to: base, rows: 120)
    func arguments(_ stage: String) -> [String] {
      let options = stage == "ingest" ? [input] : stage == "validate" ? ["--dns=off"] : []
      return ["--run", "killed-run"] + options
    }
    for earlier in nightlyStages.prefix(while: { $0 != stage }) {
      let result = try base.runStage(earlier, arguments(earlier))
      try #require([0, 10, 99].contains(result.status), "\(result)")
    }
    let undisturbed = try base.copy()
    let result = try undisturbed.runStage(stage, arguments(stage))
    try #require([0, 10, 99].contains(result.status), "\(result)")
    let digest = try undisturbed.digestTables()
    let output = try undisturbed.outputFiles()

    var random = Kills.instants(stage)
    var log = "seed \(Kills.seed), usual time \(result.milliseconds) ms, killed after"
    for _ in 0..<Kills.trials {
      let workspace = try base.copy()
      log += " |"
      for _ in 0..<Kills.killsPerTrial {
        let instant = Int.random(in: 0...(result.milliseconds * 1100 + 2000), using: &random)
        log += " \(instant) µs"
        let killed = try workspace.runStage(
          stage, arguments(stage), killAfterMicroseconds: instant)
        if !killed.wasKilled {
          #expect([0, 10, 99].contains(killed.status), "\(log)\n\(killed)")
          break
        }
      }
      let last = try workspace.runStage(stage, arguments(stage))
      #expect([0, 10, 99].contains(last.status), "\(log)\n\(last)")
      #expect(try workspace.digestDifferences(from: digest) == [], "\(log)")
      #expect(differences(try workspace.outputFiles(), output) == [], "\(log)")
    }
  }

  @Test("A pipeline that is killed and resumed leaves the same digest and forecast")
  func killedPipeline() throws {
    let undisturbed = try TestWorkspace()
    let input = try SmallInput.write(to: undisturbed)
    let result = try undisturbed.runNightly(input: input)
    try #require(result.status == 10, "\(result)")
    let digest = try undisturbed.digestTables()
    let output = try undisturbed.outputFiles()

    var random = Kills.instants("pipeline")
    var log = "seed \(Kills.seed), usual time \(result.milliseconds) ms, killed after"
    for _ in 0..<Kills.trials {
      let workspace = try TestWorkspace()
      log += " |"
      var last = result
      for attempt in 0...Kills.killsPerTrial {
        let instant = Int.random(in: 0...(result.milliseconds * 700), using: &random)
        log += " \(instant) µs"
        let isLast = attempt == Kills.killsPerTrial
        last = try start(workspace, input: input)
          .wait(killAfterMicroseconds: isLast ? nil : instant)
        // A stage that outlived its driver keeps the workspace until it is done: that is no end.
        if !last.wasKilled, last.status != 75 { break }
      }
      for _ in 0..<1_000 where last.status == 75 || last.wasKilled {
        last = try start(workspace, input: input).wait(killAfterMicroseconds: nil)
      }
      #expect([0, 10].contains(last.status), "\(log)\n\(last)")
      #expect(try workspace.digestDifferences(from: digest) == [], "\(log)")
      // Two workbooks tell of the interrupted stage runs themselves.
      let audits = ["data-quality.xlsx", "governance.xlsx"]
      let changed = differences(try workspace.outputFiles(), output)
      #expect(changed.filter { !audits.contains($0) } == [], "\(log)")
    }
  }

  /// Begins the pipeline, or goes on with what was begun.
  private func start(_ workspace: TestWorkspace, input: String) throws -> ProgramRun {
    let isBegun =
      (try? workspace.count("SELECT count(*) FROM run WHERE state <> 'done'")) ?? 0 > 0
    let arguments =
      isBegun
      ? ["run", "--resume"]
      : [
        "run", "\(RepositoryPaths.pipelines)/nightly.yaml", "--as-of", TestWorkspace.asOf,
        "--input", input,
      ]
    return try ProgramRun("leadmill", arguments + ["--workspace", workspace.root])
  }
}
