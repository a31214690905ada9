import LeadModel
import StageKit
import Store
import Validation

/// Brings the findings about a row that is looked at again, under other rules, up to date.
struct FindingRefresh {
  private let context: StageContext
  /// Findings that are not made by looking at the row alone.
  private let kept: Set<String>

  init(context: StageContext, plan: TablePlan, looksUpDomains: Bool) {
    self.context = context
    var kept: Set<String> = []
    if !plan.lateReferences.isEmpty { kept.insert(ValidationRule.referenceUnknown.code) }
    if !looksUpDomains {
      kept.formUnion(ValidationRule.mailDomainRules.map(\.code))
    }
    self.kept = kept
  }

  /// Leaves the row with these findings, and touches nothing when it has them already.
  ///
  /// - Returns: whether one of those that it had rejected the row.
  @discardableResult
  func replace(_ findings: [Finding], of row: Int64) throws -> Bool {
    var kept = kept
    // A look-up that failed takes back nothing that an earlier one said.
    if findings.contains(where: { $0.code == ValidationRule.emailDeferred.code }) {
      kept.formUnion(ValidationRule.mailDomainRules.map(\.code))
      kept.remove(ValidationRule.emailDeferred.code)
    }
    // What is known of the domain from earlier nights is among them as it counts now.
    kept.subtract(findings.map(\.code).filter(MailFindings.isVerdict))
    let findings = findings.filter { !kept.contains($0.code) }
    var known: [(id: Int64, finding: Finding)] = []
    try context.database.query("validate-findings-of-row").rows(.int(row)) { stored in
      guard !kept.contains(stored.text(1)), let severity = Severity(rawValue: stored.text(2))
      else { return }
      let finding = Finding(
        code: stored.text(1), severity: severity, field: stored.text(3), message: stored.text(4),
        value: stored.text(5), suggestion: stored.optionalText(6))
      known.append((stored.int(0), finding))
    }
    let wasRejected = known.contains { $0.finding.severity == .reject }
    guard known.map(\.finding) != findings else { return wasRejected }
    for entry in known {
      try context.database.query("validate-finding-delete").run(.int(entry.id))
    }
    for finding in findings { try context.record(finding, sourceRow: row) }
    return wasRejected
  }
}
