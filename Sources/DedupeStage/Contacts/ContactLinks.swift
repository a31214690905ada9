import Matching
import StageKit
import Store

/// Brings the links of some contacts up to date: which lead each is one person with.
///
/// A contact is joined to whom the keys would join it to if it were a lead: the strongest rule that
/// joins it to anybody counts, and of the leads that it joins the first.
struct ContactLinks {
  private let context: StageContext
  private let rules: MatchingRules
  private var store: KeyStore
  private var reader: ContactReader

  init(context: StageContext, rules: MatchingRules) throws {
    self.context = context
    self.rules = rules
    store = try KeyStore(database: context.database, rules: rules)
    reader = try ContactReader(database: context.database, rules: rules)
  }

  /// Call it in the transaction of what has changed. `areKeysNew` says whether the contacts' own
  /// values may have changed.
  mutating func update(_ contacts: [Int64], areKeysNew: Bool) throws {
    let database = context.database
    for id in contacts {
      let contact = try reader.contact(id)
      if areKeysNew {
        try database.query("dedupe-contact-keys-delete").run(.int(id))
        for rule in MatchRule.keys {
          guard let hash = contact?.keys[rule] else { continue }
          try database.query("dedupe-contact-key-write").run(.int(id), .int(hash))
        }
      }
      let wanted = try contact.flatMap { try link(of: $0) }
      let stored = try database.query("dedupe-contact-link").first(.int(id)) {
        (lead: $0.int(0), rule: $0.text(1))
      }
      if let wanted {
        guard stored?.lead != wanted.lead || stored?.rule != wanted.rule.name else { continue }
        try database.query("dedupe-contact-link-write").run(
          .int(id), .int(wanted.lead), .text(wanted.rule.name))
      } else if stored != nil {
        try database.query("dedupe-contact-link-delete").run(.int(id))
      } else {
        continue
      }
      try context.recordChange(
        subject: "contact", id: id, field: "lead_id", old: stored.map { String($0.lead) },
        new: wanted.map { String($0.lead) }, reason: wanted?.rule.name ?? "nobody any more")
    }
  }

  private mutating func link(of contact: ClusterLead) throws -> (lead: Int64, rule: MatchRule)? {
    for rule in MatchRule.keys where rules[rule].isUsed {
      guard let hash = contact.keys[rule] else { continue }
      var members: [KeyRunMember] = []
      for id in try store.leads(sharing: hash, of: rule) {
        guard let lead = try store.lead(id), lead.values[rule] == contact.values[rule] else {
          continue
        }
        members.append(Self.member(lead))
      }
      guard !members.isEmpty else { continue }
      members.append(Self.member(contact))
      var partner: Int64?
      KeyRun.joins(of: rule, members: members, policy: rules[rule]) { joined in
        if joined.last == contact.id { partner = joined.first }
      }
      if let partner { return (partner, rule) }
    }
    return nil
  }

  private static func member(_ lead: ClusterLead) -> KeyRunMember {
    KeyRunMember(
      lead: lead.id, email: lead.keys.email, agreement: lead.keys.agreement,
      hasRoleEmail: lead.keys.hasRoleEmail)
  }
}
