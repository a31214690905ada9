import Definitions
import LeadModel
import Testing
import ValidateStage
import Validation

/// A policy of some rules.
func policy(_ rules: String) throws(DefinitionError) -> ValidationPolicy {
  try PolicyFile.read(try DefinitionNode.parse(rules, file: "validation.yaml"))
}

/// Codes and severities of what is wrong with a lead.
func findings(
  _ fields: [String: String], _ policy: ValidationPolicy = ValidationPolicy(), source: String = ""
) -> [String] {
  RecordCheck.check(
    kind: .lead, fields: fields, defaultCountry: nil, asOf: Timestamp(seconds: 1_790_000_000),
    policy: policy, source: source
  ).findings.map { "\($0.code) \($0.severity.rawValue)" }
}

@Suite("Rules are switched and graded in validation.yaml")
struct RuleFileTests {
  private static let lead = ["phone": "+493023125000", "country": "DE", "postcode": "1115"]

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let rules: String
    var source = ""
    let expected: [String]
  }

  @Test(
    "the more particular place counts",
    arguments: [
      Case(testDescription: "nothing said", rules: "rules: {}", expected: ["VAL051 warn"]),
      Case(testDescription: "code", rules: "rules: {VAL051: reject}", expected: ["VAL051 reject"]),
      Case(
        testDescription: "lower case", rules: "rules: {val051: info}", expected: ["VAL051 info"]),
      Case(testDescription: "topic", rules: "rules: {place: off}", expected: []),
      Case(
        testDescription: "code before topic", rules: "rules: {VAL051: info, place: off}",
        expected: ["VAL051 info"]),
      Case(
        testDescription: "source before all",
        rules: "rules: {VAL051: off, sources: {fair: {place: quarantine}}}", source: "fair",
        expected: ["VAL051 quarantine"]),
      Case(
        testDescription: "another source",
        rules: "rules: {VAL051: off, sources: {fair: {place: quarantine}}}", source: "web",
        expected: []),
      Case(
        testDescription: "country before source",
        rules: "rules: {countries: {DE: {VAL051: info}}, sources: {fair: {VAL051: reject}}}",
        source: "fair", expected: ["VAL051 info"]),
      Case(
        testDescription: "another country", rules: "rules: {countries: {FR: {VAL051: info}}}",
        expected: ["VAL051 warn"]),
      Case(
        testDescription: "a source's country before everything",
        rules:
          "rules: {countries: {DE: {VAL051: info}}, sources: {fair: {countries: {DE: {VAL051: off}}}}}",
        source: "fair", expected: []),
      Case(
        testDescription: "severity as a key", rules: "rules: {VAL051: {severity: info}}",
        expected: ["VAL051 info"]),
    ])
  func precedence(test: Case) throws {
    #expect(findings(Self.lead, try policy(test.rules), source: test.source) == test.expected)
  }

  @Test(
    "a mistake names its place and what was expected",
    arguments: [
      (
        "rules:\n  VAL015x: off",
        "validation.yaml:2:3: found unknown rule 'VAL015x'; did you mean 'VAL015'?"
      ),
      (
        "rules:\n  emial: off",
        "validation.yaml:2:3: found unknown rule 'emial'; did you mean 'email'?"
      ),
      (
        "rules:\n  VAL013: warning",
        "validation.yaml:2:11: found 'warning' for 'VAL013', expected one of off, reject"
      ),
      ("rules:\n  VAL013:", "validation.yaml:2:10: found no severity for 'VAL013'"),
      ("rules:\n  VAL013: {days: 3}", "validation.yaml:2:12: found unknown key 'days'"),
      (
        "rules:\n  VAL002: warn", "validation.yaml:2:11: found 'warn' for VAL002, expected 'reject'"
      ),
      (
        "rules:\n  countries:\n    Germany: {VAL013: off}",
        "validation.yaml:3:5: found 'Germany' in 'countries', expected the two letters of a country as DE; did you mean 'DE'?"
      ),
      (
        "rules:\n  sources:\n    fair:\n      sources: {}",
        "validation.yaml:4:7: found unknown rule 'sources'"
      ),
      (
        "rules: [VAL013]",
        "validation.yaml:1:8: found a list for 'rules', expected keys with values"
      ),
    ])
  func mistakes(text: String, said: String) {
    let error = #expect(throws: DefinitionError.self) { try policy(text) }
    #expect(error?.description.hasPrefix(said) == true, "\(error?.description ?? "")")
  }

  @Test("what a severity does follows the configuration")
  func consequences() throws {
    func normalised(_ rules: String, _ fields: [String: String]) throws -> [String: String] {
      let result = RecordCheck.check(
        kind: .lead, fields: fields, defaultCountry: nil, asOf: Timestamp(seconds: 1_790_000_000),
        policy: try policy(rules))
      return Dictionary(
        result.normalised.map { ($0.field, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
    #expect(try normalised("rules: {}", Self.lead)["quarantined"] == "0")
    #expect(try normalised("rules: {VAL051: quarantine}", Self.lead)["quarantined"] == "1")
    #expect(try normalised("rules: {VAL051: reject}", Self.lead).isEmpty)
    let consent = ["email": "ann@example.com", "consent_status": "granted"]
    #expect(try normalised("rules: {}", consent)["quarantined"] == "1")
    #expect(try normalised("rules: {consent: warn}", consent)["quarantined"] == "0")
    let nobody = ["email": "ann@"]
    #expect(try normalised("rules: {}", nobody).isEmpty)
    #expect(try normalised("rules: {VAL001: quarantine}", nobody)["quarantined"] == "1")
  }

  @Test("a topic that is off leaves alone what cannot be off")
  func fixedRules() throws {
    let result = RecordCheck.check(
      kind: .task, fields: ["owner": "ann"], defaultCountry: nil,
      asOf: Timestamp(seconds: 1_790_000_000), policy: try policy("rules: {record: off}"))
    #expect(result.findings.map(\.code) == ["VAL002"])
    #expect(result.findings.map(\.severity) == [.reject])
  }
}

@Suite("Every rule is documented")
struct RuleCatalogueTests {
  @Test("codes are unique, each rule says what it asks for and has few parameters")
  func catalogue() {
    let codes = ValidationRule.all.map(\.code)
    #expect(Set(codes).count == codes.count)
    for rule in ValidationRule.all {
      #expect(rule.number > 0, "\(rule.code)")
      #expect(rule.summary.count >= 15, "\(rule.code)")
      #expect(rule.parameters.count <= 4, "\(rule.code)")
      #expect(Set(rule.parameters.map(\.name)).count == rule.parameters.count, "\(rule.code)")
      #expect(rule.parameters.allSatisfy { $0.range.contains($0.defaultValue) }, "\(rule.code)")
      #expect(RuleTopic.of(rule) != nil, "\(rule.code)")
    }
  }
}
