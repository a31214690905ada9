import Bytes
import Matching
import Store

/// Contacts as leads: what they are compared by, and the keys by which leads find them.
struct ContactRecords: Sendable {
  /// By position; their ids are those of the contacts.
  private(set) var leads: [ClusterLead] = []
  private(set) var records = LinkRecords()
  /// Empty when the model is not used.
  private(set) var keys = BlockKeys()
  /// Hashes of all that they are matched by.
  private(set) var contents: [Int64] = []

  /// Stands above the rules of blocking keys: match keys are kept beside these.
  private static let firstMatchRule: UInt64 = 128

  /// Reads contacts given by ascending ids, those that exist.
  init(
    _ ids: [Int64], from database: Database, names: AccountNames, rules: MatchingRules
  ) throws {
    var maker = KeyMaker(rules: rules)
    var reader = LinkReader(rules: rules)
    let statement = try database.query("dedupe-contact-fields")
    var index = 0
    while index < ids.count {
      let first = index
      while index + 1 < ids.count, ids[index + 1] == ids[index] + 1 { index += 1 }
      try statement.rows(.int(ids[first]), .int(ids[index])) {
        read($0, names, &maker, &reader, usesModel: rules.linkage.isUsed)
      }
      index += 1
    }
    if rules.linkage.isUsed { keys.append(records, from: 0) }
  }

  var ids: [Int64] { leads.map(\.id) }

  private mutating func read(
    _ row: Statement, _ names: AccountNames, _ maker: inout KeyMaker, _ reader: inout LinkReader,
    usesModel: Bool
  ) {
    var company = row.optionalText(1).map { names.name(of: $0, supplier: row.text(2)) } ?? ""
    company.withUTF8 { company in
      var content = Hash64.of(company)
      for column in 3...12 {
        content = row.withTextBytes(column) { Hash64.of($0, seed: content &+ UInt64(column)) }
      }
      contents.append(Int64(bitPattern: content))
      let id = row.int(0)
      var (fields, input) = (KeyFields(), LinkInput())
      // The columns' bytes live until the next step.
      fields.email = row.withTextBytes(3) { $0 }
      fields.phone = row.withTextBytes(4) { $0 }
      fields.isEmailValid = !fields.email.isEmpty
      fields.isPhoneValid = !fields.phone.isEmpty
      fields.company = company
      fields.fullName = row.withTextBytes(5) { $0 }
      fields.firstName = row.withTextBytes(6) { $0 }
      fields.lastName = row.withTextBytes(7) { $0 }
      leads.append(maker.lead(id, fields))
      guard usesModel else { return }
      (input.email, input.phone, input.company) = (fields.email, fields.phone, company)
      (input.fullName, input.firstName) = (fields.fullName, fields.firstName)
      input.lastName = fields.lastName
      input.street = row.withTextBytes(8) { $0 }
      input.city = row.withTextBytes(9) { $0 }
      input.postcode = row.withTextBytes(10) { $0 }
      input.region = row.withTextBytes(11) { $0 }
      input.jobTitle = row.withTextBytes(12) { $0 }
      reader.read(id, input, into: &records)
    }
  }

  // MARK: Keys by which leads find them

  /// A match key as it stands in the pages of contacts.
  static func pageKey(of rule: MatchRule, _ hash: Int64) -> UInt64 {
    let short = UInt64(bitPattern: hash) >> (64 - BlockingRule.hashBits)
    return (firstMatchRule + UInt64(rule.rawValue)) << BlockingRule.hashBits | max(1, short)
  }

  /// Pages of the keys of contacts, given by positions.
  func pages(of positions: [Int]) -> [BlockPage] {
    var entries: [(key: UInt64, id: Int64)] = []
    entries.reserveCapacity(positions.count * 12)
    for position in positions {
      let contact = leads[position]
      for rule in MatchRule.keys {
        guard let hash = contact.keys[rule] else { continue }
        entries.append((Self.pageKey(of: rule, hash), contact.id))
      }
      if keys.count > 0 { keys.forEach(of: position) { entries.append(($0, contact.id)) } }
    }
    entries.sort { ($0.key, $0.id) < ($1.key, $1.id) }
    var paging = BlockPaging()
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].key == entries[start].key { end += 1 }
      paging.append(entries[start].key, leads: entries[start..<end].map(\.id)[...])
      start = end
    }
    return paging.pages
  }
}
