import Definitions
import LeadModel
import Store
import Validation

/// What a row makes of the record that is there.
struct RecordMerge {
  let plan: TablePlan
  let suppressions: SuppressionIndex
  let quality: LeadQuality

  /// The record's values once a row has been laid over them: the columns that the row's sheet does
  /// not have stay, those that its import may not replace, and those that it says nothing readable of. `isSameRow`: the row that made the
  /// record what it is, looked at again; `arrival`: when the record's values came, in seconds.
  func merged(
    _ known: [SQLValue], with batch: ConformedBatch, index: Int, layout: SheetLayout,
    isSameRow: Bool = false, arrival: () throws -> Int64?
  ) rethrows -> [SQLValue] {
    var owned =
      RefusingRow(plan: plan).fillsOnlyEmpty(batch, index: index, layout, known: known)
      ? FillRule(plan: plan).takes(known, with: batch, index: index, layout: layout)
      : layout.isExport
        ? editedColumns(known, batch, index: index, layout: layout) : layout.ownsColumn
    UnreadRule(plan: plan).apply(to: &owned, known: known, with: batch, index: index)
    var merged = known
    for column in plan.columns.indices where owned[column] {
      let value = batch.value(row: index, column: column)
      if !known[column].equals(value, in: batch) { merged[column] = batch.sqlValue(value) }
    }
    NameMerge.settle(&merged, kind: plan.kind)
    if plan.kind == .lead {
      try ConsentMerge.settle(&merged, known: known, owned: owned, arrival: arrival)
      let kept = LeadMerge.settle(
        &merged, known: known, owned: owned, suppressions: suppressions,
        rules: batch.rules(row: index))
      if batch.rows[index].isQuarantined { merged[LeadRules.quarantined] = .int(1) }
      // A row that changes nothing else says nothing new about the quality either.
      merged[LeadRules.quality] = known[LeadRules.quality]
      if isSameRow || merged != known {
        let lost =
          batch.rows[index].pointsLost + (kept.map { quality.weights.points(of: $0) } ?? 0)
        merged[LeadRules.quality] = quality.score(lost: lost, of: merged)
      }
    }
    return merged
  }

  /// The columns that an exported row decides: what is derived only where its fields were edited.
  private func editedColumns(
    _ known: [SQLValue], _ batch: ConformedBatch, index: Int, layout: SheetLayout
  ) -> [Bool] {
    var owned = layout.ownsColumn
    for (position, column) in plan.columns.enumerated() where column.field == nil {
      // The state says by itself whether a lead is kept away from messages.
      if layout.stateColumn >= 0, position == LeadRules.quarantined { continue }
      owned[position] = plan.columns.indices.contains { other in
        guard let field = plan.columns[other].field, column.owners.contains(field), owned[other]
        else { return false }
        return !known[other].equals(batch.value(row: index, column: other), in: batch)
      }
    }
    return owned
  }
}

extension SQLValue {
  fileprivate func equals(_ value: ConformedValue, in batch: ConformedBatch) -> Bool {
    switch (self, value) {
    case (.null, .null): true
    case (.int(let old), .int(let new)): old == new
    case (.text(let old), .text): batch.withBytes(of: value) { $0.elementsEqual(old.utf8) }
    default: false
    }
  }
}
