import Bytes
import Governance
import LeadModel
import StageKit
import Store

/// Takes everything personal about people out of the store: conformed records, source rows,
/// history, findings and messages. What is left says that somebody was there, not who.
///
/// Use one for a transaction and end with `finish()`.
struct Eraser {
  enum Reason: String {
    case request, retention

    var words: String {
      switch self {
      case .request: "erased on request"
      case .retention: "erased because nothing had happened for longer than retention allows"
      }
    }
  }

  let context: StageContext
  /// Records whose findings are still to be blanked.
  private var records: [Int64] = []
  /// Leads whose match keys are still to be deleted.
  private var leads: [Int64] = []

  init(context: StageContext) {
    self.context = context
  }

  /// Erases an entity with all its leads, and every record that names it.
  mutating func erase(entity: Int64, reason: Reason) throws {
    var emails: Set<String> = []
    var phones: Set<String> = []
    var members: [Int64] = []
    try context.database.query("govern-entity-leads").rows(.int(entity)) { row in
      members.append(row.int(0))
      if let email = row.optionalText(1) { emails.insert(email) }
      if let phone = row.optionalText(2) { phones.insert(phone) }
    }
    for decision in try decisions(about: members) { try blank("link_decision", decision) }
    for lead in members { try blank("lead", lead) }
    leads += members
    for query in ["govern-blank-entity", "govern-blank-enrichment", "govern-delete-score"] {
      try context.database.query(query).run(.int(entity))
    }
    // A joined lead may have been an entity of its own, with its own history and messages.
    for id in members { try blankHistory(ofEntity: id) }
    _ = try blankRecords(emails: emails, phones: phones, for: reason)
    // A joined lead may become an entity of its own when matching rules change.
    for id in members {
      try context.database.query("govern-erased-insert").run(
        .int(id), .int(context.asOf.seconds), .text(reason.rawValue))
    }
    try context.recordChange(
      subject: "entity", id: entity, field: "erased", old: nil, new: nil, reason: reason.words)
  }

  /// What people decided about pairs with one of the leads.
  private func decisions(about leads: [Int64]) throws -> [Int64] {
    var decisions: [Int64] = []
    try context.database.query("govern-decisions").rows(.text(Self.list(leads))) {
      decisions.append($0.int(0))
    }
    return decisions
  }

  private mutating func blankHistory(ofEntity id: Int64) throws {
    for subject in ["entity", "entity_enrichment", "entity_score"] {
      try context.database.query("govern-blank-changes").run(.text(subject), .int(id))
    }
    var tasks: [Int64] = []
    try context.database.query("govern-entity-tasks").rows(.int(id)) { tasks.append($0.int(0)) }
    for task in tasks { try blank("task", task) }
    for query in ["govern-end-follow-ups", "govern-stop-enrolments", "govern-blank-messages"] {
      try context.database.query(query).run(.int(id))
    }
  }

  /// Blanks the records beside the leads that name a person.
  ///
  /// - Returns: how many there were.
  mutating func blankRecords(
    emails: Set<String>, phones: Set<String>, for reason: Reason
  ) throws -> Int {
    if emails.isEmpty, phones.isEmpty { return 0 }
    var found: [(table: String, id: Int64)] = []
    let names = (
      SQLValue.text(CellJSON.encode(emails.sorted())),
      // A withdrawal may name a number as it is dialled at home.
      SQLValue.text(
        CellJSON.encode(phones.sorted().flatMap { PersonSpelling.all(ofPhone: $0) }))
    )
    try context.database.query("govern-rows-of-person").rows(names.0, names.1) {
      found.append(($0.text(0), $0.int(1)))
    }
    if reason == .request {
      try context.database.query("govern-users-of-person").rows(names.0, names.1) {
        found.append(("user", $0.int(0)))
      }
    }
    for row in found { try blank(row.table, row.id) }
    return found.count
  }

  /// What is done once for many: these tables have no index by record.
  mutating func finish() throws {
    if !records.isEmpty {
      try context.database.query("govern-blank-findings").run(.text(Self.list(records)))
    }
    if !leads.isEmpty {
      let list = SQLValue.text(Self.list(leads))
      for name in [
        "govern-delete-keys", "govern-mark-stale", "govern-delete-edges-back",
        "govern-delete-edges", "govern-delete-constraints",
        "govern-delete-traits", "govern-delete-names",
      ] {
        try context.database.query(name).run(list)
      }
    }
    records = []
    leads = []
  }

  private mutating func blank(_ table: String, _ id: Int64) throws {
    if table == "suppression" {
      let digests = try context.database.query("govern-suppression").first(.int(id)) {
        (
          $0.optionalText(0).map { SHA256Digest.hex($0) },
          $0.optionalText(1).map { SHA256Digest.hex($0) }
        )
      }
      try context.database.query("govern-blank-suppression").run(
        .int(id), SQLValue(digests?.0), SQLValue(digests?.1))
    } else {
      try context.database.query("govern-blank-" + table).run(.int(id))
    }
    if table == "contact" {
      for name in ["govern-contact-again", "govern-delete-contact-link"] {
        try context.database.query(name).run(.int(id))
      }
    }
    try context.database.query("govern-blank-changes").run(.text(table), .int(id))
    let record = try recordOfRow(table, id)
    try context.database.query("govern-blank-row").run(.int(record))
    records.append(record)
  }

  /// The record whose rows tell of a person that is named in them besides.
  private func recordOfRow(_ table: String, _ id: Int64) throws -> Int64 {
    guard ["consent", "suppression"].contains(table), let row = FurtherRecordID.row(of: id) else {
      return id
    }
    return try context.database.query("govern-record-of-row").first(.int(row)) { $0.int(0) } ?? row
  }

  /// A JSON array of numbers.
  static func list(_ ids: [Int64]) -> String {
    "[\(ids.map(String.init).joined(separator: ","))]"
  }
}
