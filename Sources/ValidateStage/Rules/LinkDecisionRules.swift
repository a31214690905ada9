import Bytes
import LeadModel
import Validation

extension TablePlan {
  static let linkDecision = TablePlan(
    .linkDecision, "external_id lead other_lead decision reviewer comment",
    rules: { $0.applyLinkDecisionRules($1) })
}

private enum DecisionColumns {
  static let lead = TablePlan.linkDecision.column("lead")
  static let other = TablePlan.linkDecision.column("other_lead")
  static let decision = TablePlan.linkDecision.column("decision")
}

extension RowConformer {
  mutating func applyLinkDecisionRules(_ source: RowCells) {
    guard
      require(
        DecisionColumns.lead, "lead", source, expected: "a lead's id, or its name in an export"),
      require(
        DecisionColumns.other, "other_lead", source,
        expected: "a lead's id, or its name in an export"),
      require(
        DecisionColumns.decision, "decision", source, expected: Vocabulary.linkDecision.listed)
    else { return }
    let isItself = out.withText(DecisionColumns.lead) { lead in
      out.withText(DecisionColumns.other) { Self.nameOneLead(lead, $0) }
    }
    if isItself {
      let value = Excerpt.of(source.cell(plan.field("other_lead")))
      reject(
        .requiredMissing, field: "other_lead",
        message: "'\(value)' cannot be used as 'other_lead'; expected another lead than in 'lead', "
          + "for a decision is about two",
        value: value, suggestion: nil)
    }
  }

  /// Whether two names mean one lead: they are the same, or one is the id that the other begins with.
  private static func nameOneLead(
    _ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    guard long.starts(with: short) else { return false }
    return short.count == long.count
      || long[short.count] == UInt8(ascii: "-") && short.allSatisfy(ASCII.isDigit)
  }
}
