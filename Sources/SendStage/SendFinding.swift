import LeadModel

/// What sending finds. The codes are stable and never reused.
enum SendFinding {
  static let inDoubtCode = "SND001"

  /// The hand-over was cut off between the message's last byte and the answer to it.
  static func inDoubt(message id: Int64, messageID: String, reason: String) -> Finding {
    Finding(
      code: inDoubtCode, severity: .warn, field: "email",
      message: "message \(id) may or may not have been taken: \(reason); look for its id in the "
        + "mail server's log, it is not sent again",
      value: messageID)
  }

  /// The mail server will not take the message as it is.
  static func refused(message id: Int64, reply: String) -> Finding {
    Finding(
      code: "SND002", severity: .warn, field: "email",
      message: "message \(id) was refused by the mail server; the value is what it said, correct "
        + "the address or ask its owner",
      value: reply)
  }
}
