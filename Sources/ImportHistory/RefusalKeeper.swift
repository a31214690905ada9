package import LeadModel
package import StageKit
internal import Store

/// Keeps the refusals that leads carry when the rows that brought them are taken back: each becomes a
/// record of consent, which the gates heed whatever else is imported.
package struct RefusalKeeper {
  private let context: StageContext
  /// Why the lead that said so is gone, for the record's source.
  private let note: String

  package init(context: StageContext, note: String = "import undone") {
    self.context = context
    self.note = note
  }

  /// Keeps the refusals of leads that go.
  func keep(ofLeads leads: [Int64]) throws {
    try keep(leads.map { (lead: $0, row: $0) }, since: nil)
  }

  /// The leads of a list that refuse.
  package func refusing(among leads: [Int64]) throws -> Set<Int64> {
    var found: Set<Int64> = []
    try context.database.query("undo-lead-refusals").rows(.text(RecordRemoval.list(leads))) {
      found.insert($0.int(0))
    }
    return found
  }

  /// Keeps the refusals of leads.
  ///
  /// - Parameters:
  ///   - leads: each with a row of its own, under whose id the refusal is kept.
  ///   - since: when it was known at the latest, where it says no later date itself.
  /// - Returns: the leads whose refusal is kept.
  /// - Throws: `DatabaseError`.
  @discardableResult
  package func keep(
    _ leads: [(lead: Int64, row: Int64)], since: Timestamp?
  ) throws -> [Int64] {
    let rows = Dictionary(leads.map { ($0.lead, $0.row) }, uniquingKeysWith: { max($0, $1) })
    var found: [(lead: Int64, at: Int64)] = []
    try context.database.query("undo-lead-refusals").rows(
      .text(RecordRemoval.list(rows.keys.sorted()))
    ) { row in
      found.append((row.int(0), row.int(1)))
    }
    for (lead, at) in found {
      guard let row = rows[lead] else { continue }
      let known = since?.seconds ?? (at == 0 ? context.asOf.seconds : at)
      try context.database.query("undo-refusal-insert").run(
        .int(lead), .int(row), .int(max(at, known)), .text(note))
      if context.database.changes > 0 {
        try context.revisit(stage: "govern", subject: "consent", id: row)
      }
    }
    return found.map(\.lead)
  }
}
