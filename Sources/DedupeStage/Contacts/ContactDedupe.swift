import Matching
import StageKit
import Store

/// Matches contacts with the people of the base: new and changed contacts with all leads, and new and
/// changed leads with all contacts.
struct ContactDedupe {
  let context: StageContext
  let rules: MatchingRules
  /// What the keys depend on.
  let configHash: String

  private static let subject = "contact"
  /// Contacts taken up in one transaction.
  private static let batchSize: Int64 = 20_000

  /// Has all contacts matched again: call it in a transaction of what changes for all of them.
  func forget() throws { try context.setMark(Self.subject, to: 0, configHash: configHash) }

  /// Takes contacts off leads that are gone, before anybody forgets which ones these are.
  func release() throws {
    var contacts: [Int64] = []
    try context.database.query("dedupe-contacts-of-stale").rows { contacts.append($0.int(0)) }
    guard !contacts.isEmpty else { return }
    try context.transaction {
      for id in contacts {
        try context.database.query("dedupe-contact-link-delete").run(.int(id))
        try context.revisit(stage: "dedupe", subject: Self.subject, id: id)
      }
    }
  }

  /// Matches the contacts that have to do with some leads; part of the transaction that takes these
  /// up.
  func take(_ leads: [Int64]) throws {
    let database = context.database
    let exist = try database.query("dedupe-contact-keys-exist").first { $0.int(0) != 0 }
    guard exist == true else { return }
    var contacts: Set<Int64> = []
    for lead in leads {
      try database.query("dedupe-contacts-of-lead").rows(.int(lead)) { contacts.insert($0.int(0)) }
    }
    var store = try KeyStore(database: database, rules: rules)
    for lead in try store.leads(leads) {
      for rule in MatchRule.keys {
        guard let hash = lead.keys[rule] else { continue }
        try database.query("dedupe-contacts-having").rows(.int(hash)) {
          contacts.insert($0.int(0))
        }
      }
    }
    guard !contacts.isEmpty else { return }
    var links = try ContactLinks(context: context, rules: rules)
    try links.update(contacts.sorted(), areKeysNew: false)
  }

  /// Matches contacts that came or changed.
  func run() throws {
    let database = context.database
    let exist = try database.query("dedupe-contacts-exist").first { $0.int(0) != 0 }
    let waiting = try context.revisits(Self.subject)
    guard exist == true || !waiting.isEmpty else { return }
    var mark = try context.mark(Self.subject, configHash: configHash)
    let older = waiting.filter { $0 <= mark }
    if !waiting.isEmpty {
      context.didWork()
      try context.transaction {
        var links = try ContactLinks(context: context, rules: rules)
        try links.update(older, areKeysNew: true)
        for id in waiting { try context.clearRevisit(Self.subject, id: id) }
      }
    }
    while true {
      var batch: [Int64] = []
      try database.query("dedupe-contact-ids").rows(.int(mark), .int(Self.batchSize)) {
        batch.append($0.int(0))
      }
      guard let last = batch.last else { return }
      mark = last
      context.didWork()
      try context.transaction {
        var links = try ContactLinks(context: context, rules: rules)
        try links.update(batch, areKeysNew: true)
        try context.setMark(Self.subject, to: mark, configHash: configHash)
      }
    }
  }
}
