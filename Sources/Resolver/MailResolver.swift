/// Looks up where the mail of domains goes, many at a time.
///
/// What domains have in common, such as the addresses of a provider's mail servers, is asked once.
/// Not Sendable: one thread owns it, and does its work in `collect`.
package final class MailResolver {
  private let engine: QueryEngine
  /// What was asked in this run.
  private var shared: [DNSQuestion: Shared] = [:]
  private var knownCount = 0
  private var finished: [(domain: String, verdict: MailVerdict)] = []

  private enum Shared {
    case known(DNSOutcome)
    case waiting([Lookup])
  }

  /// One domain on its way to a verdict.
  private final class Lookup {
    let domain: String
    var state: MailLookup

    init(_ domain: String, _ state: MailLookup) {
      self.domain = domain
      self.state = state
    }
  }

  /// Answers that are kept for other domains; beyond it they are asked for again.
  private static let knownLimit = 20_000

  /// - Parameters:
  ///   - source: whom to ask; `off` is an error here.
  ///   - settings: how patiently and how busily.
  /// - Throws: `ResolverError`.
  package init(
    _ source: DNSSource, _ settings: ResolverSettings = ResolverSettings()
  ) throws(ResolverError) {
    guard source != .off else { throw ResolverError(description: "nobody is to be asked") }
    engine = try QueryEngine(source, settings)
  }

  /// Domains without a verdict.
  package private(set) var pending = 0

  /// Why the rest was not asked; nil when all was.
  package var surrender: String? { engine.surrender?.rawValue }

  /// Takes up a domain in A-label form, its case and a trailing dot ignored. Whoever calls sees to it
  /// that each comes once.
  package func submit(_ domain: String) {
    pending += 1
    let (state, step) = MailLookup.begin(domain)
    go(on: Lookup(domain, state), step, isFirst: true)
  }

  /// Verdicts that have come since the last call; waits, where asked to, until there is at least one
  /// or none is pending.
  package func collect(waiting: Bool) -> [(domain: String, verdict: MailVerdict)] {
    engine.run(waiting: false)
    while waiting, finished.isEmpty, pending > 0 { engine.run(waiting: true) }
    defer { finished.removeAll(keepingCapacity: true) }
    return finished
  }

  /// Verdicts about domains, in their order. Waits until each has one.
  package func verdicts(of domains: [String]) -> [MailVerdict] {
    var known: [String: MailVerdict] = [:]
    for domain in Set(domains).sorted() { submit(domain) }
    while pending > 0 || !finished.isEmpty {
      for (domain, verdict) in collect(waiting: true) { known[domain] = verdict }
    }
    return domains.map {
      known[$0] ?? MailVerdict(kind: .deferred, detail: "no answer", timeToLiveSeconds: 0)
    }
  }

  private func go(on lookup: Lookup, _ step: MailLookup.Step, isFirst: Bool = false) {
    var step = step
    while case .ask(let question) = step {
      if let answer = shared[question] {
        switch answer {
        case .known(let outcome):
          step = lookup.state.take(outcome)
          continue
        case .waiting(let others):
          shared[question] = .waiting(others + [lookup])
          return
        }
      }
      shared[question] = .waiting([])
      engine.ask(question, isFollowUp: !isFirst) { [weak self] outcome in
        guard let self else { return }
        let others = share(outcome, question)
        go(on: lookup, lookup.state.take(outcome))
        for other in others { go(on: other, other.state.take(outcome)) }
      }
      return
    }
    guard case .done(let verdict) = step else { return }
    pending -= 1
    finished.append((lookup.domain, verdict))
  }

  /// Keeps an answer; returns who has waited for it.
  private func share(_ outcome: DNSOutcome, _ question: DNSQuestion) -> [Lookup] {
    guard case .waiting(let others) = shared[question] else { return [] }
    if knownCount >= Self.knownLimit {
      shared = shared.filter { if case .waiting = $0.value { true } else { false } }
      knownCount = 0
    }
    shared[question] = .known(outcome)
    knownCount += 1
    return others
  }
}
