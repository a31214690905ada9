import LeadModel
import Store
import Validation

/// What a lead's derived columns are once an update has been laid over the stored values: an update
/// may bring only some of the columns that decide them.
enum LeadMerge {
  /// Settles them in `merged`: `owned` are the columns that the update brings, `rules` those of the
  /// row that is laid over the `known` values.
  ///
  /// - Returns: the finding of an earlier look at the mail domain that goes on counting.
  @discardableResult
  static func settle(
    _ merged: inout [SQLValue], known: [SQLValue], owned: [Bool], suppressions: SuppressionIndex,
    rules: RuleSettings
  ) -> Finding? {
    var isDomainKept = !owned[LeadRules.mxStatus]
    // A look without the domain name system does not undo one with it, nor does one that failed.
    if [.text("not_checked"), .text("deferred")].contains(merged[LeadRules.mxStatus]),
      known[LeadRules.mxStatus] != .text("not_checked"),
      merged[LeadRules.email] == known[LeadRules.email]
    {
      isDomainKept = merged[LeadRules.mxStatus] != known[LeadRules.mxStatus]
      merged[LeadRules.mxStatus] = known[LeadRules.mxStatus]
    }
    // What the row itself found has had its consequence; what stays has the one that it is graded by.
    let kept =
      isDomainKept ? finding(ofStatus: merged[LeadRules.mxStatus].text, rules) : nil
    let isUnreachable = kept.map { [.quarantine, .reject].contains($0.severity) } ?? false
    let keepsQuarantine =
      !owned[LeadRules.consentStatus] && known[LeadRules.quarantined] == .int(1)
    if isUnreachable || keepsQuarantine { merged[LeadRules.quarantined] = .int(1) }
    let channels = suppressions.channels(
      email: merged[LeadRules.email].text, phone: merged[LeadRules.phone].text,
      others: [merged[LeadRules.otherEmails].text, merged[LeadRules.otherPhones].text])
    merged[LeadRules.dndChannels] = channels.text.map { .text("\($0)") } ?? .null
    return kept
  }

  private static func finding(ofStatus status: String?, _ rules: RuleSettings) -> Finding? {
    MailFindings.rule(ofStatus: status).flatMap {
      rules.graded($0.finding(field: "email", message: ""))
    }
  }

  /// What stays although the row that brought it was taken back: what the domain name system said
  /// about an address that is still the same, and a refusal.
  static func keepWhatStands(
    _ values: inout [SQLValue], stored: [SQLValue], suppressions: SuppressionIndex,
    rules: RuleSettings, quality: LeadQuality
  ) {
    let refusals: Set<String> = ["declined", "withdrawn"]
    if let status = stored[LeadRules.consentStatus].text, refusals.contains(status),
      !refusals.contains(values[LeadRules.consentStatus].text ?? "")
    {
      for column in [LeadRules.consentStatus, LeadRules.consentAt, LeadRules.consentSource] {
        values[column] = stored[column]
      }
    }
    let nothing = [Bool](repeating: true, count: values.count)
    let kept = settle(
      &values, known: stored, owned: nothing, suppressions: suppressions, rules: rules)
    if let kept, case .int(let score) = values[LeadRules.quality] {
      values[LeadRules.quality] = .int(max(0, score - Int64(quality.weights.points(of: kept))))
    }
  }
}

extension LeadRules {
  /// Why a row cannot begin a lead, though it could update one: nobody can be reached by it, and it
  /// does not say who it is.
  static func unreachable(_ batch: ConformedBatch, index: Int) -> Finding? {
    let row = batch.rows[index]
    guard batch.plan.kind == .lead, row.id != row.recordID else { return nil }
    func isNull(_ column: Int) -> Bool { batch.value(row: index, column: column).isNull }
    guard isNull(email), isNull(phone), !saysWho({ !isNull($0) }) else { return nil }
    return ValidationRule.unreachable.finding(
      field: "email",
      message: "the row updates a lead that is not there, and has neither an e-mail address nor a "
        + "telephone number, nor \(whatSaysWho); add one of them")
  }

  /// Whether a record nobody can reach tells who it is, so that it can join one that is known: a
  /// person by company, address or birth, a company by its address.
  static func saysWho(_ hasValue: (_ column: Int) -> Bool) -> Bool {
    let hasAddress = hasValue(street) || hasValue(postcode)
    if [fullName, firstName, lastName].contains(where: hasValue) {
      return hasValue(company) || hasAddress || hasValue(birthDate)
    }
    return hasValue(company) && hasAddress
  }

  static let whatSaysWho =
    "both a name and a company, an address or a date of birth, nor a company with an address"
}
