import Matching
import Store

/// Clusters a record that is not in the base with the leads around it, as `ClusterUpdate` would.
struct PersonSearch {
  /// Its id is above those of all leads.
  private let record: ClusterLead
  private var store: KeyStore
  private let rules: MatchingRules
  private let linkage: RecordLinkage?
  private let decisions: LeadDecisions
  private var affected: Set<Int64> = []
  /// The entities whose leads have been taken up.
  private var entities: Set<Int64> = []

  init(
    record: ClusterLead, store: KeyStore, rules: MatchingRules, linkage: RecordLinkage?,
    decisions: LeadDecisions
  ) throws {
    self.record = record
    self.store = store
    self.rules = rules
    self.linkage = linkage
    self.decisions = decisions
    for match in linkedMatches { try add(match.lead) }
  }

  private var linkedMatches: [RecordLinkage.Match] {
    guard let linkage else { return [] }
    return linkage.matches.filter { $0.weight >= linkage.linkWeight }
  }

  mutating func entity(of lead: Int64) throws -> Int64? { try store.entity(of: lead) }

  /// Takes up the leads that share a key of the record; nil when there are none.
  mutating func addLeads(sharing rule: MatchRule) throws -> BaseAnswer.SharedKey? {
    guard let hash = record.keys[rule] else { return nil }
    let leads = try store.leads(sharing: hash, of: rule).filter {
      try store.lead($0)?.values[rule] == record.values[rule]
    }
    for lead in leads { try add(lead) }
    guard !leads.isEmpty || store.blocked.contains(hash) else { return nil }
    return BaseAnswer.SharedKey(rule: rule.name, leads: leads)
  }

  /// Whom the record is joined to; nil for nobody.
  mutating func person() throws -> BaseAnswer.Person? {
    guard !affected.isEmpty else { return nil }
    while true {
      let ids = affected.sorted()
      let leads = try ids.compactMap { try store.lead($0) } + [record]
      let result = EntityClusters(
        of: leads, context: try context(of: leads), blocked: store.blocked, rules: rules,
        links: try links(among: leads), decisions: decisions)
      if result.escaped.isEmpty {
        return try result.clusters.first { $0.leads.last == record.id }.flatMap {
          try person(of: $0)
        }
      }
      for lead in result.escaped { try add(lead) }
    }
  }

  private mutating func person(of cluster: EntityCluster) throws -> BaseAnswer.Person? {
    let leads = Array(cluster.leads.dropLast())
    guard !leads.isEmpty, let evidence = cluster.evidence.last else { return nil }
    let match =
      evidence.rule == .model
      ? linkage?.matches.first { $0.lead == evidence.matchedLead } : nil
    return BaseAnswer.Person(
      entities: try Set(leads.compactMap { try store.entity(of: $0) }).sorted(), leads: leads,
      rule: evidence.rule.name, matchedLead: evidence.matchedLead,
      match: match.map { BaseAnswer.Match($0) })
  }

  /// What the model links among some leads, of which the record is the last.
  private func links(among leads: [ClusterLead]) throws -> ModelLinks? {
    guard let linkage else { return nil }
    var positions: [Int64: Int] = [:]
    for (position, lead) in leads.enumerated() { positions[lead.id] = position }
    var edges: [LinkEdge] = []
    for (left, lead) in leads.dropLast().enumerated() {
      for edge in try linkage.linked(to: lead.id) {
        guard let right = positions[edge.other], left < right else { continue }
        edges.append(LinkEdge(left: left, right: right, weight: edge.weight))
      }
    }
    for match in linkedMatches {
      guard let left = positions[match.lead] else { continue }
      edges.append(LinkEdge(left: left, right: leads.count - 1, weight: match.weight))
    }
    guard !edges.isEmpty else { return nil }
    return ModelLinks(
      edges: edges, weights: try linkage.weights(of: leads.dropLast().map(\.id)))
  }

  /// Other leads that share a key with one of these: rules count them.
  private mutating func context(of leads: [ClusterLead]) throws -> [ClusterLead] {
    var ids: Set<Int64> = []
    // Each key once: all of the leads may have the same.
    var seen: Set<Int64> = []
    for rule in MatchRule.keys where rules[rule].isUsed {
      for lead in leads {
        guard let hash = lead.keys[rule], seen.insert(hash).inserted else { continue }
        ids.formUnion(try store.leads(sharing: hash, of: rule))
      }
    }
    return try ids.subtracting(affected).sorted().compactMap { try store.lead($0) }
  }

  /// Takes up a lead, the others of its entity, and whoever the model links to one of these.
  private mutating func add(_ lead: Int64) throws {
    var waiting = [lead]
    while let lead = waiting.popLast() {
      guard affected.insert(lead).inserted else { continue }
      if let entity = try store.entity(of: lead), entities.insert(entity).inserted {
        waiting += try store.leads(ofEntity: entity)
      }
      for edge in try linkage?.linked(to: lead) ?? [] { waiting.append(edge.other) }
    }
  }
}
