import LeadmillTestSupport
import Testing

@Suite("Columns of refusals in files of all kinds")
struct RefusalKindTests {
  @Test("a contact who takes consent back refuses")
  func contactConsent() throws {
    let workspace = try TestWorkspace()
    let path = try workspace.write(
      "contacts-1.csv",
      "contact_id,first_name,last_name,email,consent_status,consent_at\n"
        + "C1,Ann,Bell,ann@acme.example.com,withdrawn,2026-10-21\n"
        + "C2,Bob,Bell,bob@acme.example.com,granted,2026-10-21\n")
    let asOf = ["--as-of", "2026-11-02T06:00:00Z"]
    let result = try workspace.runStage("ingest", asOf + [path])
    #expect(result.status == 0, "\(result)")
    _ = try workspace.runStage("validate", asOf)
    #expect(
      try workspace.rows("SELECT email, channel, status FROM consent ORDER BY email")
        == [["ann@acme.example.com", "any", "withdrawn"]])
  }

  @Test(
    "a column of refusals in a file of companies or activities stops it",
    arguments: [
      ("accounts-1.csv", "account_id,name,website,Do not contact\nA1,Acme,acme.example.com,yes\n"),
      (
        "activities-1.csv",
        "activity_id,type,subject,at,email,Opt-out\n1,call,x,2026-10-21,ann@acme.example.com,yes\n"
      ),
      (
        "accounts-1.csv",
        "account_id,name,website,consent_status\nA1,Acme,acme.example.com,withdrawn\n"
      ),
    ])
  func otherKinds(name: String, text: String) throws {
    let workspace = try TestWorkspace()
    let result = try workspace.runStage(
      "ingest", ["--as-of", "2026-11-02T06:00:00Z", try workspace.write(name, text)])
    #expect(result.status == 30, "\(result)")
    #expect(
      result.errors.contains("send who refuses as a do-not-contact or consent file"), "\(result)")
    #expect(!result.errors.contains("opted_out"), "\(result)")
  }
}
