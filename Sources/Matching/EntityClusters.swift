/// A lead as clustering sees it.
package struct ClusterLead: Sendable {
  package let id: Int64
  package let keys: LeadKeys
  package let values: LeadKeyValues

  package init(id: Int64, keys: LeadKeys, values: LeadKeyValues) {
    self.id = id
    self.keys = keys
    self.values = values
  }
}

/// One person's leads.
package struct EntityCluster: Sendable, Equatable {
  /// In ascending order; the first founds the entity and gives it its id.
  package let leads: [Int64]
  /// Why each lead but the first belongs, in the order of `leads.dropFirst()`.
  package let evidence: [LinkEvidence]

  package init(leads: [Int64], evidence: [LinkEvidence]) {
    self.leads = leads
    self.evidence = evidence
  }

  package var id: Int64 { leads.first ?? 0 }
}

/// What a model links among some leads, by their positions.
package struct ModelLinks: Sendable {
  package let edges: [LinkEdge]
  package let weights: PairWeights

  package init(edges: [LinkEdge], weights: PairWeights) {
    self.edges = edges
    self.weights = weights
  }
}

/// Clusters a set of leads by the values of their keys and by what a model says of them.
package struct EntityClusters: Sendable {
  /// The clusters of the leads asked about, in ascending order of their ids.
  package let clusters: [EntityCluster]
  /// Context leads that a key joins to one of the leads asked about: they belong among them.
  package let escaped: [Int64]

  /// Clusters leads, in ascending order of their ids.
  ///
  /// The context are other leads that share a key with one of them: they count when a key's rule
  /// counts e-mails and names. Blocked are hashes of keys that too many leads share to be worth
  /// loading. The links of the model are between the leads asked about, by their positions.
  package init(
    of leads: [ClusterLead], context: [ClusterLead], blocked: Set<Int64>, rules: MatchingRules,
    links: ModelLinks? = nil, decisions: LeadDecisions = LeadDecisions()
  ) {
    let all = (leads + context).sorted { $0.id < $1.id }
    let asked = Set(leads.map(\.id))
    let positions = Dictionary(
      all.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let decided = decisions.pairs { positions[$0] }
    var sets = Clusters(count: all.count)
    sets.join(decided)
    var escaped: Set<Int64> = []
    var joins: [KeyJoin] = []
    for rule in MatchRule.keys {
      for members in Self.runs(of: rule, among: all, where: { !blocked.contains($0) }) {
        KeyRun.joins(of: rule, members: members, policy: rules[rule]) { joined in
          let outside = joined.filter { !asked.contains($0) }
          if outside.count < joined.count { escaped.formUnion(outside) }
          let places = joined.compactMap { positions[$0] }
          if decided.apart.isEmpty {
            sets.join(places, rule: rule)
          } else {
            joins.append(Self.keyJoin(rule, places, of: all))
          }
        }
      }
    }
    self.escaped = escaped.sorted()
    if !joins.isEmpty { sets.join(joins, apart: decided.apart) }
    if let links {
      Self.join(links, of: leads, positions: positions, apart: decided.apart, in: &sets)
    }
    clusters = Self.collect(&sets, all: all, asked: asked)
  }

  private static func keyJoin(
    _ rule: MatchRule, _ places: [Int], of leads: [ClusterLead]
  ) -> KeyJoin {
    KeyJoin(
      rule: rule, hash: places.first.flatMap { leads[$0].keys[rule] } ?? 0, members: places,
      names: places.map { leads[$0].keys.agreement })
  }

  private static func join(
    _ links: ModelLinks, of leads: [ClusterLead], positions: [Int64: Int], apart: [Int: [Int]],
    in sets: inout Clusters
  ) {
    // Places among the leads asked about, and among all of them.
    let places = leads.map { positions[$0.id] ?? 0 }
    let asked = Dictionary(
      places.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let sure = sets.sets().map { $0.compactMap { asked[$0] } }.filter { $0.count > 1 }
    let found = LinkClusters(
      sure: sure, edges: links.edges, weights: links.weights,
      apart: apart.isEmpty ? [:] : Self.apart(apart, among: asked))
    for edge in found.links { sets.join([places[edge.left], places[edge.right]], rule: .model) }
  }

  private static func apart(_ apart: [Int: [Int]], among asked: [Int: Int]) -> [Int: [Int]] {
    var result: [Int: [Int]] = [:]
    for (place, others) in apart {
      if let lead = asked[place] { result[lead] = others.compactMap { asked[$0] } }
    }
    return result
  }

  /// The leads that some keys, given by their hashes, join to another lead.
  ///
  /// The leads stand in ascending order of their ids, and all that have one of the keys are among
  /// them.
  package static func joined(
    by keys: Set<Int64>, among leads: [ClusterLead], rules: MatchingRules
  ) -> Set<Int64> {
    var joined: Set<Int64> = []
    for rule in MatchRule.keys {
      for members in runs(of: rule, among: leads, where: keys.contains) {
        KeyRun.joins(of: rule, members: members, policy: rules[rule]) { joined.formUnion($0) }
      }
    }
    return joined
  }

  /// The leads that share each value of a key, runs in the order of their first leads.
  private static func runs(
    of rule: MatchRule, among leads: [ClusterLead], where isWanted: (_ hash: Int64) -> Bool
  ) -> [[KeyRunMember]] {
    var runs: [[KeyRunMember]] = []
    var runOfValue: [String: Int] = [:]
    for lead in leads {
      guard let hash = lead.keys[rule], isWanted(hash), let value = lead.values[rule]
      else { continue }
      let member = KeyRunMember(lead)
      if let run = runOfValue[value] {
        runs[run].append(member)
      } else {
        runOfValue[value] = runs.count
        runs.append([member])
      }
    }
    return runs
  }

  private static func collect(
    _ sets: inout Clusters, all: [ClusterLead], asked: Set<Int64>
  ) -> [EntityCluster] {
    var members: [Int: [Int]] = [:]
    var roots: [Int] = []
    for position in all.indices where asked.contains(all[position].id) {
      let root = sets.root(of: position)
      if members[root] == nil { roots.append(root) }
      members[root, default: []].append(position)
    }
    return roots.map { root in
      let positions = members[root] ?? []
      return EntityCluster(
        leads: positions.map { all[$0].id },
        evidence: positions.dropFirst().compactMap { position in
          sets.evidence(of: position).map {
            LinkEvidence(rule: $0.rule, matchedLead: all[$0.matched].id)
          }
        })
    }
  }
}

/// Verifies hashes on the values behind them.
package enum HashCollision {
  /// Whether two of the leads have the same hash of a key over different values.
  package static func exists(among leads: [ClusterLead]) -> Bool {
    var known: [Int64: String] = [:]
    for rule in MatchRule.keys {
      for lead in leads {
        guard let hash = lead.keys[rule], let value = lead.values[rule] else { continue }
        if let other = known.updateValue(value, forKey: hash), other != value { return true }
      }
    }
    return false
  }
}
