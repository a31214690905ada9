import Foundation
import LeadmillTestSupport
import Testing

@Suite("How a table was stored says nothing of what it is about")
struct PackedNameTests {
  private static let contacts = "id,email,last_name\nC1,ann@acme.example.com,Bell\n"
  private static let endings = [
    ".csv", ".csv.gz", ".CSV.GZ", ".csv.zst", ".tsv", ".txt", ".tab", ".tsv.gz", ".txt.zst",
  ]

  @Test("A mapping claims a table of text under each ending, packed or not", arguments: endings)
  func claimed(ending: String) throws {
    let workspace = try TestWorkspace()
    let path = try workspace.write("in/contacts-2026\(ending)", Self.contacts)
    let result = try workspace.runStage("ingest", [workspace.path("in")])
    #expect(
      try workspace.rows("SELECT kind, supplier FROM source_file") == [["contact", "contacts"]],
      "\(result)")
    #expect(try workspace.count("SELECT count(*) FROM mapping_version WHERE is_proposed") == 0)
    let inspected = try runProgram("leadmill", ["inspect", path, "--json"])
    #expect(inspected.output.contains(#""mapping": "contacts""#), "\(inspected)")
  }

  @Test("A refusal in a packed file is what its mapping says", arguments: ["", ".gz"])
  func refusals(packing: String) throws {
    let workspace = try TestWorkspace()
    let config = ["--config", try workspace.copyPipelines()]
    try workspace.write(
      "pipelines/mappings/sup.yaml",
      """
      kind: lead
      supplier: sup
      files: ["sup-*.csv"]
      columns: {Consent: consent_status}
      values: {consent_status: {"1": declined, "0": granted}}

      """)
    let plain = try workspace.write(
      "sup-1.csv", "id,email,Consent\n1,ann@acme.example.com,1\n2,bob@acme.example.com,0\n")
    if !packing.isEmpty {
      #expect(try runProgram("/usr/bin/env", ["gzip", plain]).status == 0)
    }
    _ = try workspace.runStage("ingest", config + [plain + packing])
    let result = try workspace.runStage("validate", config)
    #expect(
      try workspace.rows("SELECT email, consent_status FROM lead ORDER BY email") == [
        ["ann@acme.example.com", "declined"], ["bob@acme.example.com", "granted"],
      ], "\(result)")
  }

  @Test("A list of refusals is claimed by its packed name, with the date that it states")
  func list() throws {
    let workspace = try TestWorkspace()
    let text =
      "Email,First Name,Last Name,Company\nann@acme.example.com,Ann,Bell,Acme\n"
      + "bob@acme.example.com,Bob,Ball,Acme\n"
    let path = try workspace.write("in/do-not-contact-2026-10-30.csv.gz", text)
    let result = try workspace.runStage("ingest", [path])
    #expect(result.status == 0, "\(result)")
    #expect(
      try workspace.rows("SELECT kind, supplier FROM source_file").map(\.first) == ["suppression"],
      "\(result)")
    let said = result.output + result.errors
    #expect(said.contains("its registries are of 2026-10-30"), "\(result)")
  }

  @Test("A pattern that names another ending goes before those of tables at large")
  func literal() throws {
    let workspace = try TestWorkspace()
    let config = ["--config", try workspace.copyPipelines()]
    try workspace.write(
      "pipelines/mappings/tabs.yaml",
      "kind: lead\nsupplier: tabs\nfiles: [\"contacts*.tsv\", \"contacts-a*.csv.gz\"]\n")
    for name in ["contacts-1.tsv", "contacts-a.csv.gz", "contacts-2.txt"] {
      _ = try workspace.runStage(
        "ingest", config + [try workspace.write(name, Self.contacts + "X,\(name)@x.example,Au\n")])
    }
    #expect(
      try workspace.rows(
        "SELECT name, supplier FROM source_file ORDER BY id") == [
          ["contacts-1.tsv", "tabs"], ["contacts-a.csv.gz", "tabs"],
          ["contacts-2.txt", "contacts"],
        ])
  }

  @Test("A mapping that is kept of a packed file claims the next one, packed or not")
  func kept() throws {
    let workspace = try TestWorkspace()
    let path = try workspace.write("fair-2.csv.gz", MappingTests.german)
    let inspected = try runProgram(
      "leadmill",
      ["inspect", path, "--save", "fair", "--config", try workspace.copyPipelines()])
    let text = try String(
      contentsOfFile: workspace.path("pipelines/mappings/fair.yaml"), encoding: .utf8)
    #expect(text.contains(#"files: ["fair*.csv", "fair*.xlsx"]"#), "\(inspected)\n\(text)")
  }
}
