import Foundation
import Glibc
import LeadmillTestSupport
import Testing

@Suite("One run at a time holds a workspace")
struct LockTests {
  @Test("The second of two runs exits 75 and says who holds the workspace")
  func busy() throws {
    let workspace = try TestWorkspace()
    let first = try holder(of: workspace)
    for program in ["leadmill-validate", "leadmill"] {
      let arguments =
        program == "leadmill"
        ? ["run", "\(RepositoryPaths.pipelines)/nightly.yaml", "--input", workspace.folder] : []
      let second = try runProgram(
        program, arguments + ["--workspace", workspace.root, "--as-of", TestWorkspace.asOf])
      #expect(second.status == 75, "\(second)")
      #expect(second.errors.contains("leadmill-ingest"), "\(second)")
      #expect(second.errors.contains("process \(first.processID)"), "\(second)")
    }
    first.signal(SIGKILL)
    _ = try first.wait()
    let third = try workspace.runStage("govern")
    #expect(third.status != 75, "the kernel gives the lock back when its holder dies:\n\(third)")
  }

  @Test("Reading a workspace needs no lock")
  func readers() throws {
    let workspace = try TestWorkspace()
    let earlier = try workspace.runStage("govern")
    #expect([0, 99].contains(earlier.status), "\(earlier)")
    // The lock is taken here, not by a run that is stopped: one that is stopped while it opens the
    // database would hold SQLite's own locks too.
    let lock = open("\(workspace.root)/.lock", O_RDWR)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let writer = try workspace.runStage("govern")
    #expect(writer.status == 75, "\(writer)")
    let status = try workspace.runDriver(["status"])
    #expect(status.status == 0, "\(status)")
  }

  /// An ingest that is stopped in its tracks while it holds the workspace.
  private func holder(of workspace: TestWorkspace) throws -> ProgramRun {
    for _ in 0..<20 {
      let run = try workspace.startStage("ingest", [RepositoryPaths.sampleData])
      while run.isRunning {
        let text = FileManager.default.contents(atPath: "\(workspace.root)/.lock") ?? Data()
        if String(decoding: text, as: UTF8.self).contains("process \(run.processID),") { break }
      }
      run.signal(SIGSTOP)
      if run.isRunning { return run }
    }
    throw TestSupportError("ingest was over before it could be stopped")
  }
}
