import Export
import LeadModel
import Store

/// Which leads the names in decisions mean.
///
/// A name is an id, or an id with a check of where the lead began (`ExportIdentity`). Once found, a
/// lead keeps the name, whatever file its row belongs to later. A lead that was taken back and came
/// again has another id: it is known by the check when the same file brings it, and when another one
/// does by its supplier's id, or else by a row that says the same.
struct DecidedNames {
  let database: Database
  private(set) var leads: [String: Int64] = [:]

  init(database: Database) { self.database = database }

  /// Finds what is known by its name.
  ///
  /// - Returns: the names that are left, sorted.
  mutating func find(_ names: Set<String>) throws -> [String] {
    try database.query("dedupe-names-forget").run()
    try database.query("dedupe-traits-forget").run()
    let known = try database.query("dedupe-name")
    let living = try database.query("dedupe-is-living")
    let records = try ExportedRecords(.lead, fields: [], unescapes: false, in: database)
    var missing: [String] = []
    for name in names.sorted() {
      let before = try known.first(.text(name)) { $0.int(0) }
      var lead = before
      if lead == nil, let number = Int64(name) { lead = number }
      if lead == nil { lead = try records.record(named: name, in: database) }
      if let found = lead, try living.first(.int(found), read: { $0.int(0) != 0 }) == true {
        leads[name] = found
        if before == nil { try keep(name, found) }
      } else {
        missing.append(name)
      }
    }
    return missing
  }

  /// Looks for names among the leads beyond one.
  ///
  /// - Returns: the last lead that was looked at.
  mutating func search(_ names: [String], after mark: Int64) throws -> Int64 {
    var wanted: [UInt64: [String]] = [:]
    for name in names {
      if let check = ExportIdentity.check(in: name) { wanted[check, default: []].append(name) }
    }
    var last = mark
    guard !wanted.isEmpty else { return last }
    var identity = ExportIdentity(.lead)
    try identity.load(.lead, from: database)
    var found: [(String, Int64)] = []
    try database.query("dedupe-lead-origins").rows(.int(mark)) { row in
      last = row.int(0)
      guard let check = identity.check(sheet: row.int(1), row: row.int(2)) else { return }
      for name in wanted[ExportIdentity.shown(check)] ?? [] { found.append((name, last)) }
    }
    for (name, lead) in found { try keep(name, lead) }
    return last
  }

  /// Looks for leads that another file than their first has brought again.
  mutating func recognise(_ names: [String]) throws {
    let again = try database.query("dedupe-lead-again")
    for name in names where leads[name] == nil {
      if let lead = try again.first(.text(name), read: { $0.int(0) }) { try keep(name, lead) }
    }
  }

  /// Notes what the leads found will be recognised by.
  func remember() throws {
    let isWanted = try database.query("dedupe-traits-wanted").first { $0.int(0) != 0 }
    if isWanted == true { try database.query("dedupe-traits-write").run() }
  }

  private mutating func keep(_ name: String, _ lead: Int64) throws {
    leads[name] = lead
    try database.query("dedupe-name-write").run(.text(name), .int(lead))
  }
}
