import CommandLineKit
import LeadModel
import StageKit
import ValidateStage
import Validation

/// `leadmill rules`: every rule of validation, as it is configured and as it was shipped.
enum RulesCommand: DriverCommand {
  static let declaration = CommandDeclaration(
    name: "rules",
    summary: "list the rules of validation, or tell all about one",
    discussion: """
      Each rule with the severity that validation.yaml gives its findings, and in brackets
      where it comes from: a standard, a law, documentation, or the characteristic of data quality
      that it measures. RULE is a code, as VAL015.
      """,
    options: [
      OptionDeclaration(
        "topic", value: "TOPIC", summary: "only the rules of one topic",
        choices: RuleTopic.all.map(\.name)),
      OptionDeclaration(
        "source", value: "NAME", summary: "as the rules are for a source, by its mapping's name"),
      OptionDeclaration(
        "country", value: "CC", summary: "as the rules are for records of a country"),
      StageOptions.config, StageOptions.json,
    ],
    operands: [
      OperandDeclaration("RULE", summary: "the code of a rule to tell all about", required: false)
    ],
    examples: [
      "leadmill rules --topic email", "leadmill rules VAL015",
      "leadmill rules --source leads-partner --country DE",
    ])

  static func run(_ arguments: ParsedArguments) throws -> Outcome {
    let view = RuleView(settings: try settings(arguments))
    let isJSON = arguments.flag(StageOptions.json.name)
    if let code = arguments.operands.first {
      let rule = try rule(code)
      if isJSON {
        Output.line(view.json(rule).text(indented: true))
      } else {
        for line in view.lines(about: rule) { Output.line(line) }
      }
      return .done
    }
    let topics = RuleTopic.all.filter {
      arguments.value("topic") == nil || arguments.value("topic") == $0.name
    }
    if isJSON {
      Output.line(JSONValue.array(topics.flatMap(\.rules).map(view.json)).text(indented: true))
      return .done
    }
    for (number, topic) in topics.enumerated() {
      if number > 0 { Output.line("") }
      for line in view.lines(of: topic) { Output.line(line) }
    }
    return .done
  }

  private static func rule(_ code: String) throws(UsageError) -> ValidationRule {
    if let rule = ValidationRule.named(code) { return rule }
    let hint = NearestName.hint(for: code.uppercased(), among: ValidationRule.all.map(\.code))
    throw UsageError(
      "found no rule '\(code)'\(hint.isEmpty ? "; 'leadmill rules' lists all" : hint)",
      command: "leadmill rules")
  }

  private static func settings(_ arguments: ParsedArguments) throws -> RuleSettings {
    var country: CountryCode?
    if let text = arguments.value("country") {
      country = CountryCode(text)
      guard country != nil else {
        throw UsageError(
          "option '--country': '\(text)' is no country; write its two letters, as DE",
          command: "leadmill rules")
      }
    }
    let configuration = CommonArguments.configuration(arguments)
    if let source = arguments.value("source") {
      try KnownSources.require(
        source, option: "source", configuration: configuration, database: nil,
        command: "leadmill rules")
    }
    let policy =
      configuration.contains(PolicyFile.name)
      ? try PolicyFile.policy(in: configuration) : ValidationPolicy()
    return policy.rules.rules(ofSource: arguments.value("source") ?? "").settings(country: country)
  }
}
