import Bytes
import Definitions
import LeadModel
import Validation

/// Reads the `rules:` of `validation.yaml`: a code or a topic and its severity, or the severity and
/// the parameters of a code, the same again under `sources` and `countries`.
struct RuleFile {
  private static let grades = ["off"] + Severity.allCases.map(\.rawValue)

  static func read(_ node: DefinitionNode?) throws(DefinitionError) -> RuleConfiguration {
    var configuration = RuleConfiguration()
    guard let node else { return configuration }
    configuration.all = try scope(node, isSource: false)
    for entry in try node["sources"]?.entries() ?? [] {
      configuration.sources[entry.key] = try scope(entry.value, isSource: true)
    }
    return configuration
  }

  /// Refuses rules for sources that there are not.
  ///
  /// - Parameters:
  ///   - root: `validation.yaml`.
  ///   - known: the suppliers of mappings, and those of files that were loaded.
  /// - Throws: `DefinitionError` at a name that is none of them.
  static func checkSources(
    _ root: DefinitionNode, known: Set<String>
  ) throws(DefinitionError) {
    for entry in try root["rules"]?["sources"]?.entries() ?? [] where !known.contains(entry.key) {
      let names = known.sorted()
      let meant = NearestName.hint(for: entry.key, among: names)
      throw entry.keyNode.failure(
        "found '\(entry.key)', which is no source"
          + (meant.isEmpty ? "; expected one of \(names.joined(separator: ", "))" : meant))
    }
  }

  private static func scope(
    _ node: DefinitionNode, isSource: Bool
  ) throws(DefinitionError) -> RuleConfiguration.Scope {
    var scope = RuleConfiguration.Scope()
    let inner = isSource ? ["countries"] : ["countries", "sources"]
    scope.layer = try layer(node, besides: inner)
    for entry in try node["countries"]?.entries() ?? [] {
      scope.countries[try country(entry)] = try layer(entry.value, besides: [])
    }
    return scope
  }

  private static func country(
    _ entry: DefinitionNode.Entry
  ) throws(DefinitionError) -> CountryCode {
    if let code = CountryCode(entry.key), CountryTable.isAssigned(code),
      code.description == entry.key
    {
      return code
    }
    let meant = CountryTable.find(entry.key).map { "; did you mean '\($0)'?" } ?? ""
    throw entry.keyNode.failure(
      "found '\(entry.key)' in 'countries', expected the two letters of a country as DE\(meant)")
  }

  private static func layer(
    _ node: DefinitionNode, besides inner: [String]
  ) throws(DefinitionError) -> RuleConfiguration.Layer {
    var layer = RuleConfiguration.Layer()
    var codes: [(rule: ValidationRule, entry: DefinitionNode.Entry)] = []
    for entry in try node.entries() where !inner.contains(entry.key) {
      if let topic = RuleTopic.all.first(where: { $0.name == entry.key }) {
        let grade = try grade(entry.value)
        for rule in topic.rules where !rule.isFixed { layer.grades.append((rule, grade)) }
      } else if let rule = ValidationRule.named(entry.key) {
        codes.append((rule, entry))
      } else {
        throw unknown(entry, inner: inner)
      }
    }
    // A code counts before its topic, wherever it stands.
    for (rule, entry) in codes { try read(rule, entry.value, into: &layer) }
    return layer
  }

  private static func unknown(
    _ entry: DefinitionNode.Entry, inner: [String]
  ) -> DefinitionError {
    let codes = ValidationRule.all.map(\.code)
    let names = RuleTopic.all.map(\.name) + inner
    let isCode = entry.key.uppercased().hasPrefix("VAL")
    let meant =
      NearestName.suggestion(for: entry.key, among: isCode ? codes : names + codes)
      .map { "did you mean '\($0)'?" }
      ?? "expected a code or one of \(names.joined(separator: ", "))"
    return entry.keyNode.failure(
      "found unknown rule '\(entry.key)'; \(meant) 'leadmill rules' lists all")
  }

  private static func read(
    _ rule: ValidationRule, _ node: DefinitionNode, into layer: inout RuleConfiguration.Layer
  ) throws(DefinitionError) {
    guard node.kind == .mapping else {
      try take(node, of: rule, into: &layer)
      return
    }
    try node.allow(keys: ["severity"] + rule.parameters.map(\.name))
    if let severity = node["severity"] { try take(severity, of: rule, into: &layer) }
    for (place, parameter) in rule.parameters.enumerated() {
      guard let value = node[parameter.name] else { continue }
      layer.values.append((rule, place, try value.int(in: parameter.range)))
    }
  }

  private static func take(
    _ node: DefinitionNode, of rule: ValidationRule, into layer: inout RuleConfiguration.Layer
  ) throws(DefinitionError) {
    let grade = try grade(node)
    guard !rule.isFixed || grade == .severity(rule.severity) else {
      throw node.failure(
        "found '\(try node.string())' for \(rule.code), expected '\(rule.severity.rawValue)': a "
          + "record that breaks this rule cannot be stored; remove the line")
    }
    layer.grades.append((rule, grade))
  }

  private static func grade(
    _ node: DefinitionNode
  ) throws(DefinitionError) -> RuleSettings.Grade {
    let expected = grades.joined(separator: ", ")
    guard node.kind == .scalar, !node.isNull else {
      throw node.failure("found no severity for \(node.name), expected one of \(expected)")
    }
    let text = try node.string()
    if text == "off" { return .off }
    if let severity = Severity(rawValue: text) { return .severity(severity) }
    throw node.failure(
      "found '\(text)' for \(node.name), expected one of \(expected)"
        + NearestName.hint(for: text, among: grades))
  }
}
