import LeadModel
import Matching
import StageKit
import Store

/// Links a base that was never linked: all keys in memory, both cores, one pass of writing.
struct WholeBaseDedupe {
  let context: StageContext
  let rules: MatchingRules
  let configHash: String

  /// Leads taken up at once: about 120 bytes of memory each.
  static let maximumLeads = 2_000_000
  /// Ids a worker reads at once.
  static let batchWidth: Int64 = 20_000

  func run() throws {
    let bounds = try context.database.query("dedupe-lead-bounds").first(0) {
      (first: $0.optionalInt(0), last: $0.optionalInt(1))
    }
    guard let first = bounds?.first, let last = bounds?.last else { return }
    var leads = LeadTable()
    try read(from: first, to: last, into: &leads)
    leads.pairs.sort()
    var clusters = leads.clusters(rules: rules)
    let groups = leads.groups(&clusters)
    try context.transaction {
      context.counts.rowsIn += leads.ids.count
      try writeEntities(leads, groups)
      try writeKeys(leads)
      recordOutcomes(leads, groups)
      if let last = leads.ids.last {
        try context.setMark(DedupeStage.subject, to: last, configHash: configHash)
        try context.database.query("dedupe-lead-revisits-clear").run(.int(last))
      }
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

  private func writeEntities(_ leads: LeadTable, _ groups: [LeadGroup]) throws {
    let path = context.database.path
    let rules = rules
    var batches = groups[...]
    var lone = LoneRanges(leads: leads)
    try ParallelBatches.run(
      workers: max(1, context.workers - 1),
      produce: { () -> [EntityCluster]? in
        guard !batches.isEmpty else { return nil }
        defer { batches = batches.dropFirst(2_000) }
        return batches.prefix(2_000).map { $0.cluster(in: leads) }
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
    try lone.write(before: .max, in: context.database)
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

  private func recordOutcomes(_ leads: LeadTable, _ groups: [LeadGroup]) {
    for position in leads.ids.indices {
      let isMember = leads.isMember[position]
      context.record(isMember ? .duplicate : .inserted, row: leads.ids[position])
    }
  }
}
