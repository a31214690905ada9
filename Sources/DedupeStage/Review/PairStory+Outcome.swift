import Matching

extension PairStory {
  /// What the evidence leads to, a sentence each, the strongest first.
  package var outcome: [String] {
    var lines = decisions.map(\.sentence) + keys.map(sentence)
    lines.append(modelSentence)
    if !isOnePerson, !isParted, finding == .links || keys.contains(where: \.joins) {
      lines.append(
        "Others that are one person with the one or the other keep them apart, or they wait for the "
          + "next run.")
    }
    lines.append(
      isOnePerson
        ? "They are one person: entity \(left.entity ?? left.lead)."
        : "They are two people: entity \(name(left)) and entity \(name(right)).")
    return lines
  }

  private var isParted: Bool { decisions.contains { $0.isInForce && $0.word == "different" } }

  private func name(_ side: PairSide) -> String {
    side.entity.map(String.init) ?? "none yet"
  }

  private func sentence(_ key: SharedKey) -> String {
    let what = key.rule.name.map { $0 == "_" ? " " : String($0) }.joined()
    guard !key.joins else {
      return "One \(what): this \(isParted ? "would join" : "joins") them."
    }
    guard let leads = key.leads else {
      return "One \(what), but more leads share it than may be joined by it."
    }
    return "One \(what), but it does not join them: of \(leads) leads that share it the names or "
      + "addresses differ."
  }

  private var modelSentence: String {
    let share = Self.share(evidence.probability)
    let sentence =
      switch finding {
      case .unused: "The model is not used (matching.yaml)."
      case .links:
        "The model \(isParted ? "would link" : "links") them: \(share), from \(percent(linkThreshold)) on."
      case .review:
        "The model is not sure: \(share), between \(percent(reviewThreshold)) and "
          + "\(percent(linkThreshold))."
      case .none: "The model does not link them: \(share), below \(percent(reviewThreshold))."
      }
    if let doubt = evidence.doubt, evidence.weight < evidence.sum, finding != .unused {
      return "\(sentence) Held down, whatever the sum: \(doubt.summary)."
    }
    if finding == .links || finding == .review, !wasCompared {
      return "\(sentence) They were not compared, for no blocking rule brings them together; or "
        + "they wait for the next run."
    }
    return sentence
  }

  /// A probability as people read it: never certain.
  package static func share(_ probability: Double) -> String {
    if probability > 0.9999 { return "over 99.99 %" }
    if probability < 0.0001 { return "under 0.01 %" }
    return "\(Waterfall.decimal(probability * 100, 2)) %"
  }

  private func percent(_ share: Double) -> String {
    let text = Waterfall.decimal(share * 100, 1)
    return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + " %"
  }
}
