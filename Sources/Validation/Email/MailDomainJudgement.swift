import Bytes

/// What is to be said about the domain of an address.
package struct MailDomainJudgement: Sendable, Equatable {
  package var traits: MailDomainTraits
  /// The domain that was probably meant, when this one is a misspelling.
  package var meant: String?

  init(traits: MailDomainTraits, meant: String?) {
    self.traits = traits
    self.meant = meant
  }

  /// Judges a domain in lower-case A-labels.
  ///
  /// - Parameters:
  ///   - domain: of an address that was read.
  ///   - typos: known misspellings, whatever else is known of them.
  ///   - policy: the providers, and what the lists have wrong.
  package init(
    _ domain: UnsafeBufferPointer<UInt8>, typos: WordMap, policy: EmailPolicy
  ) {
    traits = MailDomainTraits.of(domain)
    if SpecialUseDomains.isExample(domain) { traits.insert(.example) }
    if policy.disposable.contains(domain) { traits.insert(.disposable) }
    if policy.notDisposable.contains(domain) { traits.remove(.disposable) }
    if !traits.contains(.example), policy.isFreeMail(domain) { traits.insert(.freeMail) }
    if policy.companyMail.contains(domain) { traits.remove(.freeMail) }
    meant = typos.target(of: domain)
    if meant != nil {
      // Whoever holds a misspelt name: the address was meant for the right one.
      traits.remove([.disposable, .freeMail])
    } else if traits.contains(.unknownTopLevel) {
      meant =
        policy.providers.meant(byEndingOf: domain)
        ?? TopLevelSlip.corrected(domain).flatMap { Self.settled($0, typos, policy) }
    } else if traits.isDisjoint(with: [.freeMail, .disposable]) {
      meant = policy.providers.meant(by: domain) ?? Self.endingTwice(domain, policy)
    }
  }

  /// `gmail.com` for `gmail.com.com`.
  private static func endingTwice(
    _ domain: UnsafeBufferPointer<UInt8>, _ policy: EmailPolicy
  ) -> String? {
    guard let dot = domain.lastIndex(of: UInt8(ascii: ".")), domain[..<dot].contains(domain[dot])
    else { return nil }
    let ending = domain[dot...]
    guard domain[..<dot].suffix(ending.count).elementsEqual(ending) else { return nil }
    return policy.providers.meant(byEndingOf: domain)
  }

  /// A domain whose ending was put right, with its name put right too.
  private static func settled(
    _ domain: [UInt8], _ typos: WordMap, _ policy: EmailPolicy
  ) -> String? {
    domain.withUnsafeBufferPointer { domain in
      guard !MailDomainTraits.of(domain).contains(.publicSuffix) else { return nil }
      return typos.target(of: domain) ?? policy.providers.meant(by: domain)
        ?? String(decoding: domain, as: UTF8.self)
    }
  }
}
