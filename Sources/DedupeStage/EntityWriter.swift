import LeadModel
import Matching
import StageKit
import Store

/// Writes clusters that may have been there before: entities, links, changes and what follows.
struct EntityWriter {
  private let context: StageContext
  private let database: Database
  private let survivorship: Survivorship
  private let tally: DedupeTally
  /// Entities above it are new to all later stages, and these see them by their own marks.
  private let lastEntity: Int64
  /// What became of the leads taken up.
  private(set) var outcomes: [Int64: Disposition] = [:]

  /// Stages that work on entities and look at changed ones again.
  static let laterStages = ["enrich", "score", "send", "govern"]

  init(context: StageContext, rules: MatchingRules, tally: DedupeTally) throws {
    self.context = context
    self.tally = tally
    database = context.database
    survivorship = Survivorship(rules: rules.survivorship)
    lastEntity = try context.database.query("dedupe-last-entity").first { $0.int(0) } ?? 0
  }

  /// Writes new leads that joined nobody; `ids` are all leads taken up, in order: a range of lone
  /// ones must hold no other.
  func insertLone(_ lone: [Int64], takenInOrder ids: [Int64]) throws {
    let insert = try database.query("dedupe-lone-insert")
    let unredirect = try database.query("dedupe-redirects-delete")
    let isLone = Set(lone)
    var index = 0
    while index < ids.count {
      guard isLone.contains(ids[index]) else {
        index += 1
        continue
      }
      let first = index
      // Leads below the mark are not all taken up; only neighbours are a range.
      while index + 1 < ids.count, isLone.contains(ids[index + 1]), ids[index + 1] == ids[index] + 1
      {
        index += 1
      }
      insert.bind(1, ids[first])
      insert.bind(2, ids[index])
      while try insert.step() {}
      try unredirect.run(.int(ids[first]), .int(ids[index]))
      index += 1
    }
    for id in lone where id <= lastEntity {
      try askLaterStages(toSee: id)
      try context.revisit(stage: "escalate", subject: "entity", id: id)
    }
  }

  /// Writes clusters as far as they are not in the store as they are.
  mutating func write(
    _ clusters: [EntityCluster], taken: Set<Int64>, store: inout KeyStore
  ) throws {
    var formerLeads: [Int64: Int] = [:]
    var clusterOfLead: [Int64: EntityCluster] = [:]
    for cluster in clusters {
      for lead in cluster.leads {
        clusterOfLead[lead] = cluster
        if let entity = try store.entity(of: lead) { formerLeads[entity, default: 0] += 1 }
      }
    }
    for cluster in clusters {
      let former = try cluster.leads.map { try store.entity(of: $0) }
      let isSame =
        former.allSatisfy { $0 == cluster.id } && formerLeads[cluster.id] == cluster.leads.count
      guard !isSame || cluster.leads.contains(where: taken.contains) else {
        // Somebody new may have taken the strength from a key by which these are one.
        _ = try writeLinks(of: cluster)
        continue
      }
      let hasChanged = try write(cluster, former: former)
      for (lead, entity) in zip(cluster.leads, former) where taken.contains(lead) {
        outcomes[lead] =
          if entity == nil { lead == cluster.id ? .inserted : .duplicate } else {
            hasChanged || entity != cluster.id ? .updated : .unchanged
          }
      }
    }
    let kept = Set(clusters.map(\.id))
    for gone in formerLeads.keys.sorted() where !kept.contains(gone) {
      guard let home = clusterOfLead[gone] else { continue }
      try EntityMerge(context: context).move(gone, into: home)
      tally.add(1, .entitiesMerged)
    }
  }

  // MARK: One cluster

  /// Writes one cluster and says whether anything about its entity changed; `former` is the entity
  /// that each lead was in.
  private func write(_ cluster: EntityCluster, former: [Int64?]) throws -> Bool {
    let linksChanged = try writeLinks(of: cluster)
    let leads = try cluster.leads.compactMap { try LeadRecords.lead($0, in: database) }
    guard let entity = survivorship.entity(of: leads) else { return linksChanged }
    guard let stored = try LeadRecords.entity(cluster.id, in: database) else {
      try LeadRecords.write(entity, in: database)
      try database.query("dedupe-redirect-delete").run(.int(cluster.id))
      if let parent = former.first, let parent, parent != cluster.id {
        tally.add(1, .entitiesSplit)
        try context.recordChange(
          subject: "entity", id: cluster.id, field: "entity_id", old: String(parent),
          new: String(cluster.id), reason: "split")
      }
      if cluster.id <= lastEntity {
        try askLaterStages(toSee: cluster.id)
        // It sees changes by the history, which a new entity has none of.
        try context.revisit(stage: "escalate", subject: "entity", id: cluster.id)
      }
      return true
    }
    guard
      stored.values != entity.values || stored.leadCount != Int64(entity.leadCount)
        || stored.provenance != entity.provenance
    else { return linksChanged }
    try LeadRecords.write(entity, in: database)
    try recordChanges(
      from: stored, to: entity, reason: reason(for: cluster, former: former, stored: stored))
    if stored.values != entity.values || stored.leadCount != Int64(entity.leadCount) {
      try askLaterStages(toSee: cluster.id)
    }
    return true
  }

  private func writeLinks(of cluster: EntityCluster) throws -> Bool {
    var hasChanged = false
    if try link(of: cluster.id) != nil {
      try database.query("dedupe-link-delete").run(.int(cluster.id))
      tally.add(1, .linksGone)
      hasChanged = true
    }
    for (lead, evidence) in zip(cluster.leads.dropFirst(), cluster.evidence) {
      let wanted = (cluster.id, evidence.rule.name, evidence.matchedLead)
      let link = try link(of: lead)
      if let link, link == wanted { continue }
      if link?.0 != wanted.0 {
        tally.add(1, .linksNew)
        if link != nil { tally.add(1, .linksGone) }
      }
      try database.query("dedupe-link-write").run(
        .int(lead), .int(wanted.0), .text(wanted.1), .int(wanted.2))
      hasChanged = true
    }
    return hasChanged
  }

  private func link(of lead: Int64) throws -> (Int64, String, Int64)? {
    try database.query("dedupe-link").first(.int(lead)) { ($0.int(0), $0.text(1), $0.int(2)) }
  }

  /// Why an entity changed: the rule by which a lead joined it, or that a lead of it left or
  /// changed.
  private func reason(
    for cluster: EntityCluster, former: [Int64?], stored: LeadRecords.StoredEntity
  ) -> String {
    for (evidence, entity) in zip(cluster.evidence, former.dropFirst()) where entity != cluster.id {
      return evidence.rule.name
    }
    return cluster.leads.count < stored.leadCount ? "lead left" : "lead updated"
  }

  private func recordChanges(
    from stored: LeadRecords.StoredEntity, to entity: SurvivingEntity, reason: String
  ) throws {
    if stored.leadCount != Int64(entity.leadCount) {
      try context.recordChange(
        subject: "entity", id: entity.id, field: "lead_count", old: String(stored.leadCount),
        new: String(entity.leadCount), reason: reason)
    }
    // The quality follows from the findings, whose history is in the ledger.
    for field in EntityField.allCases
    where field != .quality
      && stored.values[field.rawValue] != entity.values[field.rawValue]
    {
      try context.recordChange(
        subject: "entity", id: entity.id, field: field.name,
        old: stored.values[field.rawValue].text, new: entity.values[field.rawValue].text,
        reason: reason)
    }
  }

  private func askLaterStages(toSee entity: Int64) throws {
    for stage in Self.laterStages {
      try context.revisit(stage: stage, subject: "entity", id: entity)
    }
  }
}
