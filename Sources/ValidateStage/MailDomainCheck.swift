package import Definitions
import LeadModel
import Resolver
import StageKit
import Synchronization

/// Looks up the mail domains of single records, each for a few seconds at most.
package struct MailDomainCheck: Sendable {
  private let names: PolicyFile.NameResolution
  private let answers = RecentVerdicts()
  /// Whoever checks one record waits for it.
  private static let longestSeconds = 5.0

  /// nil when nobody is to be asked.
  ///
  /// - Parameters:
  ///   - policy: of `validation.yaml`; nil for one that says nothing.
  ///   - dns: overrides whom the policy asks.
  /// - Throws: `DefinitionError` for the policy, `StageFailure` for `dns` and for servers that cannot
  ///   be asked.
  package init?(policy: DefinitionNode?, dns: String?) throws {
    var names = try policy.map { try PolicyFile.nameResolution($0) } ?? .init()
    if let dns { names.source = try ValidateStage.source(dns) }
    guard names.source != .off else { return nil }
    names.settings.longestSeconds = min(names.settings.longestSeconds, Self.longestSeconds)
    self.names = names
    do throws(ResolverError) {
      _ = try MailResolver(names.source, names.settings)
    } catch {
      throw StageFailure(.badConfiguration, "--dns: \(error.description)")
    }
  }

  /// The answer about a domain in A-label form: an earlier one while it holds. What the base knows
  /// of it (`last`) goes on counting while it cannot be looked up.
  func answer(_ domain: String, asOf: Timestamp, last: DomainAnswer?) -> DomainAnswer {
    let verdict = answers.verdict(of: domain) {
      let resolver = try? MailResolver(names.source, names.settings)
      return resolver?.verdicts(of: [domain]).first
        ?? MailVerdict(kind: .deferred, detail: "no DNS server can be asked", timeToLiveSeconds: 0)
    }
    guard verdict.kind == .deferred, let last else {
      return DomainAnswer(verdict: verdict, expiresAt: asOf, deferredSince: nil)
    }
    return DomainAnswer(
      verdict: last.verdict, expiresAt: last.expiresAt, deferredSince: last.deferredSince,
      failure: verdict.detail)
  }
}

/// What servers said of domains, for as long as it holds: a stream may go on for days.
private final class RecentVerdicts: Sendable {
  private struct Held {
    let verdict: MailVerdict
    /// As `Clock.milliseconds` counts.
    let until: Int64
  }

  private let held = Mutex<[String: Held]>([:])
  /// Domains that are kept; beyond them all are forgotten, and those still used are asked again.
  private static let most = 100_000
  /// For how long a server that failed is not asked the same again: no more than five minutes.
  ///
  /// - Source: RFC 2308 section 7.
  private static let failureSeconds = 60

  /// The verdict that is known of a domain, or else the one that `ask` has of it.
  func verdict(of domain: String, ask: () -> MailVerdict) -> MailVerdict {
    if let known = held.withLock({ $0[domain] }), Clock.milliseconds() < known.until {
      return known.verdict
    }
    let verdict = ask()
    let seconds = verdict.kind == .deferred ? Self.failureSeconds : verdict.timeToLiveSeconds
    held.withLock { held in
      if held.count >= Self.most { held.removeAll() }
      held[domain] = Held(verdict: verdict, until: Clock.milliseconds() + Int64(seconds) * 1000)
    }
    return verdict
  }
}
