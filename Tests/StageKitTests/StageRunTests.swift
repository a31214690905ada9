import CommandLineKit
import Foundation
import LeadModel
import Store
import Testing

@testable import StageKit

/// A stage run in this process, on a workspace of the test's own.
private final class Bench {
  let root = NSTemporaryDirectory() + "leadmill-stagekit-" + UUID().uuidString

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func run(
    _ arguments: [String] = [], body: @escaping @Sendable (StageContext) throws -> Void
  ) -> Outcome {
    let declaration = StageDeclaration(name: "ingest", summary: "test", body: body)
    return StageProgram.run(
      declaration,
      arguments: ["--workspace", root, "--as-of", "2026-11-02", "--json"] + arguments)
  }

  func rows(_ sql: StaticString) throws -> [String] {
    let database = try Database(path: root + "/leadmill.db", mode: .readWrite)
    var rows: [String] = []
    try database.prepare(sql).rows { row in
      rows.append((0..<row.columnCount).map { row.optionalText($0) ?? "-" }.joined(separator: "|"))
    }
    return rows
  }
}

@Suite struct StageRunTests {
  @Test("a stage run leaves its counts, arguments, outcome and row ranges in the ledger")
  func ledger() throws {
    let bench = Bench()
    let outcome = bench.run { context in
      try context.transaction {
        context.counts.rowsIn += 6
        for row: Int64 in 1...3 { context.record(.inserted, row: row) }
        context.record(.rejected, row: 4)
        context.record(.unchanged, row: 5)
        context.record(.inserted, row: 6)
      }
    }
    #expect(outcome == .rejectedRows)
    #expect(
      try bench.rows(
        """
        SELECT run_id, stage, state, exit_code, rows_in, inserted, unchanged, rejected
        FROM stage_run
        """) == ["ingest-2026-11-02-1|ingest|done|10|6|4|1|1"])
    #expect(
      try bench.rows("SELECT first_row, last_row, disposition FROM row_disposition ORDER BY 1")
        == ["1|3|inserted", "4|4|rejected", "6|6|inserted"])
    #expect(try bench.rows("SELECT state, exit_code FROM run") == ["done|10"])
  }

  @Test("rows that are not conserved fail the run with an internal fault")
  func conservation() throws {
    let bench = Bench()
    let outcome = bench.run { context in
      try context.transaction {
        context.counts.rowsIn += 2
        context.record(.inserted, row: 1)
      }
    }
    #expect(outcome == .internalFault)
    let error = try bench.rows("SELECT error FROM stage_run").first ?? ""
    #expect(error.contains("2 in ≠ 1 inserted"))
  }

  @Test("a failed transaction takes its counts, rows, changes and marks with it")
  func rollback() throws {
    struct Stop: Error {}
    let bench = Bench()
    let outcome = bench.run { context in
      try context.transaction {
        context.counts.rowsIn += 1
        context.record(.inserted, row: 1)
        try context.setMark("row", to: 1, configHash: "a")
      }
      try context.transaction {
        context.counts.rowsIn += 1
        context.record(.inserted, row: 2)
        try context.setMark("row", to: 2, configHash: "a")
        throw Stop()
      }
    }
    #expect(outcome == .internalFault)
    #expect(try bench.rows("SELECT rows_in, inserted FROM stage_run") == ["1|1"])
    #expect(try bench.rows("SELECT mark FROM high_water") == ["1"])
    #expect(try bench.rows("SELECT count(*) FROM row_disposition") == ["1"])
  }

  @Test("a mark counts only for the configuration that it was made with")
  func marks() throws {
    let bench = Bench()
    _ = bench.run { context in
      try context.transaction { try context.setMark("row", to: 41, configHash: "a") }
      #expect(try context.mark("row", configHash: "a") == 41)
      #expect(try context.mark("row", configHash: "b") == 0)
      #expect(try context.mark("other", configHash: "a") == 0)
    }
  }

  @Test("revisits are listed once, sorted, and cleared one by one")
  func revisits() throws {
    let bench = Bench()
    _ = bench.run { context in
      try context.transaction {
        for id: Int64 in [9, 3, 9] {
          try context.revisit(stage: "ingest", subject: "lead", id: id)
        }
        try context.revisit(stage: "dedupe", subject: "lead", id: 1)
        #expect(try context.revisits("lead") == [3, 9])
        try context.clearRevisit("lead", id: 3)
        #expect(try context.revisits("lead") == [9])
      }
    }
  }

  @Test("a dry run reports and keeps nothing")
  func dryRun() throws {
    let bench = Bench()
    let outcome = bench.run(["--dry-run"]) { context in
      #expect(context.isDryRun)
      try context.transaction {
        context.counts.rowsIn += 1
        context.record(.inserted, row: 1)
      }
    }
    #expect(outcome == .done)
    #expect(try bench.rows("SELECT count(*) FROM stage_run") == ["0"])
  }

  @Test("a stage that took up nothing says so, unless it did other work")
  func nothingToDo() {
    #expect(Bench().run { _ in } == .nothingToDo)
    #expect(Bench().run { $0.didWork() } == .done)
  }

  @Test("each failure of a body becomes its exit code")
  func failures() {
    for outcome in [Outcome.gateFailed, .unusableInput, .badConfiguration] {
      #expect(Bench().run { _ in throw StageFailure(outcome, "test") } == outcome)
    }
    #expect(Bench().run { _ in throw UsageError("test") } == .badConfiguration)
    #expect(Bench().run { _ in throw CancellationError() } == .internalFault)
  }

  @Test("a stage that died is marked as interrupted by the next one")
  func interrupted() throws {
    let bench = Bench()
    _ = bench.run { context in
      // What a killed process leaves: entries that still say running.
      try context.database.execute(
        "INSERT INTO run (id, pipeline, as_of, state, arguments, started_at) VALUES ('old', 'nightly', 0, 'running', '[]', 0)"
      )
      try context.database.execute(
        "INSERT INTO stage_run (run_id, stage, arguments, as_of, state, started_at) VALUES ('old', 'send', '[]', 0, 'running', 0)"
      )
    }
    _ = bench.run { _ in }
    #expect(try bench.rows("SELECT state FROM run WHERE id = 'old'") == ["interrupted"])
    #expect(try bench.rows("SELECT state FROM stage_run WHERE stage = 'send'") == ["interrupted"])
  }

  @Test("a second run of a held workspace is refused and told who holds it")
  func lock() throws {
    let bench = Bench()
    let workspace = Workspace(root: bench.root)
    try workspace.create()
    #expect(WorkspaceLock.holder(of: workspace) == nil)
    let lock = try WorkspaceLock.acquire(workspace, purpose: "the first run")
    withExtendedLifetime(lock) {
      let error = #expect(throws: StageFailure.self) {
        try WorkspaceLock.acquire(workspace, purpose: "the second run")
      }
      #expect(error?.outcome == .workspaceBusy)
      #expect(error?.message.contains("the first run, process") == true)
      #expect(bench.run { _ in } == .workspaceBusy)
    }
  }

  @Test(
    "bad values of the contract's options are usage errors",
    arguments: [
      ["--as-of", "yesterday"], ["--workers", "0"], ["--workers", "two"], ["--log", "x"],
    ])
  func usage(arguments: [String]) {
    #expect(Bench().run(arguments) { _ in } == .badConfiguration)
  }

  @Test("run ids count up within a pipeline and a day")
  func runIDs() throws {
    let bench = Bench()
    _ = bench.run { _ in }
    _ = bench.run { _ in }
    #expect(
      try bench.rows("SELECT id FROM run ORDER BY id")
        == ["ingest-2026-11-02-1", "ingest-2026-11-02-2"])
  }
}
