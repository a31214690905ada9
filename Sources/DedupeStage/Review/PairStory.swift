package import Matching

/// All that speaks for and against two leads being one person, and what came of it.
package struct PairStory: Sendable {
  /// A key that both leads have.
  package struct SharedKey: Sendable {
    package let rule: MatchRule
    /// Whether it joins the two; else too many share it, or the names do not agree.
    package let joins: Bool
    /// Leads that have the key; nil for more than are counted.
    package let leads: Int?
  }

  /// What the model makes of the pair.
  package enum Finding: String, Sendable {
    case links, review, none, unused
  }

  package let left: PairSide
  package let right: PairSide
  package let evidence: PairEvidence
  package let keys: [SharedKey]
  package let modelVersion: Int
  package let linkThreshold: Double
  package let reviewThreshold: Double
  let isModelUsed: Bool
  /// What people said of the pair, the latest first.
  package let decisions: [PairDecision]
  /// Whether a blocking rule brought the two together, so that the model's word counts.
  package let wasCompared: Bool

  package var isOnePerson: Bool { left.entity != nil && left.entity == right.entity }

  package var finding: Finding {
    if !isModelUsed { return .unused }
    if evidence.probability >= linkThreshold { return .links }
    return evidence.probability >= reviewThreshold ? .review : .none
  }
}
