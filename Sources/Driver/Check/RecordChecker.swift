import CommandLineKit
import LeadModel
import StageKit
import ValidateStage

/// Checks single records as the validate stage does.
struct RecordChecker {
  let kind: RecordKind
  private let defaultCountry: String?
  private let asOf: Timestamp
  private let judge: ([String: String]) -> CheckedRecord

  /// - Throws: `DefinitionError` when the validation policy cannot be read.
  init(
    kind: RecordKind, defaultCountry: String?, asOf: Timestamp, configuration: ConfigurationFolder
  ) throws {
    self.kind = kind
    self.defaultCountry = defaultCountry
    self.asOf = asOf
    guard configuration.contains(PolicyFile.name) else {
      judge = { fields in
        CheckedRecord(
          RecordCheck.check(
            kind: kind, fields: fields, defaultCountry: defaultCountry, asOf: asOf))
      }
      return
    }
    let policy = try PolicyFile.read(try configuration.load(PolicyFile.name))
    judge = { fields in
      CheckedRecord(
        RecordCheck.check(
          kind: kind, fields: fields, defaultCountry: defaultCountry, asOf: asOf, policy: policy))
    }
  }

  /// Normalises a record and says what is wrong with it.
  ///
  /// - Throws: `UsageError` for a field that the kind does not have.
  func check(_ fields: [String: String]) throws(UsageError) -> CheckedRecord {
    let known = kind.fields.map(\.name)
    for name in fields.keys.sorted() where !known.contains(name) {
      let hint = NearestName.hint(for: name, among: known)
      throw UsageError(
        "a \(kind.rawValue) has no field '\(name)'"
          + (hint.isEmpty ? "; expected one of \(known.joined(separator: ", "))" : hint))
    }
    return judge(fields)
  }
}

/// What became of one record.
struct CheckedRecord {
  let normalised: [(field: String, value: String)]
  let findings: [Finding]

  init(_ result: (normalised: [(field: String, value: String)], findings: [Finding])) {
    normalised = result.normalised
    findings = result.findings
  }

  var isRejected: Bool { findings.contains { $0.severity == .reject } }

  var lines: [String] {
    var lines: [String] = []
    let width = normalised.map(\.field.count).max() ?? 0
    for entry in normalised {
      let padding = String(repeating: " ", count: width - entry.field.count)
      lines.append("\(entry.field)\(padding)  \(entry.value)")
    }
    if !lines.isEmpty { lines.append("") }
    guard !findings.isEmpty else { return lines + ["nothing found wrong"] }
    return lines
      + findings.map { finding in
        let suggestion = finding.suggestion.map { "; suggestion: '\($0)'" } ?? ""
        let field = finding.field.isEmpty ? "" : " \(finding.field)"
        return "\(finding.severity.rawValue) \(finding.code)\(field): \(finding.message)"
          + suggestion
      }
  }

  var json: JSONValue {
    .object([
      ("accepted", .bool(!isRejected)),
      ("normalised", .object(normalised.map { (key: $0.field, value: .string($0.value)) })),
      (
        "findings",
        .array(
          findings.map { finding in
            [
              "code": .string(finding.code), "severity": .string(finding.severity.rawValue),
              "field": .string(finding.field), "message": .string(finding.message),
              "value": .string(finding.value), "suggestion": JSONValue(finding.suggestion),
            ]
          })
      ),
    ])
  }
}
