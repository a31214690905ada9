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

  /// Leads taken up at once: about 120 bytes of memory each.
  static let maximumLeads = 2_000_000
  /// Ids a worker reads at once.
  static let batchWidth: Int64 = 20_000
  /// Leads whose entities are written in one transaction.
  static let transactionLeads = 100_000

  /// Links everything; or goes on where an earlier run was stopped, up to the same lead.
  func run(resuming stopped: BaseMark.Unfinished? = nil) throws {
    let bounds = try context.database.query("dedupe-lead-bounds").first(0) {
      (first: $0.optionalInt(0), last: $0.optionalInt(1))
    }
    guard let first = bounds?.first, let last = bounds?.last else { return }
    var leads = LeadTable()
    try read(from: first, to: min(last, stopped?.base ?? last), into: &leads)
    leads.pairs.sort()
    let sorted = leads
    let rules = rules
    let linked = try Overlap.run(
      background: { () -> LinkedLeads in LinkedLeads(sorted, rules: rules) },
      foreground: { if stopped == nil { try begin(sorted) } })
    guard let linked else { return }
    leads.pairs = KeyPairs()
    try write(linked, from: stopped?.mark ?? 0)
  }

  /// Notes the keys and how far the base goes.
  private func begin(_ leads: LeadTable) throws {
    guard let last = leads.ids.last else { return }
    try context.transaction {
      try writeKeys(leads)
      try BaseMark(context: context, configHash: configHash).set(to: last)
      try context.database.query("dedupe-lead-revisits-clear").run(.int(last))
    }
  }

  private func write(_ linked: LinkedLeads, from mark: Int64) throws {
    let ids = linked.leads.ids
    var position = ids.firstIndex { $0 > mark } ?? ids.count
    var lone = LoneRanges(linked, from: position)
    // Committing does not wait for the copying, which goes on beside the next range.
    try context.database.withoutCheckpoints {
      while position < ids.count {
        let range = position..<min(position + Self.transactionLeads, ids.count)
        position = range.upperBound
        try Overlap.checkpoint(of: context.database.path) {
          try write(range, of: linked, &lone)
        }
      }
    }
  }

  /// Writes the entities that a range of leads founds, and the mark behind it.
  private func write(
    _ range: Range<Int>, of linked: LinkedLeads, _ lone: inout LoneRanges
  ) throws {
    try context.transaction {
      context.counts.rowsIn += range.count
      try writeEntities(linked, of: range, &lone)
      recordOutcomes(linked, of: range)
      try context.setMark(
        DedupeStage.subject, to: linked.leads.ids[range.upperBound - 1], configHash: configHash)
    }
  }

  // MARK: Reading

  private func read(from first: Int64, to last: Int64, into leads: inout LeadTable) throws {
    let path = context.database.path
    let rules = rules
    // Ids have gaps where files of other kinds came between; few large steps skip them.
    let width = max(Self.batchWidth, (last - first) / 5_000)
    var next = first
    try ParallelBatches.run(
      workers: context.workers,
      produce: { () -> ClosedRange<Int64>? in
        guard next <= last, leads.ids.count < Self.maximumLeads else { return nil }
        defer { next += width }
        return next...min(last, next + width - 1)
      },
      transform: { range in
        let database = try Database(path: path, mode: .readOnly)
        return try KeyBatch(leadsIn: range, of: database, maker: KeyMaker(rules: rules))
      },
      consume: { batch in
        guard leads.ids.count < Self.maximumLeads else { return }
        leads.append(batch)
        context.progress(done: leads.ids.count, of: nil, unit: "leads")
      })
  }

  // MARK: Writing

  private func writeEntities(
    _ linked: LinkedLeads, of range: Range<Int>, _ lone: inout LoneRanges
  ) throws {
    let path = context.database.path
    let rules = rules
    let leads = linked.leads
    var batches = linked.groups(foundedIn: range)
    try ParallelBatches.run(
      workers: max(1, context.workers - 1),
      produce: { () -> [EntityCluster]? in
        guard !batches.isEmpty else { return nil }
        defer { batches = batches.dropFirst(1_000) }
        return batches.prefix(1_000).map { $0.cluster(in: leads) }
      },
      transform: { clusters in
        let database = try Database(path: path, mode: .readOnly)
        return try GroupSurvivors(clusters, of: database, rules: rules)
      },
      consume: { survivors in
        for (cluster, entity) in survivors.entities {
          try lone.write(before: cluster.id, in: context.database)
          try LeadRecords.write(entity, in: context.database)
          try writeLinks(of: cluster)
        }
      })
    try lone.write(before: leads.ids[range.upperBound - 1] + 1, in: context.database)
  }

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
    let width = 32
    let pairs = leads.pairs.pairs
    let many = try context.database.query("dedupe-key-insert-32")
    var index = 0
    while index + width <= pairs.count {
      for offset in 0..<width {
        many.bind(2 * offset + 1, pairs[index + offset].hash)
        many.bind(2 * offset + 2, leads.ids[pairs[index + offset].position])
      }
      while try many.step() {}
      index += width
    }
    let one = try context.database.query("dedupe-key-insert")
    for pair in pairs[index...] {
      try one.run(.int(pair.hash), .int(leads.ids[pair.position]))
    }
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
