/// What is said about decisions that cannot be obeyed.
enum DecisionFinding {
  /// A lead that a decision names is not in the base, or was erased.
  static let leadsGone = (code: "DED003", summary: "the leads of a decision are in the base")
  /// Three leads cannot be A and B, B and C, but not A and C.
  static let contradicted = (code: "DED004", summary: "decisions agree with later ones")
  /// One sheet says of a pair that it is one person, and that it is two.
  static let opposed = (code: "DED005", summary: "a file decides a pair once, or the same way")
}
