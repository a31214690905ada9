import Matching
import Store

/// Keys of the leads of one range of ids, as a worker reads them.
struct KeyBatch: Sendable {
  private(set) var ids: [Int64] = []
  private(set) var keys: [LeadKeys] = []

  init(leadsIn range: ClosedRange<Int64>, of database: Database, maker: KeyMaker) throws {
    var maker = maker
    try database.query("dedupe-key-fields").rows(.int(range.lowerBound), .int(range.upperBound)) {
      KeyColumns.read($0) { id, fields in
        ids.append(id)
        keys.append(maker.keys(of: fields))
      }
    }
  }
}

/// What linking a whole base needs of each lead, by position in order of ids.
struct LeadTable: Sendable {
  private(set) var ids: [Int64] = []
  /// 0 for none: no key is refused for it, the lead only counts as one without e-mail.
  private var emails: [Int64] = []
  private var agreements: [Int64] = []
  private var hasRoleEmail: [Bool] = []
  /// Whether the lead belongs to an entity that an earlier lead founds.
  var isMember: [Bool] = []
  /// Whether the lead belongs to an entity of several leads.
  private(set) var isGrouped: [Bool] = []
  var pairs = KeyPairs()

  mutating func append(_ batch: KeyBatch) {
    for (id, keys) in zip(batch.ids, batch.keys) {
      pairs.add(keys, position: ids.count)
      ids.append(id)
      emails.append(keys.email ?? 0)
      agreements.append(keys.agreement ?? 0)
      hasRoleEmail.append(keys.hasRoleEmail)
    }
  }

  /// Joins the leads that share a key.
  func clusters(rules: MatchingRules) -> Clusters {
    var clusters = Clusters(count: ids.count)
    pairs.forEachRun { run in
      guard let rule = run.first?.rule else { return }
      let members = run.map { pair in
        KeyRunMember(
          lead: Int64(pair.position), email: value(emails[pair.position]),
          agreement: value(agreements[pair.position]), hasRoleEmail: hasRoleEmail[pair.position])
      }
      KeyRun.joins(of: rule, members: members, policy: rules[rule]) { joined in
        clusters.join(joined.map { Int($0) }, rule: rule)
      }
    }
    return clusters
  }

  private func value(_ hash: Int64) -> Int64? { hash == 0 ? nil : hash }

  /// The sets of two or more leads, in ascending order of their first leads.
  mutating func groups(_ clusters: inout Clusters) -> [LeadGroup] {
    isMember = Array(repeating: false, count: ids.count)
    isGrouped = isMember
    // Root and member in one number: sorting brings the members of a set together, in order.
    var places: [UInt64] = []
    for position in ids.indices where clusters.isJoined(position) {
      isGrouped[position] = true
      let root = clusters.root(of: position)
      isMember[position] = root != position
      places.append(UInt64(root) << 32 | UInt64(position))
    }
    places.sort()
    var groups: [LeadGroup] = []
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
    return groups
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
  let leads: LeadTable
  private var position = 0

  init(leads: LeadTable) {
    self.leads = leads
  }

  /// Writes all lone leads up to an id, so that entities are written in order of their ids.
  mutating func write(before id: Int64, in database: Database) throws {
    let insert = try database.query("dedupe-lone-insert")
    while position < leads.ids.count, leads.ids[position] < id {
      guard !leads.isGrouped[position] else {
        position += 1
        continue
      }
      let first = position
      while position < leads.ids.count, leads.ids[position] < id, !leads.isGrouped[position] {
        position += 1
      }
      insert.bind(1, leads.ids[first])
      insert.bind(2, leads.ids[position - 1])
      while try insert.step() {}
    }
  }
}
