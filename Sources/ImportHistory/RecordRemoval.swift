internal import Bytes
package import LeadModel
package import StageKit
internal import Store

/// Takes records out of the store with what was derived from them; whoever looks at what is left is
/// told to look again.
package struct RecordRemoval {
  private let context: StageContext
  /// Why, for the history.
  private let reason: String
  /// Why, for the refusals that are kept.
  private let refusalNote: String

  package init(context: StageContext, reason: String, refusalNote: String = "import undone") {
    self.context = context
    self.reason = reason
    self.refusalNote = refusalNote
  }

  /// Removes records of one kind; call it in a transaction, for many records at once: some tables
  /// have no index by record and are gone through once a call.
  ///
  /// - Returns: how many of them there were.
  /// - Throws: `DatabaseError`.
  @discardableResult
  package func remove(_ records: [Int64], of kind: RecordKind) throws -> Int {
    let plan = RemovalPlan.of(kind)
    var ids: [Int64] = []
    if !records.isEmpty {
      try context.database.statement(.present, on: plan.table).rows(.text(Self.list(records))) {
        ids.append($0.int(0))
      }
    }
    guard !ids.isEmpty else { return 0 }
    let list = SQLValue.text(Self.list(ids))
    try run("undo-revisits-delete", .text(plan.table), list)
    switch plan.dependants {
    case .none: break
    case .entities:
      try LeadRemoval(context: context, reason: reason, refusalNote: refusalNote).prepare(ids)
    case .accountKeys:
      // Who took facts from the account, or may now take them from another, is enriched again.
      try run("undo-account-revisit", list)
      try run("undo-account-neighbours", list)
      try run("undo-account-keys-delete", list)
    case .contactLinks:
      try run("undo-contact-links-delete", list)
      try run("undo-contact-again", list)
    case .taskEvents: try run("undo-task-events-delete", list)
    case .people(let stages): try revisitPeople(ids, plan, stages: stages)
    }
    try blankHistory(of: plan.table, list)
    try context.database.statement(.delete, on: plan.table).run(list)
    try run("undo-record-change", .int(context.stageRunID), .text(plan.table), list, .text(reason))
    return ids.count
  }

  /// The records of a kind among these that are opt-outs, which are never taken back.
  package func rights(among ids: [Int64], of kind: RecordKind) throws -> Set<Int64> {
    let plan = RemovalPlan.of(kind)
    guard plan.holdsRights, !ids.isEmpty else { return [] }
    var rights: Set<Int64> = []
    try context.database.query("undo-\(plan.table)-rights").rows(.text(Self.list(ids))) {
      rights.insert($0.int(0))
    }
    return rights
  }

  private func revisitPeople(_ ids: [Int64], _ plan: RemovalPlan, stages: [String]) throws {
    var emails: [String] = []
    try context.database.query("undo-\(plan.table)-emails").rows(.text(Self.list(ids))) {
      emails.append($0.text(0))
    }
    for email in emails {
      var entities: [Int64] = []
      try context.database.query("undo-entities-of-email").rows(
        .int(KeyHash.email(email)), .text(email)
      ) { entities.append($0.int(0)) }
      for entity in entities {
        for stage in stages { try context.revisit(stage: stage, subject: "entity", id: entity) }
      }
    }
  }

  private func blankHistory(of subject: String, _ list: SQLValue) throws {
    try run("undo-changes-blank", .text(subject), list)
  }

  private func run(_ query: String, _ values: SQLValue...) throws {
    let statement = try context.database.query(query)
    statement.bindAll(values)
    while try statement.step() {}
  }

  /// A JSON array of numbers.
  package static func list(_ ids: some Sequence<Int64>) -> String {
    "[\(ids.map(String.init).joined(separator: ","))]"
  }
}
