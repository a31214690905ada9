import Definitions
import Matching
package import StageKit
package import Store

/// Holds two leads of a base beside each other, as dedupe does. Only reads.
package struct PairLookup {
  let database: Database
  let rules: MatchingRules
  let model: LinkModel

  /// - Throws: `DefinitionError` when the rules or the model cannot be understood, `DatabaseError`.
  package init(database: Database, configuration: ConfigurationFolder) throws {
    self.database = database
    rules = try MatchingDefinition.rules(of: configuration, isOptional: true)
    let models = LinkModels(
      database: database, configuration: configuration, rules: rules.linkage)
    model = try models.current() ?? models.initial()
  }

  /// - Returns: nil unless both leads exist; the lead of the lower id is the left one.
  package func story(_ one: Int64, _ other: Int64) throws -> PairStory? {
    try stories([(one, other)]).first
  }

  /// The pair across two sets of leads that is most likely one person; of those alike the first.
  package func closest(_ lefts: [Int64], _ rights: [Int64]) throws -> PairStory? {
    let pairs = lefts.flatMap { left in rights.filter { $0 != left }.map { (left, $0) } }
    let stories = try stories(pairs)
    return stories.dropFirst().reduce(stories.first) { best, story in
      best.map { $0.evidence.sum >= story.evidence.sum } == true ? best : story
    }
  }

  /// The stories of many pairs; those of leads that are gone are left out.
  func stories(_ pairs: [(Int64, Int64)]) throws -> [PairStory] {
    let ids = Set(pairs.flatMap { [$0.0, $0.1] }).sorted()
    var reader = LinkReader(rules: rules)
    var records = LinkRecords()
    try LinkColumns.read(ids, from: database, reader: &reader, into: &records)
    let weights = PairWeights(model, records: records)
    var positions: [Int64: Int] = [:]
    for (position, id) in records.ids.enumerated() { positions[id] = position }
    var store = try KeyStore(database: database, rules: rules)
    let edge = try database.query("dedupe-edge")
    return try pairs.compactMap { one, other in
      let (lower, upper) = (min(one, other), max(one, other))
      guard let left = positions[lower], let right = positions[upper], left != right,
        let leftSide = try PairSide(lower, in: database),
        let rightSide = try PairSide(upper, in: database)
      else { return nil }
      let evidence = PairEvidence(model, weights, left, right)
      return PairStory(
        left: leftSide, right: rightSide, evidence: evidence,
        keys: try keys(lower, upper, &store), modelVersion: model.version,
        linkThreshold: model.linkThreshold, reviewThreshold: model.reviewThreshold,
        isModelUsed: rules.linkage.isUsed,
        decisions: try PairDecision.all(lower, upper, in: database),
        wasCompared: try edge.first(.int(lower), .int(upper)) { _ in true } ?? false)
    }
  }

  private func keys(
    _ left: Int64, _ right: Int64, _ store: inout KeyStore
  ) throws -> [PairStory.SharedKey] {
    guard let one = try store.lead(left), let other = try store.lead(right) else { return [] }
    var shared: [PairStory.SharedKey] = []
    for rule in MatchRule.keys where rules[rule].isUsed {
      guard let hash = one.keys[rule], let value = one.values[rule], value == other.values[rule]
      else { continue }
      var members: [KeyRunMember] = []
      // A base that was not linked yet has no keys.
      for id in Set(try store.leads(sharing: hash, of: rule)).union([left, right]).sorted() {
        guard let lead = try store.lead(id), lead.values[rule] == value else { continue }
        members.append(KeyRunMember(lead))
      }
      var joins = false
      if !store.blocked.contains(hash) {
        KeyRun.joins(of: rule, members: members, policy: rules[rule]) {
          joins = joins || $0.contains(left) && $0.contains(right)
        }
      }
      shared.append(
        .init(
          rule: rule, joins: joins,
          leads: store.blocked.contains(hash) ? nil : members.count))
    }
    return shared
  }
}
