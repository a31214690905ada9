/// What a user can set about e-mail addresses: the key `email` of `pipelines/validation.yaml`.
package struct EmailPolicy: Sendable {
  package var syntax = EmailSyntax()
  package var providers = MailProviders()
  /// Domains that give throw-away addresses, beside those of the embedded list.
  package var disposable = WordSet()
  /// Domains of the embedded list that give none.
  package var notDisposable = WordSet()
  /// Domains where anybody gets an address, beside those of the embedded list.
  package var freeMail = WordSet()
  /// Domains of the embedded list that are a company's.
  package var companyMail = WordSet()

  package init() {}
}
