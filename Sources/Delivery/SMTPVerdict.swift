/// Draws the conclusion from how a transfer ended.
struct SMTPVerdict {
  let isSuccess: Bool
  /// The connection stood and the server refused a command, or the sending itself failed.
  let isSendError: Bool
  /// The transport's buffers hold, or the server has, the last byte of the message.
  let wasGivenAway: Bool
  /// The server's last reply code; 0 when it said nothing.
  let replyCode: Int
  let replyLine: String
  /// What the machinery says about the failure.
  let fault: String
  /// Host and port, for messages.
  let server: String

  /// Answers about the session, whatever was asked: it ends (421, RFC 5321 section 3.8), or wants a
  /// login or encryption that it did not get (RFC 4954 section 6). No message is at fault.
  private static let serverCodes: Set<Int> = [421, 530, 534, 535, 538]

  var outcome: DeliveryOutcome {
    if isSuccess { return .accepted(detail: replyLine) }
    if wasGivenAway {
      // 354 was the answer to DATA, so a code from 400 can only be the answer to the message.
      switch replyCode {
      case 400..<500: return .refusedTemporarily(detail: replyLine)
      case 500..<600: return .refusedPermanently(detail: replyLine)
      default:
        return .inDoubt(
          detail: "the connection to \(server) broke after the message was sent and before the "
            + "answer (\(fault))")
      }
    }
    guard isSendError, !Self.serverCodes.contains(replyCode) else {
      // The reply's code only: this ends up in logs, and the text may name the recipient.
      let said = replyCode == 0 ? "" : ", which answered \(replyCode)"
      return .unavailable(detail: "no mail can be handed to \(server)\(said): \(fault)")
    }
    switch replyCode {
    case 500..<600: return .refusedPermanently(detail: replyLine)
    case 400..<500: return .refusedTemporarily(detail: replyLine)
    default:
      return .refusedTemporarily(
        detail: "the connection to \(server) broke before the message was complete (\(fault))")
    }
  }
}
