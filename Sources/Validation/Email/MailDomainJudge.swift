import Bytes

/// Judges the domains of addresses. One per worker: it remembers the domains that come again.
package final class MailDomainJudge {
  private let typos: WordMap
  private let policy: EmailPolicy
  /// The domains that were judged: the upper bits of the hash and the traits; 0 in a free slot.
  private var known: [UInt64] = []
  /// What was meant by those that are misspelt.
  private var meant: [UInt64: String] = [:]

  /// Domains that are remembered; another one of the same slot takes its place. A base of a million
  /// leads has some ten thousands.
  private static let slots = 1 << 16
  private static let hashMask = ~UInt64(slots - 1)

  package init(_ policy: ValidationPolicy) {
    typos = policy.domainTypos
    self.policy = policy.email
  }

  /// What is to be said about a domain in lower-case A-labels.
  package func judge(_ domain: UnsafeBufferPointer<UInt8>) -> MailDomainJudgement {
    let hash = Hash64.of(domain)
    let slot = Int(truncatingIfNeeded: hash & ~Self.hashMask)
    // A program that looks at a single record does not need all the room.
    if known.isEmpty { known = Array(repeating: 0, count: Self.slots) }
    let entry = known[slot]
    if entry & Self.hashMask == hash & Self.hashMask, entry & Self.isKnown != 0 {
      return MailDomainJudgement(
        traits: MailDomainTraits(rawValue: UInt8(truncatingIfNeeded: entry)),
        meant: entry & Self.isMisspelt != 0 ? meant[hash] : nil)
    }
    let judgement = MailDomainJudgement(domain, typos: typos, policy: policy)
    if let other = judgement.meant { meant[hash] = other }
    known[slot] =
      hash & Self.hashMask | Self.isKnown | (judgement.meant == nil ? 0 : Self.isMisspelt)
      | UInt64(judgement.traits.rawValue)
    return judgement
  }

  /// Above the bits of the traits.
  private static let isKnown: UInt64 = 1 << 8
  private static let isMisspelt: UInt64 = 1 << 9
}
