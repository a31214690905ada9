import LeadModel
import Store

/// Which columns a row may give a value to that only fills empty fields.
struct FillRule {
  let plan: TablePlan

  /// Columns that only mean something together with the first one: filled with it or not at all.
  private static let groups: [[String]] = [
    ["consent_status", "consent_at", "consent_source"], ["amount_cents", "currency"],
  ]
  /// What a refusal brings with it, by the column that says so.
  private static let refusing: [[String]] = [
    ["consent_status", "consent_at", "consent_source"],
    ["status", "at", "source", "channel", "purpose", "lawful_basis"],
  ]
  private static let refusals: Set<String> = ["declined", "withdrawn"]
  /// What a status says when nobody has said anything.
  private static let nothing: Set<String> = ["not_asked"]

  func takes(
    _ known: [SQLValue], with batch: ConformedBatch, index: Int, layout: SheetLayout
  ) -> [Bool] {
    var takes = plan.columns.indices.map { column in
      layout.ownsColumn[column] && plan.columns[column].field != nil && isEmpty(known[column])
        && !isEmpty(batch.sqlValue(batch.value(row: index, column: column)))
    }
    for group in Self.groups {
      let columns = group.compactMap { name in plan.columns.firstIndex { $0.name == name } }
      guard let first = columns.first, columns.count == group.count else { continue }
      for column in columns.dropFirst() where !takes[first] { takes[column] = false }
    }
    // Whoever said no has said it, whatever was there.
    for group in Self.refusing {
      let columns = group.compactMap { name in plan.columns.firstIndex { $0.name == name } }
      guard columns.count == group.count, let status = columns.first, layout.ownsColumn[status],
        case .text(let word) = batch.sqlValue(batch.value(row: index, column: status)),
        Self.refusals.contains(word), known[status] != .text(word)
      else { continue }
      for column in columns where layout.ownsColumn[column] { takes[column] = true }
    }
    // What is derived from a field goes with it.
    for (column, declared) in plan.columns.enumerated() where declared.field == nil {
      takes[column] = plan.columns.indices.contains { other in
        takes[other] && plan.columns[other].field.map(declared.owners.contains) == true
      }
    }
    return takes
  }

  private func isEmpty(_ value: SQLValue) -> Bool {
    switch value {
    case .null: true
    case .text(let text): Self.nothing.contains(text)
    default: false
    }
  }
}
