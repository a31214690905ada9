/// Which of the rarer forms that the standards allow count as addresses.
///
/// - Source: RFC 5321 section 4.1.2 (quoted strings; "a host that expects to receive mail SHOULD
///   avoid defining mailboxes where the local-part requires the quoted-string form") and 4.1.3
///   (address literals), RFC 5322 section 3.2.2 (comments and folding white space).
package struct EmailSyntax: Sendable, Equatable {
  /// Names in quotation marks, as `"ann b"@example.com`.
  package var quotedNames: Bool
  /// Comments and white space beside the parts of an address; they are taken out.
  package var comments: Bool
  /// IP addresses in brackets in the place of a domain.
  package var addressLiterals: Bool

  package init(quotedNames: Bool = false, comments: Bool = false, addressLiterals: Bool = false) {
    self.quotedNames = quotedNames
    self.comments = comments
    self.addressLiterals = addressLiterals
  }
}
