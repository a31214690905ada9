import Bytes
import LeadModel
import Resolver
import StageKit
import Store
import Validation

/// Verdicts about the mail domains of leads: from this run, from the store, else from the network.
///
/// Domains are asked for ahead of the work on their leads, thousands at a time; answers go into the
/// store as they come, so that a run that is killed asks for none of them again.
final class DomainChecks {
  private let context: StageContext
  private let resolver: MailResolver
  /// Answers of this run; emptied when full, since the store has them too.
  private var known: [String: DomainAnswer] = [:]
  private var asked: Set<String> = []
  private var fresh: [(domain: String, verdict: MailVerdict)] = []
  private(set) var lookups = 0
  private(set) var failures = 0

  private static let knownLimit = 100_000
  /// Domains that wait for their turn while more are collected.
  private static let mostPending = 20_000
  /// Answers of one transaction.
  private static let batchSize = 200

  init(context: StageContext, names: PolicyFile.NameResolution) throws {
    self.context = context
    do throws(ResolverError) {
      resolver = try MailResolver(names.source, names.settings)
    } catch {
      throw StageFailure(.badConfiguration, "--dns: \(error.description)")
    }
  }

  // MARK: Asking

  /// Sees to it that there are verdicts about domains once `settle` returns.
  ///
  /// Call it outside of a transaction, like `settle` and `apply`.
  func want(_ domains: some Sequence<String>) throws {
    for domain in domains where known[domain] == nil && !asked.contains(domain) {
      if let stored = try stored(domain) {
        remember(stored, domain)
      } else {
        asked.insert(domain)
        resolver.submit(domain)
        lookups += 1
      }
    }
    if resolver.pending > 0 { try take(waiting: false) }
    guard resolver.pending > Self.mostPending else { return }
    while resolver.pending > Self.mostPending / 4 { try take(waiting: true) }
  }

  /// Waits until all is answered or given up, and keeps it.
  func settle() throws {
    while resolver.pending > 0 { try take(waiting: true) }
    try take(waiting: false)
    try keep()
  }

  private func take(waiting: Bool) throws {
    fresh += resolver.collect(waiting: waiting)
    if fresh.count >= Self.batchSize { try keep() }
    if waiting {
      context.progress(done: lookups - resolver.pending, of: lookups, unit: "domains")
    }
  }

  /// Keeps fresh answers until their time to live is over, and at least for this run: of one that
  /// says no more, and of a failure, another run with the same date asks again.
  private func keep() throws {
    guard !fresh.isEmpty else { return }
    let answers = fresh
    fresh.removeAll(keepingCapacity: true)
    try context.transaction {
      for (domain, verdict) in answers {
        let hasFailed = verdict.kind == .deferred
        if hasFailed { failures += 1 }
        if !hasFailed, let before = try kind(domain), before != verdict.kind.rawValue {
          try context.revisit(
            stage: "validate", subject: Self.changedDomain,
            id: Int64(bitPattern: Hash64.of(domain)))
        }
        let expiry = context.asOf.adding(seconds: Int64(max(1, verdict.timeToLiveSeconds)))
        if hasFailed {
          try context.database.query("validate-dns-answer-failed").run(
            .text(verdict.detail), .int(expiry.seconds), .int(context.asOf.seconds), .text(domain))
          if context.database.changes > 0 { continue }
        }
        try context.database.query("validate-dns-answer-set").run(
          .text(domain), .text(verdict.kind.rawValue), .text(verdict.detail), .int(expiry.seconds),
          .text(verdict.notes.map(\.rawValue).joined(separator: " ")),
          hasFailed ? .int(context.asOf.seconds) : .null,
          hasFailed ? .text(verdict.detail) : .null)
      }
    }
    for (domain, _) in answers {
      asked.remove(domain)
      if let answer = try stored(domain) { remember(answer, domain) }
    }
  }

  /// On the stage's list: domains, by hash, that say something else than when they were asked last, and
  /// have leads that do not know.
  static let changedDomain = "mail_domain"

  /// What the store says of a domain, over or not.
  private func kind(_ domain: String) throws -> String? {
    try context.database.query("validate-dns-kind").first(.text(domain)) { $0.text(0) }
  }

  private func remember(_ answer: DomainAnswer, _ domain: String) {
    if known.count >= Self.knownLimit { known.removeAll(keepingCapacity: true) }
    known[domain] = answer
  }

  private func stored(_ domain: String) throws -> DomainAnswer? {
    try context.database.query("validate-dns-answer").first(
      .text(domain), .int(context.asOf.seconds)
    ) { DomainAnswer($0) } ?? nil
  }

  func answer(_ domain: String) throws -> DomainAnswer? {
    try known[domain] ?? stored(domain)
  }

  // MARK: Leads

  /// Sets the verdicts of a batch's leads and adds what follows from them; may wait for replies.
  ///
  /// - Returns: the rows of leads whose domain has to be asked again, and when.
  func apply(to batch: inout ConformedBatch) throws -> [Int: Timestamp] {
    let domains = Self.domains(of: batch)
    try want(Set(domains.map(\.domain)).sorted())
    try settle()
    let checks = try domains.compactMap { row, domain in
      try answer(domain).map { ConformedBatch.MailCheck(row: row, domain: domain, answer: $0) }
    }
    batch.set(checks)
    var unsettled: [Int: Timestamp] = [:]
    for check in checks { unsettled[check.row] = due(check.answer) }
    return unsettled
  }

  /// When a domain has to be asked again: by the next run after a failure, when the answer is over
  /// where it keeps leads away from messages, never while it takes mail.
  func due(_ answer: DomainAnswer) -> Timestamp? {
    if answer.failure != nil { return context.asOf }
    return switch answer.verdict.kind {
    case .deliverable: nil
    case .deferred: context.asOf
    case .nullMX, .noDomain, .noHost: max(answer.expiresAt, context.asOf)
    }
  }

  /// Sees to it that a lead is looked at again; call it in the transaction that writes the lead.
  func list(_ lead: Int64, due: Timestamp) throws {
    try context.database.query("validate-mail-due-add").run(.int(due.seconds), .int(lead))
  }

  /// The end of a run: what could not be looked up is asked again by the next one.
  func finish() throws {
    guard lookups > 0 else { return }
    try context.transaction {
      try context.database.query("validate-dns-failures-expire").run(.int(context.asOf.seconds))
      try context.database.query("validate-dns-answers-forget").run(
        .int(context.asOf.adding(seconds: -Self.longestMemorySeconds).seconds))
    }
    if let surrender = resolver.surrender {
      context.say("mail domains: \(surrender); what is left is asked on the next night")
    }
  }

  /// An answer that has been over for a year has nobody who asks.
  private static let longestMemorySeconds: Int64 = 366 * 86_400

  /// The domains of a batch's leads, by row, or of some of them. An IP address in brackets is no
  /// domain.
  static func domains(
    of batch: ConformedBatch, where isWanted: (_ row: Int) -> Bool = { _ in true }
  ) -> [(row: Int, domain: String)] {
    batch.rows.indices.compactMap { row in
      guard batch.rows[row].fate == .conform, isWanted(row) else { return nil }
      return batch.withBytes(of: batch.value(row: row, column: LeadRules.email)) { email in
        domain(of: email).map { (row, $0) }
      }
    }
  }

  /// The domain of an address as it is asked for; nil where there is none.
  static func domain(of email: some BidirectionalCollection<UInt8>) -> String? {
    guard let at = email.lastIndex(of: UInt8(ascii: "@")) else { return nil }
    let domain = email[email.index(after: at)...]
    if domain.first == UInt8(ascii: "[") { return nil }
    // RFC 6761 and its like: nobody outside knows them.
    if Array(domain).withUnsafeBufferPointer({ SpecialUseDomains.contain($0) }) { return nil }
    let text = String(decoding: domain, as: UTF8.self)
    return HostName.folded(text) ?? text
  }
}
