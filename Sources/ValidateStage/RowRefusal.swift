import Definitions
import LeadModel
import Validation

/// Why a row is not taken although nothing is wrong with it: its import may not do what it would do.
struct RowRefusal {
  let plan: TablePlan
  let layout: SheetLayout

  func finding(_ batch: ConformedBatch, index: Int, isKnown: Bool) -> Finding {
    let fields = layout.rules.key.isEmpty ? ["external_id"] : layout.rules.key
    let values = keyColumns.compactMap { batch.string(batch.value(row: index, column: $0)) }
    let named = values.isEmpty ? "" : " with \(fields.joined(separator: ", ")) '\(text(values))'"
    if isKnown {
      return ValidationRule.recordExists.finding(
        field: fields[0],
        message: "a \(plan.kind.rawValue)\(named) is known already and this import only creates; "
          + "leave the row out, or import with --mode upsert", value: text(values))
    }
    let problem =
      values.count < fields.count
      ? "the row has no \(fields.joined(separator: ", ")) to find a record by"
      : "no \(plan.kind.rawValue)\(named) is known"
    return ValidationRule.recordMissing.finding(
      field: fields[0],
      message: "\(problem), and this import only updates; correct the row, or import with "
        + "--mode upsert", value: text(values))
  }

  private var keyColumns: [Int] {
    guard layout.rules.key.isEmpty else { return layout.keyColumns }
    return plan.columns.firstIndex { $0.name == "external_id" }.map { [$0] } ?? []
  }

  private func text(_ values: [String]) -> String { values.joined(separator: ", ") }
}
