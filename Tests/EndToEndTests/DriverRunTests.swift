import Foundation
import LeadmillTestSupport
import Testing

@Suite("leadmill run")
struct DriverRunTests {
  private static let three = "name: test\nstages: [ingest, validate, dedupe]\n"

  @Test("runs the stages in the pipeline's order, with one run id and date")
  func order() throws {
    let stages = try FakeStages()
    let file = try stages.pipeline(
      "name: test\nstages:\n  - dedupe\n  - stage: validate\n    options: {dns: off}\n")
    let result = try stages.run("run", file, "--as-of", "2026-11-02", "--workers=3")
    #expect(result.status == 0, "\(result)")
    #expect(stages.calls == ["dedupe", "validate"])
    let arguments = stages.lastArguments
    for expected in [
      "--run=test-2026-11-02-1", "--as-of=2026-11-02T00:00:00Z", "--workers=3", "--dns=off",
      "--workspace=\(stages.workspace.root)", "--config=",
    ] {
      #expect(arguments.contains(expected), "\(arguments)")
    }
  }

  struct Ending: Sendable, CustomTestStringConvertible {
    let script: String
    let status: Int32
    let calls: [String]
    let state: String
    var testDescription: String { script }
  }

  @Test(
    "goes on after 0, 10 and 99, and stops at everything else",
    arguments: [
      Ending(
        script: "exit 0", status: 0, calls: ["ingest", "validate", "dedupe"], state: "done|0"),
      Ending(
        script: "exit 10", status: 10, calls: ["ingest", "validate", "dedupe"], state: "done|10"),
      Ending(
        script: "exit 99", status: 0, calls: ["ingest", "validate", "dedupe"], state: "done|0"),
      Ending(script: "exit 20", status: 20, calls: ["ingest", "validate"], state: "failed|20"),
      Ending(script: "exit 30", status: 30, calls: ["ingest", "validate"], state: "failed|30"),
      Ending(script: "exit 40", status: 40, calls: ["ingest", "validate"], state: "failed|40"),
      Ending(script: "exit 50", status: 50, calls: ["ingest", "validate"], state: "failed|50"),
      Ending(script: "exit 75", status: 75, calls: ["ingest", "validate"], state: "failed|75"),
      Ending(script: "exit 7", status: 50, calls: ["ingest", "validate"], state: "failed|50"),
      Ending(
        script: "kill -KILL $$", status: 50, calls: ["ingest", "validate"], state: "interrupted|-"),
    ])
  func endings(ending: Ending) throws {
    let stages = try FakeStages(["validate": ending.script])
    let file = try stages.pipeline(Self.three)
    let result = try stages.run("run", file, "--as-of", "2026-11-02")
    #expect(result.status == ending.status, "\(result)")
    #expect(stages.calls == ending.calls)
    let run = try stages.workspace.rows("SELECT state, exit_code FROM run")
    #expect(run == [ending.state.split(separator: "|").map(String.init)])
    let last = try stages.workspace.rows(
      "SELECT stage, state FROM stage_run ORDER BY id DESC LIMIT 1")
    if ending.calls.count == 2 { #expect(last[0][0] == "validate") }
    if ending.state.hasPrefix("interrupted") { #expect(last[0][1] == "interrupted") }
  }

  @Test("resumes at the stage that failed, with the date and the arguments of the run")
  func resume() throws {
    let stages = try FakeStages(["validate": "exit 30"])
    let file = try stages.pipeline(Self.three)
    let input = try stages.workspace.write("in.csv", "email\n")
    let first = try stages.run("run", file, "--as-of", "2026-11-02", "--input", input)
    #expect(first.status == 30, "\(first)")
    try stages.replace("validate", by: "exit 0")
    let second = try stages.run("run", "--resume")
    #expect(second.status == 0, "\(second)")
    #expect(stages.calls == ["ingest", "validate", "validate", "dedupe"])
    #expect(stages.lastArguments.contains("--run=test-2026-11-02-1"))
    #expect(stages.lastArguments.contains("--as-of=2026-11-02T00:00:00Z"))
    #expect(try stages.workspace.rows("SELECT state FROM run") == [["done"]])
    let third = try stages.run("run", "--resume")
    #expect(third.status == 99, "\(third)")
    #expect(third.errors.contains("nothing to resume"))
  }

  @Test("a resumed ingest gets the input of the run again")
  func resumeInput() throws {
    let stages = try FakeStages(["ingest": "exit 30"])
    let file = try stages.pipeline("name: test\nstages: [ingest]\n")
    let input = try stages.workspace.write("in.csv", "email\n")
    _ = try stages.run("run", file, "--as-of", "2026-11-02", "--input", input)
    try stages.replace("ingest", by: "exit 0")
    _ = try stages.run("run", "--resume")
    #expect(stages.lastArguments.hasSuffix("-- \(input)"), "\(stages.lastArguments)")
  }

  @Test(
    "a request to stop reaches the stage, and the run can be resumed",
    arguments: [SIGTERM, SIGINT, SIGHUP])
  func stop(signal: Int32) throws {
    let stages = try FakeStages()
    let fifo = try stages.pipe("started")
    try stages.replace("validate", by: "echo yes > '\(fifo)'\nexec sleep 600")
    let run = try stages.start(
      "run", try stages.pipeline(Self.three), "--as-of", "2026-11-02")
    #expect(try stages.message(from: fifo) == "yes\n")
    // To the driver alone: it has to hand the signal on.
    kill(run.processID, signal)
    let result = try run.wait(timeoutSeconds: 60)
    #expect(result.status == 128 + signal, "\(result)")
    #expect(result.errors.contains("leadmill run --resume"))
    let states = try stages.workspace.rows("SELECT stage, state FROM stage_run ORDER BY id")
    #expect(states.last == ["validate", "interrupted"])
    #expect(try stages.workspace.rows("SELECT state FROM run") == [["interrupted"]])
    try stages.replace("validate", by: "exit 0")
    #expect(try stages.run("run", "--resume").status == 0)
  }

  @Test("a run that was killed is found interrupted by the next and can be resumed")
  func killed() throws {
    let stages = try FakeStages()
    let fifo = try stages.pipe("started")
    try stages.replace("validate", by: "echo yes > '\(fifo)'\nexec sleep 600")
    let run = try stages.start("run", try stages.pipeline(Self.three), "--as-of", "2026-11-02")
    #expect(try stages.message(from: fifo) == "yes\n")
    let busy = try stages.run("run", "--resume")
    #expect(busy.status == 75, "\(busy)")
    #expect(busy.errors.contains("held by leadmill run test, process \(run.processID), since"))
    run.signal(SIGKILL)
    _ = try run.wait()
    try stages.replace("validate", by: "exit 0")
    let resumed = try stages.run("run", "--resume")
    #expect(resumed.status == 0, "\(resumed)")
    #expect(stages.calls == ["ingest", "validate", "validate", "dedupe"])
  }

  @Test("a stage that outlives its killed driver keeps the workspace")
  func orphan() throws {
    let stages = try FakeStages()
    let fifo = try stages.pipe("started")
    try stages.replace("validate", by: "echo yes > '\(fifo)'\nexec sleep 600")
    let run = try stages.start("run", try stages.pipeline(Self.three), "--as-of", "2026-11-02")
    #expect(try stages.message(from: fifo) == "yes\n")
    kill(run.processID, SIGKILL)
    _ = try run.wait()
    let second = try stages.run("run", "--resume")
    #expect(second.status == 75, "\(second)")
    run.signal(SIGKILL)
  }

  @Test("run.json says what the ledger says")
  func facts() throws {
    let stages = try FakeStages(["validate": "exit 30"])
    _ = try stages.run("run", try stages.pipeline(Self.three), "--as-of", "2026-11-02")
    let path = "\(stages.workspace.root)/runs/test-2026-11-02-1/run.json"
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let facts = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(facts["state"] as? String == "failed")
    #expect(facts["exit"] as? Int == 30)
    #expect(facts["as_of"] as? String == "2026-11-02T00:00:00Z")
    let entries = try #require(facts["stages"] as? [[String: Any]])
    #expect(entries.compactMap { $0["stage"] as? String } == ["ingest", "validate"])
    #expect(entries.compactMap { $0["exit"] as? Int } == [0, 30])
    let names = try FileManager.default.contentsOfDirectory(
      atPath: "\(stages.workspace.root)/runs/test-2026-11-02-1")
    #expect(names == ["run.json"])
  }

  @Test("run ids count the runs of a pipeline and a date")
  func ids() throws {
    let stages = try FakeStages()
    let file = try stages.pipeline("name: test\nstages: [dedupe]\n")
    for date in ["2026-11-02", "2026-11-02", "2026-11-03"] {
      _ = try stages.run("run", file, "--as-of", date)
    }
    #expect(
      try stages.workspace.rows("SELECT id FROM run ORDER BY id").map { $0[0] }
        == ["test-2026-11-02-1", "test-2026-11-02-2", "test-2026-11-03-1"])
  }

  @Test("a missing stage program is reported before anything runs")
  func missingProgram() throws {
    let stages = try FakeStages()
    try FileManager.default.removeItem(atPath: stages.workspace.path("bin/leadmill-dedupe"))
    let result = try stages.run("run", try stages.pipeline(Self.three))
    #expect(result.status == 50, "\(result)")
    #expect(result.errors.contains("found no program 'leadmill-dedupe'"))
    #expect(stages.calls.isEmpty)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let text: String
    let expected: String
    var testDescription: String { expected }

    init(_ text: String, _ expected: String) {
      self.text = text
      self.expected = expected
    }
  }

  @Test(
    "a faulty pipeline is answered with file, line, column and what was expected",
    arguments: [
      Fault("name: x\nstages:\n  - ingst\n", ":3:5: found unknown stage 'ingst'; did you mean"),
      Fault("name: x\nstages:\n  - zzz\n", ":3:5: found unknown stage 'zzz', expected one of ing"),
      Fault(
        "name: x\nstages:\n  - stage: validate\n    options: {dnss: off}\n",
        ":4:15: found unknown option 'dnss' of stage 'validate'; did you mean 'dns'?"),
      Fault(
        "name: x\nstages:\n  - stage: ingest\n    options: {as_of: now}\n",
        ":4:15: found 'as_of', which 'leadmill run' gives to every stage"),
      Fault("name: X Y\nstages: [ingest]\n", ":1:7: found 'X Y' for 'name', expected lower-case"),
      Fault("stages: [ingest]\n", "found no 'name'"),
      Fault("name: x\n", "found no 'stages'"),
      Fault("name: x\nstages: []\n", ":2:9: found no stage, expected at least one"),
      Fault("name: x\nstages: [ingest, ingest]\n", ":2:18: found stage 'ingest' twice"),
      Fault("name: x\nschedul: nightly\nstages: [ingest]\n", ":2:1: found unknown key 'schedul'"),
      Fault("name: x\nschedule: weekly\nstages: [ingest]\n", ":2:11: found 'weekly'"),
      Fault(
        "name: x\ngates: {max_rejected_share: 2}\nstages: [ingest]\n",
        ":2:29: found '2' for 'max_rejected_share', expected a number from 0"),
      Fault("name: [\n", "test.yaml:"),
    ])
  func faults(fault: Fault) throws {
    let stages = try FakeStages()
    let file = try stages.pipeline(fault.text)
    let result = try stages.run("run", file)
    #expect(result.status == 40, "\(result)")
    #expect(result.errors.contains(fault.expected), "\(result)")
    #expect(result.errors.contains("test.yaml"), "\(result)")
    #expect(!FileManager.default.fileExists(atPath: stages.workspace.root))
  }

  @Test("a rehearsal runs every stage as one and leaves no run")
  func rehearsal() throws {
    let stages = try FakeStages(["validate": "exit 10"])
    let result = try stages.run("run", try stages.pipeline(Self.three), "--dry-run")
    #expect(result.status == 10, "\(result)")
    #expect(stages.calls == ["ingest", "validate", "dedupe"])
    #expect(stages.lastArguments.contains("--dry-run"))
    #expect(try stages.workspace.rows("SELECT id FROM run").isEmpty)
  }

  @Test("import hands files, mapping and DNS choice to the stages")
  func importFiles() throws {
    let stages = try FakeStages()
    _ = try stages.pipeline(
      "name: import\nstages: [validate, ingest]\n", name: "import")
    let input = try stages.workspace.write("in.csv", "email\n")
    let result = try stages.run(
      "import", input, "--config", stages.workspace.path("pipelines"), "--mapping", "leads",
      "--dns", "off", "--as-of", "2026-11-02")
    #expect(result.status == 0, "\(result)")
    #expect(
      stages.lastArguments.hasSuffix("--mapping=leads -- \(input)"), "\(stages.lastArguments)")
    let missing = try stages.run("import", stages.workspace.path("none.csv"))
    #expect(missing.status == 30, "\(missing)")
  }
}
