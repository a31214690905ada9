import LeadModel
import Sequencing

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

  static let staleCode = "SND003"

  /// A do-not-contact registry is older than `send.yaml` allows.
  static func stale(_ registry: RegistryState, limitDays: Int, asOf: Timestamp) -> Finding {
    let channels =
      registry.channels.map { channels in
        channels.map(\.rawValue).sorted().joined(separator: ", ")
      } ?? "any channel"
    return Finding(
      code: staleCode, severity: .warn, field: "registry",
      message: "registry '\(registry.name)' is of \(registry.snapshotAt.date), more than "
        + "\(limitDays) days before \(asOf.date): nothing goes out by \(channels) until a new one "
        + "has come",
      value: registry.name)
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
