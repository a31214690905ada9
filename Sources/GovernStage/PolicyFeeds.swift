import Bytes
import Governance
import LeadModel
import StageKit
import Store

/// Puts entities on the list of those to look at, because something around them changed or a delay
/// ran out since the last look.
struct PolicyFeeds {
  let context: StageContext
  let configHash: String

  // `isFirstLook`: every entity is looked at anyway, so that only the marks move.
  func take(isFirstLook: Bool) throws {
    let now = SQLValue.int(context.asOf.seconds)
    try context.database.query("govern-take-due").run(now)
    try context.database.query("govern-clear-due").run(now)
    try advance("field_change", to: "govern-last-change", skip: isFirstLook) { from, to in
      try context.database.query("govern-take-changes").run(.int(from), .int(to))
    }
    try advance("consent", to: "govern-last-consent", skip: isFirstLook) { from, to in
      for email in try emails("govern-new-consent", .int(from), .int(to)) { try add(email) }
    }
    for email in try emails("govern-revisited-consent") { try add(email) }
    try context.database.query("govern-clear-consent").run()
    // Contact with a person matters only to those who were to be forgotten.
    for (subject, last, query) in [
      ("activity", "govern-last-activity-row", "govern-new-activity"),
      ("engagement", "govern-last-engagement-row", "govern-new-engagement"),
    ] {
      try advance(subject, to: last, skip: isFirstLook) { from, to in
        for email in try emails(query, .int(from), .int(to)) {
          try add(email, onlyWithOpen: RetentionPolicy.name)
        }
      }
    }
  }

  /// Does the work between a mark and the present end of a table, and moves the mark there.
  private func advance(
    _ subject: String, to lastQuery: String, skip: Bool, work: (Int64, Int64) throws -> Void
  ) throws {
    let mark = try context.mark(subject, configHash: configHash)
    let last = try context.database.query(lastQuery).first { $0.int(0) } ?? 0
    if !skip, last > mark { try work(mark, last) }
    try context.setMark(subject, to: last, configHash: configHash)
  }

  private func emails(_ query: String, _ values: SQLValue...) throws -> [String] {
    var found: [String] = []
    let statement = try context.database.query(query)
    statement.bindAll(values)
    while try statement.step() { found.append(statement.text(0)) }
    return found
  }

  private func add(_ email: String, onlyWithOpen policy: String? = nil) throws {
    var entities: [Int64] = []
    try context.database.query("govern-entities-by-key").rows(
      .int(KeyHash.email(email)), .text(email)
    ) { entities.append($0.int(0)) }
    for entity in entities {
      if let policy {
        let isOpen = try context.database.query("govern-has-open-violation").first(
          .text(policy), .int(entity)
        ) { _ in true }
        guard isOpen == true else { continue }
      }
      try context.revisit(stage: "govern", subject: "entity", id: entity)
    }
  }
}
