import LeadModel
import Resolver
import StageKit
import Store
import Validation

/// Leads whose mail domain has to be asked again: it could not be looked up, or what it said keeps
/// them away from messages, or made their rows be rejected, and holds no longer. Only those that are due are looked at.
struct MailReview {
  let context: StageContext
  let checks: DomainChecks

  /// An entry of the stage's list.
  private struct Entry {
    let lead: Int64
    let due: Timestamp
    let next: Timestamp?
  }

  private var entries: [Entry] = []
  /// Leads about which something else is known now, once each.
  private(set) var changed: [Int64] = []

  private static let batchSize = 2000

  /// Asks for the domains of the leads that are due.
  init(context: StageContext, checks: DomainChecks) throws {
    self.context = context
    self.checks = checks
    try each { lead, _, domain, _ in
      if let domain { try checks.want(CollectionOfOne(domain)) }
      try checks.want(try open(of: lead).map(\.domain))
    }
    try checks.settle()
    var entries: [Entry] = []
    var changed: [Int64] = []
    try each { lead, due, domain, status in
      var next: Timestamp?
      var isNews = false
      if let domain, let answer = try checks.answer(domain) {
        next = checks.due(answer)
        let kind = answer.verdict.kind
        isNews =
          kind == .deferred
          // A failure takes nothing back that is known.
          ? status == "not_checked" : kind.rawValue != status
      }
      for row in try open(of: lead) {
        guard let answer = try checks.answer(row.domain) else { continue }
        next = [next, checks.due(answer)].compactMap(\.self).min()
        let kind = answer.verdict.kind
        if kind != .deferred, kind != row.kind { isNews = true }
      }
      // Without a next time: the lead has another address now, or none, or is gone.
      entries.append(Entry(lead: lead, due: due, next: next))
      if isNews, changed.last != lead { changed.append(lead) }
    }
    self.entries = entries
    self.changed = changed
  }

  var isEmpty: Bool { entries.isEmpty }

  /// Moves every entry to where it is due next, or takes it off; call it once the leads that changed
  /// are brought to what is known.
  func finish() throws {
    for first in stride(from: 0, to: entries.count, by: Self.batchSize) {
      try context.transaction {
        for entry in entries[first..<min(first + Self.batchSize, entries.count)]
        where entry.next != entry.due {
          try context.database.query("validate-mail-due-delete").run(
            .int(entry.due.seconds), .int(entry.lead))
          if let next = entry.next { try checks.list(entry.lead, due: next) }
        }
      }
    }
  }

  /// The domains of a lead's rows that were rejected for them, or could not be looked up; there may be
  /// no lead.
  private func open(of lead: Int64) throws -> [(domain: String, kind: MailVerdict.Kind)] {
    var found: [(domain: String, kind: MailVerdict.Kind)] = []
    try context.database.query("validate-mail-open").rows(
      .int(lead), .text(MailFindings.verdictCodes), .text(ValidationRule.emailDeferred.code)
    ) { row in
      found.append((row.text(0), MailFindings.kind(ofCode: row.text(1)) ?? .deferred))
    }
    return found
  }

  private func each(
    _ body: (
      _ lead: Int64, _ due: Timestamp, _ domain: String?, _ status: String
    ) throws -> Void
  ) throws {
    try context.database.query("validate-mail-due").rows(
      .int(context.asOf.seconds)
    ) { row in
      try body(
        row.int(0), Timestamp(seconds: row.int(1)),
        row.optionalText(2).flatMap { DomainChecks.domain(of: $0.utf8) }, row.text(3))
    }
  }
}
