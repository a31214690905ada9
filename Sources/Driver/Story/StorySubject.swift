import Bytes
import Store

/// Whom a story is about: an entity, the leads that link to it, and the rows they came from; or
/// rows alone, when no lead came of them.
struct StorySubject: Equatable {
  let entity: Int64?
  let leads: [Int64]
  let rows: [Int64]

  /// Values for the parameters of story queries.
  var parameters: [(name: String, value: SQLValue)] {
    [
      (":entity", SQLValue(entity)), (":leads", .text(Self.json(leads))),
      (":rows", .text(Self.json(rows))),
    ]
  }

  /// The subjects that a text may mean, in the order of their ids.
  ///
  /// - Parameters:
  ///   - text: a lead's id, its external id, an e-mail address, a phone number, or `FILE:ROW`.
  ///   - database: the workspace's.
  /// - Returns: none when nothing is known under the text.
  /// - Throws: `DatabaseError`.
  static func find(_ text: String, in database: Database) throws -> [StorySubject] {
    let leads = try leads(text, in: database)
    if !leads.isEmpty {
      var entities: [Int64] = []
      for lead in leads {
        let entity = try database.query("driver-entity-of").first(.int(lead)) { $0.int(0) } ?? lead
        if !entities.contains(entity) { entities.append(entity) }
      }
      return try entities.map { try about(entity: $0, in: database) }
    }
    return try fileRows(text, in: database)
  }

  /// The leads that a text names: those of its own, not all of the person's.
  static func leads(of text: String, in database: Database) throws -> [Int64] {
    let found = try leads(text, in: database)
    if !found.isEmpty {
      // Of an entity whose first lead is not there any more.
      return try found.filter { try !ids("driver-find-record", .int($0), in: database).isEmpty }
    }
    return try fileEntries(text, in: database).map(\.record).filter {
      try !ids("driver-find-record", .int($0), in: database).isEmpty
    }
  }

  private static func about(entity: Int64, in database: Database) throws -> StorySubject {
    var leads: [Int64] = []
    try database.query("driver-entity-leads").rows(.int(entity)) { leads.append($0.int(0)) }
    var rows: [Int64] = []
    try database.query("driver-rows-of").rows(.text(json(leads))) { rows.append($0.int(0)) }
    return StorySubject(entity: entity, leads: leads, rows: rows)
  }

  /// Leads known under an id, an address, a number or a supplier's id.
  private static func leads(_ text: String, in database: Database) throws -> [Int64] {
    if text.utf8.allSatisfy({ ASCII.isDigit($0) }), let id = Int64(text) {
      let found = try ids("driver-find-lead-by-id", .int(id), in: database)
      if !found.isEmpty { return found }
    }
    let value = text.hasPrefix("+") ? "+" + text.filter(\.isNumber) : text
    let hash = value.hasPrefix("+") ? KeyHash.phone(value) : KeyHash.email(value)
    let found = try ids("driver-find-lead-by-key", .int(hash), .text(value), in: database)
    if !found.isEmpty { return found }
    // Before dedupe ran there are no keys, and external ids never have one.
    return try ids("driver-find-lead-by-value", .text(value), in: database)
  }

  /// `FILE:ROW`, as findings and rejects name rows.
  private static func fileRows(_ text: String, in database: Database) throws -> [StorySubject] {
    var subjects: [StorySubject] = []
    for entry in try fileEntries(text, in: database) {
      let isLead = try !ids("driver-find-record", .int(entry.record), in: database).isEmpty
      var subject = StorySubject(entity: nil, leads: [], rows: [entry.row])
      if isLead {
        let entity =
          try database.query("driver-entity-of").first(.int(entry.record)) { $0.int(0) }
          ?? entry.record
        subject = try about(entity: entity, in: database)
      }
      if !subjects.contains(subject) { subjects.append(subject) }
    }
    return subjects
  }

  private static func fileEntries(
    _ text: String, in database: Database
  ) throws -> [(row: Int64, record: Int64)] {
    guard let colon = text.lastIndex(of: ":"), let row = Int64(text[text.index(after: colon)...])
    else { return [] }
    let file = FilePaths.lastPart(text[..<colon])
    var found: [(row: Int64, record: Int64)] = []
    try database.query("driver-find-row").rows(.text(file), .int(row)) {
      found.append(($0.int(0), $0.int(1)))
    }
    return found
  }

  private static func ids(
    _ query: String, _ values: SQLValue..., in database: Database
  ) throws -> [Int64] {
    let statement = try database.query(query)
    statement.bindAll(values)
    var ids: [Int64] = []
    while try statement.step() { ids.append(statement.int(0)) }
    statement.reset()
    return ids
  }

  private static func json(_ ids: [Int64]) -> String {
    "[\(ids.map(String.init).joined(separator: ","))]"
  }
}
