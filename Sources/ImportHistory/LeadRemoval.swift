internal import LeadModel
internal import StageKit
internal import Store

/// Takes leads out of their entities: keys, links, and the entities that nobody is left of.
struct LeadRemoval {
  let context: StageContext
  let reason: String
  let refusalNote: String

  private static let entityStages = ["enrich", "score", "send", "govern", "escalate"]

  /// Leaves the leads themselves without anything that refers to them.
  func prepare(_ leads: [Int64]) throws {
    let list = SQLValue.text(RecordRemoval.list(leads))
    try RefusalKeeper(context: context, note: refusalNote).keep(ofLeads: leads)
    // A key that too many shared may join people now; dedupe finds out.
    try run("undo-lead-neighbours", list)
    try run("undo-lead-linked", list)
    try run("undo-lead-keys-delete", list)
    try run("undo-lead-stale", list)
    try run("undo-lead-edges-back-delete", list)
    try run("undo-lead-edges-delete", list)
    try run("undo-lead-homes-revisit", list)
    var gone: [Int64] = []
    var heirs: [(entity: Int64, heir: Int64)] = []
    try context.database.query("undo-lead-entities").rows(list) { row in
      if let heir = row.optionalInt(1) {
        heirs.append((row.int(0), heir))
      } else {
        gone.append(row.int(0))
      }
    }
    try run("undo-lead-links-delete", list)
    for (entity, heir) in heirs { try handOver(entity, to: heir) }
    try remove(entities: gone)
  }

  /// Ends what was begun with people of whom nothing is left. What was handed over stays.
  private func remove(entities: [Int64]) throws {
    guard !entities.isEmpty else { return }
    let list = SQLValue.text(RecordRemoval.list(entities))
    try run("undo-entity-violations", list, .int(context.asOf.seconds), .text(reason))
    try run("undo-entity-enrolments", list, .text(reason))
    try run(
      "undo-entity-messages-change", .int(context.stageRunID), list, .text(reason))
    try run("undo-entity-messages", list, .text(reason))
    try run("undo-entity-messages-blank", list)
    try run(
      "undo-entity-tasks-change", .int(context.stageRunID), list, .text(reason))
    for query in [
      "undo-entity-task-events", "undo-entity-tasks", "undo-entity-follow-ups",
      "undo-entity-due", "undo-entity-enrichment", "undo-entity-score", "undo-entity-redirects",
    ] {
      try run(query, list)
    }
    try run("undo-revisits-delete", .text("entity"), list)
    for subject in ["entity", "entity_enrichment", "entity_score"] {
      try run("undo-changes-blank", .text(subject), list)
    }
    try run("undo-entity-delete", list)
    try run(
      "undo-record-change", .int(context.stageRunID), .text("entity"), list, .text(reason))
  }

  /// A person goes on under the id of the first lead that is left; dedupe looks at who it is now.
  private func handOver(_ entity: Int64, to heir: Int64) throws {
    // Enrichment and score refer to the entity until they have followed it.
    try context.database.execute("PRAGMA defer_foreign_keys = ON")
    for query in [
      "undo-heir-link", "undo-heir-entity", "undo-heir-links", "undo-heir-enrichment",
      "undo-heir-score", "undo-heir-enrolments-park", "undo-heir-enrolments",
      "undo-heir-enrolments-return", "undo-heir-tasks", "undo-heir-follow-ups-clear",
      "undo-heir-follow-ups", "undo-heir-violations", "undo-heir-redirect-clear",
      "undo-heir-redirects", "undo-heir-redirect",
    ] {
      try run(query, .int(entity), .int(heir))
    }
    try run("undo-revisits-delete", .text("entity"), .text(RecordRemoval.list([entity])))
    for stage in Self.entityStages {
      try context.revisit(stage: stage, subject: "entity", id: heir)
    }
    try context.revisit(stage: "dedupe", subject: "lead", id: heir)
    try context.recordChange(
      subject: "entity", id: entity, field: "entity_id", old: String(entity), new: String(heir),
      reason: reason)
  }

  private func run(_ query: String, _ values: SQLValue...) throws {
    let statement = try context.database.query(query)
    statement.bindAll(values)
    while try statement.step() {}
  }
}
