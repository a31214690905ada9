import LeadModel
import Matching
import StageKit
import Store

/// Keys that more leads share than they can bring together, which nobody may lose sight of: a
/// switchboard's number, `info@`, "Test Company".
struct CrowdedKeys {
  /// One of them.
  struct Key: Sendable {
    let leads: Int
    /// The first of the leads.
    let sample: Int64

    fileprivate var told: String { "\(leads) leads (lead \(sample) is one)" }
  }

  /// Findings of one rule that tell a key each; what is beyond is counted in another.
  private static let toldOneByOne = 20

  /// Code of findings on blocking keys, and on match keys.
  private static let blockCode = "DED001"
  private static let matchCode = "DED002"

  let context: StageContext

  /// Keeps findings on keys of a blocking rule; inside the transaction of the work.
  func record(_ keys: [Key], of rule: BlockingRule) throws {
    try record(
      keys, code: Self.blockCode, severity: rule.isSufficient ? .warn : .info, rule: rule.name
    ) {
      "\($0) share one key of blocking rule '\(rule.name)', which compares up to "
        + "\(BlockingRule.largestBlock) with each other: by this rule they are not compared"
    }
  }

  /// Keeps findings on match keys; inside the transaction of the work.
  func record(_ keys: [Key], of rule: MatchRule, policy: KeyPolicy) throws {
    try record(keys, code: Self.matchCode, severity: .warn, rule: rule.name) {
      let outcome =
        policy.maximumLeads <= policy.namesMustAgreeAbove
        ? "it joins none of them" : "it joins only those whose names agree"
      return "\($0) share one key of rule '\(rule.name)', more than \(policy.mostLeads): \(outcome)"
    }
  }

  private func record(
    _ keys: [Key], code: String, severity: Severity, rule: String,
    message: (_ leads: String) -> String
  ) throws {
    guard !keys.isEmpty else { return }
    let sorted = keys.sorted { ($1.leads, $0.sample) < ($0.leads, $1.sample) }
    for key in sorted.prefix(Self.toldOneByOne) {
      try context.record(
        Finding(
          code: code, severity: severity, field: rule,
          message: message(key.told),
          value: "lead \(key.sample)"),
        sourceRow: nil)
    }
    let rest = sorted.dropFirst(Self.toldOneByOne)
    if let largest = rest.first {
      let told = "in each of \(rest.count) more groups, up to \(largest.leads) leads"
      try context.record(
        Finding(
          code: code, severity: severity, field: rule, message: message(told),
          value: "lead \(largest.sample)"),
        sourceRow: nil)
    }
    guard severity == .warn, let largest = sorted.first else { return }
    let others = sorted.count > 1 ? "; \(sorted.count - 1) more such keys" : ""
    context.log.warning(
      code, message(largest.told) + others)
  }
}
