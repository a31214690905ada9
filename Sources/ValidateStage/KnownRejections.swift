import LeadModel
import Resolver
import StageKit
import Store
import Validation

/// Rows that their mail domain rejected on an earlier night. A look without the domain name system,
/// or one that failed, takes nothing back that is known.
struct KnownRejections {
  let context: StageContext

  /// A finding of the store about the mail domain of a row.
  private struct Known {
    let rule: ValidationRule
    let severity: Severity
    let message: String
    let domain: String
  }

  /// Rows that lie so much apart are asked for one by one.
  private static let sparse: Int64 = 8

  /// Has what is known counted for the rows of a batch whose domain could not be asked now; no row
  /// beyond the mark has been looked at before.
  func apply(to batch: inout ConformedBatch, upTo mark: Int64) throws {
    guard batch.plan.kind == .lead else { return }
    let domains = DomainChecks.domains(of: batch) { row in
      batch.rows[row].id <= mark && isOpen(batch, row: row)
    }
    guard !domains.isEmpty else { return }
    let known = try known(of: domains.map { batch.rows[$0.row].id })
    for (row, domain) in domains {
      for finding in known[batch.rows[row].id, default: []] where finding.domain == domain {
        let shipped = finding.rule.finding(
          field: "email", message: finding.message, value: domain)
        let isRejecting = batch.rules(row: row).graded(shipped)?.severity == .reject
        guard finding.severity == .reject || isRejecting else { continue }
        batch.insert(shipped, row: row)
        if let kind = MailFindings.kind(ofCode: finding.rule.code) {
          batch.setText(kind.rawValue, row: row, column: LeadRules.mxStatus)
        }
      }
    }
  }

  private func isOpen(_ batch: ConformedBatch, row: Int) -> Bool {
    let status = batch.string(batch.value(row: row, column: LeadRules.mxStatus))
    return status == "not_checked" || status == MailVerdict.Kind.deferred.rawValue
  }

  private func known(of rows: [Int64]) throws -> [Int64: [Known]] {
    guard let first = rows.min(), let last = rows.max() else { return [:] }
    let isDense = last - first < Int64(rows.count) * Self.sparse
    var found: [Int64: [Known]] = [:]
    for range in isDense ? [first...last] : rows.map({ $0...$0 }) {
      try context.database.query("validate-mail-verdicts").rows(
        .int(range.lowerBound), .int(range.upperBound), .text(MailFindings.verdictCodes)
      ) { row in
        guard let rule = MailFindings.rule(ofCode: row.text(1)),
          let severity = Severity(rawValue: row.text(2))
        else { return }
        found[row.int(0), default: []].append(
          Known(
            rule: rule, severity: severity, message: row.text(3), domain: row.text(4)))
      }
    }
    return found
  }
}
