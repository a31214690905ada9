package import Definitions
import LeadModel
import Resolver
import StageKit

/// Looks up the mail domains of single records, each for a few seconds at most.
package struct MailDomainCheck: Sendable {
  private let names: PolicyFile.NameResolution
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

  /// The answer about a domain in A-label form. Nothing is kept: a stream may go on for days.
  func answer(_ domain: String, asOf: Timestamp) -> DomainAnswer {
    let resolver = try? MailResolver(names.source, names.settings)
    let verdict =
      resolver?.verdicts(of: [domain]).first
      ?? MailVerdict(kind: .deferred, detail: "no DNS server can be asked", timeToLiveSeconds: 0)
    return DomainAnswer(verdict: verdict, expiresAt: asOf, deferredSince: nil)
  }
}
