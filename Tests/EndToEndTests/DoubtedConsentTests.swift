import LeadmillTestSupport
import Testing

@Suite("Consent that validation doubts grants nothing")
struct DoubtedConsentTests {
  @Test(
    "a record in quarantine does not count until it is completed", arguments: [false, true])
  func quarantined(isCompleted: Bool) throws {
    let bench = try SendBench([
      SendBench.lead(1, "ann@works.co.uk", "Ann Bell", consent: false),
      SendBench.lead(2, "bob@works.co.uk", "Bob Croft", consent: false),
    ])
    let header = "id,email,channel,purpose,status,at,source\n"
    try bench.load(
      2,
      [
        "consent-1.csv": header + "C1,ann@works.co.uk,email,marketing,granted,2026-10-01,\n"
          + "C2,bob@works.co.uk,email,marketing,granted,2026-10-01,form\n"
      ])
    if isCompleted {
      try bench.load(
        3,
        ["consent-2.csv": header + "C1,ann@works.co.uk,email,marketing,granted,2026-10-01,fair\n"])
    }
    let result = try bench.send(3)
    let others = isCompleted ? ["ann@works.co.uk"] : []
    #expect(try bench.sent().sorted() == others + ["bob@works.co.uk"], "\(result)")
  }

  @Test("a check without its configuration says so, and gives no other answer than a night")
  func withoutConfiguration() throws {
    let workspace = try TestWorkspace()
    let result = try runProgram(
      "leadmill", ["check", "--email", "ann@gmial.com", "--config", workspace.folder])
    #expect(result.status == 40, "\(result)")
    #expect(result.errors.contains("found no 'validation.yaml' in '\(workspace.folder)'"))
    #expect(result.output.isEmpty)
  }
}
