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
    _ =
      require(
        DecisionColumns.lead, "lead", source, expected: "a lead's id, or its name in an export")
      && require(
        DecisionColumns.other, "other_lead", source,
        expected: "a lead's id, or its name in an export")
      && require(
        DecisionColumns.decision, "decision", source, expected: Vocabulary.linkDecision.listed)
  }
}
