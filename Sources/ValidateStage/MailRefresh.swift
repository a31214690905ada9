import Bytes
import LeadModel
import Resolver
import StageKit
import Store

/// Asks again for domains that took mail, or could not be looked up, when they were asked last, once
/// those answers are over; brings every lead of a domain to what a fresh answer says, whoever asked.
///
/// Leads whose domain takes mail are on no list of what is due: they are most of the base. Instead a
/// night takes up a number of domains, those first that were over first, and looks for their leads in
/// one pass over the addresses.
struct MailRefresh {
  let context: StageContext
  let checks: DomainChecks
  /// Domains that one run asks again at most.
  let mostDomains: Int

  private static let batchSize = 1000

  /// Asks again.
  ///
  /// - Returns: the leads about whose domain something else is known than they say.
  func run() throws -> [Int64] {
    try askAgain()
    let changed = Set(try changedDomains().map { UInt64(bitPattern: $0) })
    return changed.isEmpty ? [] : try leads(of: changed)
  }

  /// Takes the domains off the list; call it once their leads are brought to what is known.
  func finish() throws {
    let changed = try changedDomains()
    guard !changed.isEmpty else { return }
    try context.transaction {
      for domain in changed { try context.clearRevisit(DomainChecks.changedDomain, id: domain) }
    }
  }

  private func changedDomains() throws -> [Int64] {
    try context.revisits(DomainChecks.changedDomain)
  }

  private func askAgain() throws {
    guard mostDomains > 0 else { return }
    var over: [String] = []
    try context.database.query("validate-dns-over").rows(.int(context.asOf.seconds)) {
      over.append($0.text(0))
    }
    guard !over.isEmpty else { return }
    let used = try used(of: Set(over.map { Hash64.of($0) }))
    let unused = over.filter { !used.contains(Hash64.of($0)) }
    for first in stride(from: 0, to: unused.count, by: Self.batchSize) {
      try context.transaction {
        for domain in unused[first..<min(first + Self.batchSize, unused.count)] {
          try context.database.query("validate-dns-answer-drop").run(.text(domain))
        }
      }
    }
    try checks.want(over.lazy.filter { used.contains(Hash64.of($0)) }.prefix(mostDomains))
    try checks.settle()
  }

  /// Those of some domains, by hash, that leads have addresses in.
  private func used(of domains: Set<UInt64>) throws -> Set<UInt64> {
    var used: Set<UInt64> = []
    try eachLead { _, domain, _ in
      if domains.contains(domain) { used.insert(domain) }
    }
    return used
  }

  private func leads(of domains: Set<UInt64>) throws -> [Int64] {
    var kinds: [UInt64: String] = [:]
    var leads: [Int64] = []
    try eachLead { lead, domain, row in
      guard domains.contains(domain) else { return }
      if kinds[domain] == nil {
        let name = row.withTextBytes(1) { DomainChecks.domain(of: $0) }
        kinds[domain] = try name.flatMap { try checks.answer($0)?.verdict.kind.rawValue } ?? ""
      }
      // A failure takes nothing back that is known.
      guard let kind = kinds[domain], !kind.isEmpty, kind != MailVerdict.Kind.deferred.rawValue,
        kind != row.text(2)
      else { return }
      leads.append(lead)
    }
    return leads
  }

  private func eachLead(
    _ body: (_ lead: Int64, _ domain: UInt64, _ row: Statement) throws -> Void
  ) throws {
    try context.database.query("validate-lead-addresses").rows { row in
      let domain = row.withTextBytes(1) { email -> UInt64? in
        email.lastIndex(of: UInt8(ascii: "@")).map {
          Hash64.of(UnsafeBufferPointer(rebasing: email[($0 + 1)...]))
        }
      }
      if let domain { try body(row.int(0), domain, row) }
    }
  }
}
