package import LeadModel

/// A name and an address, as in `Mill Lane Ltd <hello@example.com>`.
package struct Mailbox: Equatable, Sendable {
  /// May be empty.
  package let name: String
  package let address: String

  package init(name: String = "", address: String) {
    self.name = name
    self.address = address
  }
}

/// One e-mail to one person, before it is put into the form that travels.
package struct MailMessage: Equatable, Sendable {
  package var from: Mailbox
  package var replyTo: Mailbox?
  package var to: Mailbox
  package var subject: String
  /// What the Date header says: the time the message was due, never the clock.
  package var date: Timestamp
  /// With its angle brackets.
  package var messageID: String
  package var text: String
  package var html: String?
  /// An address that takes unsubscribe mail, with a subject that names the subscription.
  package var unsubscribeAddress: String?
  package var unsubscribeSubject: String
  /// A page that unsubscribes by a POST request (RFC 8058); only `https` is allowed there.
  package var unsubscribeURL: String?

  package init(
    from: Mailbox, replyTo: Mailbox? = nil, to: Mailbox, subject: String, date: Timestamp,
    messageID: String, text: String, html: String? = nil, unsubscribeAddress: String? = nil,
    unsubscribeSubject: String = "unsubscribe", unsubscribeURL: String? = nil
  ) {
    self.from = from
    self.replyTo = replyTo
    self.to = to
    self.subject = subject
    self.date = date
    self.messageID = messageID
    self.text = text
    self.html = html
    self.unsubscribeAddress = unsubscribeAddress
    self.unsubscribeSubject = unsubscribeSubject
    self.unsubscribeURL = unsubscribeURL
  }
}

/// A message that must not be put together, because a value in it could change the message's
/// structure or cannot travel.
package enum CompositionError: Error, Equatable, Sendable {
  /// An address that is not `local@domain` in plain ASCII without spaces, quotes or brackets.
  case unusableAddress(header: String)
  /// A message id with characters beyond letters, digits and `.-_+=@` in its angle brackets.
  case unusableMessageID
  /// An unsubscribe page that is not an `https` URL in plain ASCII.
  case unusableURL

  /// What is wrong, without the value.
  package var reason: String {
    switch self {
    case .unusableAddress(let header): "the \(header) address cannot be used in a message"
    case .unusableMessageID: "the message id cannot be used in a message"
    case .unusableURL: "the unsubscribe page is no https address"
    }
  }
}
