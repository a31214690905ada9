import Matching
import Store

/// Finds the lead that each of some contacts is one person with. Only reads.
///
/// A contact is joined to whom the keys would join it to if it were a lead: the strongest rule that
/// joins it to anybody counts, and of the leads that it joins the first. Where no key does, the model
/// compares it as it compares leads, and the likeliest lead counts. Each contact is by itself: who else
/// is compared makes no difference.
struct ContactComparison: Sendable {
  /// Whom a contact is one with, and why.
  struct Match: Sendable, Equatable {
    let lead: Int64
    let rule: MatchRule
    /// Match weight in bits; nil where no model is used.
    var weight: Double?
  }

  struct Outcome: Sendable {
    let contacts: ContactRecords
    /// By position.
    let matches: [Match?]
    /// The keys of all of them, when they were asked for.
    let pages: [BlockPage]
  }

  let rules: MatchingRules
  /// Nil when no model is to be used.
  let model: LinkModel?
  let names: AccountNames

  /// Compares contacts given by ascending ids.
  func outcome(of ids: [Int64], withPages: Bool, in database: Database) throws -> Outcome {
    let contacts = try ContactRecords(ids, from: database, names: names, rules: rules)
    var matches = try keyMatches(contacts, database)
    if let model { try compare(contacts, model, database, &matches) }
    return Outcome(
      contacts: contacts, matches: matches,
      pages: withPages ? contacts.pages(of: Array(contacts.leads.indices)) : [])
  }

  // MARK: Keys

  private func keyMatches(_ contacts: ContactRecords, _ database: Database) throws -> [Match?] {
    var store = try KeyStore(database: database, rules: rules)
    var ruleOfKey: [Int64: MatchRule] = [:]
    for rule in MatchRule.keys where rules[rule].isUsed {
      for contact in contacts.leads {
        if let hash = contact.keys[rule] { ruleOfKey[hash] = rule }
      }
    }
    // In order of the tables, each of their pages is read once.
    var leads: Set<Int64> = []
    for (hash, rule) in ruleOfKey.sorted(by: { $0.key < $1.key }) {
      leads.formUnion(try store.leads(sharing: hash, of: rule))
    }
    _ = try store.leads(leads.sorted())
    return try contacts.leads.map { try keyMatch(of: $0, &store) }
  }

  private func keyMatch(of contact: ClusterLead, _ store: inout KeyStore) throws -> Match? {
    for rule in MatchRule.keys where rules[rule].isUsed {
      guard let hash = contact.keys[rule] else { continue }
      var members: [KeyRunMember] = []
      for id in try store.leads(sharing: hash, of: rule) {
        guard let lead = try store.lead(id), lead.values[rule] == contact.values[rule] else {
          continue
        }
        members.append(KeyRunMember(lead))
      }
      guard !members.isEmpty else { continue }
      // Its place is after all leads.
      members.append(
        KeyRunMember(lead: .max, contact.keys))
      var partner: Int64?
      KeyRun.joins(of: rule, members: members, policy: rules[rule]) { joined in
        if joined.last == .max { partner = joined.first }
      }
      if let partner { return Match(lead: partner, rule: rule) }
    }
    return nil
  }

  // MARK: Model

  /// Weighs what keys have joined, and looks for the others.
  private func compare(
    _ contacts: ContactRecords, _ model: LinkModel, _ database: Database,
    _ matches: inout [Match?]
  ) throws {
    let blocks = try TakenBlocks(
      contacts.keys, ids: contacts.ids, lost: [:], stored: BlockPages(database: database),
      areApart: true)
    let near = blocks.storedNear()
    var wanted = Set(matches.compactMap { $0?.lead })
    for (leads, match) in zip(near, matches) where match == nil { wanted.formUnion(leads) }
    var reader = LinkReader(rules: rules)
    var (records, keys) = (contacts.records, blocks.keys)
    try LinkColumns.read(wanted.sorted(), from: database, reader: &reader, into: &records)
    let count = contacts.leads.count
    keys.append(records, from: count)
    var positions: [Int64: Int] = [:]
    positions.reserveCapacity(records.count - count)
    for position in count..<records.count { positions[records.ids[position]] = position }
    let weights = PairWeights(model, records: records)
    let least = LinkModel.weight(of: model.linkThreshold)
    for contact in 0..<count {
      if let known = matches[contact] {
        matches[contact]?.weight = positions[known.lead].map { weights.weight($0, contact) }
        continue
      }
      for lead in near[contact] {
        guard let position = positions[lead],
          keys.candidacy(position, contact)?.isEnough == true,
          let weight = weights.weight(position, contact, atLeast: least)
        else { continue }
        // Of two as likely as each other the earlier one.
        if weight > matches[contact]?.weight ?? -.infinity {
          matches[contact] = Match(lead: lead, rule: .model, weight: weight)
        }
      }
    }
  }
}
