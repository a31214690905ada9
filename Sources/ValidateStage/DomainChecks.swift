import LeadModel
import Resolver
import StageKit
import Store

/// Verdicts about the mail domains of leads: from this run, from the store, else from the network.
final class DomainChecks {
  private let context: StageContext
  private let resolver: MailResolver
  /// Verdicts of this run; emptied when full, since the store has them too.
  private var known: [String: MailVerdict] = [:]
  private static let knownLimit = 100_000
  private(set) var lookups = 0

  init(context: StageContext, names: PolicyFile.NameResolution) throws {
    self.context = context
    do {
      resolver = try MailResolver(
        names.source, timeoutSeconds: names.timeoutSeconds, tries: names.tries)
    } catch {
      throw StageFailure(.badConfiguration, "--dns: \(error.description)")
    }
  }

  /// Sets the verdicts of a batch's leads and adds what follows from them; may wait for replies.
  ///
  /// Call it outside of a transaction, and `store` inside the one that writes the batch.
  func apply(to batch: inout ConformedBatch) throws -> [(domain: String, verdict: MailVerdict)] {
    var domains: [String?] = []
    var asked: [String] = []
    var seen: Set<String> = []
    for row in batch.rows.indices {
      let domain = batch.rows[row].fate == .conform ? Self.domain(of: row, in: batch) : nil
      domains.append(domain)
      guard let domain, known[domain] == nil, seen.insert(domain).inserted else { continue }
      if let stored = try stored(domain) { known[domain] = stored } else { asked.append(domain) }
    }
    let fresh = zip(asked, resolver.verdicts(of: asked)).map { (domain: $0, verdict: $1) }
    lookups += fresh.count
    for answer in fresh { known[answer.domain] = answer.verdict }
    for (row, domain) in domains.enumerated() {
      guard let domain, let verdict = known[domain] else { continue }
      batch.setMailVerdict(verdict, domain: domain, row: row)
    }
    if known.count > Self.knownLimit { known.removeAll(keepingCapacity: true) }
    return fresh
  }

  /// Keeps fresh verdicts until their time to live is over; one that was deferred is not kept.
  func store(_ answers: [(domain: String, verdict: MailVerdict)]) throws {
    for (domain, verdict) in answers where verdict.kind != .deferred {
      let expiry = context.asOf.adding(seconds: Int64(verdict.timeToLiveSeconds))
      try context.database.query("validate-dns-answer-set").run(
        .text(domain), .text(verdict.kind.rawValue), .text(verdict.detail), .int(expiry.seconds))
    }
  }

  private func stored(_ domain: String) throws -> MailVerdict? {
    try context.database.query("validate-dns-answer").first(
      .text(domain), .int(context.asOf.seconds)
    ) { row in
      MailVerdict.Kind(rawValue: row.text(0)).map {
        MailVerdict(kind: $0, detail: row.text(1), timeToLiveSeconds: 0)
      }
    } ?? nil
  }

  private static func domain(of row: Int, in batch: ConformedBatch) -> String? {
    batch.withBytes(of: batch.value(row: row, column: LeadRules.email)) { email in
      guard let at = email.lastIndex(of: UInt8(ascii: "@")) else { return nil }
      return String(decoding: email[(at + 1)...], as: UTF8.self)
    }
  }
}
