import Bytes
package import LeadModel

/// The names of a message, which follow from what it is: planned again from the same input, it is
/// called the same.
package enum MessageIdentity {
  /// The RFC 5322 Message-ID, angle brackets included.
  ///
  /// The recipient and the date of enrolment are part of it, so that a base built anew does not
  /// reuse the id of a message to somebody else. `attempt` counts enrolments of one person on one
  /// day, from 0: what the first one planned was cancelled.
  package static func messageID(
    entityID: Int64, recipient: String, sequence: String, step: Int, enrolledAt: Timestamp,
    domain: String, attempt: Int = 0
  ) -> String {
    var parts = ["1", "\(entityID)", recipient, sequence, "\(step)", "\(enrolledAt.seconds)"]
    if attempt > 0 { parts.append("\(attempt)") }
    // 128 bits: enough to never meet twice.
    return "<\(SHA256Digest.hex(parts.joined(separator: "\n")).prefix(32))@\(domain)>"
  }

  /// What an unsubscribe page or mail names the message by, without giving its id away.
  package static func unsubscribeToken(messageID: String) -> String {
    String(SHA256Digest.hex("unsubscribe\n" + messageID).prefix(40))
  }
}
