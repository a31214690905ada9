import LeadModel
import StageKit
import Store
import ValidateStage
import Validation

/// Why the data of each of a person's leads is as good as it is.
struct QualityStory {
  private struct Lead {
    let id: Int64
    /// As the last validation left it.
    let score: Int64
    let explained: QualityScore
  }

  private var leads: [Lead] = []

  /// - Throws: `DefinitionError` when `validation.yaml` cannot be read, `DatabaseError`.
  init(
    of ids: [Int64], configuration: ConfigurationFolder, in database: Database
  ) throws {
    guard configuration.contains(PolicyFile.name) else { return }
    let weights = try PolicyFile.read(try configuration.load(PolicyFile.name)).quality
    let fields = weights.missing.map(\.field)
    let select = try database.statement(.select, on: "lead", columns: ["quality"] + fields)
    for id in ids {
      var missing: Set<String> = []
      let found = try select.first(.int(id)) { row -> (source: Int64, score: Int64)? in
        for (place, field) in fields.enumerated() where row.isNull(place + 2) {
          missing.insert(field)
        }
        return row.optionalInt(1).map { (row.int(0), $0) }
      }
      guard let found, let lead = found else { continue }
      var findings: [Finding] = []
      try database.query("validate-findings-of-row").rows(.int(lead.source)) { row in
        guard let severity = Severity(rawValue: row.text(2)) else { return }
        findings.append(
          Finding(code: row.text(1), severity: severity, field: row.text(3), message: ""))
      }
      leads.append(
        Lead(
          id: id, score: lead.score,
          explained: weights.explained(findings: findings, isMissing: missing.contains)))
    }
  }

  var lines: [String] {
    guard !leads.isEmpty else { return [] }
    return ["DATA QUALITY"]
      + leads.map { lead in
        let parts = lead.explained.parts.map { part in
          "-\(part.points) \([part.field, part.reason].filter { !$0.isEmpty }.joined(separator: " "))"
        }
        return "  lead \(lead.id): \(lead.score) of 100"
          + (parts.isEmpty ? "" : ": \(parts.joined(separator: ", "))")
          + (isCurrent(lead)
            ? "" : " (\(lead.explained.score) now: by another configuration, or several rows)")
      }
  }

  private func isCurrent(_ lead: Lead) -> Bool { lead.score == Int64(lead.explained.score) }

  var json: JSONValue {
    .array(
      leads.map { lead in
        .object([
          ("lead", .int(lead.id)), ("quality", .int(lead.score)),
          (
            "parts",
            .array(
              lead.explained.parts.map { part in
                .object([
                  ("reason", .string(part.reason)), ("field", .string(part.field)),
                  ("points", .int(Int64(-part.points))),
                ])
              })
          ),
        ])
      })
  }
}
