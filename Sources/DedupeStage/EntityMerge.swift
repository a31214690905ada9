import LeadModel
import Matching
import StageKit
import Store

/// Takes an entity out of the store that has become part of another, and hands over what hangs on
/// it.
struct EntityMerge {
  let context: StageContext

  func move(_ gone: Int64, into home: EntityCluster) throws {
    let database = context.database
    let target = home.id
    try database.query("dedupe-redirect-write").run(.int(gone), .int(target))
    try database.query("dedupe-redirect-follow").run(.int(gone), .int(target))
    try moveEnrolments(from: gone, to: target)
    for name in ["dedupe-task-move", "dedupe-follow-up-move"] {
      try database.query(name).run(.int(gone), .int(target))
    }
    try database.query("dedupe-follow-up-delete").run(.int(gone))
    try database.query("dedupe-violation-resolve").run(.int(gone), .int(context.asOf.seconds))
    for stage in EntityWriter.laterStages + ["escalate", "report"] {
      try database.query("dedupe-revisits-delete").run(.text(stage), .int(gone))
    }
    for name in ["dedupe-enrichment-delete", "dedupe-score-delete", "dedupe-entity-delete"] {
      try database.query(name).run(.int(gone))
    }
    let evidence = zip(home.leads.dropFirst(), home.evidence).first { $0.0 == gone }?.1
    try context.recordChange(
      subject: "entity", id: gone, field: "entity_id", old: String(gone), new: String(target),
      reason: evidence?.rule.name ?? "merged")
  }

  private struct Enrolment {
    let id: Int64
    let sequence: String
    let enrolledAt: Int64
  }

  /// One person goes through a sequence once: of two enrolments the older one goes on. The other
  /// is stopped and stays with the id that is gone, for the sake of what it sent.
  private func moveEnrolments(from gone: Int64, to target: Int64) throws {
    let there = try enrolments(of: target)
    let move = try context.database.query("dedupe-enrolment-move")
    for enrolment in try enrolments(of: gone) {
      guard let rival = there.first(where: { $0.sequence == enrolment.sequence }) else {
        try move.run(.int(enrolment.id), .int(target))
        continue
      }
      if (enrolment.enrolledAt, enrolment.id) < (rival.enrolledAt, rival.id) {
        // Sequence and entity are unique together: the rival makes room over a third place.
        try move.run(.int(rival.id), .int(-rival.id))
        try move.run(.int(enrolment.id), .int(target))
        try move.run(.int(rival.id), .int(gone))
        try stop(rival)
      } else {
        try stop(enrolment)
      }
    }
  }

  private func enrolments(of entity: Int64) throws -> [Enrolment] {
    var enrolments: [Enrolment] = []
    try context.database.query("dedupe-enrolments").rows(.int(entity)) {
      enrolments.append(Enrolment(id: $0.int(0), sequence: $0.text(1), enrolledAt: $0.int(2)))
    }
    return enrolments
  }

  private func stop(_ enrolment: Enrolment) throws {
    try context.database.query("dedupe-enrolment-stop").run(.int(enrolment.id))
    try context.database.query("dedupe-messages-cancel").run(.int(enrolment.id))
  }
}
