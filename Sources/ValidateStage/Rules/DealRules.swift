import Bytes
import LeadModel
import Validation

enum DealRules {
  private static let plan = TablePlan.deal
  static let externalID = plan.column("external_id")
  static let contactEmail = plan.column("contact_email")
  static let stage = plan.column("stage")
  static let currency = plan.column("currency")
  static let createdAt = plan.column("created_at")
  static let closedAt = plan.column("closed_at")
  static let status = plan.column("status")

  /// Stages that say by their name how a deal ended.
  static let closingStages = Vocabulary([
    ("won", ["closed won", "gewonnen", "closed - won"]),
    ("lost", ["closed lost", "verloren", "closed - lost"]),
  ])
}

private enum DealStageColumns {
  static let deal = TablePlan.dealStage.column("deal")
  static let stage = TablePlan.dealStage.column("stage")
  static let at = TablePlan.dealStage.column("at")
}

extension RowConformer {
  mutating func applyDealRules(_ source: RowCells) {
    guard
      require(DealRules.externalID, "external_id", source, expected: "the deal's id"),
      require(DealRules.stage, "stage", source, expected: "the name of a pipeline stage")
    else { return }
    if !passesErasure(email: DealRules.contactEmail, phone: nil) {
      // The deal is the company's; only the erased person goes.
      out.setFate(.conformAndForget)
      out[DealRules.contactEmail] = .null
    }
    checkCurrency(source)
    settleDealStatus(source)
    noteFuture(DealRules.createdAt, field: "created_at")
    noteFuture(DealRules.closedAt, field: "closed_at")
    noteSequence(
      DealRules.closedAt, field: "closed_at", after: DealRules.createdAt, "created_at")
  }

  mutating func applyDealStageRules(_ source: RowCells) {
    guard require(DealStageColumns.deal, "deal", source, expected: "the id of a deal"),
      require(DealStageColumns.stage, "stage", source, expected: "the name of a pipeline stage"),
      require(DealStageColumns.at, "at", source, expected: "the date of the change")
    else { return }
    noteFuture(DealStageColumns.at, field: "at")
  }

  /// The status as given; else as the stage's name says; else open.
  private mutating func settleDealStatus(_ source: RowCells) {
    let byStage = out.withText(DealRules.stage) {
      DealRules.closingStages.index(of: $0, scratch: &scratch)
    }.map { DealRules.closingStages.values[$0] }
    guard let status = out.string(out[DealRules.status]) else {
      out.setText(byStage ?? "open", column: DealRules.status)
      return
    }
    if status != "open", out[DealRules.closedAt].isNull {
      out.add(
        ValidationRule.statusContradiction.finding(
          field: "closed_at", message: "the deal is \(status) but has no closing date; add it"))
    }
    if let byStage, byStage != status {
      let stage = out.string(out[DealRules.stage]) ?? ""
      out.add(
        ValidationRule.statusContradiction.finding(
          field: "status",
          message: "'\(status)' contradicts the stage '\(stage)'; the status was taken: correct "
            + "the one that is wrong",
          value: status, suggestion: byStage))
    }
  }
}
