/// A reason to prefer one lead's value over another's.
package enum Preference: String, CaseIterable, Sendable {
  /// A valid e-mail or phone before a possible before an invalid one.
  case valid
  /// Suppliers in the order that `trusted_suppliers` lists them, the others after them.
  case trustedSupplier = "trusted_supplier"
  /// The lead created last, by the supplier's date, then by arrival.
  case mostRecent = "most_recent"
  /// The lead created first: the first touch.
  case oldest
  /// The lead with most fields of the group.
  case mostComplete = "most_complete"
  /// The value that most of the leads have, whatever its case.
  case mostFrequent = "most_frequent"
  /// The longest value: "Katharina" before "K.".
  case longest
}

/// What becomes of contradicting consent statements of one person.
package enum ConsentRule: String, CaseIterable, Sendable {
  /// Any refusal beats any grant.
  case restrictive
  /// The statement dated last wins; an undated refusal beats everything.
  case latest
}

/// Which values survive when leads become one entity.
package struct SurvivorshipRules: Sendable {
  package var trustedSuppliers: [String] = []
  /// Preferences in order of weight; what they leave open the smallest lead id decides.
  package var preferences: [FieldGroup: [Preference]] = [
    .name: [.mostComplete, .trustedSupplier, .mostRecent],
    .email: [.valid, .trustedSupplier, .mostRecent],
    .phone: [.valid, .trustedSupplier, .mostRecent],
    .address: [.mostComplete, .trustedSupplier, .mostRecent],
    .origin: [.oldest],
    .createdAt: [.oldest],
  ]
  package var consent = ConsentRule.restrictive

  package static let defaultPreferences: [Preference] = [.trustedSupplier, .mostRecent]

  package init() {}
}
