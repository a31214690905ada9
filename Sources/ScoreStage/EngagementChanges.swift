import Bytes
import StageKit
import Store

/// Finds the entities that new or corrected events belong to.
struct EngagementChanges {
  private let context: StageContext
  private let configHash: String
  private let mark: Int64
  private let last: Int64
  private let corrected: [Int64]

  static let subject = "engagement"

  init(context: StageContext, configHash: String) throws {
    self.context = context
    self.configHash = configHash
    mark = try context.mark(Self.subject, configHash: configHash)
    last = try context.database.query("score-engagement-last").first { $0.int(0) } ?? 0
    corrected = try context.revisits(Self.subject)
  }

  func entities() throws -> Set<Int64> {
    // Where everything is scored, nobody has to be found.
    guard try context.mark("entity", configHash: configHash) > 0 else { return [] }
    var entities: Set<Int64> = []
    for email in try emails() {
      entities.formUnion(try Self.entities(of: email, in: context.database))
    }
    return entities
  }

  /// Entities with a lead of an address, which is in lower case.
  static func entities(of email: String, in database: Database) throws -> [Int64] {
    var entities: [Int64] = []
    try database.query("score-entities-of-email").rows(
      .int(KeyHash.email(email)), .text(email)
    ) { entities.append($0.int(0)) }
    return entities
  }

  /// Notes that all events have been seen; call it when the entities have been scored.
  func finish() throws {
    guard last > mark || !corrected.isEmpty else { return }
    context.didWork()
    try context.transaction {
      for id in corrected { try context.clearRevisit(Self.subject, id: id) }
      try context.setMark(Self.subject, to: max(mark, last), configHash: configHash)
    }
  }

  private func emails() throws -> Set<String> {
    let database = context.database
    var emails: Set<String> = []
    if last > mark {
      try database.query("score-engagement-new").rows(.int(mark)) { emails.insert($0.text(0)) }
    }
    for id in corrected {
      for query in ["score-engagement-email", "score-engagement-former-emails"] {
        try database.query(query).rows(.int(id)) { emails.insert($0.text(0)) }
      }
    }
    return emails
  }
}
