/// What the domain name system says about sending mail to a domain.
package struct MailVerdict: Sendable, Equatable {
  package enum Kind: String, CaseIterable, Sendable {
    case deliverable
    /// The domain declares that it takes no mail (RFC 7505).
    case nullMX = "null_mx"
    /// There is no such domain, or it has neither a mail server nor an address.
    case noDomain = "no_domain"
    /// The domain names mail servers, and none of them can be one: no address, or no host name.
    case noHost = "no_host"
    /// No answer could be had; nothing follows from it.
    case deferred
  }

  /// Something odd about a domain that takes mail all the same.
  package enum Note: String, CaseIterable, Sendable {
    /// No mail server is named: mail goes to the domain's own address (RFC 5321 section 5.1).
    case implicit
    /// The mail server is an alias (RFC 2181 section 10.3, RFC 5321 section 5.1).
    case alias
    /// Declares that it takes no mail, and names a mail server beside it (RFC 7505 section 3).
    case besideNull = "beside_null"
    /// The mail server's addresses are those of private networks or of the machine itself.
    case privateAddress = "private_address"
    /// They are set aside for documentation or tests.
    case exampleAddress = "example_address"
    /// They are such as no host has: multicast, reserved, or none at all.
    case impossibleAddress = "impossible_address"
  }

  package let kind: Kind
  /// The host that takes the mail, or the reason; no personal data.
  package let detail: String
  /// In the order of their declaration.
  package let notes: [Note]
  /// How long the verdict holds: the least time to live of the records that it rests on. 0 for
  /// `deferred`, and for an absence that no SOA record vouches for.
  package let timeToLiveSeconds: Int

  package init(kind: Kind, detail: String, notes: [Note] = [], timeToLiveSeconds: Int) {
    self.kind = kind
    self.detail = detail
    self.notes = notes
    self.timeToLiveSeconds = timeToLiveSeconds
  }
}
