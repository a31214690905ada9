import CommandLineKit
import LeadModel
import Validation

/// Rules as a person reads them, 80 characters wide, and as JSON.
struct RuleView {
  let settings: RuleSettings
  private static let width = 80
  /// Where summaries begin: after the code and the severity.
  private static let column = 22

  /// A topic's rules, one after the other.
  func lines(of topic: RuleTopic) -> [String] {
    ["\(topic.name): \(topic.summary)"]
      + topic.rules.flatMap { rule in
        let label = "\(rule.code)  \(configured(rule))"
        let shipped = shippedNote(rule).isEmpty ? "" : " (\(shippedNote(rule)))"
        let text = "\(rule.summary)\(shipped) [\(rule.reference)]"
        return TextLayout.entry(
          label: label, text: text, indent: 2, column: Self.column, width: Self.width)
      }
  }

  /// All about one rule.
  func lines(about rule: ValidationRule) -> [String] {
    var entries: [(label: String, text: String)] = [
      ("severity", configured(rule) + (shippedNote(rule).isEmpty ? "" : ", \(shippedNote(rule))"))
    ]
    if let topic = RuleTopic.of(rule) {
      entries.append(("topic", "\(topic.name): \(topic.summary)"))
    }
    if rule.isFixed { entries.append(("fixed", "the severity cannot be changed")) }
    entries.append(("reference", rule.reference))
    if let example = rule.example { entries.append(("example", example)) }
    for parameter in rule.parameters {
      let value = settings.value(rule, parameter.name)
      let shipped = value == parameter.defaultValue ? "" : ", shipped as \(parameter.defaultValue)"
      entries.append(
        (
          parameter.name,
          "\(value)\(shipped), from \(parameter.range.lowerBound) to "
            + "\(parameter.range.upperBound): \(parameter.summary)"
        ))
    }
    let column = max(14, (entries.map(\.label.count).max() ?? 0) + 4)
    return TextLayout.wrapped("\(rule.code): \(rule.summary)", width: Self.width)
      + entries.flatMap { entry in
        TextLayout.entry(
          label: entry.label, text: entry.text, indent: 2, column: column, width: Self.width)
      } + ["", "In validation.yaml:", "  rules:"] + configuration(of: rule)
  }

  private func configuration(of rule: ValidationRule) -> [String] {
    guard !rule.parameters.isEmpty else { return ["    \(rule.code): \(configured(rule))"] }
    return ["    \(rule.code):", "      severity: \(configured(rule))"]
      + rule.parameters.map { "      \($0.name): \(settings.value(rule, $0.name))" }
  }

  func json(_ rule: ValidationRule) -> JSONValue {
    .object([
      ("code", .string(rule.code)), ("topic", JSONValue(RuleTopic.of(rule)?.name)),
      ("severity", .string(configured(rule))), ("shipped", .string(rule.severity.rawValue)),
      ("fixed", .bool(rule.isFixed)), ("summary", .string(rule.summary)),
      ("reference", .string(rule.reference)),
      ("example", JSONValue(rule.example)),
      (
        "parameters",
        .array(
          rule.parameters.map { parameter in
            .object([
              ("name", .string(parameter.name)),
              ("value", .int(Int64(settings.value(rule, parameter.name)))),
              ("shipped", .int(Int64(parameter.defaultValue))),
              ("minimum", .int(Int64(parameter.range.lowerBound))),
              ("maximum", .int(Int64(parameter.range.upperBound))),
              ("summary", .string(parameter.summary)),
            ])
          })
      ),
    ])
  }

  private func configured(_ rule: ValidationRule) -> String {
    settings.severity(of: rule)?.rawValue ?? "off"
  }

  /// What the severity was before somebody changed it.
  private func shippedNote(_ rule: ValidationRule) -> String {
    configured(rule) == rule.severity.rawValue ? "" : "shipped as \(rule.severity.rawValue)"
  }
}
