import CommandLineKit
import DedupeStage
import LeadModel
import ValidateStage
import Validation

/// What became of one record, as text and as JSON.
struct CheckedRecord {
  let result: RecordCheck.Result
  /// What the base knows; nil when none was asked.
  let answer: BaseAnswer?

  var isRejected: Bool { result.findings.contains { $0.severity == .reject } }

  // MARK: Text

  var lines: [String] {
    valueLines + findingLines + ["", qualityLine] + (answer.map { KnownPerson($0).lines } ?? [])
  }

  private var valueLines: [String] {
    let width = result.written.map(\.field.count).max() ?? 0
    let lines = result.written.map { entry in
      let padding = String(repeating: " ", count: width - entry.field.count)
      return "\(entry.field)\(padding)  \(TerminalText.harmless(entry.value))"
    }
    return lines.isEmpty ? [] : lines + [""]
  }

  private var findingLines: [String] {
    guard !result.findings.isEmpty else { return ["nothing found wrong"] }
    return result.findings.map { finding in
      let suggestion = finding.suggestion.map { "; suggestion: '\($0)'" } ?? ""
      let field = finding.field.isEmpty ? "" : " \(finding.field)"
      let reference = Self.reference(of: finding).map { " [\($0)]" } ?? ""
      return TerminalText.harmless(
        "\(finding.severity.rawValue) \(finding.code)\(field): \(finding.message)\(suggestion)"
          + reference)
    }
  }

  private var qualityLine: String {
    let parts = result.quality.parts.map { part in
      "-\(part.points) \([part.field, part.reason].filter { !$0.isEmpty }.joined(separator: " "))"
    }
    return "quality \(result.quality.score) of 100"
      + (parts.isEmpty ? "" : ": \(parts.joined(separator: ", "))")
  }

  /// Where a finding's rule comes from.
  private static func reference(of finding: Finding) -> String? {
    ValidationRule.named(finding.code)?.reference
  }

  // MARK: JSON

  var json: JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("accepted", .bool(!isRejected)),
      (
        "normalised",
        .object(result.written.map { (key: $0.field, value: .string($0.value)) })
      ),
      ("findings", .array(result.findings.map(Self.json))),
      (
        "quality",
        .object([
          ("score", .int(Int64(result.quality.score))),
          (
            "parts",
            .array(
              result.quality.parts.map { part in
                .object([
                  ("reason", .string(part.reason)), ("field", .string(part.field)),
                  ("points", .int(Int64(-part.points))),
                ])
              })
          ),
        ])
      ),
    ]
    if let answer { members.append(("known", KnownPerson(answer).json)) }
    return .object(members)
  }

  private static func json(_ finding: Finding) -> JSONValue {
    .object([
      ("code", .string(finding.code)), ("severity", .string(finding.severity.rawValue)),
      ("field", .string(finding.field)), ("message", .string(finding.message)),
      ("value", .string(finding.value)), ("suggestion", JSONValue(finding.suggestion)),
      ("reference", JSONValue(reference(of: finding))),
    ])
  }
}
