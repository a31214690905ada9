import Bytes
import Enrichment
import StageKit
import Store

/// Takes up new and changed accounts: keeps their keys, and finds the entities that they concern.
struct AccountChanges {
  let context: StageContext
  let rules: DomainRules
  let configHash: String

  static let subject = "account"
  /// Accounts taken up in one transaction.
  static let batchWidth: Int64 = 50_000

  /// - Returns: entities that are enriched already and have to be looked at again.
  func takeUp() throws -> Set<Int64> {
    let database = context.database
    let mark = try context.mark(Self.subject, configHash: configHash)
    let changed = try context.revisits(Self.subject)
    let bounds = try database.query("enrich-account-bounds").first(.int(mark)) {
      (first: $0.optionalInt(0), last: $0.optionalInt(1))
    }
    guard !changed.isEmpty || bounds?.last != nil else { return [] }
    context.didWork()
    let isFirst = try database.query("enrich-is-empty").first { $0.int(0) != 0 } ?? true
    // With everything to be looked at again, there is no need to find anybody.
    let isComplete = try context.mark("entity", configHash: configHash) == 0
    var search: EntitySearch?
    if !isFirst, !isComplete { search = try EntitySearch(context: context) }
    var reader = AccountReader(rules: rules)
    try context.transaction {
      for id in changed {
        if let account = try reader.account(id, in: database) {
          try keep(account)
          try search?.find(account)
        }
        try search?.findFormer(of: id)
        try context.clearRevisit(Self.subject, id: id)
      }
      guard let first = bounds?.first, let last = bounds?.last else { return }
      for account in try reader.accounts(first...last, in: database) {
        try keep(account)
        try search?.find(account)
      }
      try context.setMark(Self.subject, to: last, configHash: configHash)
    }
    return search?.entities ?? []
  }

  private func keep(_ account: AccountFacts) throws {
    let insert = try context.database.query("enrich-account-key-insert")
    if !account.domain.isEmpty {
      try insert.run(.int(AccountKeyHash.domain(account.domain)), .int(account.id))
    }
    if !account.key.isEmpty {
      try insert.run(.int(AccountKeyHash.name(account.key)), .int(account.id))
    }
  }
}

/// Finds the entities that an account concerns, by indexes that are built on the first use.
private struct EntitySearch {
  private let database: Database
  private(set) var entities: Set<Int64> = []

  init(context: StageContext) throws {
    database = context.database
    try context.transaction {
      for index in ["enrich-index-domain", "enrich-index-company", "enrich-index-account"] {
        try database.query(index).run()
      }
    }
  }

  mutating func find(_ account: AccountFacts) throws {
    if !account.domain.isEmpty {
      try find("enrich-entities-of-domain", .text(account.domain))
    }
    if !account.key.isEmpty { try find("enrich-entities-of-company", .text(account.key)) }
  }

  /// The entities that took their facts from the account so far.
  mutating func findFormer(of account: Int64) throws {
    try find("enrich-entities-of-account", .int(account))
  }

  private mutating func find(_ query: String, _ value: SQLValue) throws {
    try database.query(query).rows(value) { entities.insert($0.int(0)) }
  }
}
