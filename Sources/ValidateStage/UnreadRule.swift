import LeadModel
import Store

/// Which columns of a known record stay as they are because what an update has for them could not be
/// read: a value that cannot be read says that there is one, not that the one before it is gone.
struct UnreadRule {
  let plan: TablePlan

  /// Takes from the columns that a row decides those that it has nothing readable for.
  func apply(
    to owned: inout [Bool], known: [SQLValue], with batch: ConformedBatch, index: Int
  ) {
    let unread = batch.rows[index].unread
    if unread.isEmpty { return }
    var kept = plan.columns.indices.map { unread.contains($0) && known[$0] != .null }
    // What is derived from a value stays with it.
    for (column, declared) in plan.columns.enumerated() where declared.field == nil {
      kept[column] = plan.columns.indices.contains { other in
        kept[other] && plan.columns[other].field.map(declared.owners.contains) == true
      }
    }
    // So do an amount and its currency with each other: half of a price is another price.
    if let currency = plan.currencyColumn {
      let prices = plan.columns.indices.filter { plan.columns[$0].name.hasSuffix("_cents") }
      let isPart = ([currency] + prices).contains { kept[$0] }
      for column in [currency] + prices where isPart { kept[column] = true }
    }
    // The dates and the address of another consent are not those of this one.
    if plan.kind == .lead, owned[LeadRules.consentStatus],
      batch.sqlValue(batch.value(row: index, column: LeadRules.consentStatus))
        != known[LeadRules.consentStatus]
    {
      kept[LeadRules.consentAt] = false
      kept[LeadRules.consentConfirmedAt] = false
      kept[LeadRules.consentExpiresAt] = false
      kept[LeadRules.consentAddress] = false
    }
    for column in plan.columns.indices where kept[column] { owned[column] = false }
  }
}
