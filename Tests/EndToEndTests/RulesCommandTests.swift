import LeadmillTestSupport
import Testing

@Suite("leadmill rules")
struct RulesCommandTests {
  private func rules(_ arguments: [String], config: String = RepositoryPaths.pipelines) throws
    -> ProgramResult
  {
    try runProgram("leadmill", ["rules", "--config", config] + arguments)
  }

  @Test("lists every rule with its severity, no line wider than a terminal")
  func list() throws {
    let result = try rules([])
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains("\n  VAL015  warn        a domain is not a known"), "\(result)")
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(result)")
    let email = try rules(["--topic", "email"])
    #expect(email.output.contains("VAL015") && !email.output.contains("VAL020"), "\(email)")
  }

  @Test("tells all about one rule, and what is near a code that is none")
  func one() throws {
    let result = try rules(["val015"])
    for text in [
      "VAL015: a domain", "  severity    warn", "  reference   ISO/IEC 25012: semantic accuracy",
      "  example     ann@gmial.com",
    ] {
      #expect(result.output.contains(text), "\(result)")
    }
    let json = try rules(["VAL015", "--json"])
    #expect(json.output.contains("\"shipped\": \"warn\""), "\(json)")
    let unknown = try rules(["VAL01x"])
    #expect(unknown.status == 40, "\(unknown)")
    #expect(unknown.errors.contains("found no rule 'VAL01x'; did you mean 'VAL0"), "\(unknown)")
  }

  @Test("shows what is configured, for a source and a country")
  func configured() throws {
    let workspace = try TestWorkspace()
    _ = try workspace.write(
      "validation.yaml",
      "rules: {VAL013: off, countries: {DE: {VAL013: info}}, sources: {fair: {VAL013: reject}}}\n")
    let cases: [([String], String)] = [
      ([], "off, shipped as info"), (["--country", "DE"], "info"),
      (["--source", "fair"], "reject, shipped as info"),
      (["--source", "fair", "--country", "DE"], "info"),
    ]
    for (arguments, severity) in cases {
      let result = try rules(["VAL013"] + arguments, config: workspace.folder)
      #expect(result.output.contains("  severity    \(severity)\n"), "\(result)")
    }
    let nobody = try rules(["--source", "fiar"], config: workspace.folder)
    #expect(nobody.status == 40, "\(nobody)")
    #expect(
      nobody.errors.contains("option '--source': found no source 'fiar'; did you mean 'fair'?"),
      "\(nobody)")
    let wrong = try workspace.write("validation.yaml", "rules: {VAL913: off}\n")
    let result = try rules([], config: workspace.folder)
    #expect(result.status == 40, "\(result)")
    #expect(result.errors.contains("\(wrong):1:9: found unknown rule 'VAL913'"), "\(result)")
  }

  @Test("check refuses rules for a source that there is not, as the night does")
  func unknownSource() throws {
    let workspace = try TestWorkspace()
    let config = try workspace.copyPipelines()
    try workspace.replace(
      in: "pipelines/validation.yaml", "rules: {VAL109: off}",
      by: "rules:\n  VAL109: off\n  sources:\n    leads-wbe: {VAL013: warn}")
    let result = try runProgram(
      "leadmill", ["check", "--config", config, "--email", "ann@example.com"])
    #expect(result.status == 40, "\(result)")
    #expect(result.errors.contains("did you mean 'leads-web'?"), "\(result)")
  }
}
