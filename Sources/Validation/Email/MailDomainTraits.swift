internal import CMailDomains
import Bytes

/// What the embedded lists say about a mail domain.
package struct MailDomainTraits: OptionSet, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The last label is no top-level domain.
  package static let unknownTopLevel = MailDomainTraits(rawValue: 1)
  /// Others register names below it: nobody has mail at `co.uk` itself.
  package static let publicSuffix = MailDomainTraits(rawValue: 2)
  /// The domain or one that it lies below gives throw-away addresses.
  package static let disposable = MailDomainTraits(rawValue: 4)
  /// Anybody gets an address there.
  package static let freeMail = MailDomainTraits(rawValue: 8)
  /// Kept for examples, and nobody's.
  package static let example = MailDomainTraits(rawValue: 16)

  // The standard library's are generic, and cannot be specialised from other modules: they cost more
  // than what they guard.
  package func contains(_ other: MailDomainTraits) -> Bool {
    rawValue & other.rawValue == other.rawValue
  }
  package var isEmpty: Bool { rawValue == 0 }

  /// The day or month of the newest list.
  package static var listsDate: String { String(cString: leadmill_domain_lists_date) }

  /// Traits of a domain in lower-case A-labels.
  ///
  /// - Source: the algorithm of publicsuffix.org; `Sources/CMailDomains` for the lists.
  package static func of(_ domain: UnsafeBufferPointer<UInt8>) -> MailDomainTraits {
    var traits: MailDomainTraits = []
    var hash = LEADMILL_DOMAIN_HASH_START
    var isTopLevel = true
    var parentIsWildcard = false
    var flags = 0
    var index = domain.count
    while index > 0 {
      index -= 1
      if domain[index] == UInt8(ascii: ".") || index == 0 {
        if index == 0 { hash = leadmill_domain_hash_step(hash, domain[0]) }
        parentIsWildcard = flags & LEADMILL_DOMAIN_WILDCARD != 0
        let parentIsSuffix = flags & suffixFlags != 0
        flags = Int(leadmill_domain_flags(hash))
        if isTopLevel, flags & suffixFlags == 0 { traits.insert(.unknownTopLevel) }
        // The list has no rule for some endings, such as 'za', but rules below them.
        if !isTopLevel, flags & suffixFlags != 0 { traits.remove(.unknownTopLevel) }
        if flags & LEADMILL_DOMAIN_DISPOSABLE != 0 { traits.insert(.disposable) }
        // What a provider registered, and all below it; not what others register below its name.
        if flags & LEADMILL_DOMAIN_FREE_MAIL != 0,
          index == 0 || parentIsSuffix && flags & ruleFlags == 0
        {
          traits.insert(.freeMail)
        }
        isTopLevel = false
        if index == 0 { break }
      }
      hash = leadmill_domain_hash_step(hash, domain[index])
    }
    if flags & ruleFlags != 0
      || parentIsWildcard && flags & LEADMILL_DOMAIN_EXCEPTION == 0
    {
      traits.insert(.publicSuffix)
    }
    return traits
  }

  private static let ruleFlags = LEADMILL_DOMAIN_SUFFIX | LEADMILL_DOMAIN_PRIVATE_SUFFIX
  private static let suffixFlags = ruleFlags | LEADMILL_DOMAIN_WILDCARD
}
