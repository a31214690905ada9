import Bytes
import LeadModel
import Matching
import StageKit
import Store

/// Matches contacts with the people of the base: new and changed contacts, and those that new,
/// changed and gone leads have to do with.
///
/// Whom a contact is one with follows from the contact and the leads alone, so the outcome is that of
/// matching all contacts at the end. Not Sendable: it belongs to the main thread, like the context.
final class ContactDedupe {
  private let context: StageContext
  private let rules: MatchingRules
  private var loadedNames: AccountNames?

  static let subject = "contact"
  /// Counts up when contacts would be matched in another way than before.
  private static let version = 1
  /// Contacts taken up in one transaction.
  private static let batchSize = 10_000

  init(context: StageContext, rules: MatchingRules) {
    self.context = context
    self.rules = rules
  }

  private func names() throws -> AccountNames {
    if let loadedNames { return loadedNames }
    let names = try AccountNames(context.database)
    loadedNames = names
    return names
  }

  private var pages: BlockPages { BlockPages(database: context.database, holders: .contacts) }

  private func haveBeenMatched() throws -> Bool {
    try context.database.query("dedupe-contacts-matched").first { $0.int(0) != 0 } ?? false
  }

  // MARK: What changes for contacts

  /// Has all contacts matched again: call it in a transaction of what changes for all of them.
  func forget() throws { try context.setMark(Self.subject, to: 0, configHash: "") }

  /// Takes contacts off leads that are gone, before anybody forgets which ones these are.
  func release() throws {
    var contacts: [Int64] = []
    try context.database.query("dedupe-contacts-of-stale").rows { contacts.append($0.int(0)) }
    guard !contacts.isEmpty else { return }
    try context.transaction {
      for id in contacts {
        try context.database.query("dedupe-contact-link-delete").run(.int(id))
        try lookAgain(at: id)
      }
    }
  }

  /// Has contacts looked at whose accounts go by other names now; part of the transaction that takes
  /// the accounts up.
  func takeAccountNames() throws {
    guard try haveBeenMatched() else { return }
    var known: [(id: Int64, content: Int64)] = []
    try context.database.query("dedupe-contact-matches").rows {
      known.append(($0.int(0), $0.int(1)))
    }
    for start in stride(from: 0, to: known.count, by: Self.batchSize) {
      let batch = known[start..<min(start + Self.batchSize, known.count)]
      let contacts = try ContactRecords(
        batch.map(\.id), from: context.database, names: names(), rules: rules)
      let contents = Dictionary(uniqueKeysWithValues: zip(contacts.ids, contacts.contents))
      for contact in batch where contents[contact.id] != contact.content {
        try lookAgain(at: contact.id)
      }
    }
  }

  /// Has the contacts looked at that are one with some leads, or have one of the match keys that
  /// these have or had; part of the transaction that takes the leads up, by ascending ids.
  func take(_ leads: [Int64], having keys: [(rule: MatchRule, hash: Int64)]) throws {
    guard try haveBeenMatched() else { return }
    var contacts: Set<Int64> = []
    let ofLeads = try context.database.query("dedupe-contacts-of-leads")
    var index = 0
    while index < leads.count {
      let first = index
      while index + 1 < leads.count, leads[index + 1] == leads[index] + 1 { index += 1 }
      try ofLeads.rows(.int(leads[first]), .int(leads[index])) { contacts.insert($0.int(0)) }
      index += 1
    }
    let wanted = Set(keys.map { ContactRecords.pageKey(of: $0.rule, $0.hash) }).sorted()
    for holders in try pages.stored(wanted, leadsUpTo: .max).leads { contacts.formUnion(holders) }
    for id in contacts.sorted() { try lookAgain(at: id) }
  }

  /// The same for contacts that the model may match; `blocks` are the leads' blocking keys.
  func take(_ leads: LinkRecords, _ blocks: TakenBlocks, model: LinkModel) throws {
    guard try haveBeenMatched() else { return }
    let touch = ContactTouch(
      database: context.database, rules: rules, names: try names(), model: model)
    for id in try touch.contacts(near: leads, blocks).sorted() { try lookAgain(at: id) }
  }

  private func lookAgain(at id: Int64) throws {
    try context.revisit(stage: "dedupe", subject: Self.subject, id: id)
  }

  // MARK: Matching

  /// Contacts that are taken up together.
  private struct Batch: Sendable {
    let ids: [Int64]
    /// How far the contacts are taken up with it.
    let mark: Int64
    let areNew: Bool
  }

  /// Matches the contacts that came or changed, and those that were to be looked at again.
  func run() throws {
    let database = context.database
    let exist = try database.query("dedupe-contacts-exist").first { $0.int(0) != 0 }
    let waiting = try context.revisits(Self.subject)
    guard exist == true || !waiting.isEmpty else { return }
    let model = try model()
    let state = state(by: model)
    let begun = try context.mark(Self.subject, configHash: state)
    let isNew = try database.query("dedupe-contact-ids").first(.int(begun), .int(1)) { _ in true }
    guard isNew == true || !waiting.isEmpty else { return }
    context.didWork()
    if begun == 0 { try clear(state) }
    let comparison = ContactComparison(rules: rules, model: model, names: try names())
    // What a dry run has done, no other connection sees.
    let readers = context.isDryRun ? nil : ReaderPool(path: database.path)
    var (older, mark) = (waiting.filter { $0 <= begun }[...], begun)
    func next() throws -> Batch? {
      var ids = Array(older.prefix(Self.batchSize))
      guard ids.isEmpty else {
        older = older.dropFirst(ids.count)
        return Batch(ids: ids, mark: begun, areNew: false)
      }
      try database.query("dedupe-contact-ids").rows(.int(mark), .int(Int64(Self.batchSize))) {
        ids.append($0.int(0))
      }
      guard let last = ids.last else { return nil }
      mark = last
      return Batch(ids: ids, mark: mark, areNew: true)
    }
    if let readers {
      try ParallelBatches.run(
        workers: context.workers, produce: next,
        transform: { batch in
          let outcome = try readers.read {
            try comparison.outcome(of: batch.ids, withPages: batch.areNew, in: $0)
          }
          return (batch, outcome)
        },
        consume: { try write($1, of: $0, state) })
    } else {
      while let batch = try next() {
        let outcome = try comparison.outcome(
          of: batch.ids, withPages: batch.areNew, in: database)
        try write(outcome, of: batch, state)
      }
    }
    // Those beyond are gone, or have been taken up.
    try context.transaction {
      for id in waiting where id > begun { try context.clearRevisit(Self.subject, id: id) }
    }
  }

  private func model() throws -> LinkModel? {
    guard rules.linkage.isUsed else { return nil }
    let models = LinkModels(context: context, rules: rules.linkage)
    return try models.current() ?? models.initial()
  }

  /// What all matches depend on beside contacts and leads.
  private func state(by model: LinkModel?) -> String {
    let text = model.map { $0.json.text(indented: false) } ?? ""
    return context.configurationHash(of: [MatchingDefinition.file])
      + "-\(MatchingDefinition.version(of: rules))-\(Self.version)-"
      + String(Hash64.of(text), radix: 16)
  }

  /// Forgets what was kept of contacts that are all to be matched anew.
  private func clear(_ state: String) throws {
    try context.transaction {
      try context.database.query("dedupe-contact-matches-clear").run()
      try context.database.query("dedupe-contact-pages-clear").run()
      try context.setMark(Self.subject, to: 0, configHash: state)
    }
  }

  private func write(
    _ outcome: ContactComparison.Outcome, of batch: Batch, _ state: String
  ) throws {
    try context.transaction {
      try ContactWriter(context: context).write(outcome, of: batch.ids, areNew: batch.areNew)
      if batch.areNew {
        try context.setMark(Self.subject, to: batch.mark, configHash: state)
      } else {
        for id in batch.ids { try context.clearRevisit(Self.subject, id: id) }
      }
    }
  }
}
