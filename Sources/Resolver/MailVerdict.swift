/// What the domain name system says about sending mail to a domain.
package struct MailVerdict: Sendable, Equatable {
  package enum Kind: String, CaseIterable, Sendable {
    case deliverable
    /// The domain declares that it takes no mail (RFC 7505).
    case nullMX = "null_mx"
    /// There is no such domain, or it has neither a mail server nor an address.
    case noDomain = "no_domain"
    /// No answer could be had; nothing follows from it.
    case deferred
  }

  package let kind: Kind
  /// The host that takes the mail, or the reason; no personal data.
  package let detail: String
  /// How long the verdict holds; 0 for `deferred`.
  package let timeToLiveSeconds: Int

  package init(kind: Kind, detail: String, timeToLiveSeconds: Int) {
    self.kind = kind
    self.detail = detail
    self.timeToLiveSeconds = timeToLiveSeconds
  }
}
