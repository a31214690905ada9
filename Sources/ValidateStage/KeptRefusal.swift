import LeadModel
import Store

/// A refusal that goes on counting as a record of consent when the row that said it is not taken, or
/// another row takes the place of its record: evidence is a log, and a supplier that gives an id anew,
/// or sends an old export again, takes back nothing that was refused.
struct KeptRefusal {
  /// By the columns of the plan of consent.
  let values: [SQLValue]

  /// `at` is when it was said, in seconds, and `source` where.
  init(email: SQLValue, phone: SQLValue, at: SQLValue, source: String) {
    let plan = TablePlan.consent
    var values = [SQLValue](repeating: .null, count: plan.columns.count)
    values[plan.column("email")] = email
    values[plan.column("phone")] = phone
    values[plan.column("channel")] = "any"
    values[plan.column("purpose")] = "any"
    values[plan.column("status")] = "withdrawn"
    values[plan.column("at")] = at
    values[plan.column("source")] = .text(source)
    self.values = values
  }

  /// A record's values without the id that another one has now.
  static func values(_ known: [SQLValue], of kind: RecordKind) -> [SQLValue] {
    var values = known
    values[TablePlan.plan(of: kind).column("external_id")] = .null
    return values
  }

  /// Whether a record that is changed would no longer say what it refuses.
  static func isLost(from known: [SQLValue], to merged: [SQLValue], kind: RecordKind) -> Bool {
    if known == merged { return false }
    let plan = TablePlan.plan(of: kind)
    func isSame(_ names: String...) -> Bool {
      names.allSatisfy { known[plan.column($0)] == merged[plan.column($0)] }
    }
    func hasGone(_ names: String...) -> Bool {
      names.contains { known[plan.column($0)] != .null && !isSame($0) }
    }
    switch kind {
    case .suppression:
      return hasGone("email", "phone", "email_sha256", "phone_sha256", "domain", "channel")
        || !isSame("category")
    case .consent:
      guard known[plan.column("status")] != "granted" else {
        return known[plan.column("expires_at")] != .null && hasGone("expires_at") && isSame("at")
      }
      let isLater = isLater(merged[plan.column("at")], than: known[plan.column("at")])
      return merged[plan.column("status")] == "granted" || !isLater
        || hasGone("email", "phone", "channel", "purpose")
    case .engagement:
      let stops: [SQLValue] = ["unsubscribe", "complaint"]
      return stops.contains(known[plan.column("event")])
        && (hasGone("email", "message_id") || !stops.contains(merged[plan.column("event")]))
    default: return false
    }
  }

  private static func isLater(_ time: SQLValue, than other: SQLValue) -> Bool {
    guard case .int(let time) = time, case .int(let other) = other else { return time == other }
    return time >= other
  }
}
