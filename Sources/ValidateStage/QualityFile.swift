import Definitions
import LeadModel
import Validation

/// Reads the `quality:` of `validation.yaml`: what each severity, some rules and missing values cost.
enum QualityFile {
  static func read(_ node: DefinitionNode?) throws(DefinitionError) -> QualityWeights {
    var weights = QualityWeights()
    guard let node else { return weights }
    try node.allow(keys: ["severities", "rules", "missing"])
    if let severities = node["severities"] {
      try severities.allow(keys: Severity.allCases.map(\.rawValue))
      for entry in try severities.entries() {
        guard let severity = Severity(rawValue: entry.key) else { continue }
        weights.severities[severity] = try points(entry)
      }
    }
    for entry in try node["rules"]?.entries() ?? [] {
      guard let rule = ValidationRule.named(entry.key) else {
        let codes = ValidationRule.all.map(\.code)
        throw entry.keyNode.failure(
          "found unknown rule '\(entry.key)'"
            + (NearestName.suggestion(for: entry.key, among: codes).map {
              "; did you mean '\($0)'?"
            } ?? ", expected a code; 'leadmill rules' lists all"))
      }
      weights.set(try points(entry), of: rule)
    }
    if let missing = node["missing"] {
      try missing.allow(keys: RecordKind.lead.fields.map(\.name))
      for entry in try missing.entries() { weights.missing.append((entry.key, try points(entry))) }
    }
    return weights
  }

  private static func points(_ entry: DefinitionNode.Entry) throws(DefinitionError) -> Int {
    try entry.value.int(in: 0...QualityWeights.maximum)
  }
}
