import LeadmillTestSupport
import Store
import Testing

@Suite("Messages wait for refusals that have come and do not count yet, and for registries")
struct WaitingRefusalTests {
  private static let day = ["--as-of", "2026-11-02T06:00:00Z"]

  private func change(_ workspace: TestWorkspace, _ sql: StaticString) throws {
    try Database(path: workspace.databasePath, mode: .readWrite).execute(sql)
  }

  private func sent(_ workspace: TestWorkspace) throws -> Int {
    try workspace.count("SELECT count(*) FROM message WHERE state = 'sent'")
  }

  private func bench() throws -> SendBench {
    try SendBench([SendBench.lead(1, "ann@bell.co.uk"), SendBench.lead(2, "bob@croft.co.uk")])
  }

  @Test(
    "send by itself sends nothing while rows that may refuse wait for validate",
    arguments: [
      (
        "consent-1.csv", "id,email,status,at\nC1,ann@bell.co.uk,withdrawn,2026-11-01\n", "consent 1"
      ),
      ("do-not-contact-2026-11-02.csv", "email,registry\nann@bell.co.uk,own\n", "suppression 1"),
      (
        "engagement-1.csv", "email,event,at\nann@bell.co.uk,unsubscribe,2026-11-01\n",
        "engagement 1"
      ),
      ("leads-web-2.csv", "id,email,consent_status\n9,ann@bell.co.uk,withdrawn\n", "lead 1"),
    ])
  func unvalidated(name: String, text: String, found: String) throws {
    let bench = try bench()
    #expect(try bench.ingest(2, [name: text]).status == 0)
    let result = try bench.send(2)
    #expect(result.status == 20, "\(result)")
    #expect(result.errors.contains("rows wait for validate (\(found))"), "\(result)")
    #expect(result.errors.contains("leadmill-validate --workspace"), "\(result)")
    #expect(try bench.sent() == [])
    // What would be due can be looked at.
    #expect(try bench.send(2, ["--plan-only"]).status == 0)
    #expect(try bench.sent() == [])
    try bench.load(2, [:])
    let after = try bench.send(2)
    #expect(after.status == 0, "\(after)")
    #expect(try bench.sent() == ["bob@croft.co.uk"], "\(after)")
  }

  @Test("escalate by itself gives nobody a task to call her meanwhile")
  func tasks() throws {
    let bench = try bench()
    _ = try bench.ingest(
      2, ["consent-1.csv": "id,email,status,at\nC1,ann@bell.co.uk,withdrawn,2026-11-01\n"])
    let result = try bench.workspace.runStage("escalate", SendBench.asOf(2))
    #expect(result.status == 20, "\(result)")
    #expect(result.errors.contains("(consent 1)"), "\(result)")
    #expect(result.errors.contains("nobody is given a task"), "\(result)")
    let preview = try bench.workspace.runStage("escalate", SendBench.asOf(2) + ["--dry-run"])
    #expect([0, 99].contains(preview.status), "\(preview)")
    try bench.load(2, [:])
    let after = try bench.workspace.runStage("escalate", SendBench.asOf(2))
    #expect([0, 99].contains(after.status), "\(after)")
  }

  @Test("a lead that refuses counts for the person once dedupe knows who she is")
  func unlinked() throws {
    let bench = try bench()
    _ = try bench.ingest(
      2, ["leads-web-2.csv": "id,email,consent_status\n9,ann@bell.co.uk,withdrawn\n"])
    _ = try bench.workspace.runStage("validate", SendBench.asOf(2))
    let result = try bench.send(2)
    #expect(result.status == 20, "\(result)")
    #expect(result.errors.contains("1 leads that refuse messages wait for dedupe"), "\(result)")
    #expect(try bench.sent() == [])
  }

  @Test("where no registry has ever come, send, status and doctor say so and what to do")
  func noRegistry() throws {
    let workspace = try SendBase.create()
    try change(workspace, "DELETE FROM suppression; DELETE FROM suppression_registry")
    let never = "no do-not-contact registry was ever received"
    let result = try workspace.runStage("send", Self.day)
    #expect(result.status == 0, "\(result)")
    #expect(try sent(workspace) == 0)
    #expect(result.output.contains("\(never): nothing goes out until one has come"), "\(result)")
    #expect(result.output.contains("do-not-contact-2026-11-23.csv"), "\(result)")
    let waiting = try workspace.count(
      "SELECT count(*) FROM message WHERE gate = 'registry_stale' AND due_at <= 1793599200")
    #expect(waiting > 0)
    let status = try workspace.runDriver(["status", "--config", RepositoryPaths.pipelines])
    #expect(status.output.contains("\(never): \(waiting) due messages wait for it"), "\(status)")
    let doctor = try workspace.runDriver(["doctor", "--config", RepositoryPaths.pipelines])
    #expect(doctor.status == 0, "\(doctor)")
    #expect(doctor.output.contains("\(never), \(waiting) due messages wait for it"), "\(doctor)")
    // Once one has come, nothing waits for it.
    try change(
      workspace, "INSERT INTO suppression_registry VALUES ('robinson', 1793500000, 'x', 2, NULL)")
    _ = try workspace.runStage("send", Self.day)
    #expect(try sent(workspace) > 0)
    let later = try workspace.runDriver(["doctor", "--config", RepositoryPaths.pipelines])
    #expect(later.output.contains("no message waits for one"), "\(later)")
  }

  @Test("a registry that is too old is told with what to do about it")
  func stale() throws {
    let workspace = try SendBase.create()
    try change(workspace, "UPDATE suppression_registry SET snapshot_at = 1790000000")
    let result = try workspace.runStage("send", Self.day)
    #expect(result.output.contains("registry 'robinson' is of 2026-09-21"), "\(result)")
    #expect(result.output.contains("robinson-2026-11-02.csv"), "\(result)")
    #expect(result.output.contains("registries, single, robinson, max_age_days"), "\(result)")
    #expect(try sent(workspace) == 0)
  }
}
