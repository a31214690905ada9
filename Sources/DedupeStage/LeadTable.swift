import Matching
import Store

/// What linking a whole base needs of each lead, by position in order of ids.
struct LeadTable: Sendable {
  private(set) var ids: [Int64] = []
  /// 0 for none: no key is refused for it, the lead only counts as one without e-mail.
  private var emails: [Int64] = []
  private var agreements: [Int64] = []
  private var givens: [Int64] = []
  private var hasRoleEmail: [Bool] = []
  var pairs = KeyPairs()

  mutating func append(_ batch: LeadBatch) {
    for (id, keys) in zip(batch.ids, batch.keys) {
      pairs.add(keys, position: ids.count)
      ids.append(id)
      emails.append(keys.email ?? 0)
      agreements.append(keys.agreement ?? 0)
      givens.append(keys.given ?? 0)
      hasRoleEmail.append(keys.hasRoleEmail)
    }
  }

  /// Joins the leads that share a key.
  func clusters(rules: MatchingRules) -> Clusters {
    var clusters = Clusters(count: ids.count)
    pairs.forEachRun { run in
      guard let rule = run.first?.rule else { return }
      KeyRun.joins(of: rule, members: members(of: run), policy: rules[rule]) { joined in
        clusters.join(joined.map { Int($0) }, rule: rule)
      }
    }
    return clusters
  }

  /// The joins of keys that the leads of some sets share.
  func joins(among wanted: Set<Int>, rules: MatchingRules) -> [KeyJoin] {
    var joins: [KeyJoin] = []
    pairs.forEachRun { run in
      guard let first = run.first, run.contains(where: { wanted.contains($0.position) }) else {
        return
      }
      KeyRun.joins(of: first.rule, members: members(of: run), policy: rules[first.rule]) { joined in
        let places = joined.map { Int($0) }
        guard wanted.contains(places[0]) else { return }
        joins.append(
          KeyJoin(
            rule: first.rule, hash: first.hash, members: places,
            names: places.map { value(agreements[$0]) }))
      }
    }
    return joins
  }

  /// The position of a lead by its id; nil when it is not among these.
  func position(of lead: Int64) -> Int? {
    var (low, high) = (0, ids.count)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < lead { low = middle + 1 } else { high = middle }
    }
    return low < ids.count && ids[low] == lead ? low : nil
  }

  private func members(of run: ArraySlice<KeyPairs.Pair>) -> [KeyRunMember] {
    run.map { pair in
      KeyRunMember(
        lead: Int64(pair.position), email: value(emails[pair.position]),
        agreement: value(agreements[pair.position]), given: value(givens[pair.position]),
        hasRoleEmail: hasRoleEmail[pair.position])
    }
  }

  private func value(_ hash: Int64) -> Int64? { hash == 0 ? nil : hash }
}

/// Leads with the sets that they make.
struct LinkedLeads: Sendable {
  let leads: LeadTable
  /// Whether the lead belongs to an entity that an earlier lead founds.
  private(set) var isMember: [Bool]
  /// Whether the lead belongs to an entity of several leads.
  private(set) var isGrouped: [Bool]
  /// The sets of two or more leads, in ascending order of their first leads.
  private var groups: [LeadGroup] = []

  init(
    _ leads: LeadTable, rules: MatchingRules, linkage: WholeBaseLinkage.Outcome?,
    decisions: LeadDecisions
  ) {
    var clusters = leads.clusters(rules: rules)
    let decided = decisions.pairs { leads.position(of: $0) }
    if !decided.isEmpty { clusters.obey(decided, leads, rules: rules) }
    if let linkage { clusters.join(linkage, apart: decided.apart) }
    var leads = leads
    // The keys have done their work; they are half of the memory.
    leads.pairs = KeyPairs()
    self.leads = leads
    isMember = Array(repeating: false, count: leads.ids.count)
    isGrouped = isMember
    // Root and member in one number: sorting brings the members of a set together, in order.
    var places: [UInt64] = []
    for position in leads.ids.indices where clusters.isJoined(position) {
      isGrouped[position] = true
      let root = clusters.root(of: position)
      isMember[position] = root != position
      places.append(UInt64(root) << 32 | UInt64(position))
    }
    places.sort()
    for place in places {
      let root = Int(place >> 32)
      let member = LeadGroup.Member(
        position: Int(place & 0xFFFF_FFFF),
        evidence: clusters.evidence(of: Int(place & 0xFFFF_FFFF))
      )
      if groups.last?.root == root {
        groups[groups.count - 1].members.append(member)
      } else {
        groups.append(LeadGroup(root: root, members: [member]))
      }
    }
  }

  /// The groups whose first leads stand in a range.
  func groups(foundedIn range: Range<Int>) -> ArraySlice<LeadGroup> {
    // Neither end costs more than a look at each group.
    let first = groups.firstIndex { $0.root >= range.lowerBound } ?? groups.endIndex
    return groups[first...].prefix { $0.root < range.upperBound }
  }
}

extension Clusters {
  /// Joins who was decided to be one person. The sets that bring two together who are not are made
  /// anew; all others stay as the keys have made them.
  fileprivate mutating func obey(
    _ decided: DecidedPairs, _ leads: LeadTable, rules: MatchingRules
  ) {
    join(decided)
    var wrong: Set<Int> = []
    for (position, others) in decided.apart {
      let own = root(of: position)
      if others.contains(where: { root(of: $0) == own }) { wrong.insert(own) }
    }
    guard !wrong.isEmpty else { return }
    let members = leads.ids.indices.filter { wrong.contains(root(of: $0)) }
    let wanted = Set(members)
    part(members)
    join(decided.among(wanted))
    join(leads.joins(among: wanted, rules: rules), apart: decided.apart)
  }

  /// Joins what the model links to what keys have joined.
  fileprivate mutating func join(_ linkage: WholeBaseLinkage.Outcome, apart: [Int: [Int]]) {
    let least = LinkModel.weight(of: linkage.model.linkThreshold)
    let edges = linkage.edges.filter { $0.weight >= least }
    guard !edges.isEmpty else { return }
    let found = LinkClusters(
      sure: sets(), edges: edges, weights: linkage.weights, apart: apart)
    for edge in found.links { join([edge.left, edge.right], rule: .model) }
  }
}

/// Several leads that are one person, by position.
struct LeadGroup: Sendable {
  struct Member: Sendable {
    let position: Int
    let evidence: (rule: MatchRule, matched: Int)?
  }

  let root: Int
  var members: [Member]

  func cluster(in leads: LeadTable) -> EntityCluster {
    EntityCluster(
      leads: members.map { leads.ids[$0.position] },
      evidence: members.dropFirst().map { member in
        LinkEvidence(
          rule: member.evidence?.rule ?? .email,
          matchedLead: leads.ids[member.evidence?.matched ?? root])
      })
  }
}

/// Writes the leads that joined nobody as entities, a range of consecutive ones at once.
struct LoneRanges {
  private let linked: LinkedLeads
  private var position: Int

  init(_ linked: LinkedLeads, from position: Int) {
    self.linked = linked
    self.position = position
  }

  /// Writes all lone leads up to an id, so that entities are written in order of their ids.
  mutating func write(before id: Int64, in database: Database) throws {
    let (ids, isGrouped) = (linked.leads.ids, linked.isGrouped)
    let insert = try database.query("dedupe-lone-insert")
    while position < ids.count, ids[position] < id {
      guard !isGrouped[position] else {
        position += 1
        continue
      }
      let first = position
      while position < ids.count, ids[position] < id, !isGrouped[position] {
        position += 1
      }
      insert.bind(1, ids[first])
      insert.bind(2, ids[position - 1])
      while try insert.step() {}
    }
  }
}
