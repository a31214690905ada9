import Matching
import StageKit
import Store

/// Writes whom contacts are one with, as far as the store does not say so, and the keys by which
/// leads find them.
struct ContactWriter {
  let context: StageContext

  private var database: Database { context.database }

  /// Part of the transaction of the work; `ids` are the contacts asked for, some of which may be gone.
  /// Of new ones nothing is kept yet.
  func write(
    _ outcome: ContactComparison.Outcome, of ids: [Int64], areNew: Bool
  ) throws {
    let contacts = outcome.contacts
    let pages = BlockPages(database: database, holders: .contacts)
    var changed = Array(contacts.leads.indices)
    if areNew {
      try pages.append(outcome.pages)
    } else {
      changed = try changedPositions(of: contacts, ids: ids, in: pages)
      try pages.append(contacts.pages(of: changed))
    }
    let write = try database.query("dedupe-contact-match-write")
    for position in changed {
      try write.run(.int(contacts.leads[position].id), .int(contacts.contents[position]))
    }
    for (contact, match) in zip(contacts.leads, outcome.matches) {
      try writeLink(of: contact.id, match)
    }
    guard contacts.leads.count < ids.count else { return }
    for id in Set(ids).subtracting(contacts.ids).sorted() {
      try database.query("dedupe-contact-match-delete").run(.int(id))
      try writeLink(of: id, nil)
    }
  }

  /// The contacts that are matched by other values than before; their old keys, and those of
  /// contacts that are gone, are taken out.
  private func changedPositions(
    of contacts: ContactRecords, ids: [Int64], in pages: BlockPages
  ) throws -> [Int] {
    var kept: [Int64: Int64] = [:]
    let known = try database.query("dedupe-contact-match")
    for id in ids { kept[id] = try known.first(.int(id)) { $0.int(0) } }
    let changed = contacts.leads.indices.filter {
      kept[contacts.leads[$0].id] != contacts.contents[$0]
    }
    let gone = Set(ids).subtracting(contacts.ids)
    _ = try pages.remove(gone.union(changed.lazy.map { contacts.leads[$0].id }))
    return changed
  }

  private func writeLink(of contact: Int64, _ wanted: ContactComparison.Match?) throws {
    let stored = try database.query("dedupe-contact-link").first(.int(contact)) {
      (lead: $0.int(0), rule: $0.text(1), weight: $0.optionalDouble(2))
    }
    if let wanted {
      let isSame = stored?.lead == wanted.lead && stored?.rule == wanted.rule.name
      guard !isSame || stored?.weight != wanted.weight else { return }
      try database.query("dedupe-contact-link-write").run(
        .int(contact), .int(wanted.lead), .text(wanted.rule.name),
        wanted.weight.map { .real($0) } ?? .null)
      if isSame { return }
    } else if stored != nil {
      try database.query("dedupe-contact-link-delete").run(.int(contact))
    } else {
      return
    }
    try context.recordChange(
      subject: "contact", id: contact, field: "lead_id", old: stored.map { String($0.lead) },
      new: wanted.map { String($0.lead) }, reason: wanted?.rule.name ?? "nobody any more")
  }
}
