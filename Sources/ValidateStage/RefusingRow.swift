import Definitions
import LeadModel
import Store

/// Rows that say who is not to be written to: what an import may do to known records holds for
/// everything but them, for whoever is overlooked is written to.
struct RefusingRow {
  let plan: TablePlan

  /// The mode that a row is taken by.
  func mode(_ batch: ConformedBatch, index: Int, _ layout: SheetLayout) -> LoadRules.Mode {
    layout.rules.mode != .upsert && refuses(batch, index: index) ? .upsert : layout.rules.mode
  }

  /// Whether a row only gives values to fields that have none.
  ///
  /// A withdrawal of the same person fills the rest of its record like other rows; one of somebody else
  /// takes the record's place.
  func fillsOnlyEmpty(
    _ batch: ConformedBatch, index: Int, _ layout: SheetLayout, known: [SQLValue]
  ) -> Bool {
    guard layout.rules.fillsOnlyEmpty, refuses(batch, index: index) else {
      return layout.rules.fillsOnlyEmpty
    }
    guard plan.kind == .consent else { return false }
    return ["email", "phone"].allSatisfy { name in
      let column = plan.column(name)
      let value = batch.sqlValue(batch.value(row: index, column: column))
      return value == .null || known[column] == .null || value == known[column]
    }
  }

  private func refuses(_ batch: ConformedBatch, index: Int) -> Bool {
    switch plan.kind {
    case .suppression: return true
    case .consent: return !["granted", "not_asked"].contains(word("status", batch, index))
    case .engagement: return ["unsubscribe", "complaint"].contains(word("event", batch, index))
    default: return false
    }
  }

  private func word(_ name: String, _ batch: ConformedBatch, _ index: Int) -> String {
    batch.sqlValue(batch.value(row: index, column: plan.column(name))).text ?? ""
  }
}
