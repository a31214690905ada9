import Bytes
import Matching
import StageKit
import Store

/// Leads and the keys that they share, read from the store as they are asked for.
struct KeyStore {
  let database: Database
  let rules: MatchingRules
  private var maker: KeyMaker
  private var known: [Int64: ClusterLead] = [:]
  private var runs: [Int64: [Int64]] = [:]
  /// Keys that more leads share than their rule allows.
  private(set) var blocked: Set<Int64> = []
  /// The entity of each lead that was asked for; absent for a lead that has none yet.
  private var entities: [Int64: Int64] = [:]
  private var askedEntities: Set<Int64> = []

  /// Leads beyond it have no entity; most of those taken up are new.
  private let lastLinked: Int64

  init(database: Database, rules: MatchingRules) throws {
    self.database = database
    lastLinked = try database.query("dedupe-last-linked").first { $0.int(0) } ?? 0
    self.rules = rules
    maker = KeyMaker(rules: rules)
  }

  /// A lead as clustering sees it; nil when there is no such lead.
  mutating func lead(_ id: Int64) throws -> ClusterLead? {
    if let lead = known[id] { return lead }
    let lead = try KeyColumns.lead(id, in: database, maker: &maker)
    known[id] = lead
    return lead
  }

  /// Leads by ascending ids, those that exist: neighbours are read in one go.
  mutating func leads(_ ids: [Int64]) throws -> [ClusterLead] {
    var leads: [ClusterLead] = []
    leads.reserveCapacity(ids.count)
    let fields = try database.query("dedupe-key-fields")
    var index = 0
    while index < ids.count {
      let first = index
      while index + 1 < ids.count, ids[index + 1] == ids[index] + 1 { index += 1 }
      try fields.rows(.int(ids[first]), .int(ids[index])) { row in
        let lead = KeyColumns.read(row) { maker.lead($0, $1) }
        known[lead.id] = lead
        leads.append(lead)
      }
      index += 1
    }
    return leads
  }

  /// The entity that a lead is in; nil for a lead that was never linked.
  mutating func entity(of lead: Int64) throws -> Int64? {
    guard lead <= lastLinked else { return nil }
    guard askedEntities.insert(lead).inserted else { return entities[lead] }
    let linked = try database.query("dedupe-link").first(.int(lead)) { $0.int(0) }
    let own =
      try linked == nil
      && database.query("dedupe-entity-exists").first(.int(lead)) { _ in
        true
      } != nil
    entities[lead] = linked ?? (own ? lead : nil)
    return entities[lead]
  }

  /// Whether a lead is in an entity with others, or was never linked for all that is known.
  func isOneOfSeveral(_ lead: Int64) throws -> Bool {
    if lead > lastLinked { return true }
    return try database.query("dedupe-is-one-of-several").first(.int(lead)) { $0.int(0) != 0 }
      ?? false
  }

  /// The leads of an entity, its founder first.
  func leads(ofEntity id: Int64) throws -> [Int64] {
    var leads = [id]
    try database.query("dedupe-entity-leads").rows(.int(id)) { leads.append($0.int(0)) }
    return leads
  }

  /// The stored leads that have a key, in ascending order; none for a key that too many share,
  /// which is then noted as blocked.
  mutating func leads(sharing hash: Int64, of rule: MatchRule) throws -> [Int64] {
    if let run = runs[hash] { return run }
    let maximum = rules[rule].maximumLeads
    let limit: Int64 = maximum == .max ? -1 : Int64(maximum) + 1
    var run: [Int64] = []
    try database.query("dedupe-key-leads").rows(.int(hash), .int(limit)) { run.append($0.int(0)) }
    if run.count > maximum {
      blocked.insert(hash)
      run = []
    }
    runs[hash] = run
    return run
  }

  /// Hashes of keys that a lead had before: from the values of its entity and of its recorded
  /// changes.
  mutating func formerKeys(
    of lead: Int64, entity: LeadRecords.StoredEntity?
  ) throws -> [(rule: MatchRule, hash: Int64)] {
    var values: [String: [String]] = [:]
    try database.query("dedupe-old-values").rows(.int(lead)) {
      values[$0.text(0), default: []].append($0.text(1))
    }
    for field in [EntityField.email, .phone, .company, .fullName, .firstName, .lastName] {
      if let value = entity?.values[field.rawValue].text {
        values[field.name, default: []].append(value)
      }
    }
    var keys: [(rule: MatchRule, hash: Int64)] = []
    for email in values["email"] ?? [] { keys.append((.email, KeyHash.email(email))) }
    for phone in values["phone"] ?? [] { keys.append((.phone, KeyHash.phone(phone))) }
    let current = try LeadRecords.lead(lead, in: database)
    func all(_ field: EntityField) -> [String] {
      (values[field.name] ?? []) + (current?[field].text.map { [$0] } ?? [])
    }
    let names =
      all(.fullName).map { NameValues(full: $0) }
      + all(.firstName).flatMap { first in
        all(.lastName).map { NameValues(first: first, last: $0) }
      }
    for company in all(.company) {
      for name in names {
        if let hash = name.companyKey(company, maker: &maker) {
          keys.append((.companyAndName, hash))
        }
      }
    }
    return keys
  }
}

/// A name in one of its two forms.
private struct NameValues {
  var full = ""
  var first = ""
  var last = ""

  func companyKey(_ company: String, maker: inout KeyMaker) -> Int64? {
    let texts = [company, full, first, last].map { Array($0.utf8) }
    return texts[0].withUnsafeBufferPointer { company in
      texts[1].withUnsafeBufferPointer { full in
        texts[2].withUnsafeBufferPointer { first in
          texts[3].withUnsafeBufferPointer { last in
            var fields = KeyFields()
            fields.company = company
            fields.fullName = full
            fields.firstName = first
            fields.lastName = last
            return maker.keys(of: fields).companyAndName
          }
        }
      }
    }
  }
}
