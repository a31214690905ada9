import LeadModel

extension RecordKind {
  /// Whether a row counts from when it comes, so that what was said before is news when it is said
  /// again: of two decisions about a pair the later one holds.
  var countsAgain: Bool { self == .linkDecision }

  /// Whether rows say who is not to be written to, or may: whoever is overlooked in them is written to.
  var holdsRefusals: Bool { [.suppression, .consent, .engagement].contains(self) }
}
