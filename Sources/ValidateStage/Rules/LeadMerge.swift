import LeadModel
import Store

/// What a lead's derived columns are once an update has been laid over the stored values: an update
/// may bring only some of the columns that decide them.
enum LeadMerge {
  static func settle(
    _ merged: inout [SQLValue], known: [SQLValue], owned: [Bool], suppressions: SuppressionIndex
  ) {
    // A look without the domain name system does not undo one with it.
    if merged[LeadRules.mxStatus] == .text("not_checked"),
      merged[LeadRules.email] == known[LeadRules.email]
    {
      merged[LeadRules.mxStatus] = known[LeadRules.mxStatus]
    }
    let isUnreachable = ["null_mx", "no_domain"].contains(merged[LeadRules.mxStatus].text)
    let keepsQuarantine =
      !owned[LeadRules.consentStatus] && known[LeadRules.quarantined] == .int(1)
    if isUnreachable || keepsQuarantine { merged[LeadRules.quarantined] = .int(1) }
    let channels = suppressions.channels(
      email: merged[LeadRules.email].text, phone: merged[LeadRules.phone].text)
    merged[LeadRules.dndChannels] = channels.text.map { .text("\($0)") } ?? .null
  }
}
