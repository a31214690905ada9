import Bytes
import LeadModel
import StageKit
import Store

/// Do-not-contact entries and the leads that they concern.
struct SuppressionUpdate {
  let context: StageContext
  let configHash: String
  private static let subject = "suppression"

  /// Every entry, for looking up leads; empty when there are none.
  func index() throws -> SuppressionIndex {
    var index = SuppressionIndex()
    try context.database.query("validate-suppressions").rows { row in
      index.add(
        email: row.optionalText(0), phone: row.optionalText(1), emailDigest: row.optionalText(2),
        phoneDigest: row.optionalText(3), domain: row.optionalText(4),
        channels: ChannelMask(channels: row.text(5)))
    }
    return index
  }

  /// The source rows of entries that are new since leads were last brought up to date.
  func news() throws -> ClosedRange<Int64>? {
    let newest = try context.database.query("validate-suppression-newest").first { $0.int(0) } ?? 0
    let mark = try context.mark(Self.subject, configHash: configHash)
    return newest > mark ? (mark + 1)...newest : nil
  }

  /// Brings the leads of earlier runs up to date with new entries.
  func apply(_ index: SuppressionIndex, _ news: ClosedRange<Int64>) throws {
    let leads = try affectedLeads(by: news)
    try context.transaction {
      for lead in leads { try update(lead, index) }
      try context.setMark(Self.subject, to: news.upperBound, configHash: configHash)
    }
  }

  /// Brings leads up to date with entries that ended or count again; call it in a transaction.
  func apply(changed entries: [Int64]) throws {
    let index = try index()
    var keys: [Int64] = []
    var needsAll = false
    let list = "[\(entries.map(String.init).joined(separator: ","))]"
    try context.database.query("validate-suppression-names").rows(.text(list)) { row in
      if let email = row.optionalText(0) { keys.append(KeyHash.email(email)) }
      if let phone = row.optionalText(1) { keys.append(KeyHash.phone(phone)) }
      needsAll = needsAll || !row.isNull(2) || !row.isNull(3) || !row.isNull(4)
    }
    for lead in try leads(keys: keys, all: needsAll) { try update(lead, index) }
  }

  private struct Lead {
    let id: Int64
    let email: String?
    let phone: String?
    let channels: String?
    /// JSON arrays.
    let others: [String?]

    init(_ row: Statement) {
      id = row.int(0)
      email = row.optionalText(1)
      phone = row.optionalText(2)
      channels = row.optionalText(3)
      others = [row.optionalText(4), row.optionalText(5)]
    }
  }

  /// Leads that a new entry may name: by their match keys where dedupe has seen them, all leads when
  /// an entry names a domain or a hash, which no key leads to.
  private func affectedLeads(by news: ClosedRange<Int64>) throws -> [Lead] {
    var keys: [Int64] = []
    var needsAll = false
    try context.database.query("validate-suppressions").rows { row in
      guard news.contains(row.int(6)) else { return }
      if let email = row.optionalText(0) { keys.append(KeyHash.email(email)) }
      if let phone = row.optionalText(1) { keys.append(KeyHash.phone(phone)) }
      needsAll = needsAll || !row.isNull(2) || !row.isNull(3) || !row.isNull(4)
    }
    return try leads(keys: keys, all: needsAll)
  }

  private func leads(keys: [Int64], all needsAll: Bool) throws -> [Lead] {
    var leads: [Int64: Lead] = [:]
    if !needsAll {
      for key in keys {
        try context.database.query("validate-leads-by-key").rows(.int(key)) {
          leads[$0.int(0)] = Lead($0)
        }
      }
      try context.database.query("validate-leads-naming-others").rows {
        leads[$0.int(0)] = Lead($0)
      }
    }
    let seen =
      needsAll ? 0 : try context.database.query("validate-dedupe-mark").first { $0.int(0) } ?? 0
    try context.database.query("validate-leads-after").rows(.int(seen)) {
      leads[$0.int(0)] = Lead($0)
    }
    return leads.values.sorted { $0.id < $1.id }
  }

  private func update(_ lead: Lead, _ index: SuppressionIndex) throws {
    let channels = index.channels(
      email: lead.email, phone: lead.phone, others: lead.others
    ).text.map { "\($0)" }
    guard channels != lead.channels else { return }
    try context.database.query("validate-lead-dnd").run(SQLValue(channels), .int(lead.id))
    try context.recordChange(
      subject: "lead", id: lead.id, field: "dnd_channels", old: lead.channels, new: channels,
      reason: "do-not-contact registry")
    try context.revisit(stage: "dedupe", subject: "lead", id: lead.id)
  }
}
