package import Definitions
package import Store
import Matching

/// Asks the base whether it holds a person already, by the keys that dedupe links leads by. Only
/// reads.
package struct BaseLookup {
  /// Whom a record would be joined to.
  package struct Person: Sendable, Equatable {
    /// The entities that its leads are in now; more than one when the record would unite them.
    package let entities: [Int64]
    package let leads: [Int64]
    /// The rule that joins the record, and the lead that it joins it to.
    package let rule: String
    package let matchedLead: Int64
  }

  /// A key that leads of the base share with a record, whether or not it is enough to join them.
  package struct SharedKey: Sendable, Equatable {
    package let rule: String
    /// Empty when too many share it for anybody to be joined by it.
    package let leads: [Int64]
  }

  package struct Answer: Sendable, Equatable {
    package let person: Person?
    package let shared: [SharedKey]
  }

  private let database: Database
  private let rules: MatchingRules
  /// The record's place among the leads: after all of them.
  private static let candidate = Int64.max

  /// `definition` is that of `matching.yaml`; nil for the program's own rules.
  ///
  /// - Throws: `DefinitionError` when it cannot be understood.
  package init(database: Database, definition: DefinitionNode?) throws {
    self.database = database
    rules = try definition.map(MatchingDefinition.rules(from:)) ?? MatchingRules()
  }

  /// Looks for the person that a lead is.
  ///
  /// - Parameter values: the columns of a validated lead, as texts.
  /// - Returns: whom dedupe would join the lead to, and which of its keys others have.
  /// - Throws: `DatabaseError`.
  package func find(_ values: [String: String]) throws -> Answer {
    var maker = KeyMaker(rules: rules)
    let record = maker.lead(
      LeadRecord(
        id: Self.candidate, sourceRow: Self.candidate, supplier: "",
        values: EntityField.allCases.map { field in values[field.name].map { .text($0) } ?? .null })
    )
    var store = try KeyStore(database: database, rules: rules)
    var shared: [SharedKey] = []
    var affected: Set<Int64> = []
    for rule in MatchRule.keys where rules[rule].isUsed {
      guard let hash = record.keys[rule] else { continue }
      let leads = try store.leads(sharing: hash, of: rule).filter {
        try store.lead($0)?.values[rule] == record.values[rule]
      }
      if !leads.isEmpty || store.blocked.contains(hash) {
        shared.append(SharedKey(rule: rule.name, leads: leads))
      }
      for lead in leads { try Self.add(lead, to: &affected, store: &store) }
    }
    return Answer(person: try person(record, &affected, &store), shared: shared)
  }

  private func person(
    _ record: ClusterLead, _ affected: inout Set<Int64>, _ store: inout KeyStore
  ) throws -> Person? {
    guard !affected.isEmpty else { return nil }
    while true {
      let leads = try affected.sorted().compactMap { try store.lead($0) } + [record]
      let result = EntityClusters(
        of: leads, context: try context(of: leads, affected, &store), blocked: store.blocked,
        rules: rules)
      if result.escaped.isEmpty {
        return try result.clusters.first { $0.leads.last == Self.candidate }
          .flatMap { try person(of: $0, &store) }
      }
      for lead in result.escaped { try Self.add(lead, to: &affected, store: &store) }
    }
  }

  private func person(of cluster: EntityCluster, _ store: inout KeyStore) throws -> Person? {
    let leads = Array(cluster.leads.dropLast())
    guard !leads.isEmpty, let evidence = cluster.evidence.last else { return nil }
    let entities = try Set(leads.compactMap { try store.entity(of: $0) }).sorted()
    return Person(
      entities: entities, leads: leads, rule: evidence.rule.name,
      matchedLead: evidence.matchedLead)
  }

  /// Other leads that share a key with one of these: rules count them.
  private func context(
    of leads: [ClusterLead], _ affected: Set<Int64>, _ store: inout KeyStore
  ) throws -> [ClusterLead] {
    var ids: Set<Int64> = []
    for rule in MatchRule.keys where rules[rule].isUsed {
      for lead in leads {
        if let hash = lead.keys[rule] { ids.formUnion(try store.leads(sharing: hash, of: rule)) }
      }
    }
    return try ids.subtracting(affected).sorted().compactMap { try store.lead($0) }
  }

  /// Adds a lead and the others of its entity.
  private static func add(
    _ lead: Int64, to affected: inout Set<Int64>, store: inout KeyStore
  ) throws {
    guard affected.insert(lead).inserted, let entity = try store.entity(of: lead) else { return }
    affected.formUnion(try store.leads(ofEntity: entity))
  }
}
