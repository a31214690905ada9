package import Bytes

/// What a user can set about e-mail addresses: the key `email` of `pipelines/validation.yaml`, and the
/// providers of `pipelines/enrichment.yaml`.
package struct EmailPolicy: Sendable {
  package var syntax = EmailSyntax()
  package var providers = MailProviders()
  /// Domains that give throw-away addresses, beside those of the embedded list.
  package var disposable = WordSet()
  /// Domains of the embedded list that give none.
  package var notDisposable = WordSet()
  /// Domains where anybody gets an address, beside those of the embedded list.
  package private(set) var freeMail = WordSet()
  /// The names of providers that have such domains with any ending.
  private var freeMailNames = WordSet()
  /// Domains of the embedded list that are a company's.
  package private(set) var companyMail = WordSet()

  package init() {}

  /// Takes over which providers are nobody's company, as enrichment knows them.
  package mutating func take(_ domains: DomainRules) {
    freeMail = WordSet(domains.freeMail.filter { !$0.hasSuffix(".*") })
    freeMailNames = WordSet(
      domains.freeMail.filter { $0.hasSuffix(".*") }.map { String($0.dropLast(2)) })
    companyMail = WordSet(domains.companyMail)
  }

  /// Whether a domain in lower case is a provider's by these rules: `yahoo.*` is one with any ending
  /// below which names are registered.
  func isFreeMail(_ domain: UnsafeBufferPointer<UInt8>) -> Bool {
    if freeMail.contains(domain) { return true }
    guard let dot = domain.firstIndex(of: UInt8(ascii: ".")),
      freeMailNames.contains(UnsafeBufferPointer(rebasing: domain[..<dot]))
    else { return false }
    let ending = UnsafeBufferPointer(rebasing: domain[(dot + 1)...])
    return MailDomainTraits.of(ending).contains(.publicSuffix)
  }
}
