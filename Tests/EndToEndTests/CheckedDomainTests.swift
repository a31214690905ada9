import LeadmillTestSupport
import Testing

@Suite("leadmill check knows what the base knows of mail domains")
struct CheckedDomainTests {
  private static func zone(records: String = "") -> String {
    """
    {"zones": {"example.com": 60}, "records": {
      "null.example.com": {"MX": [[0, ""]], "TTL": 86400},
      "brief.example.com": {"MX": [[0, ""]], "TTL": 60}\(records)},
     "behaviour": {"dark.example.com": "servfail"}}
    """
  }

  @Test("an answer counts while it holds and while no other can be had, alone and in a stream")
  func kept() throws {
    let workspace = try TestWorkspace()
    let server = try ScriptedDNS(zone: Self.zone())
    let path = try workspace.write(
      "leads-web.csv",
      "id,email\nW1,ann@null.example.com\nW2,ann@brief.example.com\nW3,ann@dark.example.com\n")
    _ = try workspace.runStage("ingest", [path])
    let night = try workspace.runStage("validate", ["--dns", server.address])
    #expect(night.status == 0, "\(night)")
    _ = try server.questions()
    let lines = ["null", "brief", "dark", "new"].map {
      #"{"email": "bob@\#($0).example.com"}"#
    }

    // The run's answers have another age by then.
    func statuses(_ dns: String, asOf: String) throws -> [String] {
      let result = try runProgram(
        "leadmill",
        [
          "check", "--config", RepositoryPaths.pipelines, "--workspace", workspace.root, "--stream",
          "--dns", dns, "--as-of", asOf,
        ], input: Array(lines.joined(separator: "\n").utf8))
      #expect(result.status == 0, "\(result)")
      return result.output.split(separator: "\n").map { line in
        let status = line.split(separator: "\"mx_status\":\"").last?.prefix { $0 != "\"" } ?? ""
        return status + (line.contains("VAL018") ? " VAL018" : "")
          + (line.contains("VAL016") ? " VAL016" : "")
      }
    }
    let known = ["null_mx VAL016", "null_mx VAL016"]
    let later = "2026-11-02T12:00:00Z"
    for asOf in [TestWorkspace.asOf, later] {
      #expect(try statuses("off", asOf: asOf) == known + ["not_checked", "not_checked"])
    }
    #expect(try server.questions().isEmpty)
    // Nobody listens: what is over goes on counting, and that it was asked for is told.
    #expect(
      try statuses("127.0.0.1:1", asOf: later) == [
        "null_mx VAL016", "null_mx VAL018 VAL016", "deferred VAL018", "deferred VAL018",
      ])
    try server.change(
      zone: Self.zone(records: #", "mx.example.com": {"A": ["198.41.0.1"]}"#)
        .replacing("[0, \"\"]", with: "[5, \"mx.example.com\"]"))
    #expect(
      try statuses(server.address, asOf: later) == [
        "null_mx VAL016", "deliverable", "deferred VAL018", "no_domain",
      ])
    let asked = Set(try server.questions())
    #expect(!asked.contains { $0.contains("null.example.com") }, "\(asked)")
  }
}
