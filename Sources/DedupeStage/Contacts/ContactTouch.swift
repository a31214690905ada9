import Matching
import Store

/// Which contacts may be one with other leads than before, now that some leads have come or changed.
/// Only reads.
struct ContactTouch {
  let database: Database
  let rules: MatchingRules
  let names: AccountNames
  let model: LinkModel

  private var pages: BlockPages { BlockPages(database: database, holders: .contacts) }

  /// Contacts that some leads are one with by the model, and those that their coming or going may
  /// have parted from others.
  func contacts(near leads: LinkRecords, _ blocks: TakenBlocks) throws -> Set<Int64> {
    let stored = try pages.stored(blocks.values, leadsUpTo: .max)
    var touched: Set<Int64> = []
    for (key, contacts) in zip(blocks.values, stored.leads)
    where !contacts.isEmpty && blocks.crossedBeside.contains(key) {
      touched.formUnion(contacts)
    }
    let near = blocks.near(stored, beside: 1)
    let wanted = Set(near.joined()).subtracting(touched).sorted()
    guard !wanted.isEmpty else { return touched }
    let contacts = try ContactRecords(wanted, from: database, names: names, rules: rules)
    var (records, keys) = (leads, blocks.keys)
    records.append(contacts.records)
    keys.append(contacts.keys)
    var positions: [Int64: Int] = [:]
    for (index, id) in contacts.ids.enumerated() { positions[id] = leads.count + index }
    let weights = PairWeights(model, records: records)
    let least = LinkModel.weight(of: model.linkThreshold)
    for lead in 0..<leads.count {
      for contact in near[lead] where !touched.contains(contact) {
        guard let position = positions[contact], keys.candidacy(lead, position)?.isEnough == true,
          weights.weight(lead, position, atLeast: least) != nil
        else { continue }
        touched.insert(contact)
      }
    }
    return touched
  }
}
