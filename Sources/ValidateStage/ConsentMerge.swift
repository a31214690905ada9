import Store

/// What an update leaves of the consent that a lead stated before.
enum ConsentMerge {
  private static let evidence = [
    LeadRules.consentAt, LeadRules.consentSource, LeadRules.consentWording,
    LeadRules.consentAddress, LeadRules.consentConfirmedAt,
  ]
  private static let refusals: Set<String> = ["declined", "withdrawn"]

  /// Settles a lead's consent in `merged`; `owned` are the columns that the update brings.
  ///
  /// A row that says nothing about consent takes no refusal back. What another statement is proved
  /// by, and when it was made, is not this one's: a withdrawal with the date of the grant before it
  /// would be older than grants that it ends.
  static func settle(_ merged: inout [SQLValue], known: [SQLValue], owned: [Bool]) {
    let status = LeadRules.consentStatus
    guard merged[status] != known[status] else { return }
    if merged[status] == .text("not_asked"), refusals.contains(known[status].text ?? "") {
      for column in [status] + evidence { merged[column] = known[column] }
      return
    }
    for column in evidence where !owned[column] { merged[column] = .null }
  }
}
