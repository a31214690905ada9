import Foundation
import LeadmillTestSupport
import Testing

@Suite("A workspace or configuration that cannot be used gets a clear answer")
struct BadWorkspaceTests {
  @Test("A workspace that is a file")
  func workspaceIsFile() throws {
    let workspace = try TestWorkspace()
    try workspace.write("ws", "")
    let result = try workspace.runStage("validate")
    #expect(result.status == 40, "\(result)")
    #expect(result.errors.contains("no folder"), "\(result)")
  }

  @Test("A database that is something else")
  func notADatabase() throws {
    let workspace = try TestWorkspace()
    try workspace.write("ws/leadmill.db", String(repeating: "no database ", count: 400))
    let result = try workspace.runStage("validate")
    #expect(result.status == 40, "\(result)")
    #expect(result.errors.contains("no Leadmill workspace"), "\(result)")
  }

  @Test("A workspace of a newer version is refused")
  func newerSchema() throws {
    let workspace = try TestWorkspace()
    let prepared = try workspace.runStage("validate", ["--dns=off"])
    #expect(prepared.status == 99, "\(prepared)")
    let bump = try runProgram(
      RepositoryPaths.python,
      [
        "-c",
        "import sqlite3,sys; d=sqlite3.connect(sys.argv[1]); d.execute('PRAGMA user_version=99')",
        workspace.databasePath,
      ])
    try #require(bump.status == 0, "\(bump)")
    let result = try workspace.runStage("validate")
    #expect(result.status == 40, "\(result)")
    #expect(result.errors.contains("newer"), "\(result)")
  }

  @Test("A read-only workspace")
  func readOnly() throws {
    let workspace = try TestWorkspace()
    let input = try SmallInput.write(to: workspace, rows: 5)
    let prepared = try workspace.runStage("ingest", [input])
    #expect([0, 10].contains(prepared.status), "\(prepared)")
    // Root writes where others may not, so the folder is mounted read-only where that is allowed,
    // and made read-only where it is not.
    let script = """
      if [ "$(id -u)" = 0 ]; then
        exec unshare --mount sh -c 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" || exit 97
          shift; exec "$@"' sh "$@"
      fi
      chmod -R a-w "$1"; shift; "$@"; code=$?; chmod -R u+w "$0"; exit $code
      """
    let result = try runProgram(
      "/bin/sh",
      [
        "-c", script, workspace.root, workspace.root,
        RepositoryPaths.program("leadmill-validate"), "--workspace", workspace.root, "--as-of",
        TestWorkspace.asOf, "--dns=off",
      ])
    if result.status == 97 || result.errors.contains("unshare") { return }
    #expect(result.status == 50, "\(result)")
    #expect(result.errors.contains("read-only"), "\(result)")
  }

  @Test("A full disk: nothing of the last step is kept, and a rerun makes up for it")
  func fullDisk() throws {
    let workspace = try TestWorkspace()
    let input = try SmallInput.write(to: workspace, rows: 120)
    let whole = try TestWorkspace()
    let undisturbed = try whole.runStage("ingest", [input])
    #expect([0, 10].contains(undisturbed.status), "\(undisturbed)")
    // No file may grow beyond 200 KiB: to the database it is a disk that is full.
    let limited = try runProgram(
      "/bin/bash",
      [
        "-c", "trap '' XFSZ; ulimit -f 200; exec \"$@\"", "bash",
        RepositoryPaths.program("leadmill-ingest"), "--workspace", workspace.root, "--as-of",
        TestWorkspace.asOf, input,
      ])
    #expect(limited.status == 50, "\(limited)")
    let words = ["space", "full", "disk"]
    #expect(words.contains { limited.errors.contains($0) }, "\(limited)")
    let again = try workspace.runStage("ingest", [input])
    #expect([0, 10].contains(again.status), "\(again)")
    #expect(try workspace.digestDifferences(from: whole.digestTables()) == [])
  }

  @Test("A disk without space says so")
  func noSpace() throws {
    let workspace = try TestWorkspace()
    try workspace.write("ws/.keep", "")
    let elsewhere = try TestWorkspace()
    let input = try SmallInput.write(to: elsewhere, rows: 60)
    // A disk of 300 KiB, where mounting is allowed.
    let script = """
      mount -t tmpfs -o size=300k none "$1" || exit 97
      exec "$2" --workspace "$1" --as-of 2026-11-02 "$3"
      """
    let result = try runProgram(
      "/usr/bin/unshare",
      [
        "--mount", "/bin/sh", "-c", script, "sh", workspace.root,
        RepositoryPaths.program("leadmill-ingest"), input,
      ])
    if result.status == 97 || result.errors.hasPrefix("unshare") { return }
    #expect(result.status == 50, "\(result)")
    #expect(result.errors.contains("no space left"), "\(result)")
  }

  struct Definition: Sendable, CustomTestStringConvertible {
    let stage: String
    let file: String
    var testDescription: String { "\(stage): \(file)" }
  }

  @Test(
    "YAML that is none: file, line and column",
    arguments: [
      Definition(stage: "ingest", file: "mappings/leads-web.yaml"),
      Definition(stage: "send", file: "sequences/welcome.yaml"),
      Definition(stage: "escalate", file: "calendars/default.yaml"),
      Definition(stage: "validate", file: "validation.yaml"),
      Definition(stage: "enrich", file: "enrichment.yaml"),
      Definition(stage: "score", file: "scoring.yaml"),
      Definition(stage: "dedupe", file: "matching.yaml"),
      Definition(stage: "escalate", file: "escalation.yaml"),
      Definition(stage: "govern", file: "policies.yaml"),
      Definition(stage: "send", file: "send.yaml"),
    ])
  func badYAML(definition: Definition) throws {
    let workspace = try TestWorkspace()
    let configuration = try workspace.copyPipelines()
    let input = try SmallInput.write(to: workspace, rows: 5)
    for stage in nightlyStages.prefix(while: { $0 != definition.stage }) {
      let options = stage == "ingest" ? [input] : stage == "validate" ? ["--dns=off"] : []
      let result = try workspace.runStage(stage, options)
      try #require([0, 10, 99].contains(result.status), "\(result)")
    }
    try workspace.write("pipelines/\(definition.file)", "name: x\nrules: [1, 2\nmore: {\n")
    let options = ["--config", configuration] + (definition.stage == "ingest" ? [input] : [])
    let broken = try workspace.runStage(definition.stage, options)
    #expect(broken.status == 40, "\(broken)")
    #expect(broken.errors.contains("\(definition.file):"), "\(broken)")
    try workspace.write("pipelines/\(definition.file)", "no_such_key_at_all: 1\n")
    let unknown = try workspace.runStage(definition.stage, options)
    #expect(unknown.status == 40, "\(unknown)")
    #expect(unknown.errors.contains("\(definition.file):1:1"), "\(unknown)")
  }

  @Test("A pipeline with a misspelt stage names the place and the nearest stage")
  func badPipeline() throws {
    let workspace = try TestWorkspace()
    let path = try workspace.write("bad.yaml", "name: bad\nstages:\n  - ingest\n  - validat\n")
    let result = try workspace.runDriver(["run", path])
    #expect(result.status == 40, "\(result)")
    #expect(result.errors.contains("bad.yaml:4:5"), "\(result)")
    #expect(result.errors.contains("validate"), "\(result)")
  }
}
