import Foundation
import LeadmillTestSupport
import Testing

@Suite("Lists of people who refuse")
struct RefusalListTests {
  private static let people = """
    Email,First Name,Last Name,Company
    ann@acme.example.com,Ann,Bell,Acme
    bob@acme.example.com,Bob,Croft,Acme

    """

  @Test(
    "with their names, and called so, are no leads until somebody says that they are",
    arguments: [
      "unsubscribed.csv", "do-not-call.csv", "Sperrliste.csv", "Robinson.csv",
      "suppression-list.csv", "opt-outs.csv", "Abmeldungen.csv", "desabonnes.csv", "bajas.csv",
      "disiscritti.csv", "leads-web-unsubscribed.csv", "leads-partner-do-not-contact.csv",
    ])
  func named(name: String) throws {
    let workspace = try TestWorkspace()
    let path = try workspace.write(name, Self.people)
    let result = try workspace.runStage("ingest", [path])
    #expect(result.status == 30, "\(result)")
    #expect(try workspace.count("SELECT count(*) FROM source_row") == 0)
    let listed = try workspace.runStage("ingest", ["--mapping", "do-not-contact", path])
    #expect(listed.status == 0, "\(listed)")
    #expect(try workspace.count("SELECT count(*) FROM source_row") == 2)
  }

  @Test("whose other columns are not understood are stopped with the mapping that takes them")
  func remedy() throws {
    let workspace = try TestWorkspace()
    let path = try workspace.write(
      "unsubscribed.csv", "Email,Xa,Xb,Xc,Xd\nann@acme.example.com,q,w,e,r\n")
    let result = try workspace.runStage("ingest", [path])
    #expect(result.status == 30, "\(result)")
    #expect(result.errors.contains("import it with --mapping do-not-contact"), "\(result)")
  }

  @Test("a file of leads that somebody names a mapping for is one, whatever it is called")
  func leads() throws {
    let workspace = try TestWorkspace()
    let path = try workspace.write("leads-without-dnc.csv", Self.people)
    #expect(try workspace.runStage("ingest", ["--mapping", "leads", path]).status == 0)
  }

  @Test("a mapping that is saved for such a list is one of refusals")
  func saved() throws {
    let workspace = try TestWorkspace()
    _ = try workspace.copyPipelines()
    let path = try workspace.write("unsubscribed.csv", Self.people)
    let config = ["--config", workspace.path("pipelines")]
    _ = try runProgram("leadmill", ["inspect", path, "--save", "out"] + config)
    let mapping = try String(
      contentsOfFile: workspace.path("pipelines/mappings/out.yaml"), encoding: .utf8)
    #expect(mapping.contains("kind: suppression"), "\(mapping)")
  }

  @Test(
    "are stopped where a column of addresses or numbers is read by nothing",
    arguments: [
      "email,email 2,registry\nann@example.com,bob@example.com,own\n",
      "email,email,registry\nann@example.com,bob@example.com,own\n",
      "email,phone,mobile,registry\nann@example.com,,+44 20 7946 0018,own\n",
    ])
  func furtherColumn(text: String) throws {
    let workspace = try TestWorkspace()
    let path = try workspace.write("do-not-contact-1.csv", text)
    let result = try workspace.runStage("ingest", [path])
    #expect(result.status == 30, "\(result)")
    #expect(result.errors.contains("people who refuse messages"), "\(result)")
  }

  @Test("a further column of addresses counts as the message says")
  func joined() throws {
    let workspace = try TestWorkspace()
    _ = try workspace.copyPipelines()
    try workspace.write(
      "pipelines/mappings/outs.yaml",
      """
      kind: suppression
      files: ["outs-*.csv"]
      constants: {registry: own, channel: any}
      fields: {email: {join: [email, email 2], with: "; "}}
      """)
    let path = try workspace.write(
      "outs-1.csv", "email,email 2\nann@example.com,bob@example.com\ncy@example.com,\n")
    let config = ["--config", workspace.path("pipelines")]
    let result = try workspace.runStage("ingest", config + [path])
    #expect(result.status == 0, "\(result)")
    _ = try workspace.runStage("validate", config)
    #expect(
      try workspace.rows("SELECT email FROM suppression ORDER BY email").map { $0[0] } == [
        "ann@example.com", "bob@example.com", "cy@example.com",
      ])
  }

  @Test("that name no registry do not grow old: they are no snapshot")
  func additions() throws {
    let bench = try ImportBench()
    let list = try bench.workspace.write(
      "klaviyo-suppressed.csv", "Email,Reason,Timestamp\nzoe@example.com,spam,2026-10-01\n")
    _ = try bench.run(["import", list], asOf: "2026-11-02T06:00:00Z")
    let snapshots = try bench.workspace.rows(
      "SELECT registry, is_named FROM suppression_snapshot")
    #expect(snapshots == [["do-not-contact", "0"]])
    let leads = try bench.workspace.write(
      "leads-web-1.csv",
      "id,email,first_name,consent_status,consent_at,consent_source\n"
        + "1,ann@acme.example.com,Ann,granted,2026-10-01,form\n")
    _ = try bench.run(["import", leads], asOf: "2027-03-01T06:00:00Z")
    _ = try bench.workspace.runStage("send", ["--as-of", "2027-03-01T06:00:00Z"])
    #expect(
      try bench.workspace.count("SELECT count(*) FROM finding WHERE code = 'SND003'") == 0)
    #expect(
      try bench.workspace.count("SELECT count(*) FROM message WHERE gate = 'registry_stale'") == 0)
  }
}
