import LeadmillTestSupport
import Testing

@Suite("The data-quality workbook says which mail domains could not be looked up")
struct DeferredDomainReportTests {
  private static let nights = ["2026-11-02T06:00:00Z", "2026-11-05T06:00:00Z"]

  /// The rows of the sheet, cells divided by bars.
  private func sheet(_ workspace: TestWorkspace) throws -> [String] {
    let script = """
      import openpyxl, sys
      for row in openpyxl.load_workbook(sys.argv[1])["Mail domains"].iter_rows(values_only=True):
          cells = [str(cell).removesuffix(" 00:00:00") for cell in row if cell is not None]
          if cells: print("|".join(cells))
      """
    let result = try runProgram(
      RepositoryPaths.python, ["-c", script, "\(workspace.outputFolder)/data-quality.xlsx"])
    try #require(result.status == 0, "\(result)")
    return result.output.split(separator: "\n").map(String.init)
  }

  private static func zone(records: String, behaviour: String) -> String {
    #"{"zones": {"example.com": 3600}, "soa_ttl": 3600, "ttl": 3600, "records": {"#
      + #""mx.example.com": {"A": ["198.41.0.1"]}, "good.example.com": {"MX": [[10, "mx.example.com"]]}"#
      + #"\#(records)}, "behaviour": {\#(behaviour)}}"#
  }

  @Test("each with its leads, the reason, and since when; one that answers is there no more")
  func deferred() throws {
    let workspace = try TestWorkspace()
    let config = try workspace.copyPipelines()
    try workspace.replace(
      in: "pipelines/validation.yaml", "dns_timeout_seconds: 2", by: "dns_timeout_seconds: 0.3")
    try workspace.replace(in: "pipelines/validation.yaml", "dns_tries: 3", by: "dns_tries: 1")
    let failing = #""fail.example.com": "servfail", "xn--bcher-kva.example.com": "servfail""#
    let server = try ScriptedDNS(
      zone: Self.zone(records: "", behaviour: failing + #", "drop.example.com": "drop""#))
    func night(_ file: String, _ domains: [String], asOf: String) throws -> [String] {
      let rows = domains.enumerated().map {
        "\(file)\($0.offset),Person\($0.offset)@\($0.element),Ann,Acme,DE\n"
      }
      let path = try workspace.write(
        "leads-web-\(file).csv", "id,email,full_name,company,country\n" + rows.joined())
      for (stage, arguments) in [
        ("ingest", [path]), ("validate", ["--config", config, "--dns", server.address]),
        ("report", ["data-quality"]),
      ] {
        let result = try workspace.runStage(stage, ["--as-of", asOf] + arguments)
        try #require(result.status == 0, "\(result)")
      }
      return try sheet(workspace)
    }
    let first = try night(
      "a",
      [
        "good.example.com", "fail.example.com", "FAIL.example.com", "bücher.example.com",
        "drop.example.com", "gone.example.com",
      ], asOf: Self.nights[0])
    #expect(first.contains { $0.hasPrefix("takes mail|1|0.1666") }, "\(first)")
    #expect(first.contains { $0.hasPrefix("has never been looked up: every night asks again|4|") })
    #expect(
      first.filter { $0.contains(".example.com|") } == [
        "fail.example.com|2|0|the server fails (SERVFAIL)|2026-11-02|2026-11-02|0|next night",
        "drop.example.com|1|0|no answer in time|2026-11-02|2026-11-02|0|next night",
        "xn--bcher-kva.example.com|1|0|the server fails (SERVFAIL)|2026-11-02|2026-11-02|0|next night",
      ])
    #expect(!first.contains { $0.contains("erson") }, "no name of a person")

    // Three days later one answers, and one that was known to be none fails.
    try server.change(
      zone: Self.zone(
        records: #", "drop.example.com": {"MX": [[10, "mx.example.com"]]}"#,
        behaviour: failing + #", "gone.example.com": "servfail""#))
    let second = try night("b", ["good.example.com"], asOf: Self.nights[1])
    #expect(
      second.filter { $0.contains(".example.com|") } == [
        "fail.example.com|2|0|the server fails (SERVFAIL)|2026-11-02|2026-11-05|3|next night",
        "xn--bcher-kva.example.com|1|0|the server fails (SERVFAIL)|2026-11-02|2026-11-05|3|next night",
        "gone.example.com|1|1|the server fails (SERVFAIL)|2026-11-05|2026-11-05|0|next night",
      ])
  }
}
