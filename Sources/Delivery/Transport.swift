/// A message in the form that travels, with its envelope.
package struct OutgoingMessage: Sendable {
  /// With its angle brackets.
  package let messageID: String
  /// The address that bounces go to.
  package let envelopeFrom: String
  package let recipient: String
  /// The composed message with CRLF line ends.
  package let bytes: [UInt8]

  package init(messageID: String, envelopeFrom: String, recipient: String, bytes: [UInt8]) {
    self.messageID = messageID
    self.envelopeFrom = envelopeFrom
    self.recipient = recipient
    self.bytes = bytes
  }
}

/// What is known after a message was handed to a transport. The details may name the recipient.
package enum DeliveryOutcome: Equatable, Sendable {
  /// The other side has taken the responsibility for it.
  case accepted(detail: String)
  /// Surely not taken; may succeed later.
  case refusedTemporarily(detail: String)
  /// Surely not taken; will not succeed as it is.
  case refusedPermanently(detail: String)
  /// Surely not taken, and neither would any other message be now: nobody answers.
  case unavailable(detail: String)
  /// May have been taken: the connection broke after the message was complete.
  case inDoubt(detail: String)
}

/// What can be found out about a message whose hand-over was interrupted.
package enum Settlement: Equatable, Sendable {
  case delivered, notDelivered, unknown
}

/// A way for messages to leave.
package protocol Transport {
  /// As `message.transport` in the store has it.
  var name: String { get }
  /// How many messages may be in the hands of the transport between two commits of the store. Where
  /// a hand-over cannot be looked up afterwards, this is the most that a kill leaves in doubt.
  var batchSize: Int { get }
  /// Hands over messages, in order, until one finds the transport unavailable.
  ///
  /// - Returns: what is known of each message that was tried; fewer than there are messages when the
  ///   rest were not.
  func deliver(_ messages: [OutgoingMessage]) -> [DeliveryOutcome]
  /// Makes what was delivered survive a loss of power.
  ///
  /// - Throws: `TransportError`.
  func flush() throws(TransportError)
  /// Finds out what became of a message after a kill.
  ///
  /// - Throws: `TransportError` when the transport's place cannot be read.
  func settle(messageID: String) throws(TransportError) -> Settlement
}

/// A transport that cannot do its work at all.
package struct TransportError: Error, Equatable, Sendable {
  /// What was tried, what happened and what to do, in one lower-case sentence.
  package let message: String

  package init(_ message: String) {
    self.message = message
  }
}
