import Bytes

/// Judges the domains of addresses. One per worker: it remembers the domains that come again.
package final class MailDomainJudge {
  private let typos: WordMap
  private let policy: EmailPolicy
  private var hashes = [UInt64](repeating: 0, count: slots)
  private var judgements: [MailDomainJudgement]

  /// Domains that are remembered; another one of the same slot takes its place.
  private static let slots = 1 << 12

  package init(_ policy: ValidationPolicy) {
    typos = policy.domainTypos
    self.policy = policy.email
    let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    judgements = Array(
      repeating: MailDomainJudgement(nothing, typos: typos, policy: policy.email),
      count: Self.slots)
  }

  /// What is to be said about a domain in lower-case A-labels.
  package func judge(_ domain: UnsafeBufferPointer<UInt8>) -> MailDomainJudgement {
    let hash = Hash64.of(domain)
    let slot = Int(truncatingIfNeeded: hash) & (Self.slots - 1)
    if hashes[slot] == hash { return judgements[slot] }
    let judgement = MailDomainJudgement(domain, typos: typos, policy: policy)
    hashes[slot] = hash
    judgements[slot] = judgement
    return judgement
  }
}
