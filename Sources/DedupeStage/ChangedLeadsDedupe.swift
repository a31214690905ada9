import LeadModel
import Matching
import StageKit
import Store

/// Links what came or changed since the last time, in bounded steps.
struct ChangedLeadsDedupe {
  let context: StageContext
  let rules: MatchingRules
  let configHash: String
  let tally: DedupeTally
  let decisions: LeadDecisions
  /// Whether all edges have just been made anew.
  var hasFreshEdges = false

  /// Leads taken up in one transaction.
  static let batchSize = 50_000

  /// `contacts` follow the leads.
  func run(_ contacts: ContactDedupe) throws {
    let database = context.database
    let linkage = try linkage(contacts)
    var mark = try context.mark(DedupeStage.subject, configHash: configHash)
    var waiting = Set(try context.revisits(DedupeStage.subject))
    var older = waiting.filter { $0 <= mark }.sorted()[...]
    while !older.isEmpty {
      let batch = Array(older.prefix(Self.batchSize))
      older = older.dropFirst(Self.batchSize)
      try take(batch, mark: mark, waiting: &waiting, linkage, contacts)
    }
    while true {
      var batch: [Int64] = []
      try database.query("dedupe-lead-ids").rows(.int(mark), .int(Int64(Self.batchSize))) {
        batch.append($0.int(0))
      }
      guard let last = batch.last else { break }
      mark = last
      try take(batch, mark: mark, waiting: &waiting, linkage, contacts)
      context.progress(done: context.counts.rowsIn, of: nil, unit: "leads")
    }
    let areMany = try database.query("dedupe-recent-keys-are-many").first { $0.int(0) != 0 }
    if areMany == true {
      try context.transaction { try database.query("dedupe-keys-merge").run() }
    }
    // Leads that are gone: there is nothing to look at.
    if !waiting.isEmpty {
      try context.transaction {
        for id in waiting.sorted() { try context.clearRevisit(DedupeStage.subject, id: id) }
      }
    }
  }

  private func linkage(_ contacts: ContactDedupe) throws -> LinkageUpdate? {
    guard rules.linkage.isUsed else { return nil }
    let models = LinkModels(context: context, rules: rules.linkage)
    return LinkageUpdate(
      context: context, model: try models.current() ?? models.initial(), rules: rules,
      isFresh: hasFreshEdges, tally: tally, contacts: contacts)
  }

  private func take(
    _ leads: [Int64], mark: Int64, waiting: inout Set<Int64>, _ linkage: LinkageUpdate?,
    _ contacts: ContactDedupe
  ) throws {
    try context.transaction {
      context.counts.rowsIn += leads.count
      var update = try ClusterUpdate(
        context: context, rules: rules, linkage: linkage, tally: tally, decisions: decisions)
      try update.run(taken: leads, changed: waiting)
      try contacts.take(leads, having: update.takenKeys)
      for id in leads where waiting.remove(id) != nil {
        try context.clearRevisit(DedupeStage.subject, id: id)
      }
      try tally.keep()
      try context.setMark(DedupeStage.subject, to: mark, configHash: configHash)
    }
  }
}
