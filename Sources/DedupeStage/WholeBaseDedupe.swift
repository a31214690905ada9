import LeadModel
import Matching
import StageKit
import Store

/// Links a base that was never linked: all keys in memory, both cores, one pass of writing.
///
/// The keys are written first, with a second mark that says how far the base goes; then the
/// entities in ranges of leads. A run that was stopped between two ranges works out the same groups
/// again, as long as no other stage has run since, and writes those that are missing.
struct WholeBaseDedupe {
  let context: StageContext
  let rules: MatchingRules
  let configHash: String
  let decisions: LeadDecisions
  private let readers: ReaderPool
  private let tally: DedupeTally

  init(
    context: StageContext, rules: MatchingRules, configHash: String, tally: DedupeTally,
    decisions: LeadDecisions
  ) {
    self.tally = tally
    self.context = context
    self.rules = rules
    self.decisions = decisions
    self.configHash = configHash
    readers = ReaderPool(path: context.database.path)
  }

  /// Leads taken up at once: about 750 bytes of memory each, 120 without the model.
  static let maximumLeads = 2_000_000
  /// Leads whose entities are written in one transaction.
  static let transactionLeads = 20_000

  /// Links everything; or goes on where an earlier run was stopped, up to the same lead.
  func run(resuming stopped: BaseMark.Unfinished? = nil) throws {
    let bounds = try context.database.query("dedupe-lead-bounds").first(0) {
      (first: $0.optionalInt(0), last: $0.optionalInt(1))
    }
    guard let first = bounds?.first, let last = bounds?.last else { return }
    let (leads, linkage) = try read(first...min(last, stopped?.base ?? last))
    let rules = rules
    let decisions = decisions
    let clustered = try Overlap.run(
      background: { () -> (leads: LinkedLeads, milliseconds: Int64) in
        let started = Clock.milliseconds()
        let linked = LinkedLeads(
          leads, rules: rules, linkage: linkage, decisions: decisions)
        return (linked, Clock.milliseconds() - started)
      },
      foreground: {
        if stopped == nil { try context.timed("keys") { try begin(leads, linkage) } }
      })
    guard let clustered else { return }
    context.note(milliseconds: clustered.milliseconds, of: "cluster")
    try context.timed("entities") { try write(clustered.leads, from: stopped?.mark ?? 0) }
  }

  /// The leads, and the pairs that the model finds; nil when it is not to be used.
  private func read(
    _ bounds: ClosedRange<Int64>
  ) throws -> (leads: LeadTable, linkage: WholeBaseLinkage.Outcome?) {
    var table = LeadTable()
    var leads = WholeBaseLinkage.Leads(bounds)
    try context.timed("read") {
      try LeadBatch.read(bounds, by: readers, workers: context.workers, rules: rules) { batch in
        table.append(batch)
        leads.append(batch)
        context.progress(done: table.ids.count, of: nil, unit: "leads")
        return table.ids.count < Self.maximumLeads
      }
      table.pairs.sort()
    }
    guard rules.linkage.isUsed, !table.ids.isEmpty else { return (table, nil) }
    let choice = try LinkModels(context: context, rules: rules.linkage).choice()
    let linkage = WholeBaseLinkage(
      context: context, rules: rules, tally: tally, decisions: decisions)
    return (table, try linkage.run(leads, use: choice))
  }

  /// Notes the keys and how far the base goes.
  private func begin(_ leads: LeadTable, _ linkage: WholeBaseLinkage.Outcome?) throws {
    guard let last = leads.ids.last else { return }
    try context.transaction {
      try writeKeys(leads)
      try linkage?.write(in: context, rules: rules.linkage, tally: tally)
      try recordCrowdedKeys(of: leads)
      try tally.keep()
      try BaseMark(context: context, configHash: configHash).set(to: last)
      try context.database.query("dedupe-lead-revisits-clear").run(.int(last))
    }
  }

  private func recordCrowdedKeys(of leads: LeadTable) throws {
    var crowded: [MatchRule: [CrowdedKeys.Key]] = [:]
    leads.pairs.forEachRun { run in
      guard let first = run.first, rules[first.rule].isUsed,
        run.count > rules[first.rule].mostLeads
      else { return }
      crowded[first.rule, default: []].append(
        CrowdedKeys.Key(leads: run.count, sample: leads.ids[first.position]))
    }
    for rule in MatchRule.keys {
      guard let keys = crowded[rule] else { continue }
      tally.add(keys.count, .crowdedKeys, of: rule.name)
      tally.add(keys.reduce(0) { $0 + $1.leads }, .crowdedKeyLeads, of: rule.name)
      try CrowdedKeys(context: context).record(keys, of: rule, policy: rules[rule])
    }
  }

  /// Writes the entities that the leads above an id found, a range of leads a transaction, with the
  /// mark behind it.
  private func write(_ linked: LinkedLeads, from mark: Int64) throws {
    let (leads, rules, readers) = (linked.leads, rules, readers)
    let decisions = decisions
    let ids = leads.ids
    var position = ids.firstIndex { $0 > mark } ?? ids.count
    var lone = LoneRanges(linked, from: position)
    try ParallelBatches.run(
      workers: max(1, context.workers - 1),
      produce: { () -> (range: Range<Int>, clusters: [EntityCluster])? in
        guard position < ids.count else { return nil }
        let range = position..<min(position + Self.transactionLeads, ids.count)
        position = range.upperBound
        return (range, linked.groups(foundedIn: range).map { $0.cluster(in: leads) })
      },
      transform: { range, clusters in
        (
          range,
          try readers.read {
            try GroupSurvivors(clusters, of: $0, rules: rules, decisions: decisions)
          }
        )
      },
      consume: { range, survivors in
        let last = ids[range.upperBound - 1]
        try context.database.withoutReferenceChecks {
          try context.transaction {
            context.counts.rowsIn += range.count
            for (cluster, entity) in survivors.entities {
              try lone.write(before: cluster.id, in: context.database)
              try LeadRecords.write(entity, in: context.database)
              try writeLinks(of: cluster)
              tally.add(cluster.leads.count - 1, .linksNew)
            }
            try tally.keep()
            try lone.write(before: last + 1, in: context.database)
            recordOutcomes(linked, of: range)
            try context.setMark(DedupeStage.subject, to: last, configHash: configHash)
          }
        }
        context.progress(done: context.counts.rowsIn, of: ids.count, unit: "leads")
      })
  }

  // MARK: Writing

  private func writeLinks(of cluster: EntityCluster) throws {
    let statement = try context.database.query("dedupe-link-write")
    for (lead, evidence) in zip(cluster.leads.dropFirst(), cluster.evidence) {
      statement.bind(1, lead)
      statement.bind(2, cluster.id)
      statement.bind(3, evidence.rule.name)
      statement.bind(4, evidence.matchedLead)
      while try statement.step() {}
    }
  }

  private func writeKeys(_ leads: LeadTable) throws {
    try KeyWriter(database: context.database).write(
      leads.pairs.pairs.lazy.map { (hash: $0.hash, lead: leads.ids[$0.position]) }, tier: 0)
  }

  private func recordOutcomes(_ linked: LinkedLeads, of range: Range<Int>) {
    let ids = linked.leads.ids
    var first = range.lowerBound
    while first < range.upperBound {
      let isMember = linked.isMember[first]
      var last = first
      while last + 1 < range.upperBound, ids[last + 1] == ids[last] + 1,
        linked.isMember[last + 1] == isMember
      {
        last += 1
      }
      context.record(isMember ? .duplicate : .inserted, rows: ids[first]...ids[last])
      first = last + 1
    }
  }
}
