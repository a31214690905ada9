import LeadModel
import Matching
import StageKit
import Store

/// Brings the clusters around some new and changed leads up to date, in one transaction.
///
/// The result is that of clustering everything at once: the rules of each key taken up, old or new,
/// are applied to all leads that have it. Whoever is joined by one, and all entities of several
/// leads that hold one with such a key, are clustered again; a lead that shares a key and is joined
/// by none, as namesakes are, stays alone.
struct ClusterUpdate {
  private let context: StageContext
  private let rules: MatchingRules
  private var store: KeyStore
  private var writer: EntityWriter
  /// Nil when no model is to be used.
  private let linkage: LinkageUpdate?
  private let tally: DedupeTally
  private let decisions: LeadDecisions
  private var takenIDs: Set<Int64> = []
  /// Keys taken up, new and former, with the number of taken leads that have them now.
  private var takenRuns: [Int64: (rule: MatchRule, leads: Int)] = [:]
  /// The taken leads that have a key which others have too.
  private var takenHolders: [Int64: [Int64]] = [:]
  private var formerKeys: [Int64: [(rule: MatchRule, hash: Int64)]] = [:]

  /// The keys that the taken leads have, or had.
  var takenKeys: [(rule: MatchRule, hash: Int64)] {
    takenRuns.map { (rule: $0.value.rule, hash: $0.key) }
  }

  init(
    context: StageContext, rules: MatchingRules, linkage: LinkageUpdate?, tally: DedupeTally,
    decisions: LeadDecisions
  ) throws {
    self.context = context
    self.tally = tally
    self.decisions = decisions
    self.linkage = linkage
    self.rules = rules
    store = try KeyStore(database: context.database, rules: rules)
    writer = try EntityWriter(context: context, rules: rules, tally: tally)
  }

  /// Takes up leads; `changed` are those whose values may have been others before.
  mutating func run(taken ids: [Int64], changed: Set<Int64>) throws {
    takenIDs = Set(ids)
    var taken: [ClusterLead] = []
    var joined: Set<Int64> = []
    let linked = try linkEdges(of: ids) {
      // A lead that is gone has nothing to link.
      taken = try store.leads(ids)
      try collectKeys(of: taken, changed: changed)
      try dropStaleKeys(of: taken)
      joined = try joinedLeads(taken)
      // The stored leads of all keys taken up have been asked for by now.
      try writeKeys(of: taken)
      try recordCrowdedKeys()
    }
    joined.formUnion(linked)
    joined.formUnion(taken.map(\.id).filter { decisions.same[$0] != nil })
    var lone: [Int64] = []
    var grouped: [Int64] = []
    for lead in taken {
      if try joined.contains(lead.id) || store.entity(of: lead.id) != nil {
        grouped.append(lead.id)
      } else {
        lone.append(lead.id)
      }
    }
    let clusters = try clusters(around: joined.union(grouped))
    try writer.insertLone(lone, takenInOrder: ids)
    try writer.write(clusters, taken: Set(grouped), store: &store)
    record(ids, lone: Set(lone), present: Set(taken.map(\.id)))
  }

  /// The leads whose links by the model have changed; `work` is done meanwhile.
  private func linkEdges(of ids: [Int64], beside work: () throws -> Void) throws -> Set<Int64> {
    guard let linkage else {
      try work()
      return []
    }
    let last = try context.database.query("dedupe-last-linked").first { $0.int(0) } ?? 0
    return try linkage.run(
      taken: ids, known: Set(ids.lazy.filter { $0 <= last }), beside: work)
  }

  // MARK: Keys

  private mutating func collectKeys(of taken: [ClusterLead], changed: Set<Int64>) throws {
    for lead in taken {
      for rule in MatchRule.keys {
        guard let hash = lead.keys[rule] else { continue }
        takenRuns[hash, default: (rule, 0)].leads += 1
      }
      guard changed.contains(lead.id), let entity = try store.entity(of: lead.id) else { continue }
      let record = try LeadRecords.entity(entity, in: context.database)
      let former = try store.formerKeys(of: lead.id, entity: record).filter {
        lead.keys[$0.rule] != $0.hash
      }
      formerKeys[lead.id] = former
      for key in former where takenRuns[key.hash] == nil { takenRuns[key.hash] = (key.rule, 0) }
    }
    // In order of the table, each of its pages is read once.
    let keys = takenRuns.map { (hash: $0.key, rule: $0.value.rule) }.sorted { $0.hash < $1.hash }
    for key in keys where rules[key.rule].isUsed {
      _ = try store.leads(sharing: key.hash, of: key.rule)
    }
  }

  private func dropStaleKeys(of taken: [ClusterLead]) throws {
    let delete = try context.database.query("dedupe-key-delete")
    for lead in taken {
      for key in formerKeys[lead.id] ?? [] { try delete.run(.int(key.hash), .int(lead.id)) }
    }
  }

  private mutating func writeKeys(of taken: [ClusterLead]) throws {
    var rows: [KeyWriter.Row] = []
    for lead in taken {
      // A lead that was never linked has no keys yet: there is nothing to look for.
      let isNew = try store.entity(of: lead.id) == nil
      for rule in MatchRule.keys {
        guard let hash = lead.keys[rule] else { continue }
        rows.append(KeyWriter.Row(hash: hash, lead: lead.id, isNew: isNew))
      }
    }
    rows.sort { ($0.hash, $0.lead) < ($1.hash, $1.lead) }
    try KeyWriter(database: context.database).write(rows)
  }

  /// Keeps findings on the taken leads' keys that too many share.
  private mutating func recordCrowdedKeys() throws {
    var crowded: [MatchRule: [CrowdedKeys.Key]] = [:]
    for (hash, run) in takenRuns.sorted(by: { $0.key < $1.key })
    where run.leads > 0 && rules[run.rule].isUsed {
      let most = rules[run.rule].mostLeads
      let stored = try store.leads(sharing: hash, of: run.rule).count
      guard store.blocked.contains(hash) || stored + run.leads > most else { continue }
      let holders = try context.database.query("dedupe-key-holders").first(.int(hash)) {
        CrowdedKeys.Key(leads: Int($0.int(0)), sample: $0.int(1))
      }
      guard let holders, holders.leads > most else { continue }
      crowded[run.rule, default: []].append(holders)
      tally.add(1, .crowdedKeys, of: run.rule.name)
      tally.add(run.leads, .crowdedKeyLeads, of: run.rule.name)
    }
    for rule in MatchRule.keys {
      try CrowdedKeys(context: context).record(
        crowded[rule] ?? [], of: rule, policy: rules[rule])
    }
  }

  // MARK: Clusters

  /// The leads that a key taken up joins to another, and those with such a key that are in an
  /// entity of several, for they may have been joined by it.
  private mutating func joinedLeads(_ taken: [ClusterLead]) throws -> Set<Int64> {
    var sharedKeys: Set<Int64> = []
    var holders: Set<Int64> = []
    for (hash, run) in takenRuns where rules[run.rule].isUsed {
      let stored = try store.leads(sharing: hash, of: run.rule)
      if run.leads + stored.count > 1, !store.blocked.contains(hash) { sharedKeys.insert(hash) }
      // A set grows the same in any order.
      holders.formUnion(stored)
    }
    for lead in taken {
      holders.remove(lead.id)
      for rule in MatchRule.keys {
        guard let hash = lead.keys[rule], sharedKeys.contains(hash) else { continue }
        takenHolders[hash, default: []].append(lead.id)
      }
    }
    var leads = taken
    var joined: Set<Int64> = []
    for id in holders.sorted() {
      if try store.isOneOfSeveral(id) { joined.insert(id) }
      if let lead = try store.lead(id) { leads.append(lead) }
    }
    leads.sort { $0.id < $1.id }
    return joined.union(EntityClusters.joined(by: sharedKeys, among: leads, rules: rules))
  }

  private mutating func clusters(around joined: Set<Int64>) throws -> [EntityCluster] {
    var affected: Set<Int64> = []
    var entities: Set<Int64> = []
    for lead in joined.sorted() { try add(lead, to: &affected, entities: &entities) }
    while true {
      var leads: [ClusterLead] = []
      for id in affected.sorted() {
        if let lead = try store.lead(id) { leads.append(lead) }
      }
      let context = try self.context(of: leads, affected: affected)
      let result = EntityClusters(
        of: leads, context: context, blocked: store.blocked, rules: rules,
        links: try links(among: leads), decisions: decisions)
      guard !result.escaped.isEmpty else { return result.clusters }
      for id in result.escaped { try add(id, to: &affected, entities: &entities) }
    }
  }

  /// Adds a lead, all leads of its entity, and whoever the model, or people, link to one of
  /// these; `entities` are those whose leads have been added.
  private mutating func add(
    _ lead: Int64, to affected: inout Set<Int64>, entities: inout Set<Int64>
  ) throws {
    var waiting = [lead]
    while let lead = waiting.popLast() {
      guard affected.insert(lead).inserted else { continue }
      if let entity = try store.entity(of: lead), entities.insert(entity).inserted {
        for member in try store.leads(ofEntity: entity) {
          _ = try store.entity(of: member)
          waiting.append(member)
        }
      }
      for edge in try linkage?.linked(to: lead) ?? [] { waiting.append(edge.other) }
      // Whoever is still to be taken up will be joined then.
      for other in decisions.same[lead] ?? []
      where try takenIDs.contains(other) || store.entity(of: other) != nil {
        waiting.append(other)
      }
    }
  }

  /// What the model links among some leads; nil when it links none of them.
  private func links(among leads: [ClusterLead]) throws -> ModelLinks? {
    guard let linkage else { return nil }
    var positions: [Int64: Int] = [:]
    for (position, lead) in leads.enumerated() { positions[lead.id] = position }
    var edges: [LinkEdge] = []
    for (left, lead) in leads.enumerated() {
      for edge in try linkage.linked(to: lead.id) {
        guard let right = positions[edge.other], left < right else { continue }
        edges.append(LinkEdge(left: left, right: right, weight: edge.weight))
      }
    }
    guard !edges.isEmpty else { return nil }
    return ModelLinks(edges: edges, weights: try linkage.weights(of: leads.map(\.id)))
  }

  /// Other leads that have a key of one of these, in the store or taken up with them.
  private mutating func context(
    of leads: [ClusterLead], affected: Set<Int64>
  ) throws -> [ClusterLead] {
    // Each key once: all of the leads may have the same.
    var ruleOfKey: [Int64: MatchRule] = [:]
    for rule in MatchRule.keys where rules[rule].isUsed {
      for lead in leads {
        if let hash = lead.keys[rule] { ruleOfKey[hash] = rule }
      }
    }
    let keys = ruleOfKey.map { (hash: $0.key, rule: $0.value) }.sorted { $0.hash < $1.hash }
    var ids: Set<Int64> = []
    for key in keys {
      ids.formUnion(try store.leads(sharing: key.hash, of: key.rule))
      // Their keys are not in the store yet.
      ids.formUnion(takenHolders[key.hash] ?? [])
    }
    var context: [ClusterLead] = []
    for id in ids.subtracting(affected).sorted() {
      if let lead = try store.lead(id) { context.append(lead) }
    }
    return context
  }

  // MARK: Outcomes

  private mutating func record(_ ids: [Int64], lone: Set<Int64>, present: Set<Int64>) {
    for id in ids {
      if lone.contains(id) {
        context.record(.inserted, row: id)
      } else if present.contains(id) {
        context.record(writer.outcomes[id] ?? .unchanged, row: id)
      } else {
        context.record(.unchanged, row: id)
      }
    }
  }
}
